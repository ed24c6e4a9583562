/** Undoes what mail clients, tickets and careful people do to an address before it is pasted. All replacements are linear. */

/** Markup and JSON escapes, quoted-printable line ends, and "defanged" spellings such as `hxxps://app[.]example[.]com`. */
export function plainText(text: string): string {
  return (
    unfold(text)
      .replace(/&quot;/gi, '"')
      .replace(/&apos;/gi, "'")
      .replace(/&lt;/gi, '<')
      .replace(/&gt;/gi, '>')
      .replace(/&nbsp;/gi, ' ')
      // Behind the others: `&amp;lt;` is `&lt;`, and no `<`.
      .replace(/&amp;/gi, '&')
      .replace(/(?:&#x[\da-f]{1,4};){1,999}/gi, (run) => characters(run.slice(3, -1).split(/;&#x/i), 16))
      .replace(/(?:\\u[\da-f]{4}){1,999}/gi, (run) => characters(run.slice(2).split(/\\u/i), 16))
      .replace(/(?:&#\d{1,5};){1,999}/g, (run) => characters(run.slice(2, -1).split(';&#'), 10))
      .replace(/\\\//g, '/')
      .replace(/\\[nrt]/g, ' ')
      .replace(/\bh(?:xx|\*\*|tt__)p(s?)(?=:|\[)/gi, 'http$1')
      .replace(/\[:\/\/\]|\[:\]\/\//g, '://')
      .replace(/\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)/gi, '.')
      .replace(/\[:\](?=\d)/g, ':')
  );
}

/** Of a whole run at once: a call for each character is what would cost time. */
const characters = (numbers: string[], base: number) =>
  String.fromCharCode(...numbers.map((number) => Number.parseInt(number, base)));

/** Quoted-printable, as the source of a mail has it: an equals sign at a line's end joins lines, a real one is `=3D`. */
function unfold(text: string): string {
  // Else a line may end behind the equals sign of a parameter, whose value then stands in the next one.
  if (!text.includes('=3D')) return text.replace(/(?<![?&][\w-]{1,40})=\r?\n/g, '');
  return text.replace(/=\r?\n/g, '').replace(/(?:=[\dA-F]{2})+/g, (run) => decode(run.split('=').join('%')));
}

/** Hosts of mail filters and of sites that send every link through an address of their own. */
const WRAPPER =
  /(?:^|\.)safelinks\.protection\.(?:outlook\.com|office365\.us)$|^(?:(?:www\.)?google\.[a-z.]{2,6}|l\.facebook\.com|slack-redir\.net|linkprotect\.cudasvc\.com)$/i;
/** The parameters in which they keep the address. */
const WRAPPED = /^(?:url|q|u|a)$/;

/** The address inside a link that a mail filter rewrote; undefined when it is no such link. */
export function unwrapLink(address: string): string | undefined {
  const host = hostOf(address);
  if (/^urldefense\.(?:com|us)$/i.test(host)) return undefended(address);
  if (/^urldefense\.proofpoint\.com$/i.test(host)) {
    const [, value] = parametersOf(address).find(([name]) => name === 'u') ?? [];
    return value && decode(value.replaceAll('-', '%').replaceAll('_', '/'));
  }
  if (!WRAPPER.test(host)) return undefined;
  return parametersOf(address).find(([name, value]) => WRAPPED.test(name) && value.includes(':/'))?.[1];
}

/** `https://urldefense.com/v3/__https://…__;`, where a mail may have lost one of the slashes. */
function undefended(address: string): string | undefined {
  const start = address.indexOf('/__') + 3;
  const end = start < 3 ? -1 : address.indexOf('__;', start);
  return end < 0 ? undefined : address.slice(start, end).replace(/^(https?:)\/(?!\/)/i, '$1//');
}

/** What stands between `://` and the path, without a port; '' when there is no `://`. */
export function hostOf(address: string): string {
  return /:\/\/([^/?#:\\]*)/.exec(address)?.[1] ?? '';
}

/** Query and fragment parameters, decoded; no more than a hundred. */
export function parametersOf(address: string): [name: string, value: string][] {
  const start = address.search(/[?#]/);
  if (start < 0) return [];
  return address
    .slice(start + 1)
    .split(/[&#?]/)
    .slice(0, 100)
    .map((pair) => {
      const equals = pair.indexOf('=');
      return equals < 0 ? [pair, ''] : [pair.slice(0, equals), decode(pair.slice(equals + 1))];
    });
}

/** Percent-decodes once; escapes that are no UTF-8 stay as they are, and so does what was cut off in the middle. */
export function decode(text: string): string {
  return text.replace(/(?:%[0-7][\da-f])+|(?:%[89a-f][\da-f])+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}
