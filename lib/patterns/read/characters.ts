/** Classes of characters that several parts of the reader ask for. All patterns are linear. */

/** Space and controls inside an entry: ASCII, C1 and the Unicode spaces that `INVISIBLE` does not list; NUL is `UNENCODABLE`. */
export const SPACE_OR_CONTROL = /[\u0001-\u0020\u007F-\u009F\u1680\u2000-\u200A\u202F\u205F\u3000]/;

/** Invisible and bidirectional characters: the list of rule E021 without the controls, which are E020. */
export const INVISIBLE =
  /[\u00A0\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|\u034F/;

/** NUL, the replacement character, and halves of a surrogate pair (`isLoneSurrogate` tells those from whole pairs). */
export const UNENCODABLE = /[\u0000\uFFFD\uD800-\uDFFF]/g;

/** Signs that look like the asterisk and are none. */
export const LOOKALIKE_STAR = /[\u2217\uFF0A\u204E\u2731-\u2733\u273B\u22C6\u066D\u2055\uFE61\u2051]/;

/** Colons and slashes of other alphabets that are pasted in place of `://`. */
export const LOOKALIKE_COLON = /[\uFF1A\uFE55\u2236\uA789\u02D0]/;
export const LOOKALIKE_SLASH = /[\uFF0F\u2044\u2215\u29F8]/;

/** The white space that is trimmed at the ends: the URL standard's ASCII white space. */
export function isAsciiSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b);
}

/** Whether the UTF-16 unit at `index` is a surrogate without its other half. */
export function isLoneSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code >= 0xd800 && code <= 0xdbff) {
    const next = text.charCodeAt(index + 1);
    return !(next >= 0xdc00 && next <= 0xdfff);
  }
  if (code >= 0xdc00 && code <= 0xdfff) {
    const before = text.charCodeAt(index - 1);
    return !(before >= 0xd800 && before <= 0xdbff);
  }
  return false;
}
