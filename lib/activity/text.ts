/**
 * Control characters and direction overrides have no business in a name, and can make one name look like another.
 * The marks for right-to-left text (U+200E, U+200F) stay: they occur in honest names.
 */
const UNWANTED = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]+/g;

/** The longest name that is kept, in UTF-16 units. */
export const MAX_NAME = 200;

/** One line of text from an event, without control characters, capped. Anything but a string or number is ''. */
export function cleanText(value: unknown, max: number = MAX_NAME): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  const text = value
    .slice(0, max * 2)
    .replace(UNWANTED, ' ')
    .trim();
  return text.length > max ? text.slice(0, max).toWellFormed() : text.toWellFormed();
}
