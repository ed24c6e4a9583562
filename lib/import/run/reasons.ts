import type { PauseReason } from './types.ts';

/** Why a run stands still, in sentences: what happened, what it means, what to do. */
export const reasons = {
  byAdmin: { code: 'paused-by-admin', message: 'Paused. Nothing is added until you resume.' },
  leaseHeld: {
    code: 'lease-held',
    message:
      'An import of this organization is running in another tab. Finish or pause it there, then resume here.',
  },
  leaseLost: {
    code: 'lease-lost',
    message:
      'Another tab took this import over, so it stopped here. Go on in that tab, or resume here once it has ended.',
  },
  listIncomplete: {
    code: 'list-incomplete',
    message:
      'The list on the page could not be read to its end, so nothing more was added: an entry could be added twice. Wait until the page has loaded, or reload it, then resume.',
  },
  pageSilent: {
    code: 'page-silent',
    message:
      'The page does not answer. It may still be at work on the last entry; the list will be read again before anything is added. Reload the page if this lasts, then resume.',
  },
  journalFailed: {
    code: 'journal-failed',
    message:
      'The extension could not write down what it does, so it stopped before doing more. Reload the page, then resume.',
  },
  unexpected: {
    code: 'unexpected',
    message:
      'Something went wrong inside the extension, so the import stopped. What was done is written down: reload the page and resume.',
  },
} as const satisfies Record<string, PauseReason>;

export const threeFailures = (words: string): PauseReason => ({
  code: 'three-failures',
  message: `Three entries in a row could not be added, so the import stopped. The last time the page said: ${words} Resume to go on with the next entry, or cancel.`,
});

export const readdMissing = (pattern: string): PauseReason => ({
  code: 'readd-missing',
  message: `The entry ${pattern} was deleted and could not be added again yet. Resume to try again, or add it by hand now.`,
});

/** What a row's outcome is explained with where the page has no words of its own. */
export const rowWords = {
  present: 'It is in the list already, so it was not added.',
  absent: 'It is not in the list, so there was nothing to remove.',
  notRemoved: 'It was not deleted, so it was not added again.',
  addedAfterError: 'The page reported a problem, but the entry is in the list.',
  addedNotListed: 'The page said nothing against it, but the entry is not in the list.',
  removedStillListed: 'The page said nothing against it, but the entry is still in the list.',
  vanished: 'It was added and seen in the list, but it is not there any more: somebody may have removed it.',
  silent: 'The page gave no answer.',
  listMayBeStale:
    'The page reported a problem and has not loaded its list again since: reload the page and look whether the entry is there.',
  mayStillCome:
    'It is not in the list now, but the page may still be at work on it: look at the list again in a minute.',
} as const;

export const storedAs = (entry: string): string => `The page stored it as ${entry}`;
