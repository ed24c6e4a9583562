import type { Self, Sender } from '../messages/gate.ts';
import { createReceiver, type Handlers } from '../messages/handle.ts';

type Answer = (reply: unknown) => void;

/** The part of the browser's `runtime` that is needed. */
export interface ListenableRuntime {
  id: string;
  getURL(path: string): string;
  onMessage: { addListener(listener: (message: unknown, sender: Sender, answer: Answer) => true): void };
}

/** Answers messages. `true` tells the browser that the answer comes later: not every one understands a promise. */
export function listen(runtime: unknown, handlers: Handlers): void {
  const own = runtime as ListenableRuntime;
  const self: Self = { id: own.id, baseUrl: own.getURL('/') };
  const receive = createReceiver(handlers, self);
  own.onMessage.addListener((message, sender, answer) => {
    void receive(message, sender).then(answer);
    return true;
  });
}
