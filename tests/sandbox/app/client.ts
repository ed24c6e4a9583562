import type {
  Bootstrap,
  ChangeReply,
  DomainEntry,
  OrganizationSettings,
  SettingsChange,
} from '../protocol.ts';
import { GATEWAY } from '../protocol.ts';

/** A request that failed without an answer that can be read: the page says "Something went wrong". */
export class RequestFailed extends Error {}

async function call<T>(org: string, path: string, method = 'GET', body?: unknown): Promise<T> {
  const response = await fetch(`${GATEWAY}/orgs/${org}/${path}`, {
    method,
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
export const addDomain = (org: string, text: string) => call<ChangeReply>(org, 'domains', 'POST', { text });
export const deleteDomain = (org: string, id: string) => call<ChangeReply>(org, `domains/${id}`, 'DELETE');
