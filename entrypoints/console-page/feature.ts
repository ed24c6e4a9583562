import type { OpenOutcome } from '../../lib/console/open-with.ts';
import type { Recognition } from '../../lib/console/recognise.ts';
import type { ReaddOutcome, TeachOutcome } from '../../lib/console/script-bridge.ts';
import type { Send } from '../../lib/messages/send.ts';
import type { PageTools } from '../page-tools/offer.ts';

/** What a feature gets: aborting `signal` is its only teardown. */
export interface FeatureContext {
  signal: AbortSignal;
  send: Send;
  /** The organization of the address; features that store anything need it. */
  org: string | undefined;
  /** Whether the admin wants to be told of changes. */
  changesNotice: boolean;
  /** Opens the import panel, or brings it back; a sentence when it could not be loaded. */
  openPanel(intent?: 'resume' | 'by-hand'): Promise<string | undefined>;
  /** Deletes an entry and adds it again; without an entry, finishes the one that the journal has. */
  readd(org: string, entry?: string): Promise<ReaddOutcome>;
  /** Has the admin point at the page's controls, and keeps them. */
  teach(org: string): Promise<TeachOutcome>;
  /** What the page needs at a click and not before; a sentence when it could not be loaded. */
  tools(): Promise<PageTools | string>;
  /** Opens the page's form with the text in it; the admin presses "Add". */
  openFormWith(text: string): Promise<OpenOutcome>;
}

/** One thing that Gatehouse does on the page. */
export interface Feature {
  name: string;
  /** Rests while a run drives the page: it would be drawn anew with every entry. */
  rests?: true;
  appliesTo(recognition: Recognition): boolean;
  /** Starts it; what it returns is called each time the page has changed, and must change nothing that is right. */
  start(context: FeatureContext): () => void;
}
