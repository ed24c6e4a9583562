/** The stored figures and how they are read: without validation, sources or sync. */
export type { WindowName } from '../stores.ts';
export { WINDOWS } from './count-range.ts';

export { hourlyLimit } from './limits.ts';
export { makeReady } from './ready.ts';
export { barsOf } from './series.ts';

export { readStatus } from './status.ts';

export { readSummary } from './summary.ts';

export { nothingKnown, readStored, viewOf } from './view.ts';
