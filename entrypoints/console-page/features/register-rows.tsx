import { RegisterRow } from '../../../components/on-page/register-row.tsx';
import { visibleRows } from '../../../lib/console/list.ts';
import type { AnswerOf } from '../../../lib/messages/map.ts';
import type { Feature } from '../feature.ts';
import { perRow } from '../per-row.ts';

type RegisterEntry = AnswerOf<'register/get'>[number];

/** Milliseconds between two readings of the register while the list changes. */
const ASK_EVERY = 2000;

/** Today as the register writes days, in the admin's own time zone. */
function today(now = new Date()): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** What the register knows of an entry, in its row: who wants it, and until when. The console has no place for it. */
export const registerRows: Feature = {
  name: 'register-rows',
  appliesTo: ({ kind, domains }) => kind === 'mcp' && domains,
  start({ signal, send, org }) {
    if (!org) return () => {};
    let register = new Map<string, RegisterEntry>();
    let seen: string | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    signal.addEventListener('abort', () => clearTimeout(timer));

    const draw = perRow({
      kind: 'register-row',
      signal,
      place(row, host) {
        row.cell.append(host);
        return true;
      },
      view(entry) {
        const { owner = '', reviewBy = '' } = register.get(entry) ?? {};
        if (owner === '' && reviewBy === '') return undefined;
        const overdue = reviewBy !== '' && reviewBy < today();
        return <RegisterRow pattern={entry} owner={owner} reviewBy={reviewBy} overdue={overdue} />;
      },
    });
    const ask = async () => {
      timer = undefined;
      const reply = await send('register/get', { org });
      if (!reply.ok || signal.aborted) return;
      register = new Map(reply.value.map((entry) => [entry.pattern, entry]));
      draw();
    };
    return () => {
      const shown = visibleRows()
        .map(({ text }) => text)
        .join('\n');
      if (shown !== seen) timer ??= setTimeout(ask, seen === undefined ? 0 : ASK_EVERY);
      seen = shown;
      draw();
    };
  },
};
