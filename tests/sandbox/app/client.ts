import type {
  Bootstrap,
  ChangeReply,
  DomainEntry,
  OrganizationSettings,
  SettingsChange,
} from '../protocol.ts';
import { GATEWAY } from '../protocol.ts';

/** A request that failed without an answer that can be read: the page says "Something went wrong". */
class RequestFailed extends Error {}

async function call<T>(
  org: string,
  path: string,
  method = 'GET',
  body?: unknown,
  signal?: AbortSignal,
): Promise<T> {
  const response = await fetch(`${GATEWAY}/orgs/${org}/${path}`, {
    method,
    ...(signal ? { signal } : {}),
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  }).catch(() => undefined);
  // 400 carries a refusal; anything else that isn't a success carries nothing.
  if (!response || (!response.ok && response.status !== 400)) throw new RequestFailed(path);
  return (await response.json()) as T;
}

export const loadBootstrap = (org: string) => call<Bootstrap>(org, 'bootstrap');

/** `opening` makes the server take the variant's loading time. */
export const loadSettings = (org: string, opening: boolean) =>
  call<OrganizationSettings>(org, opening ? 'settings?opening=1' : 'settings');
export const changeSettings = (org: string, change: SettingsChange) =>
  call<ChangeReply>(org, 'settings', 'PATCH', change);

export const loadDomains = (org: string) => call<DomainEntry[]>(org, 'domains');
/** Aborting frees the connection (a browser has six for a host); the server may store the entry all the same. */
export const addDomain = (org: string, text: string, signal: AbortSignal) =>
  call<ChangeReply>(org, 'domains', 'POST', { text }, signal);
export const deleteDomain = (org: string, id: string) => call<ChangeReply>(org, `domains/${id}`, 'DELETE');
