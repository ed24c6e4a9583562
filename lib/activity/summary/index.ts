/** The stored figures and how they are read: without validation, sources or sync. */
export type { RangeCounts, WindowName } from './count-range.ts';
export { countRange, WINDOWS } from './count-range.ts';
export type { Plan } from './limits.ts';
export { hourlyLimit } from './limits.ts';
export type { Bar, StartOfDay } from './series.ts';
export { barsOf, localStartOfDay } from './series.ts';
export type { SyncStatus } from './status.ts';
export { readStatus } from './status.ts';
export type { ActivitySummary, Ranked, RankedActor, SummaryRequest } from './summary.ts';
export { readSummary } from './summary.ts';
export type { Facts } from './view.ts';
export { nothingKnown, readStored, viewOf } from './view.ts';
export type {
  ActivityBar,
  ActivityState,
  ActivityView,
  ActivityWindow,
  EventView,
  RankedName,
} from './view-types.ts';
