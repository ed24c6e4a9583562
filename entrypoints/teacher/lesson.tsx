import { TeachGuide } from '../../components/on-page/teach-guide.tsx';
import { closeForm } from '../../lib/console/add.ts';
import { BUTTONS, TEXT_FIELDS, visibleAll } from '../../lib/console/dom.ts';
import { mainHeading, selectedTab, type Taught, type TaughtName } from '../../lib/console/taught.ts';
import {
  aimedAt,
  controlAt,
  fieldsNow,
  type Pointed,
  type PointProblem,
  pointedButton,
  pointedField,
  pointedList,
  pointedSubmit,
} from '../../lib/console/teach/pointed.ts';
import { waitFor } from '../../lib/console/wait.ts';
import { startPointing } from './pointing.ts';
import { openTopLayer } from './top-layer.tsx';

const STEPS: readonly TaughtName[] = ['list', 'button', 'field', 'submit'];
/** Milliseconds within which the button must have opened a form. */
const OPENS_WITHIN = 8000;

/** Has the admin point at the four controls in turn, checking each at once; undefined when they left. */
export function teachPage(): Promise<Taught | undefined> {
  const { promise, resolve } = Promise.withResolvers<Taught | undefined>();
  const controller = new AbortController();
  const { signal } = controller;
  const layer = openTopLayer(signal);
  const shown: Partial<Record<TaughtName, HTMLElement>> = {};
  const taught: Taught = { controls: {}, heading: mainHeading(), tab: selectedTab() };
  let place = 0;
  let before: HTMLElement[] = [];
  let busy = false;
  let aimed: HTMLElement | undefined;

  const step = () => STEPS[place] ?? 'list';
  const end = (answer: Taught | undefined) => {
    controller.abort();
    resolve(answer);
  };
  const show = (problem?: PointProblem) =>
    layer.show(
      <TeachGuide
        step={step()}
        place={place + 1}
        of={STEPS.length}
        problem={problem}
        busy={busy}
        onCancel={() => end(undefined)}
      />,
    );
  const candidates = () => visibleAll(document, step() === 'field' ? TEXT_FIELDS : BUTTONS);

  const check = (target: Element, x: number, y: number): Pointed => {
    const { list, button, field } = shown;
    if (step() === 'list') return pointedList(target);
    const control = controlAt(target, x, y, step() === 'field' ? TEXT_FIELDS : BUTTONS);
    if (step() === 'button' && list) return pointedButton(control, list);
    if (step() === 'field') return pointedField(control, before);
    return field && button ? pointedSubmit(control, field, button) : { problem: 'otherForm' };
  };

  /** Presses the button and waits for a field that was not there. */
  const opens = async (button: HTMLElement): Promise<boolean> => {
    before = fieldsNow();
    busy = true;
    show();
    button.click();
    const opened = () => fieldsNow().some((field) => !before.includes(field));
    const found = await waitFor(opened, { signal, timeout: OPENS_WITHIN }).catch(() => undefined);
    busy = false;
    return found === true;
  };

  const choose = async (target: Element, x: number, y: number) => {
    if (busy) return;
    const pointed = check(target, x, y);
    if ('problem' in pointed) return show(pointed.problem);
    const name = step();
    if (name === 'button' && !(await opens(pointed.element))) {
      if (!signal.aborted) show('noFieldOpened');
      return;
    }
    shown[name] = pointed.element;
    taught.controls[name] = pointed.control;
    aimed = undefined;
    layer.frame(undefined);
    place += 1;
    if (place < STEPS.length) show();
    else end(taught);
  };

  startPointing(
    {
      aim(target, x, y) {
        aimed = undefined;
        layer.frame(busy ? undefined : aimedAt(step(), target, x, y));
      },
      choose: (target, x, y) => void choose(target, x, y),
      step(by) {
        const all = candidates();
        const at = aimed ? all.indexOf(aimed) : by === 1 ? -1 : 0;
        aimed = all[(at + by + all.length) % all.length];
        aimed?.scrollIntoView({ block: 'nearest' });
        layer.frame(aimed && (step() === 'list' ? aimedAt('list', aimed, 0, 0) : aimed));
      },
      chooseAimed() {
        if (!aimed) return false;
        const { left, top } = aimed.getBoundingClientRect();
        void choose(aimed, left + 1, top + 1);
        return true;
      },
      leave: () => end(undefined),
    },
    signal,
  );
  show();
  return promise;
}

/** Closes the form that was opened to be shown. */
export async function putAway(): Promise<void> {
  await closeForm({ control: 4000, answer: 0, row: 0 }, new AbortController().signal);
}
