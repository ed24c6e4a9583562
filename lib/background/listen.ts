import type { Self, Sender } from '../messages/gate.ts';
import { createReceiver, type Handlers, type Permit } from '../messages/handle.ts';
import { type Planner, type ServedPort, servePlanPort } from './plan-port.ts';

type Answer = (reply: unknown) => void;

/** The part of the browser's `runtime` that is needed. */
interface ListenableRuntime {
  id: string;
  getURL(path: string): string;
  onMessage: { addListener(listener: (message: unknown, sender: Sender, answer: Answer) => true): void };
  onConnect: { addListener(listener: (port: ServedPort) => void): void };
}

/** Answers messages and ports. `true` tells the browser that the answer comes later: not every one understands a promise. */
export function listen(runtime: unknown, handlers: Handlers, planner: Planner, permit: Permit): void {
  const own = runtime as ListenableRuntime;
  const self: Self = { id: own.id, baseUrl: own.getURL('/') };
  const receive = createReceiver(handlers, self, permit);
  own.onMessage.addListener((message, sender, answer) => {
    void receive(message, sender).then(answer);
    return true;
  });
  own.onConnect.addListener((port) => servePlanPort(port, self, planner));
}
