import { RowVerdict } from '../../../components/on-page/row-verdict.tsx';
import { type ListRow, visibleRows } from '../../../lib/console/list.ts';
import { readSettings } from '../../../lib/console/read-settings.ts';
import type { Verdict } from '../../../lib/patterns/types.ts';
import type { Feature } from '../feature.ts';
import { mount } from '../mount.ts';

/** Rows this far outside the window get their mark already, in pixels. */
const AHEAD = '400px';

interface Mark {
  text: string;
  verdict: Verdict;
  host: HTMLElement;
  controller: AbortController;
}

/** A mark beside each row of the list that has a finding. Only rows near the window carry one. */
export const rowVerdicts: Feature = {
  name: 'row-verdicts',
  rests: true,
  appliesTo: ({ kind, domains }) => kind === 'mcp' && domains,
  start({ signal, send }) {
    const marks = new Map<HTMLElement, Mark>();
    let rows = new Map<HTMLElement, ListRow>();
    let verdicts = new Map<string, Verdict>();
    let asked = '';

    const near = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (!isIntersecting) continue;
          const row = rows.get(target as HTMLElement);
          if (row) place(row);
        }
      },
      { rootMargin: AHEAD },
    );
    signal.addEventListener('abort', () => near.disconnect());

    const drop = (element: HTMLElement) => {
      marks.get(element)?.controller.abort();
      marks.delete(element);
    };

    const place = (row: ListRow) => {
      const verdict = verdicts.get(row.text);
      const mark = marks.get(row.element);
      if (mark && mark.text === row.text && mark.verdict === verdict && mark.host.isConnected) return;
      drop(row.element);
      if (!verdict) return;
      const controller = new AbortController();
      const { host, show } = mount('row-verdict', AbortSignal.any([signal, controller.signal]));
      host.style.display = 'inline-block';
      host.style.marginInlineStart = '4px';
      host.style.verticalAlign = 'middle';
      // The mark is taller than a line of the page's text and must not make its row higher.
      host.style.marginBlock = '-4px';
      show(<RowVerdict pattern={row.text} verdict={verdict} />);
      // What is wrong with an entry stands nearer to it than who wants it.
      row.cell.insertBefore(host, row.cell.querySelector(':scope > gate-register-row'));
      marks.set(row.element, { text: row.text, verdict, host, controller });
    };

    const draw = () => {
      for (const element of [...marks.keys()]) if (!rows.has(element) || !element.isConnected) drop(element);
      for (const [element, row] of rows) {
        if (marks.has(element)) place(row);
        else if (verdicts.has(row.text)) near.observe(element);
      }
    };

    const ask = async (patterns: string[], supportedAllowed: boolean, question: string) => {
      const reply = await send('patterns/checkList', { patterns, supportedAllowed });
      if (signal.aborted || !reply.ok || question !== asked) return;
      const next = new Map<string, Verdict>();
      for (const { index, verdict } of reply.value.verdicts) {
        const pattern = patterns[index];
        if (pattern !== undefined && verdict.findings.length) next.set(pattern, verdict);
      }
      verdicts = next;
      draw();
    };

    return () => {
      near.disconnect();
      rows = new Map(visibleRows().map((row) => [row.element, row]));
      const patterns = [...rows.values()].map((row) => row.text);
      const supportedAllowed = readSettings().supportedDomains !== 'blocked';
      const question = JSON.stringify([supportedAllowed, patterns]);
      if (question !== asked) {
        asked = question;
        if (patterns.length) void ask(patterns, supportedAllowed, question);
      }
      draw();
    };
  },
};
