import { Disclosure } from '../controls/disclosure.tsx';
import { visibleText } from '../on-page/visible-text.ts';
import { posture as words } from './words.ts';

/** How many are shown at once. */
const SHOWN = 5;
/** How many are shown at all: a report has every one. */
const MOST = 500;

/** What a finding was found in, as code: it is text of the page or of a file. */
export function Evidence({ items }: { items: readonly string[] }) {
  if (items.length === 0) return null;
  const rest = items.slice(SHOWN, MOST);
  return (
    <div>
      <List items={items.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <Disclosure summary={words.more(items.length - SHOWN)}>
          <List items={rest} />
          {items.length > MOST && <p class="hint">{words.more(items.length - MOST)}</p>}
        </Disclosure>
      )}
    </div>
  );
}

function List({ items }: { items: readonly string[] }) {
  return (
    <ul class="evidence">
      {items.map((item) => (
        <li key={item}>
          <bdi class="code">{visibleText(item)}</bdi>
        </li>
      ))}
    </ul>
  );
}
