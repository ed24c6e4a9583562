import type { Recognition } from './recognise.ts';

/**
 * How our scripts in one page find each other: the small one that is always there, the features, and the panel.
 * They run in the extension's isolated world, whose globals the page can't see; so nothing passes through the page.
 */
export interface ScriptBridge {
  /** What the page was when it was last looked at. */
  recognition?: Recognition;
  /** Set by the script with the features: told at each look. */
  onLook?: (recognition: Recognition) => void;
  /** Why the panel was asked for; the panel takes it when it opens. */
  intent?: 'resume' | undefined;
  /** Set by the panel's script: brings the panel up. */
  openPanel?: () => void;
}

const KEY = Symbol.for('gatehouse.scripts');

export function scriptBridge(): ScriptBridge {
  const holder = globalThis as { [KEY]?: ScriptBridge };
  holder[KEY] ??= {};
  return holder[KEY];
}
