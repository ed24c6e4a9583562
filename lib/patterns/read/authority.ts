import type { SharedSuffix } from '../suffixes/index.ts';
import { INVISIBLE, LOOKALIKE_STAR, SPACE_OR_CONTROL } from './characters.ts';
import { toALabel, toULabel } from './idn.ts';
import { canonicalIpv6, endsInNumber, isCanonicalIpv4 } from './ip.ts';
import { isRegular } from './regular.ts';

/** Why a host is not legal (rule E011), and where in the host. */
interface HostFault {
  kind: 'empty' | 'long-label' | 'long-host' | 'hyphen' | 'character' | 'idn' | 'ipv4' | 'ipv6';
  label: string;
  at: number;
  length: number;
}

/** The rightmost wildcard of a web host. */
export interface Wildcard {
  /** Number of the rightmost label with a star. */
  label: number;
  /** The star is the whole label. */
  whole: boolean;
  /** The labels right of it; '' when the star is in the last one. */
  tail: string;
  /** Anybody can register names right below the tail. */
  icann: boolean;
  /** The tail is, or opens, a suffix that tenants share. */
  shared: SharedSuffix | undefined;
}

/**
 * Host and port of one member of the expansion. Offsets count within `text`. A class, so that all fields are there from the
 * start: what is alike to the machine is read several times faster.
 */
export class Authority {
  /** Number of the member, for `locate`. */
  readonly index: number;
  readonly text: string;
  readonly hostAt: number;
  /** As written. */
  readonly host: string;
  /** As written, without the colon; undefined when there is no colon. */
  readonly port: string | undefined;
  readonly portAt: number;
  /** The host in lower case and A-labels, `**` as `*`, an IPv6 address compressed; a custom scheme's host keeps its case. */
  name: string;
  ip: 'v4' | 'v6' | undefined;
  trailingDot = false;
  fault: HostFault | undefined;
  /** The host holds characters that a rule of their own reports, so nothing can be said about its name. */
  unclear: boolean;
  /** A name of small letters, digits, hyphens and stars in lawful labels, with nothing else to be said about its writing. */
  usual = false;
  /** What the rules found out about the host, kept so that it is looked up once: undefined = not asked yet. */
  readonly known: { wildcard: Wildcard | null | undefined; suffix: string | null | undefined } = {
    wildcard: undefined,
    suffix: undefined,
  };
  #labels: readonly string[] | undefined;

  constructor(index: number, text: string, hostAt: number, hostEnd: number, end: number, unclear: boolean) {
    this.index = index;
    this.text = text;
    this.hostAt = hostAt;
    this.host = hostAt === 0 && hostEnd === text.length ? text : text.slice(hostAt, hostEnd);
    this.port = hostEnd < end ? text.slice(hostEnd + 1, end) : undefined;
    this.portAt = Math.min(hostEnd + 1, end);
    this.name = this.host;
    this.unclear = unclear;
  }

  /** Labels of `name`, without the empty one behind a trailing dot. Hardly any rule asks for them where nothing is odd. */
  get labels(): readonly string[] {
    this.#labels ??= (this.trailingDot ? this.name.slice(0, -1) : this.name).split('.');
    return this.#labels;
  }

  set labels(labels: readonly string[]) {
    this.#labels = labels;
  }
}

/** Characters of a host, a dot at its end not counted. */
const MAX_HOST = 253;

const PLAIN = /^[A-Za-z0-9._*-]*$/;
/** Reported by E023, E026, E016 and E019, wherever they stand in a host. */
const OTHER_RULES = /[()[\]!+@|^$<>%\\\u0000\uFFFD]/;

/** Splits one member of the authority and judges its host. `custom` is true for every scheme but http and https. */
export function readAuthority(text: string, index: number, custom: boolean): Authority {
  if (!custom && text.length <= MAX_HOST && isRegular(text)) {
    const plain = new Authority(index, text, 0, text.length, text.length, false);
    plain.usual = !text.includes('_');
    if (endsInNumber(text.slice(text.lastIndexOf('.') + 1))) judgeNumber(plain);
    return plain;
  }
  const cut = text.search(/[?#]/);
  const end = cut < 0 ? text.length : cut;
  let hostAt = 0;
  // `@(` opens an extended glob; every other @ ends sign-in data.
  for (let at = text.indexOf('@'); at >= 0 && at < end; at = text.indexOf('@', at + 1)) {
    if (text[at + 1] !== '(') hostAt = at + 1;
  }
  const bracket = text[hostAt] === '[' ? text.indexOf(']', hostAt) : -1;
  const colon = text.indexOf(':', Math.max(bracket, hostAt));
  const hostEnd = colon < 0 || colon >= end ? end : colon;
  const authority = new Authority(index, text, hostAt, hostEnd, end, cut >= 0);
  if (custom) readCustomHost(authority);
  else if (bracket >= 0 && readIpv6(authority)) return authority;
  else readWebHost(authority);
  return authority;
}

/**
 * Labels as of any host (R1 and E011 do not ask for the scheme), but no name that browsers would fold: case, numbers and
 * A-labels stay as they are written.
 */
function readCustomHost(authority: Authority): void {
  const { host } = authority;
  const bare = withoutTrailingDot(authority);
  authority.name = host.replace(/\*{2,}/g, '*');
  authority.labels = bare.replace(/\*{2,}/g, '*').split('.');
  if (!PLAIN.test(host)) {
    if (isUnclear(host)) authority.unclear = true;
    else authority.fault = { kind: 'character', label: host, at: host.search(/[^A-Za-z0-9._*-]/), length: 1 };
    return;
  }
  // A host that is wholly empty is rule E008.
  if (host === '') return;
  let at = 0;
  for (const label of bare.split('.')) {
    const kind = label === '' ? 'empty' : faultOfShape(label);
    if (kind) {
      authority.fault = { kind, label, at, length: label.length };
      return;
    }
    at += label.length + 1;
  }
  judgeLength(authority);
}

/** Notes a dot at the end of the host. */
function withoutTrailingDot(authority: Authority): string {
  const { host } = authority;
  authority.trailingDot = host.length > 1 && host.endsWith('.');
  return authority.trailingDot ? host.slice(0, -1) : host;
}

function judgeLength(authority: Authority): void {
  const { name, host, trailingDot } = authority;
  if (name.length - (trailingDot ? 1 : 0) > MAX_HOST)
    authority.fault = { kind: 'long-host', label: host, at: 0, length: host.length };
}

function readIpv6(authority: Authority): boolean {
  const { host } = authority;
  // Without a colon inside it is a character class, `[a-z]`.
  if (!/^\[[\w.]*:[\w.:]*\]$/.test(host)) return false;
  const canonical = canonicalIpv6(host);
  authority.ip = 'v6';
  authority.labels = [];
  authority.name = canonical ?? host;
  if (canonical === undefined) authority.fault = { kind: 'ipv6', label: host, at: 0, length: host.length };
  return true;
}

function readWebHost(authority: Authority): void {
  const { host } = authority;
  const bare = withoutTrailingDot(authority);
  const regular = isRegular(bare);
  if (!regular) {
    const names = bare.split('.');
    if (!PLAIN.test(host) && isUnclear(host)) {
      authority.unclear = true;
      authority.labels = names;
      return;
    }
    readLabels(authority, names);
  }
  if (authority.fault || host === '') return;
  judgeLength(authority);
  if (authority.fault) return;
  authority.usual = regular && !authority.trailingDot && !host.includes('_');
  const name = authority.trailingDot ? authority.name.slice(0, -1) : authority.name;
  if (endsInNumber(name.slice(name.lastIndexOf('.') + 1))) judgeNumber(authority);
}

/** Label by label, where something is to be normalised or said. */
function readLabels(authority: Authority, written: readonly string[]): void {
  const { host } = authority;
  let at = 0;
  const names = written.map((text) => {
    const label = readLabel(text);
    // A host that is wholly empty is rule E008.
    if (label.fault && host !== '')
      authority.fault ??= { kind: label.fault, label: text, at: at + label.at, length: label.length };
    at += text.length + 1;
    return label.name;
  });
  authority.labels = names;
  authority.name = names.join('.') + (authority.trailingDot ? '.' : '');
}

/** Browsers take a host that ends in a number for an IPv4 address. */
function judgeNumber(authority: Authority): void {
  const { host } = authority;
  authority.usual = false;
  if (isCanonicalIpv4(host)) authority.ip = 'v4';
  else authority.fault = { kind: 'ipv4', label: host, at: 0, length: host.length };
}

interface Label {
  name: string;
  fault?: HostFault['kind'];
  /** Offset and length of the fault within the label. */
  at: number;
  length: number;
}

/** Labels read lately: the members of one entry share nearly all of theirs, and internationalised ones are dear. */
const labels = new Map<string, Label>();

function readLabel(written: string): Label {
  const known = labels.get(written);
  if (known) return known;
  const label = judgeLabel(written);
  if (labels.size > 2048) labels.clear();
  labels.set(written, label);
  return label;
}

/** Judges one label as written and normalises it. */
function judgeLabel(written: string): Label {
  let name = written.toLowerCase();
  const faulty = (fault: HostFault['kind'], at = 0, length = written.length): Label => ({
    name,
    fault,
    at,
    length,
  });
  if (written === '') return faulty('empty');
  if (/[^\0-\x7F]/.test(written)) {
    const aLabel = toALabel(written);
    if (aLabel === undefined) return faulty('idn');
    name = aLabel;
  } else {
    const illegal = written.search(/[^A-Za-z0-9_*-]/);
    if (illegal >= 0) return faulty('character', illegal, 1);
    if (name.startsWith('xn--') && (name.includes('*') || toULabel(name) === undefined)) return faulty('idn');
  }
  if (name.includes('**')) name = name.replace(/\*{2,}/g, '*');
  const fault = faultOfShape(name);
  return fault ? faulty(fault) : { name, at: 0, length: 0 };
}

function faultOfShape(label: string): 'long-label' | 'hyphen' | undefined {
  const length = label.includes('*') ? label.replaceAll('*', '').length : label.length;
  if (length > 63) return 'long-label';
  return label.startsWith('-') || label.endsWith('-') ? 'hyphen' : undefined;
}

function isUnclear(host: string): boolean {
  return (
    OTHER_RULES.test(host) || SPACE_OR_CONTROL.test(host) || INVISIBLE.test(host) || LOOKALIKE_STAR.test(host)
  );
}

/** The port as the engine compares it: '' default, '*' any, else digits; undefined when it is not one. */
export function normalPort(scheme: string, port: string | undefined): string | undefined {
  if (port === undefined) return '';
  if (port === '*' || port === '**') return '*';
  if (!/^[1-9]\d{0,4}$/.test(port) || Number(port) > 65535) return undefined;
  return (scheme === 'https' && port === '443') || (scheme === 'http' && port === '80') ? '' : port;
}
