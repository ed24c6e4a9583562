import { render } from 'preact';
import baseCss from '../../components/base.css?inline';
import toolsCss from '../../components/page-tools.css?inline';
import { EntryEditor } from '../../components/register/entry-editor.tsx';
import type { Typed } from '../../components/register/entry-form.tsx';
import formCss from '../../components/register-form.css?inline';
import tokensCss from '../../components/tokens.css?inline';
import { createOwnHost } from '../../lib/console/own-host.ts';
import type { Send } from '../../lib/messages/send.ts';
import type { EditedEntry } from './offer.ts';

/** Pixels between the form and what it stands near, and the edge of the window. */
const GAP = 8;
let closeLast: (() => void) | undefined;

/** The form of one entry's record, above everything and near its row. One at a time. */
export function editEntry({ org, record, anchor, signal, onSaved }: EditedEntry, send: Send): void {
  closeLast?.();
  const { host, container } = createOwnHost('register-editor', [tokensCss, baseCss, formCss, toolsCss]);
  container.className = 'entry-editor';
  // Not one that a click elsewhere closes: what was typed would be gone.
  container.popover = 'manual';
  let problem: string | undefined;
  let saving = false;

  const close = () => {
    closeLast = undefined;
    render(null, container);
    host.remove();
    anchor.focus();
  };
  const done = async (typed: Typed | undefined) => {
    if (!typed) return close();
    if (saving) return;
    saving = true;
    const reply = await send('register/edit', { org, entry: { pattern: record.pattern, ...typed } });
    saving = false;
    if (!host.isConnected) return;
    if (reply.ok) {
      close();
      onSaved();
      return;
    }
    problem = reply.message;
    draw();
  };
  const draw = () =>
    render(<EntryEditor record={record} problem={problem} onDone={(typed) => void done(typed)} />, container);

  closeLast = close;
  signal.addEventListener('abort', close);
  document.body.append(host);
  draw();
  container.showPopover();
  const { left, top, bottom } = anchor.getBoundingClientRect();
  const below = bottom + GAP + container.offsetHeight < innerHeight;
  const wanted = below ? bottom + GAP : top - GAP - container.offsetHeight;
  const highest = innerHeight - container.offsetHeight - GAP;
  container.style.top = `${Math.max(GAP, Math.min(wanted, highest))}px`;
  container.style.left = `${Math.max(GAP, Math.min(left, innerWidth - container.offsetWidth - GAP))}px`;
  container.querySelector('input')?.focus();
}
