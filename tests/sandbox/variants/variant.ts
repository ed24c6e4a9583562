import type { RefusalWay } from '../protocol.ts';
import type { Language } from '../texts/index.ts';

/**
 * One member of the family of consoles: small switches, each independent of the others, so that any combination is a
 * console that might be met. `DEFAULT_VARIANT` is what has been seen of today's page; presets change single switches.
 */
export interface Variant {
  // --- what the page is called and where it is
  language: Language;
  /** The name is moving: the support pages dropped "Rovo", the console had not yet, and had "Atlassian Rovo" before. */
  name: 'rovo' | 'atlassian-rovo' | 'atlassian';
  /** `sections`: the page before 2026, one page with three sections and other labels for the switches. */
  layout: 'tabs' | 'sections';
  /** Path below `/o/<orgId>/`; the real one isn't known. */
  pagePath: string;
  /** Keep the tab in the path, as `/tab/<name>`. */
  tabInPath: boolean;
  mainLandmark: boolean;
  /** Other words for everything about domains, and a list without table or list markup: not to be recognised. */
  unfamiliar: boolean;
  /** Some organizations have Delete and Manage among the permissions. */
  fivePermissions: boolean;
  /** Milliseconds before the page's data arrives; real pages can take over 20 s. */
  loading: number;

  // --- the form
  form: 'modal' | 'inline';
  submit: 'add' | 'save';
  /** Ask for "domain or pattern" before the field. */
  kindChoice: boolean;
  /** Milliseconds between replacements of the field's element while the form is open; 0 = never. */
  replaceInputEvery: number;

  // --- the list
  list: 'table' | 'list';
  deleteButton: 'text' | 'icon';
  confirmDelete: boolean;
  /**
   * `pages`: a pager; `more`: a "Show more" button; `scroll`: further rows come when the end is scrolled into view;
   * `virtual`: a list in a box of its own that holds only the rows near what is scrolled into view.
   */
  paging: 'none' | 'pages' | 'more' | 'scroll' | 'virtual';
  pageSize: number;
  order: 'stored' | 'newest' | 'sorted';
  /** What stands in the search box when the page opens. */
  search: string;
  hasSearch: boolean;
  /** Milliseconds between complete re-mounts of the list; 0 = never. */
  remountEvery: number;
  /** Don't fetch the list after a failed or abandoned request: it shows what was stored only after the next change that succeeds, a tab switch or a reload. */
  staleList: boolean;

  // --- the button beside which an extension may stand
  replaceButton: 'never' | 'keyed' | 'replace-with';
  /** Milliseconds between those replacements. */
  replaceButtonEvery: number;

  // --- markup
  /** False: no test ids, and class names hashed with another salt at each load. */
  testIds: boolean;
  /** Dispatch synthetic events at everything that isn't the page's own; hostile texts among the rows. */
  hostile: boolean;

  // --- the server behind the page
  /** Range of an answer's time in milliseconds. */
  latency: readonly [number, number];
  /** How a text that the store doesn't take is refused. */
  refusal: RefusalWay;
  /** What befalls adds again and again: stored but answered with an error, never answered (stored or not). */
  trouble: 'none' | 'stored-but-failed' | 'never-answers' | 'never-answers-unstored';
  /** It befalls every n-th add of an organization. */
  troubleEvery: number;
  duplicates: 'refuse' | 'accept';
  /** How the store rewrites what it is given. */
  normalise: 'none' | 'lower-case' | 'trailing-slash';
  /** Most entries the store takes; 0 = no limit. */
  limit: number;
}

export const DEFAULT_VARIANT: Variant = {
  language: 'en',
  name: 'rovo',
  layout: 'tabs',
  pagePath: 'rovo/rovo-mcp-server',
  tabInPath: false,
  mainLandmark: true,
  unfamiliar: false,
  fivePermissions: false,
  loading: 150,
  form: 'modal',
  submit: 'add',
  kindChoice: false,
  replaceInputEvery: 0,
  list: 'table',
  deleteButton: 'text',
  confirmDelete: true,
  paging: 'none',
  pageSize: 20,
  order: 'stored',
  search: '',
  hasSearch: true,
  remountEvery: 0,
  staleList: false,
  replaceButton: 'never',
  replaceButtonEvery: 1000,
  testIds: true,
  hostile: false,
  latency: [20, 60],
  refusal: 'field',
  trouble: 'none',
  troubleEvery: 5,
  duplicates: 'refuse',
  normalise: 'none',
  limit: 0,
};
