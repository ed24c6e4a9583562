export { MAX_FILE_BYTES, MAX_ROWS } from './limits.ts';
export {
  type Choices,
  type ChosenRow,
  chooseRows,
  rowsToAdd,
} from './plan/choose.ts';
export { countPlan } from './plan/count.ts';
export { replaceRow } from './plan/replace-row.ts';

export { readPatternFile, readPatternFileInSlices } from './read/file.ts';
export { splitCell } from './read/split-cell.ts';
export {
  outcomeOf,
  reportCsvInSlices,
  reportRecords,
  summarise,
} from './report/report.ts';
export * from './run/index.ts';
export type * from './types.ts';
