/** Undoes what mail clients, tickets and careful people do to an address before it is pasted. All replacements are linear. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&#x2f;': '/',
  '&#47;': '/',
  '&nbsp;': ' ',
};

/** Markup and JSON escapes, quoted-printable line ends, and "defanged" spellings such as `hxxps://app[.]example[.]com`. */
export function plainText(text: string): string {
  const unfolded = /=\r?\n/.test(text) ? text.replace(/=\r?\n/g, '').replace(/=3D/g, '=') : text;
  return unfolded
    .replace(
      /&(?:amp|quot|lt|gt|nbsp|#39|#47|#x27|#x2f);/gi,
      (entity) => ENTITIES[entity.toLowerCase()] ?? entity,
    )
    .replace(/\\u00(26|3d|2f|3a|3c|3e|22)/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    .replace(/\\\//g, '/')
    .replace(/\bh(?:xx|\*\*|tt__|XX)p(s?)(?=:|\[)/gi, 'http$1')
    .replace(/\[:\/\/\]|\[:\]\/\//g, '://')
    .replace(/\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)/gi, '.')
    .replace(/\[:\](?=\d)/g, ':');
}

/** A host of a mail filter, and the parameter in which it hides the address. */
const WRAPPERS: readonly { host: RegExp; parameter: string }[] = [
  { host: /(?:^|\.)safelinks\.protection\.outlook\.com$/i, parameter: 'url' },
  { host: /(?:^|\.)safelinks\.protection\.office365\.us$/i, parameter: 'url' },
  { host: /^(?:www\.)?google\.[a-z.]{2,6}$/i, parameter: 'q' },
  { host: /^(?:www\.)?google\.[a-z.]{2,6}$/i, parameter: 'url' },
  { host: /^l\.facebook\.com$/i, parameter: 'u' },
  { host: /^slack-redir\.net$/i, parameter: 'url' },
  { host: /^linkprotect\.cudasvc\.com$/i, parameter: 'a' },
];

/** The address inside a link that a mail filter rewrote; undefined when it is no such link. */
export function unwrapLink(address: string): string | undefined {
  const host = hostOf(address);
  if (/^urldefense\.(?:com|us)$/i.test(host)) {
    const start = address.indexOf('/__');
    const end = start < 0 ? -1 : address.indexOf('__;', start + 3);
    return end < 0 ? undefined : address.slice(start + 3, end);
  }
  for (const wrapper of WRAPPERS) {
    if (!wrapper.host.test(host)) continue;
    const value = parametersOf(address).find(([name]) => name === wrapper.parameter)?.[1];
    if (value?.includes(':/')) return value;
  }
  return undefined;
}

/** What stands between `://` and the path, without a port; '' when there is no `://`. */
export function hostOf(address: string): string {
  const start = address.indexOf('://');
  if (start < 0) return '';
  return /^[^/?#:\\]*/.exec(address.slice(start + 3, start + 300))?.[0] ?? '';
}

/** Query and fragment parameters, decoded; a value that can not be decoded stays as it is. */
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

/** Percent-decodes once; text that is not well encoded stays as it is. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
