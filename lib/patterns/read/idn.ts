/**
 * Internationalised labels: A-labels by the platform's own UTS 46 (through `URL`), U-labels by RFC 3492, which no
 * platform offers to the web.
 */

/** No entry has more members, so none asks for more labels than these twice. */
const MOST_KEPT = 2048;
const encoded = new Map<string, string | undefined>();

/** The A-label of one label, or undefined when it is not valid or would be mapped to something else than its lower case. */
export function toALabel(label: string): string | undefined {
  // Reading, judging and normalising ask for the same labels, and each answer costs a run through the platform's parser.
  if (encoded.has(label)) return encoded.get(label);
  if (encoded.size > MOST_KEPT) encoded.clear();
  const aLabel = encode(label);
  if (label.length <= 64) encoded.set(label, aLabel);
  return aLabel;
}

function encode(label: string): string | undefined {
  const lower = label.toLowerCase();
  const composed = lower.normalize('NFC');
  if (composed !== lower.normalize('NFKC') || /\p{Default_Ignorable_Code_Point}/u.test(lower))
    return undefined;
  const ascii = hostOf(composed);
  return ascii !== undefined && /^xn--[a-z0-9-]+$/.test(ascii) ? ascii : undefined;
}

const decoded = new Map<string, string | undefined>();

/** The U-label behind `xn--…`, or undefined when the label is not a valid one. */
export function toULabel(aLabel: string): string | undefined {
  if (decoded.has(aLabel)) return decoded.get(aLabel);
  const label = decodePunycode(aLabel.slice(4));
  const valid = label !== undefined && /[^\0-\x7F]/.test(label) && toALabel(label) === aLabel.toLowerCase();
  // Rules ask for the same few labels again and again.
  if (decoded.size > MOST_KEPT) decoded.clear();
  decoded.set(aLabel, valid ? label : undefined);
  return decoded.get(aLabel);
}

/** The host with every A-label shown as its U-label; for messages only. */
export function toUnicodeHost(host: string): string {
  if (!host.includes('xn--')) return host;
  return host
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (toULabel(label) ?? label) : label))
    .join('.');
}

function hostOf(label: string): string | undefined {
  try {
    return new URL(`http://${label}/`).host;
  } catch {
    return undefined;
  }
}

/** RFC 3492, section 6.2, with its parameters for host names. */
function decodePunycode(text: string): string | undefined {
  const delimiter = text.lastIndexOf('-');
  const output = Array.from(delimiter > 0 ? text.slice(0, delimiter) : '', (c) => c.charCodeAt(0));
  let code = 128;
  let index = 0;
  let bias = 72;
  for (let at = delimiter > 0 ? delimiter + 1 : 0; at < text.length; ) {
    const before = index;
    for (let weight = 1, k = 36; ; k += 36) {
      const digit = digitOf(text.charCodeAt(at++));
      if (digit < 0) return undefined;
      index += digit * weight;
      const threshold = Math.min(Math.max(k - bias, 1), 26);
      if (digit < threshold) break;
      weight *= 36 - threshold;
      if (weight > 0x7fffffff || index > 0x7fffffff) return undefined;
    }
    const length = output.length + 1;
    let delta = before === 0 ? Math.floor((index - before) / 700) : (index - before) >> 1;
    delta += Math.floor(delta / length);
    let k = 0;
    for (; delta > 455; k += 36) delta = Math.floor(delta / 35);
    bias = k + Math.floor((36 * delta) / (delta + 38));
    code += Math.floor(index / length);
    index %= length;
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
    output.splice(index++, 0, code);
  }
  return String.fromCodePoint(...output);
}

function digitOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 22;
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a ? lower - 0x61 : -1;
}
