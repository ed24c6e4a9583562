import type { DomainEntry, OrganizationSettings, RefusalReason, SettingsChange } from '../protocol.ts';
import type { Variant } from '../variants/variant.ts';

/** The longest text the store takes; the real limit isn't known. */
const MAX_LENGTH = 2048;

/** What the store looks at: a scheme and no white space. The real console's own check isn't known. */
const ACCEPTED = /^[a-z][a-z0-9+.-]*:\/\/\S+$/i;

const defaults = (): OrganizationSettings => ({
  name: 'Acme Corporation',
  supportedAllowed: true,
  apiToken: false,
  enterpriseManaged: false,
  permissions: {
    read: 'allowed',
    write: 'allowed',
    search: 'allowed',
    deletion: 'blocked',
    manage: 'blocked',
  },
});

/** What one organization has stored. Tests look into it and change it as another admin would. */
export class OrganizationStore {
  readonly orgId: string;
  settings: OrganizationSettings;
  #entries: DomainEntry[] = [];
  #lastId = 0;

  constructor(orgId: string, domains: readonly string[], settings: SettingsChange = {}) {
    this.orgId = orgId;
    this.settings = defaults();
    this.change(settings);
    this.domains = domains;
  }

  /** The texts of the entries, oldest first. */
  get domains(): readonly string[] {
    return this.#entries.map((entry) => entry.text);
  }

  /** Replaces the whole list, without any check. */
  set domains(texts: readonly string[]) {
    this.#entries = [];
    for (const text of texts) this.add(text);
  }

  get entries(): readonly DomainEntry[] {
    return this.#entries;
  }

  /** Stores an entry without any check, as another admin's page might. */
  add(text: string): DomainEntry {
    this.#lastId += 1;
    const entry = { id: `entry-${this.#lastId}`, text };
    this.#entries.push(entry);
    return entry;
  }

  /** Removes the oldest entry with this text; false when there is none. */
  remove(text: string): boolean {
    const entry = this.#entries.find((candidate) => candidate.text === text);
    return entry ? this.removeById(entry.id) : false;
  }

  removeById(id: string): boolean {
    const before = this.#entries.length;
    this.#entries = this.#entries.filter((entry) => entry.id !== id);
    return this.#entries.length < before;
  }

  change(change: SettingsChange): void {
    const { permissions, ...rest } = change;
    Object.assign(this.settings, rest);
    Object.assign(this.settings.permissions, permissions);
  }
}

/** The text as the variant's store would keep it. */
export function normaliseText(text: string, variant: Variant): string {
  const trimmed = text.trim();
  if (variant.normalise === 'lower-case') return trimmed.toLowerCase();
  if (variant.normalise === 'trailing-slash' && /^[a-z]+:\/\/[^/]+$/i.test(trimmed)) return `${trimmed}/`;
  return trimmed;
}

/** Why the variant's store doesn't take a text (already normalised), or nothing. */
export function refusalOf(
  text: string,
  store: OrganizationStore,
  variant: Variant,
): RefusalReason | undefined {
  if (text.length > MAX_LENGTH || !ACCEPTED.test(text)) return 'invalid';
  if (variant.duplicates === 'refuse' && store.domains.includes(text)) return 'duplicate';
  if (variant.limit > 0 && store.domains.length >= variant.limit) return 'limit';
  return undefined;
}
