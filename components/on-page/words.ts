/** The words of everything that stands on the console's page, in one place so that they can be translated. */

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const levelWord = { ok: 'Looks right', info: 'Note', warn: 'Warning', error: 'Error' } as const;

export const field = {
  ok: 'This entry is written correctly.',
  more: (count: number) => plural(count, 'more finding', 'more findings'),
  use: 'Use',
};

export const row = {
  label: (level: string, message: string, more: number) =>
    `${level}: ${message}${more > 0 ? ` (${plural(more, 'more finding', 'more findings')})` : ''}`,
};

export const launcher = { open: 'Import patterns' };

export const dismiss = 'Dismiss';

export const resume = {
  title: 'An import was interrupted',
  body: (done: number, total: number) =>
    `${done} of ${plural(total, 'row is', 'rows are')} settled. Nothing continues by itself: before it goes on, Gatehouse reads the list again so that no entry is added twice.`,
  resume: 'Continue the import',
};

export const unknownLayout = {
  title: 'Gatehouse doesn’t recognize this page',
  body: (teach: boolean) =>
    `The heading names the MCP server, but the list of domains or its button wasn’t found. Nothing was changed. ${teach ? 'You can show Gatehouse where they are, or reload' : 'Reload'} the page if it hasn’t finished loading.`,
  teach: 'Show Gatehouse the controls',
};

export const changes = {
  title: (since: string) => `Changed since your last visit${since === '' ? '' : `, ${since}`}`,
  added: (count: number) => `${plural(count, 'domain was', 'domains were')} added`,
  removed: (count: number) => `${plural(count, 'domain was', 'domains were')} removed`,
  settings: (count: number) => `${plural(count, 'setting', 'settings')} changed`,
  setting: (name: string, before: string, after: string) => `${name}: ${before} → ${after}`,
  show: 'Show what changed',
  rest: (count: number) => `and ${count} more`,
};

export const updated = {
  title: 'Gatehouse was updated',
  body: 'This page still runs the version from before and can’t do anything more. Reload it to go on; a list that is being imported is kept.',
  reload: 'Reload page',
};

export const readd = {
  offer: 'Re-add',
  working: 'Re-adding…',
  title: 'Delete this domain and add it again?',
  body: 'Atlassian’s remedy for a domain that is listed but still refused. It is missing from the list for a few seconds; if anything goes wrong in between, Gatehouse remembers it and offers to add it back.',
  confirm: 'Delete and add again',
  underWay: 'The domain is being deleted and added again',
  stay: 'Keep this page open for the few seconds that it takes.',
  done: 'The domain was deleted and added again',
  doneNext: 'It stands in the list again. Ask for a new authorization link and try it in a private window.',
  failed: 'The domain could not be re-added',
  finish: 'Add it back',
};

export const register = {
  reviewBy: (day: string) => `review by ${day}`,
  overdue: (day: string) => `review overdue since ${day}`,
};

export const teach = {
  title: (place: number, of: number) => `Show Gatehouse this page: step ${place} of ${of}`,
  steps: {
    list: 'Click an entry in the list of your domains. If the list is still empty, click the place where it says so.',
    button: 'Click the button that opens the form for a new domain.',
    field: 'Click the field for the new domain.',
    submit:
      'Point at the button that adds the domain and click it. Gatehouse only remembers it; nothing is added.',
  },
  cancel: 'Stop showing',
};
