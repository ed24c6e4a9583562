import { RegisterCounts } from '../../../components/on-page/register-counts.tsx';
import { RegisterRow } from '../../../components/on-page/register-row.tsx';
import { isOverdue, localDay } from '../../../lib/calendar/day.ts';
import { visibleRows } from '../../../lib/console/list.ts';
import type { AnswerOf } from '../../../lib/messages/map.ts';
import type { Feature } from '../feature.ts';
import { type Mounted, mount } from '../mount.ts';
import { placeNotice } from '../notice-place.ts';
import { perRow } from '../per-row.ts';

type RegisterRecord = AnswerOf<'register/get'>[number];

/** Milliseconds between two readings of the register while the list changes. */
const ASK_EVERY = 2000;

/** What the register knows of an entry, in its row: who wants it, and until when. The console has no place for it. */
export const registerRows: Feature = {
  name: 'register-rows',
  rests: true,
  appliesTo: ({ kind, domains }) => kind === 'mcp' && domains,
  start({ signal, send, org, tools }) {
    if (!org) return () => {};
    let register = new Map<string, RegisterRecord>();
    let asked = false;
    let seen: string | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let counts: Mounted | undefined;
    let problem: string | undefined;
    signal.addEventListener('abort', () => clearTimeout(timer));

    const isLate = (entry: string) => isOverdue(register.get(entry)?.reviewBy, localDay(Date.now()));
    const edit = async (entry: string, anchor: HTMLElement) => {
      const loaded = await tools();
      if (signal.aborted) return;
      problem = typeof loaded === 'string' ? loaded : undefined;
      if (typeof loaded === 'string') return draw();
      const record = register.get(entry) ?? { pattern: entry };
      loaded.editEntry({ org, record, anchor, signal, onSaved: () => void ask() });
    };
    const rows = perRow({
      kind: 'register-row',
      signal,
      place(row, host) {
        host.style.display = 'inline-block';
        host.style.marginInlineStart = '4px';
        row.cell.append(host);
        return true;
      },
      view(entry) {
        // What stands there must not change under a pointer: nothing before the register was read.
        if (!asked) return undefined;
        const {
          owner = '',
          reason = '',
          ticket = '',
          reviewBy = '',
          source = '',
        } = register.get(entry) ?? {};
        return (
          <RegisterRow
            {...{ pattern: entry, owner, reason, ticket, reviewBy, source }}
            overdue={isLate(entry)}
            onEdit={(button) => void edit(entry, button)}
          />
        );
      },
    });
    const draw = () => {
      rows();
      const entries = visibleRows().map(({ text }) => text);
      const overdue = entries.filter(isLate).length;
      const unowned = entries.filter((entry) => !register.get(entry)?.owner).length;
      // A register that nobody keeps has nothing to remind of.
      if (problem === undefined && (register.size === 0 || overdue + unowned === 0)) {
        counts?.remove();
        counts = undefined;
        return;
      }
      counts ??= mount('register-counts', signal);
      counts.show(<RegisterCounts {...{ overdue, unowned, problem }} />);
      placeNotice(counts.host);
    };
    const ask = async () => {
      timer = undefined;
      const entries = visibleRows().map(({ text }) => text);
      const reply = await send('register/get', { org, entries });
      if (!reply.ok || signal.aborted) return;
      asked = true;
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
