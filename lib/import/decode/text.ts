import type { Sliced } from '../../slices/sliced.ts';
import type { Problems } from '../problems.ts';
import type { TextEncoding } from '../types.ts';
import { utf16Side } from './sniff.ts';

const CHUNK_BYTES = 1024 * 1024;

/**
 * Decodes a file: by its byte order mark, by the zeros of UTF-16, as UTF-8 when it is that, and else as
 * Windows-1252, in which no byte is wrong. A damaged UTF-8 file (more right letters than wrong ones) stays
 * UTF-8. Notes I401 for whatever was not plain UTF-8.
 */
export function* decodeText(bytes: Uint8Array, problems: Problems, chosen?: TextEncoding): Sliced<string> {
  const text = yield* decodeBest(bytes, problems, chosen);
  // A replacement character in the text was either made just now or saved by a program that had lost a letter.
  for (
    let at = text.indexOf('\uFFFD'), n = 0;
    at >= 0 && n < 1_000;
    at = text.indexOf('\uFFFD', at + 1), n++
  ) {
    problems.note('undecodable');
  }
  return text;
}

function* decodeBest(bytes: Uint8Array, problems: Problems, chosen?: TextEncoding): Sliced<string> {
  if (chosen !== undefined) return yield* decodeAs(bytes, chosen);
  const side = utf16Side(bytes);
  if (side) {
    problems.note('utf16');
    return yield* decodeAs(bytes, side);
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) problems.note('byteOrderMark');
  const text = yield* decodeAs(bytes, 'utf-8');
  const { wrong, right } = countLetters(text);
  if (wrong === 0 || right > wrong) return text;
  problems.note('windows1252');
  return yield* decodeAs(bytes, 'windows-1252');
}

function* decodeAs(bytes: Uint8Array, encoding: TextEncoding): Sliced<string> {
  const decoder = new TextDecoder(encoding);
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    text += decoder.decode(bytes.subarray(at, at + CHUNK_BYTES), { stream: true });
    yield;
  }
  return text + decoder.decode();
}

/** How many letters beyond ASCII were decoded and how many could not be; looks no further than is needed. */
function countLetters(text: string): { wrong: number; right: number } {
  const first = text.indexOf('\uFFFD');
  if (first < 0) return { wrong: 0, right: 0 };
  let wrong = 0;
  let right = 0;
  const end = Math.min(text.length, 256 * 1024 + first);
  for (let i = Math.max(0, first - 64 * 1024); i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd) wrong++;
    else if (unit > 0x7f) right++;
  }
  return { wrong, right };
}
