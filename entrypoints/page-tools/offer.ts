import type { OpenOutcome } from '../../lib/console/open-with.ts';
import type { RegisterRecord } from '../../lib/register/types.ts';

/** What "Why was it blocked?" needs of the page. */
export interface BlockedPage {
  org: string | undefined;
  /** Aborted when the page is left or the helper is closed. */
  signal: AbortSignal;
  /** The list where all of it is on screen, and the switch where it is. */
  seen(): { entries?: string[]; supportedAllowed?: boolean };
  /** Opens the page's own form with the entry in it; nothing is submitted. */
  openFormWith(text: string): Promise<OpenOutcome>;
  /** Asked to close. */
  onClose(): void;
}

/** What the form of an entry's record needs. */
export interface EditedEntry {
  org: string;
  record: RegisterRecord;
  /** The control that it was asked for with: the form stands near it and gives the focus back to it. */
  anchor: HTMLElement;
  signal: AbortSignal;
  onSaved(): void;
}

export interface PageTools {
  /** Shows the helper and answers its host, for the caller to place. */
  whyBlocked(page: BlockedPage): HTMLElement;
  editEntry(entry: EditedEntry): void;
}

declare module '../../lib/console/script-bridge.ts' {
  interface ScriptBridge {
    /** Set by the script of the page's tools. */
    pageTools?: PageTools;
  }
}
