import { createHandlers } from '../../../lib/background/handlers.ts';
import type { Sender } from '../../../lib/messages/gate.ts';
import { createReceiver } from '../../../lib/messages/handle.ts';
import type { MessageName, RequestOf } from '../../../lib/messages/map.ts';
import { ORG } from '../store/fresh-database.ts';
import { fakePorts } from './fake-ports.ts';

/** The extension that is asked, and who asks it: its popup, or its script in a tab of the console. */
export const SELF = { id: 'abcdefgh', baseUrl: 'chrome-extension://abcdefgh/' };
export const POPUP: Sender = { id: SELF.id, url: `${SELF.baseUrl}popup.html` };

export function script(tabId: number, org = ORG): Sender {
  const url = `https://admin.atlassian.com/o/${org}/rovo`;
  return { id: SELF.id, url, frameId: 0, documentId: `doc-${tabId}`, tab: { id: tabId, url } };
}

/** Handlers over ports in memory, asked as the browser carries it: copied as JSON, both ways. */
export function asking() {
  const ports = fakePorts();
  let receive = createReceiver(createHandlers(ports), SELF);
  /** Handlers made anew, after a port was changed. */
  const restart = () => {
    receive = createReceiver(createHandlers(ports), SELF);
  };
  /** The value of an answer, or the failure as it is. */
  const ask = async <Name extends MessageName>(
    name: Name,
    request: RequestOf<Name>,
    sender: Sender,
  ): Promise<unknown> => {
    const answer = await receive(JSON.parse(JSON.stringify({ name, request })), sender);
    const copied = JSON.parse(JSON.stringify(answer));
    return copied.ok ? copied.value : copied;
  };
  return { ports, ask, restart };
}
