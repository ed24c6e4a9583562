import type { FindingsLookup } from '../../components/import/model.ts';
import type { PlannedRow } from '../../lib/import/types.ts';
import type { Failure } from '../../lib/messages/reply.ts';
import type { Send } from '../../lib/messages/send.ts';
import type { Finding } from '../../lib/patterns/types.ts';

/** Rows in one message. */
const CHUNK = 1_000;
const NOTHING: readonly Finding[] = [];

/**
 * What there is to say of the rows of a review. A file may have 100,000, of which a few are ever on screen: the plan comes
 * without it, and it is asked for where it is shown or written down. Known by text, so that it outlives a plan.
 */
export class Findings implements FindingsLookup {
  readonly #known = new Map<string, readonly Finding[]>();
  readonly #send: Send;
  readonly #supportedAllowed: boolean;
  readonly #onKnown: () => void;
  #shown: PlannedRow[] = [];

  /** @param onKnown something that was shown without its findings has them now */
  constructor(send: Send, supportedAllowed: boolean, onKnown: () => void) {
    this.#send = send;
    this.#supportedAllowed = supportedAllowed;
    this.#onKnown = onKnown;
  }

  of(row: PlannedRow): readonly Finding[] {
    const known = this.#knownOf(row);
    if (known) return known;
    // All rows of one drawing are asked for together.
    if (this.#shown.push(row) === 1) queueMicrotask(() => void this.#askForShown());
    return NOTHING;
  }

  /** Has what there is to say of these rows at hand; answers why not, where it can't be had. */
  async learn(
    rows: readonly PlannedRow[],
    onProgress?: (done: number) => void,
  ): Promise<Failure | undefined> {
    const texts = [...new Set(rows.filter((row) => !this.#knownOf(row)).map(({ text }) => text))];
    for (let first = 0; first < texts.length; first += CHUNK) {
      const chunk = texts.slice(first, first + CHUNK);
      const reply = await this.#send('patterns/findings', {
        texts: chunk,
        supportedAllowed: this.#supportedAllowed,
      });
      if (!reply.ok) return reply;
      for (const [at, findings] of reply.value.entries()) this.#known.set(chunk[at] ?? '', findings);
      if (first + CHUNK < texts.length) onProgress?.((first + CHUNK) / texts.length);
    }
    return undefined;
  }

  /** The rows with what is known of them. */
  in(rows: readonly PlannedRow[]): PlannedRow[] {
    return rows.map((row) => (row.findings ? row : { ...row, findings: this.#knownOf(row) ?? NOTHING }));
  }

  #knownOf({ findings, level, text }: PlannedRow): readonly Finding[] | undefined {
    return findings ?? (level === 'ok' ? NOTHING : this.#known.get(text));
  }

  async #askForShown(): Promise<void> {
    const rows = this.#shown;
    this.#shown = [];
    // A row without its sentence shows its level all the same; it is asked for again when it is drawn again.
    if (!(await this.learn(rows))) this.#onKnown();
  }
}
