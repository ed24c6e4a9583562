import { cloudOfConsole } from '../catalogue/clouds.ts';
import { say } from '../words/say.ts';
import { type Failure, fail, ok, type Reply } from './reply.ts';

/**
 * Who sent a message, by what the browser says and never by what the message says. The page of the console can not
 * send to us, but a page that has taken over its own renderer can speak as our content script: so that script is
 * trusted with one organization's view and nothing more.
 */

/** The part of the browser's sender that decides. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  /** Not given by every browser; where it is, it must fit. */
  origin?: string | undefined;
  frameId?: number | undefined;
  documentId?: string | undefined;
  tab?: { id?: number | undefined; url?: string | undefined } | undefined;
}

/** Ourselves: `browser.runtime.id`, and what `browser.runtime.getURL('')` answers. */
export interface Self {
  id: string;
  baseUrl: string;
}

/** Our content script in the console's own, topmost document. */
interface ConsoleCaller {
  kind: 'console';
  tabId: number;
  /** Names the very document, where the browser tells. */
  documentId?: string;
  /** The cloud whose console it is, by its domain. */
  cloud: string;
  /** The organizations that the browser's addresses name, the tab's own first. */
  organizations: readonly string[];
}
/** A page of ours: popup, options, activity, posture. */
export interface OwnCaller {
  kind: 'own';
  tabId?: number;
}
export type Caller = ConsoleCaller | OwnCaller;

const REFUSED = {
  extension: fail('refused-extension', say('failure_ownOnly')),
  page: fail('refused-page', say('failure_consoleAndOwn')),
  frame: fail('refused-frame', say('failure_inFrame')),
} as const satisfies Record<string, Failure>;

const ORGANIZATION = /^\/o\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:\/|$)/i;

function parse(url: string | undefined): URL | undefined {
  try {
    return new URL(url ?? '');
  } catch {
    return undefined;
  }
}

/** The organization that an address of the console names, in lower case. */
export function organizationOfUrl(url: string | undefined): string | undefined {
  const parsed = parse(url);
  if (!parsed || cloudOfConsole(url) === undefined) return undefined;
  return ORGANIZATION.exec(parsed.pathname)?.[1]?.toLowerCase();
}

/** Answers who sent a message; codes `refused-extension`, `refused-page`, `refused-frame`. */
export function identify(sender: Sender, self: Self): Reply<Caller> {
  if (sender.id !== self.id) return REFUSED.extension;
  if (sender.frameId !== undefined && sender.frameId !== 0) return REFUSED.frame;
  const tabId = sender.tab?.id;
  if (sender.url?.startsWith(self.baseUrl)) {
    if (sender.origin !== undefined && `${sender.origin}/` !== self.baseUrl) return REFUSED.page;
    return ok(tabId === undefined ? { kind: 'own' } : { kind: 'own', tabId });
  }
  const cloud = cloudOfConsole(sender.url);
  if (cloud === undefined) return REFUSED.page;
  const origin = parse(sender.url)?.origin;
  if (sender.origin !== undefined && sender.origin !== origin) return REFUSED.page;
  if (tabId === undefined || sender.frameId !== 0) return REFUSED.frame;
  // The document's address may date from when it was loaded: the console moves on without loading anew.
  const addresses = [sender.tab?.url, sender.url].filter((url) => cloudOfConsole(url) === cloud);
  const named = addresses.map((url) => organizationOfUrl(url));
  const organizations = [...new Set(named.filter((id) => id !== undefined))];
  const documentId = sender.documentId;
  const caller = { kind: 'console' as const, tabId, cloud, organizations };
  return ok(documentId === undefined ? caller : { ...caller, documentId });
}

const NO_ORGANIZATION = fail('organization-unknown', say('failure_noOrganization'));
const OTHER_ORGANIZATION = fail('organization-differs', say('failure_otherOrganization'));

/**
 * The organization a message is about. A content script may name one only if the browser's address says the same;
 * our own pages choose. Codes `organization-unknown`, `organization-differs`.
 */
export function organizationOf(caller: Caller, named: string | undefined): Reply<string> {
  if (caller.kind === 'own') return named === undefined ? NO_ORGANIZATION : ok(named);
  const first = caller.organizations[0];
  if (first === undefined) return NO_ORGANIZATION;
  if (named === undefined) return ok(first);
  return caller.organizations.includes(named) ? ok(named) : OTHER_ORGANIZATION;
}
