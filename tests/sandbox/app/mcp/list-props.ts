import type { DomainEntry } from '../../protocol.ts';

/** What each way to show the list is given. */
export interface ListProps {
  entries: DomainEntry[];
  onDelete(entry: DomainEntry): void;
}
