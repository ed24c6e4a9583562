import type { Filled } from '../../lib/catalogue/template.ts';

/** One entry that an AI tool needs, as the catalogue knows it. */
export interface CatalogueTool {
  vendor: string;
  /** `<name>` in it is for the admin to fill in. */
  pattern: string;
  /** The names of those parts. */
  parts: readonly string[];
  /** An address, or the code of a sentence. */
  evidence: string;
  /** When it was captured or gathered: `2026-11` or `2026-05-03`. */
  date: string;
  /** It comes from Atlassian's supported list. */
  listed: boolean;
}

/** An entry that was chosen, whole, and what the register says of where it comes from. */
export interface ChosenEntry {
  pattern: string;
  source: string;
}

/** What whoever shows the catalogue gives to it. */
export interface CatalogueProps {
  onAdd(entries: readonly ChosenEntry[]): void;
  onBack(): void;
}

/** What was chosen and typed, kept while the catalogue is not shown. */
export interface CatalogueMemory {
  chosen?: ReadonlySet<string> | undefined;
  /** By template, then by part. */
  typed?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
}

/** What the catalogue itself needs. */
export interface CatalogueData {
  tools: readonly CatalogueTool[];
  memory: CatalogueMemory;
  fill(pattern: string, values: Readonly<Record<string, string>>): Filled;
}
