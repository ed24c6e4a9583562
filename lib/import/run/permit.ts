import type { Answer } from './types.ts';

/** The journal's leave to act on one row now. It holds for one act, and only until it is withdrawn. */
export class Permit {
  /** What the journal said; undefined while it was not asked, and then nothing was submitted. */
  answer: Answer<{ go: boolean; state: string }> | undefined;
  readonly #journal: () => Promise<Answer<{ go: boolean; state: string }>>;
  #withdrawn = false;

  constructor(journal: () => Promise<Answer<{ go: boolean; state: string }>>) {
    this.#journal = journal;
  }

  /** Whether the page may have been asked to store or delete something. */
  get given(): boolean {
    return this.answer?.ok === true && this.answer.value.go;
  }

  async ask(): Promise<boolean> {
    if (this.#withdrawn) return false;
    const answer = await this.#journal();
    if (this.#withdrawn) return false;
    this.answer = answer;
    return this.given;
  }

  withdraw(): void {
    this.#withdrawn = true;
  }
}
