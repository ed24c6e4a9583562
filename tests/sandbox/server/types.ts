import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * What answers requests to `https://api.atlassian.com` (and to the console's own `/gateway/api/admin/...` route).
 *
 * The server asks it for every request to the API's host, and for requests to `admin.atlassian.com` whose path starts
 * with `/gateway/api/`. Nothing of the request's body has been read. `url` is absolute, with the host that the
 * browser asked for (`https://api.atlassian.com/admin/v1/orgs/...`), whatever port the sandbox really listens on.
 *
 * Resolves to true when the response was ended (or will be: streams and held responses count), false to let the
 * server answer 404 as JSON. A rejection becomes a 500 and is kept in `Sandbox.errors`.
 *
 * `tests/sandbox/api/index.ts` exports `createApiHandler(options?): ApiHandler & ...`; the sandbox mounts what it is
 * given as `startSandbox({ api })`.
 */
export interface ApiHandler {
  handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean>;
}
