import { scriptBridge } from './script-bridge.ts';

/** Whether a run drives the page now. What we show beside its rows and its field rests meanwhile: nobody reads it. */
export const isDriven = (): boolean => (scriptBridge().driven ?? 0) > 0;

/** Drives the page; when it is done, the page is looked at, and what has rested is brought up to date. */
export async function whileDriven<T>(work: () => Promise<T>): Promise<T> {
  const bridge = scriptBridge();
  bridge.driven = (bridge.driven ?? 0) + 1;
  try {
    return await work();
  } finally {
    bridge.driven -= 1;
    bridge.look?.();
  }
}
