import { toALabel, toULabel } from '../read/idn.ts';
import { canonicalIpv4, canonicalIpv6, endsInNumber, isCanonicalIpv4 } from '../read/ip.ts';
import { nameCharacter, quote, type Refusal, refuse } from './refusal.ts';

/** Host and port of an address, read. */
export interface AddressAuthority {
  /** Lower case and A-labels; a custom scheme's host keeps its case; an IPv6 address is compressed. */
  host: string;
  /** Digits as written; '' when the address has none. */
  port: string;
  /** Where the path starts. */
  end: number;
}

/**
 * Reads the authority of an address, judging every part of it (reading R1).
 * @param start offset behind `://`.
 * @param custom true for every scheme but http and https.
 */
export function readAuthority(text: string, start: number, custom: boolean): AddressAuthority | Refusal {
  let end = start;
  while (end < text.length && !isDelimiter(text.charCodeAt(end))) end++;
  const authority = text.slice(start, end);
  const at = authority.lastIndexOf('@');
  if (at >= 0) {
    const real = authority.slice(at + 1);
    return refuse(
      text,
      'userinfo',
      `The address holds "@" before its path: browsers take what stands before it for sign-in data and open ${quote(real)}.`,
    );
  }
  const bracket = authority.startsWith('[') ? authority.indexOf(']') : 0;
  const colon = bracket < 0 ? -1 : authority.indexOf(':', bracket);
  const written = colon < 0 ? authority : authority.slice(0, colon);
  if (written === '') return refuse(text, 'no-host', 'The address has no host after "://".');
  let port = '';
  if (colon >= 0) {
    port = authority.slice(colon + 1);
    const refusal = refusePort(text, port);
    if (refusal) return refusal;
  }
  const host = custom ? readCustomHost(text, written) : readWebHost(text, written);
  return typeof host === 'string' ? { host, port, end } : host;
}

function isDelimiter(code: number): boolean {
  return code === 0x2f || code === 0x3f || code === 0x23;
}

function refusePort(text: string, port: string): Refusal | undefined {
  if (/^[1-9]\d{0,4}$/.test(port) && Number(port) <= 65_535) return undefined;
  if (port === '') {
    return refuse(text, 'port', 'The address has ":" without a port; browsers drop the colon.');
  }
  if (!/^\d+$/.test(port)) {
    return refuse(text, 'port', `The port ${quote(port)} is not a number; browsers refuse such an address.`);
  }
  return Number(port) > 65_535 || Number(port) === 0
    ? refuse(text, 'port', `The port ${quote(port)} is out of range; ports go from 1 to 65535.`)
    : refuse(text, 'port', `The port ${quote(port)} starts with a zero, which browsers drop.`);
}

/** Labels as of any host; nothing that browsers fold in hosts of the web is folded here. */
function readCustomHost(text: string, host: string): string | Refusal {
  const at = host.search(/[^A-Za-z0-9._-]/);
  if (at >= 0) {
    return refuse(
      text,
      'host-character',
      `The host ${quote(host)} holds ${nameCharacter(host, at)}, which no host may hold.`,
    );
  }
  if (host.endsWith('.')) return refuseTrailingDot(text, host);
  for (const label of host.split('.')) {
    const refusal = label === '' ? refuseEmptyLabel(text, host) : refuseShape(text, label, label);
    if (refusal) return refusal;
  }
  return refuseLength(text, host) ?? host;
}

function refuseTrailingDot(text: string, host: string): Refusal {
  return refuse(
    text,
    'trailing-dot',
    `The host ${quote(host)} ends in a dot; browsers take it for another origin.`,
  );
}

function refuseEmptyLabel(text: string, host: string): Refusal {
  return refuse(text, 'host-label', `The host ${quote(host)} has an empty label between two dots.`);
}

/** @param label as written, to be quoted; `name` is what it comes to. */
function refuseShape(text: string, label: string, name: string): Refusal | undefined {
  if (name.length > 63)
    return refuse(text, 'host-label', `The label ${quote(label)} is longer than 63 characters.`);
  if (!name.startsWith('-') && !name.endsWith('-')) return undefined;
  return refuse(
    text,
    'host-label',
    `The label ${quote(label)} starts or ends with a hyphen, which no host label may.`,
  );
}

function refuseLength(text: string, host: string): Refusal | undefined {
  if (host.length <= 253) return undefined;
  return refuse(
    text,
    'host-label',
    'The host is longer than 253 characters; no name server knows such a name.',
  );
}

function readWebHost(text: string, written: string): string | Refusal {
  if (written.startsWith('[')) {
    const address = canonicalIpv6(written);
    return (
      address ?? refuse(text, 'ip-address', `${quote(written)} is not an IPv6 address; browsers refuse it.`)
    );
  }
  if (written.includes('%')) {
    return refuse(
      text,
      'host-character',
      `The host ${quote(written)} is percent-encoded; browsers decode it and open another host than the one that is written.`,
    );
  }
  if (written.endsWith('.')) return refuseTrailingDot(text, written);
  const labels = written.split('.');
  for (let i = 0; i < labels.length; i++) {
    const label = readLabel(text, labels[i] ?? '', written);
    if (typeof label !== 'string') return label;
    labels[i] = label;
  }
  const host = labels.join('.');
  const tooLong = refuseLength(text, host);
  if (tooLong) return tooLong;
  if (endsInNumber(labels.at(-1) ?? '') && !isCanonicalIpv4(host)) {
    const opened = canonicalIpv4(host);
    return refuse(
      text,
      'ip-address',
      opened === undefined
        ? `The host ${quote(host)} ends in a number and is no IPv4 address; browsers refuse it.`
        : `The host ${quote(host)} is an odd spelling of an IPv4 address; browsers open ${opened}.`,
    );
  }
  return host;
}

/** One label, normalised. */
function readLabel(text: string, label: string, host: string): string | Refusal {
  if (label === '') return refuseEmptyLabel(text, host);
  let name = label.toLowerCase();
  const at = label.search(/[^A-Za-z0-9_\u0080-\uFFFF-]/);
  if (at >= 0) {
    return refuse(
      text,
      'host-character',
      `The host ${quote(host)} holds ${nameCharacter(label, at)}, which no host may hold.`,
    );
  }
  if (/[^\0-\x7F]/.test(label)) {
    const aLabel = toALabel(label);
    // Capitals that no standard maps to lower case are refused by browsers, though JavaScript has lower case for them.
    if (aLabel === undefined || platformLabel(label) !== aLabel) {
      return refuse(
        text,
        'internationalised',
        `The label ${quote(label)} holds characters that browsers map to others or refuse, so the host is another one than it looks.`,
      );
    }
    name = aLabel;
  } else if (name.startsWith('xn--') && toULabel(name) === undefined) {
    return refuse(
      text,
      'internationalised',
      `The label ${quote(label)} is not a valid internationalised one; browsers refuse it.`,
    );
  }
  return refuseShape(text, label, name) ?? name;
}

/** The label as the platform's own reader understands it. */
function platformLabel(label: string): string | undefined {
  try {
    return new URL(`http://${label}/`).hostname;
  } catch {
    return undefined;
  }
}
