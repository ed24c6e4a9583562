import type { DeskAnswer } from '../../lib/activity/table/desk.ts';
import { StoreError } from '../../lib/store/errors.ts';
import type { FromWorker, QuestionName, Questions, ToWorker } from './desk-messages.ts';

export interface DeskListener {
  onAnswer(answer: DeskAnswer): void;
  onProgress(done: number, of: number): void;
  onFailure(message: string): void;
}

export interface DeskClient {
  /** Rejects with an `Error` whose message is a sentence for the admin. */
  ask<Name extends QuestionName>(
    name: Name,
    asked: Questions[Name]['asked'],
  ): Promise<Questions[Name]['answer']>;
}

/** The page's end of the worker. `broken` is the sentence for a worker that could not be started. */
export function startDesk(listener: DeskListener, broken: string): DeskClient {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const open = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === 'answer') listener.onAnswer(data.answer);
    else if (data.kind === 'progress') listener.onProgress(data.done, data.of);
    else if (data.kind === 'failed') listener.onFailure(new StoreError(data.code).message);
    else {
      const waiting = open.get(data.id);
      open.delete(data.id);
      if (data.kind === 'reply') waiting?.resolve(data.value);
      else waiting?.reject(new StoreError(data.code));
    }
  });
  worker.addEventListener('error', () => {
    for (const waiting of open.values()) waiting.reject(new Error(broken));
    open.clear();
    listener.onFailure(broken);
  });
  return {
    async ask(name, asked) {
      last += 1;
      const waiting = Promise.withResolvers<unknown>();
      open.set(last, waiting);
      worker.postMessage({ id: last, name, asked } as ToWorker);
      return (await waiting.promise) as Questions[typeof name]['answer'];
    },
  };
}
