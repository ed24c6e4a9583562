/** The largest file that is read at all, in bytes. Checked against the file's size before its content is touched. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** How many entries are taken from one file. */
export const MAX_ROWS = 100_000;

/** Columns of a table; what stands further right stays together in the last one. */
export const MAX_COLUMNS = 100;

/** Records read in one go before the browser gets its turn: about 3 ms of work, a few times that the first time. */
export const RECORDS_PER_SLICE = 1_000;

/** Characters read in one go, for files of few and long records. */
export const CHARACTERS_PER_SLICE = 256 * 1024;

/** Rows checked or planned in one go: a check costs some 20 µs, a question about coverage about as much. */
export const ROWS_PER_SLICE = 200;
