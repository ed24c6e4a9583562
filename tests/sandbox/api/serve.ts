import type { ApiHandler } from '../server/types.ts';
import type { Replica } from './replica.ts';

/** Answers requests of a real server out of a replica. */
export function answerWith(replica: Replica): ApiHandler['handle'] {
  return async (request, response, url) => {
    if (!/\/admin\/v1\/orgs\//.test(url.pathname) || request.method !== 'GET') return false;
    const answer = replica.answer({ url, authorization: request.headers.authorization });
    if (answer.broken) {
      request.socket.destroy();
      return true;
    }
    if (answer.delay > 0) await new Promise((resolve) => setTimeout(resolve, answer.delay));
    response.writeHead(answer.status, answer.headers);
    response.end(answer.body);
    return true;
  };
}
