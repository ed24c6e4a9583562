export { MAX_FILE_BYTES, MAX_ROWS } from './limits.ts';
export { fileTooLarge } from './problems.ts';
export { undisguise } from './read/disguise.ts';
export { readPatternFile, readPatternFileInSlices } from './read/file.ts';
export { splitCell } from './read/split-cell.ts';
export type * from './types.ts';
