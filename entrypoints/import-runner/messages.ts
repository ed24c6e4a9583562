import type { PanelMessage } from '../../components/import/model.ts';

/** What the panel says of a run beside the sentences of the run itself. */
export const messages = {
  journalUnread: {
    code: 'journal-unread',
    level: 'error',
    message:
      'The journal of the interrupted import could not be read, so it was not continued. Reload the page and try again.',
  },
  registerFailed: {
    code: 'register-failed',
    level: 'warn',
    message: 'The domains were added, but what the file says of their owners and reasons could not be kept.',
  },
  readded: {
    code: 'readded',
    level: 'info',
    message: 'The interrupted re-add is finished: the entry stands in the list again.',
  },
  pageLeft: {
    code: 'page-left',
    level: 'info',
    message:
      'The page was left while the import ran, so it stopped. Resume to go on: the list is read first.',
  },
} as const satisfies Record<string, PanelMessage>;
