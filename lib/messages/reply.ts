/**
 * Every answer is wrapped, so that "nobody listens" and "the answer is undefined" differ.
 * `code` is for programs, `message` is a sentence for the admin.
 */
export type Reply<T> = { ok: true; value: T } | Failure;
export interface Failure {
  ok: false;
  code: string;
  message: string;
}

/** A reply with a value. */
export function ok<T>(value: T): Reply<T> {
  return { ok: true, value };
}

/** A reply that says what went wrong. @param message a sentence for the admin: what happened, what to do */
export function fail(code: string, message: string): Failure {
  return { ok: false, code, message };
}

/** Whether something that came over the wire is a reply. The value inside is as typed, since only we send it. */
export function isReply(value: unknown): value is Reply<unknown> {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  if (value.ok === true) return true;
  return (
    value.ok === false &&
    'code' in value &&
    typeof value.code === 'string' &&
    'message' in value &&
    typeof value.message === 'string'
  );
}
