import { Notice } from './notice.tsx';
import { visibleText } from './visible-text.ts';
import { changes } from './words.ts';

export interface ChangesNoticeProps {
  added: readonly string[];
  removed: readonly string[];
  settings: readonly { name: string; before: string; after: string }[];
  /** When the admin was here last, already in words ("3 days ago"); empty when not known. */
  since?: string;
  onDismiss(): void;
}

/** How many changes of a kind are listed by name. */
const LISTED = 20;

/** What others changed since the last visit (contract: `gate-changes`). */
export function ChangesNotice({ added, removed, settings, since = '', onDismiss }: ChangesNoticeProps) {
  const kinds = [
    { label: changes.added(added.length), items: added, look: 'code' },
    { label: changes.removed(removed.length), items: removed, look: 'code' },
    {
      label: changes.settings(settings.length),
      items: settings.map(({ name, before, after }) => changes.setting(name, before, after)),
      look: '',
    },
  ].filter(({ items }) => items.length > 0);
  return (
    <Notice
      level="info"
      title={changes.title(since)}
      attributes={{
        'data-testid': 'gate-changes',
        'data-added': added.length,
        'data-removed': removed.length,
        'data-settings': settings.length,
      }}
      onDismiss={onDismiss}
    >
      <p>{kinds.map(({ label }) => label).join(' · ')}</p>
      <details>
        <summary>{changes.show}</summary>
        {kinds.map(({ label, items, look }) => (
          <div key={label}>
            <p class="title">{label}</p>
            <ul>
              {items.slice(0, LISTED).map((item) => (
                <li key={item}>
                  <bdi class={look}>{visibleText(item)}</bdi>
                </li>
              ))}
              {items.length > LISTED && <li>{changes.rest(items.length - LISTED)}</li>}
            </ul>
          </div>
        ))}
      </details>
    </Notice>
  );
}
