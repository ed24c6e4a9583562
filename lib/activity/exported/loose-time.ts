import { isPlausibleTime, readTime } from '../time.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const CLOCK = /(?:^|[ ,T])(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)? ?([ap]\.?m\.?)?(?: ?(?:UTC|GMT|Z))?$/i;
const DATES: readonly { form: RegExp; order: 'ymd' | 'mdy' | 'dmy' }[] = [
  { form: /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/, order: 'ymd' },
  { form: /^(?:[A-Za-z]{3,9}, )?([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})/, order: 'mdy' },
  { form: /^(?:[A-Za-z]{3,9}, )?(\d{1,2})\.? ([A-Za-z]{3,9})\.?,? (\d{4})/, order: 'dmy' },
];

function monthOf(text: string): number {
  return /^\d/.test(text) ? Number(text) : MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1;
}

/**
 * Reads a date of an export as people's eyes would: ISO 8601, epoch milliseconds, `Nov 20, 2026, 10:11 AM`,
 * `20 Nov 2026 10:11:12 UTC`. Without a zone it is UTC, as in the console's export. A form that is read differently
 * in different countries (`11/12/2026`) is not guessed: undefined.
 */
export function readLooseTime(value: string): number | undefined {
  const text = value.slice(0, 60).trim();
  const exact = readTime(/^\d{13}$/.test(text) ? Number(text) : text);
  if (exact !== undefined) return exact;
  const clock = CLOCK.exec(text);
  if (!clock) return undefined;
  for (const { form, order } of DATES) {
    const found = form.exec(text);
    if (!found) continue;
    const parts = found.slice(1).map((part) => part ?? '');
    const year = Number(parts[order.indexOf('y')]);
    const month = monthOf(parts[order.indexOf('m')] ?? '');
    const day = Number(parts[order.indexOf('d')]);
    const half = clock[4]?.[0]?.toLowerCase();
    const hour = half ? (Number(clock[1]) % 12) + (half === 'p' ? 12 : 0) : Number(clock[1]);
    const minute = Number(clock[2]);
    const second = Number(clock[3] ?? 0);
    if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) return undefined;
    const time = Date.UTC(year, month - 1, day, hour, minute, second);
    // 31 June would become 1 July.
    return new Date(time).getUTCDate() === day && isPlausibleTime(time) ? time : undefined;
  }
  return undefined;
}
