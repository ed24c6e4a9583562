import type { FileReader, WorkbookReader } from '../import/types.ts';
import type { OpenOutcome } from './open-with.ts';
import type { Recognition } from './recognise.ts';
import type { Taught } from './taught.ts';

/** What came of deleting an entry and adding it again. `unfinished`: the journal has it, and it can be continued. */
export type ReaddOutcome = { kind: 'done' } | { kind: 'failed' | 'unfinished'; message: string };

/** `left`: the admin stopped · `not-kept`: it works until the page is loaded anew. */
export type TeachOutcome = { kind: 'taught' | 'left' } | { kind: 'not-kept'; message: string };

/**
 * How our scripts in one page find each other: the small one that is always there, the features, the panel, and what
 * the panel has loaded when it needs it. They run in the extension's isolated world, whose globals the page can't see;
 * so nothing passes through the page. A script that is loaded on demand adds its part by declaring it here.
 */
export interface ScriptBridge {
  /** `panel-closed`: the import panel has left the screen. */
  readonly events: EventTarget;
  /** What the page was when it was last looked at. */
  recognition?: Recognition;
  /** Set by the script that is always there: has the page looked at now. */
  look?: () => void;
  /** How many runs drive the page now. */
  driven?: number;
  /** Addresses, without the host, of pages that the admin said are the MCP server's. */
  claimed?: Set<string>;
  /** Where the admin said that the page's controls are, where they taught it. */
  taught?: Taught | undefined;
  /** Set by the teacher's script: has the admin point at the page's controls, and keeps them. */
  teach?: (org: string) => Promise<TeachOutcome>;
  /** Set by the script with the features: told at each look. */
  onLook?: (recognition: Recognition) => void;
  /** Why the panel was asked for; the panel takes it when it opens. */
  intent?: 'resume' | 'by-hand' | undefined;
  /** Set by the panel's script: brings the panel up. */
  openPanel?: () => void;
  /** Set with it: whether the panel is on screen. */
  isPanelShown?: () => boolean;
  /** Set by the runner's script: deletes an entry and adds it again; without one, finishes what the journal has. */
  readd?: (org: string, entry?: string) => Promise<ReaddOutcome>;
  /** Set by the runner's script: opens the page's form with a text in it, and submits nothing. */
  openFormWith?: (text: string) => Promise<OpenOutcome>;
  /** Set by the file reader's script. */
  reader?: FileReader;
  /** Set by the workbook reader's script. */
  readWorkbook?: WorkbookReader;
  /** Set by the features' script: told once a message was answered by `extension-updated`. */
  onUpdated?: () => void;
}

const KEY = Symbol.for('gatehouse.scripts');

/** The one bridge of this document; made by whichever script asks first. */
export function scriptBridge(): ScriptBridge {
  const holder = globalThis as { [KEY]?: ScriptBridge };
  holder[KEY] ??= { events: new EventTarget() };
  return holder[KEY];
}
