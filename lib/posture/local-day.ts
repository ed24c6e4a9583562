/** The day where the admin is, `YYYY-MM-DD`: review dates are days of their calendar. `time` is milliseconds since 1970. */
export function localDay(time: number): string {
  const date = new Date(time);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
