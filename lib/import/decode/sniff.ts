/** What the first bytes say a file is. */
export type FileNature = 'empty' | 'text' | 'workbook' | 'binary';

const SAMPLE_BYTES = 64 * 1024;

/** First bytes of what people drop by mistake. `PK` is any zip: told apart by its content. */
const signatures: readonly (readonly [nature: FileNature, bytes: readonly number[]])[] = [
  ['binary', [0x25, 0x50, 0x44, 0x46, 0x2d]], // %PDF-
  ['binary', [0x89, 0x50, 0x4e, 0x47]], // PNG
  ['binary', [0xff, 0xd8, 0xff]], // JPEG
  ['binary', [0x47, 0x49, 0x46, 0x38]], // GIF8
  ['binary', [0x1f, 0x8b]], // gzip
  ['binary', [0x37, 0x7a, 0xbc, 0xaf]], // 7z
  ['binary', [0x7f, 0x45, 0x4c, 0x46]], // ELF
  ['workbook', [0xd0, 0xcf, 0x11, 0xe0]], // the old .xls container
];

const startsWith = (bytes: Uint8Array, head: readonly number[]): boolean =>
  head.every((byte, i) => bytes[i] === byte);

/**
 * Tells text from what can't be text. A single stray control character is left to the check of its row; one
 * in twenty means that the file isn't text. UTF-16 is recognised by its zeros on one side.
 */
export function fileNature(bytes: Uint8Array): FileNature {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return holdsWorkbook(bytes) ? 'workbook' : 'binary';
  for (const [nature, head] of signatures) if (startsWith(bytes, head)) return nature;
  if (utf16Side(bytes) !== undefined) return 'text';
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let controls = 0;
  for (const byte of sample) if (byte < 0x09 || (byte > 0x0d && byte < 0x20) || byte === 0x7f) controls++;
  return controls * 20 > sample.length ? 'binary' : 'text';
}

/** A zip is a workbook when it names the parts of one; the names stand unpacked in it. */
function holdsWorkbook(bytes: Uint8Array): boolean {
  const latin1 = new TextDecoder('latin1');
  const head = latin1.decode(bytes.subarray(0, SAMPLE_BYTES));
  const tail = latin1.decode(bytes.subarray(Math.max(0, bytes.length - SAMPLE_BYTES)));
  return head.includes('xl/') || tail.includes('xl/');
}

/** The byte order of UTF-16, by its mark or by where the zeros of ASCII text stand; undefined for anything else. */
export function utf16Side(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const pairs = Math.min(bytes.length, SAMPLE_BYTES) >> 1;
  if (pairs < 2) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) even++;
    if (bytes[2 * i + 1] === 0) odd++;
  }
  if (odd * 5 > pairs * 2 && even * 20 < pairs) return 'utf-16le';
  if (even * 5 > pairs * 2 && odd * 20 < pairs) return 'utf-16be';
  return undefined;
}
