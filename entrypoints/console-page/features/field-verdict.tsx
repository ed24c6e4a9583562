import { FieldVerdict } from '../../../components/on-page/field-verdict.tsx';
import { isDriven } from '../../../lib/console/driven.ts';
import { findForm } from '../../../lib/console/form.ts';
import { visibleRows } from '../../../lib/console/list.ts';
import { readSettings } from '../../../lib/console/read-settings.ts';
import { type TextField, typeInto } from '../../../lib/console/type-into.ts';
import type { Feature } from '../feature.ts';
import { type Mounted, mount } from '../mount.ts';

/** Milliseconds until a verdict that did not come is asked for again. */
const RETRY = 1000;

/** The element after which the verdict stands: the field with its frame, which holds no text of its own. */
function frameOf(field: TextField, root: HTMLElement): Element {
  let frame: Element = field;
  while (
    frame.parentElement &&
    frame.parentElement !== root &&
    (frame.parentElement.textContent ?? '').trim() === ''
  ) {
    frame = frame.parentElement;
  }
  return frame;
}

/** Beside the page's own domain field: what is wrong with the entry, while it is typed. */
export const fieldVerdict: Feature = {
  name: 'field-verdict',
  appliesTo: ({ kind }) => kind === 'mcp',
  start({ signal, send }) {
    let shown: { mounted: Mounted; controller: AbortController; field: TextField; text: string } | undefined;
    let asked = 0;

    const hide = () => {
      asked += 1;
      shown?.controller.abort();
      shown = undefined;
    };

    const ask = async (field: TextField, text: string) => {
      asked += 1;
      const question = asked;
      const { supportedDomains } = readSettings();
      const existing = visibleRows().map((row) => row.text);
      const reply = await send('patterns/check', {
        text,
        existing,
        supportedAllowed: supportedDomains !== 'blocked',
      });
      if (signal.aborted || question !== asked || !shown) return;
      if (!reply.ok) {
        if (reply.code === 'extension-updated') return;
        // The verdict must not stay away: ask again, unless something else is asked meanwhile.
        setTimeout(() => question === asked && !signal.aborted && void ask(field, text), RETRY);
        return;
      }
      const onFix = (fix: string) => typeInto(findForm()?.field ?? field, fix);
      const { host, show } = shown.mounted;
      show(<FieldVerdict text={text} verdict={reply.value} onFix={onFix} />);
      // It only grows while it is there: one that gives its place back moves the page's button from under a click.
      host.style.minHeight = `${host.getBoundingClientRect().height}px`;
    };

    const update = () => {
      // A run types nothing that was not judged, and the verdict would move the page's button.
      const form = isDriven() ? undefined : findForm();
      const text = form?.field.value ?? '';
      if (!form || text === '') return hide();
      const { field } = form;
      const frame = frameOf(field, form.root);
      if (shown?.mounted.host.previousElementSibling !== frame) {
        hide();
        const controller = new AbortController();
        const mounted = mount('field-verdict', AbortSignal.any([signal, controller.signal]));
        frame.after(mounted.host);
        shown = { mounted, controller, field, text: '' };
      }
      if (shown.text === text && shown.field === field) return;
      shown.text = text;
      shown.field = field;
      void ask(field, text);
    };

    document.addEventListener('input', update, { capture: true, signal });
    return update;
  },
};
