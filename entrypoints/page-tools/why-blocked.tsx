import { render } from 'preact';
import type { CheckView } from '../../components/answer/check-box.tsx';
import { PageHelper } from '../../components/answer/page-helper.tsx';
import answerCss from '../../components/answer.css?inline';
import baseCss from '../../components/base.css?inline';
import toolsCss from '../../components/page-tools.css?inline';
import tokensCss from '../../components/tokens.css?inline';
import { createOwnHost } from '../../lib/console/own-host.ts';
import type { Send } from '../../lib/messages/send.ts';
import type { BlockedPage } from './offer.ts';

/** Shows the helper, with the focus in its field; it goes with its close button, Escape or the page. */
export function whyBlocked(page: BlockedPage, send: Send): HTMLElement {
  const { org, signal, seen, openFormWith, onClose } = page;
  const { host, container } = createOwnHost('why-blocked', [tokensCss, baseCss, answerCss, toolsCss]);
  let check: CheckView = { text: '' };
  let problem: string | undefined;
  let asked = 0;
  let opening = false;

  const remove = () => {
    asked += 1;
    render(null, container);
    host.remove();
  };
  const ask = async (text: string) => {
    asked += 1;
    const question = asked;
    check = { text };
    problem = undefined;
    draw();
    if (text.trim() === '') return;
    const reply = await send('patterns/explain', { text, ...(org && { org }), ...seen() });
    // Something else was typed meanwhile, or the helper is gone.
    if (question !== asked) return;
    if (reply.ok) {
      const { explanation, list } = reply.value;
      check = { text, explanation, listUnknown: list === null };
    } else problem = reply.message;
    draw();
  };
  const add = async (pattern: string) => {
    // The page's dialog opens once, however often the button is pressed.
    if (opening) return;
    opening = true;
    const outcome = await openFormWith(pattern);
    opening = false;
    if (signal.aborted || !container.firstChild) return;
    problem = outcome.kind === 'opened' ? undefined : outcome.reason;
    draw();
  };
  const draw = () =>
    render(
      <PageHelper
        check={check}
        problem={problem}
        onText={(text) => void ask(text)}
        onAdd={(pattern) => void add(pattern)}
        onClose={onClose}
      />,
      container,
    );

  signal.addEventListener('abort', remove);
  draw();
  // Once the caller has placed it.
  queueMicrotask(() => container.querySelector('textarea')?.focus());
  return host;
}
