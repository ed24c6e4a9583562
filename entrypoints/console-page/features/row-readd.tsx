import { RowReadd } from '../../../components/on-page/row-readd.tsx';
import { findDeleteButton } from '../../../lib/console/list.ts';
import type { Feature } from '../feature.ts';
import { perRow } from '../per-row.ts';
import { followReadd, isReaddUnderWay } from '../readd-notice.tsx';

/** Atlassian's remedy for an entry that is shown but not enforced, beside each row's own "Delete". */
export const rowReadd: Feature = {
  name: 'row-readd',
  rests: true,
  appliesTo: ({ kind, domains }) => kind === 'mcp' && domains,
  start({ signal, org, readd }) {
    if (!org) return () => {};
    const update = perRow({
      kind: 'row-readd',
      signal,
      place(row, host) {
        const button = findDeleteButton(row.element);
        host.style.display = 'inline-block';
        host.style.verticalAlign = 'middle';
        button?.after(host);
        return button !== undefined;
      },
      view: (entry) => (
        <RowReadd
          pattern={entry}
          state={isReaddUnderWay() ? 'working' : 'idle'}
          onReadd={() => {
            void followReadd(() => readd(org, entry), signal).then(update);
            update();
          }}
        />
      ),
    });
    return update;
  },
};
