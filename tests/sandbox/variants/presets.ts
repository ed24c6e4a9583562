import { LANGUAGES } from '../texts/index.ts';
import { DEFAULT_VARIANT, type Variant } from './variant.ts';

/** Named members of the family. Each says only what differs from `DEFAULT_VARIANT`. */
const differences: Record<string, Partial<Variant>> = {
  default: {},
  // names, paths and layouts
  'new-name': { name: 'atlassian', pagePath: 'atlassian-mcp-server' },
  'long-name': { name: 'atlassian-rovo', pagePath: 'apps/ai-settings/rovo-mcp-server', tabInPath: true },
  'old-layout': {
    layout: 'sections',
    pagePath: 'ai-settings/mcp',
    submit: 'save',
    kindChoice: true,
    mainLandmark: false,
    deleteButton: 'icon',
    confirmDelete: false,
  },
  'tab-in-path': { tabInPath: true, pagePath: 'ai/mcp-server' },
  'no-main': { mainLandmark: false },
  'five-permissions': { fivePermissions: true },
  'slow-loading': { loading: 30_000 },
  // the form
  inline: { form: 'inline' },
  'inline-save': { form: 'inline', submit: 'save', confirmDelete: false },
  save: { submit: 'save' },
  'kind-choice': { kindChoice: true },
  'input-replaced': { replaceInputEvery: 400 },
  // the list
  list: { list: 'list', deleteButton: 'icon' },
  'direct-delete': { confirmDelete: false },
  paged: { paging: 'pages' },
  'paged-sorted': { paging: 'pages', order: 'sorted', confirmDelete: false },
  'newest-first': { order: 'newest', paging: 'pages' },
  'show-more': { paging: 'more', list: 'list' },
  'lazy-scroll': { paging: 'scroll', order: 'sorted' },
  virtual: { paging: 'virtual', list: 'list' },
  searching: { search: 'claude', paging: 'pages' },
  'no-search': { hasSearch: false },
  remounting: { remountEvery: 700 },
  'stale-list': { staleList: true },
  // What a driver reads after such an error proves nothing until the list is fetched again.
  'stale-after-trouble': {
    staleList: true,
    trouble: 'stored-but-failed',
    troubleEvery: 3,
    duplicates: 'accept',
  },
  // the button
  'button-rerendered': { replaceButton: 'keyed' },
  'button-replaced': { replaceButton: 'replace-with' },
  // markup
  unmarked: { testIds: false },
  'unmarked-list': {
    testIds: false,
    list: 'list',
    deleteButton: 'icon',
    mainLandmark: false,
    form: 'inline',
  },
  hostile: { hostile: true },
  // the server
  slow: { latency: [300, 1500] },
  'flag-refusal': { refusal: 'flag' },
  'silent-refusal': { refusal: 'silent' },
  'silent-open-refusal': { refusal: 'silent-open' },
  'stored-but-failed': { trouble: 'stored-but-failed' },
  'never-answers': { trouble: 'never-answers' },
  'never-answers-unstored': { trouble: 'never-answers-unstored' },
  'duplicates-accepted': { duplicates: 'accept' },
  'lower-casing': { normalise: 'lower-case' },
  'trailing-slash': { normalise: 'trailing-slash' },
  limited: { limit: 10, refusal: 'flag' },
  // several at once
  hardest: {
    testIds: false,
    language: 'de',
    list: 'list',
    deleteButton: 'icon',
    paging: 'pages',
    order: 'sorted',
    remountEvery: 700,
    replaceButton: 'replace-with',
    latency: [100, 600],
    refusal: 'flag',
    mainLandmark: false,
    submit: 'save',
  },
};

for (const language of LANGUAGES) {
  if (language !== 'en') differences[`lang-${language}`] = { language };
}

export const PRESET_NAMES: readonly string[] = Object.keys(differences);

/** The whole variant of a preset; throws with the known names when there is none of that name. */
export function preset(name: string): Variant {
  const difference = Object.hasOwn(differences, name) ? differences[name] : undefined;
  if (!difference) throw new Error(`No sandbox variant "${name}". Known: ${PRESET_NAMES.join(', ')}`);
  return { ...DEFAULT_VARIANT, ...difference };
}

/** A variant from a preset's name, from single switches, or from both as `{ preset: 'paged', language: 'de' }`. */
export type VariantChoice = string | (Partial<Variant> & { preset?: string });

export function resolveVariant(choice: VariantChoice = 'default'): Variant {
  if (typeof choice === 'string') return preset(choice);
  const { preset: name = 'default', ...rest } = choice;
  return { ...preset(name), ...rest };
}
