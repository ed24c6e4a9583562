import type { PanelMessage } from '../../components/import/model.ts';
import { say } from '../../lib/words/say.ts';

/** What the panel says of a run beside the sentences of the run itself. */
export const messages = {
  journalUnread: {
    code: 'journal-unread',
    level: 'error',
    message: say('failure_journalUnread'),
  },
  registerFailed: {
    code: 'register-failed',
    level: 'warn',
    message: say('failure_registerFailed'),
  },
  readded: {
    code: 'readded',
    level: 'info',
    message: say('failure_readded'),
  },
  pageLeft: {
    code: 'page-left',
    level: 'info',
    message: say('failure_pageLeft'),
  },
  finishedElsewhere: {
    code: 'run-finished',
    level: 'warn',
    message: say('failure_runFinished'),
  },
} as const satisfies Record<string, PanelMessage>;
