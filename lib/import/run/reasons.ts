import { door } from '../../words/door.ts';
import type { MessageKey } from '../../words/keys.ts';
import { say } from '../../words/say.ts';
import type { PauseReason } from './types.ts';

/** A reason whose sentence is read when it is shown. */
const reason = <Code extends string>(code: Code, key: MessageKey) => ({
  code,
  get message() {
    return say(key);
  },
});

/** Why a run stands still, in sentences: what happened, what it means, what to do. */
export const reasons = {
  byAdmin: reason('paused-by-admin', 'pause_byAdmin'),
  leaseHeld: reason('lease-held', 'pause_leaseHeld'),
  leaseLost: reason('lease-lost', 'pause_leaseLost'),
  listIncomplete: reason('list-incomplete', 'pause_listIncomplete'),
  pageSilent: reason('page-silent', 'pause_pageSilent'),
  journalFailed: reason('journal-failed', 'pause_journalFailed'),
  unexpected: reason('unexpected', 'pause_unexpected'),
} as const satisfies Record<string, PauseReason>;

export const threeFailures = (words: string): PauseReason => ({
  code: 'three-failures',
  message: say('pause_threeFailures', { words }),
});

export const readdMissing = (pattern: string): PauseReason => ({
  code: 'readd-missing',
  message: say('pause_readdMissing', { pattern }),
});

/** What a row's outcome is explained with where the page has no words of its own. */
export const rowWords = door('settled');

export const storedAs = (entry: string): string => say('settled_storedAs', { entry });
