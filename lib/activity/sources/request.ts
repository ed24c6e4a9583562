import type { ProblemCode } from '../problems.ts';
import type { Answer, Failure } from './types.ts';

/** One GET with every way in which it can fail told apart. Knows nothing of what the answer holds. */

/** The part of `fetch` that is used, so that tests and the background give their own. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A page of 500 events has about 1 MB; more than this is no answer of the API. Characters. */
const MAX_BODY = 20_000_000;
/** Milliseconds until an answer must be there. */
const TIMEOUT = 30_000;
/** The longest wait that is obeyed, in milliseconds. */
const MAX_RETRY_AFTER = 24 * 60 * 60 * 1_000;

const CODES: Readonly<Record<number, ProblemCode>> = {
  400: 'bad-request',
  401: 'unauthorised',
  403: 'forbidden',
  404: 'not-found',
  408: 'timed-out',
  429: 'rate-limited',
};

/** The status of a failed answer as a code. */
export function codeOfStatus(status: number): ProblemCode {
  return CODES[status] ?? (status >= 500 ? 'server-error' : 'unexpected-answer');
}

/** An error's explanation is a few hundred characters. */
const MAX_ERROR = 20_000;

/**
 * A 403 means a missing scope or a plan without audit log; which of them stands in the error's words, if anywhere.
 * The words are not documented, so what doesn't name one of them stays undecided.
 */
async function whyForbidden(response: Response): Promise<ProblemCode> {
  const length = Number(response.headers.get('content-length') ?? 0);
  if (length > MAX_ERROR) return 'forbidden';
  const words = (await response.text().catch(() => '')).slice(0, MAX_ERROR);
  if (/\bscopes?\b/i.test(words)) return 'scope-missing';
  return /\b(?:plan|subscription|licen[cs]ed?|entitle\w*|upgrade)\b/i.test(words)
    ? 'plan-missing'
    : 'forbidden';
}

/** Retry-After in milliseconds: seconds or a date (RFC 9110 §10.2.3), capped; undefined when it says nothing. */
export function readRetryAfter(
  value: string | null,
  serverTime: number | undefined,
  now: number,
): number | undefined {
  if (!value) return undefined;
  const text = value.trim();
  const wait = /^\d{1,9}$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - (serverTime ?? now);
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), MAX_RETRY_AFTER) : undefined;
}

function readDate(value: string | null): number | undefined {
  const time = value === null ? Number.NaN : Date.parse(value);
  return Number.isFinite(time) && time > 0 ? time : undefined;
}

/**
 * Asks once and answers the parsed JSON, or the failure. A redirect is no answer of an API (it leads to a sign-in
 * page), so it is not followed. Never rejects; an abort answers `timed-out`.
 */
export async function getJson(
  fetch: Fetch,
  url: string,
  init: RequestInit,
  options: { signal: AbortSignal; now: () => number; timeout?: number },
): Promise<Answer<unknown>> {
  const { signal, now, timeout = TIMEOUT } = options;
  const limit = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
  let response: Response;
  try {
    response = await fetch(url, {
      ...init,
      method: 'GET',
      redirect: 'manual',
      cache: 'no-store',
      signal: limit,
    });
  } catch {
    return { ok: false, code: limit.aborted ? 'timed-out' : 'offline' };
  }
  const serverTime = readDate(response.headers.get('date'));
  const clock = serverTime === undefined ? {} : { serverTime };
  if (response.status !== 200) {
    const code = response.status === 403 ? await whyForbidden(response) : codeOfStatus(response.status);
    await response.body?.cancel().catch(() => undefined);
    const wait = readRetryAfter(response.headers.get('retry-after'), serverTime, now());
    const failure: Failure = { ok: false, code, ...clock };
    return wait === undefined ? failure : { ...failure, retryAfter: wait };
  }
  let text: string;
  try {
    text = await response.text();
  } catch {
    return { ok: false, code: limit.aborted ? 'timed-out' : 'truncated', ...clock };
  }
  if (text.length > MAX_BODY) return { ok: false, code: 'unexpected-answer', ...clock };
  try {
    return { ok: true, value: JSON.parse(text) as unknown, ...clock };
  } catch {
    // An answer that begins like JSON broke off; anything else (a sign-in page) never was one.
    return { ok: false, code: /^\s*[[{]/.test(text) ? 'truncated' : 'unexpected-answer', ...clock };
  }
}
