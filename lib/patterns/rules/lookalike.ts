import { byEnding, lastTwoLabels } from '../../catalogue/last-labels.ts';
import { SUPPORTED_HTTPS_HOSTS } from '../../catalogue/supported-domains.ts';
import { registrableDomain } from '../suffixes/index.ts';
import { isOneEdit } from './edit.ts';

/** Names that are made to be taken for others (UTS 39, cut down to what host names are abused with). */

/** Signs that pass for the hyphen of a name, or for the slash or colon behind a host. */
const SIGNS = {
  '-': '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u02D7',
  '/': '\u2044\u2215\u29F8',
  ':': '\u02D0\uA789\u2236',
};
const PUNCTUATION = new RegExp(`[${Object.values(SIGNS).join('')}]`);

/** Letters of other alphabets and signs, beside the ASCII ones they are taken for. */
const CONFUSABLE = new Map(
  Object.entries({
    a: 'аα',
    c: 'сϲ',
    d: 'ԁ',
    e: 'еҽ',
    g: 'ɡ',
    h: 'һ',
    i: 'іıɩι',
    j: 'јϳ',
    l: 'ӏ1',
    n: 'ո',
    o: 'оοօ0',
    p: 'рρ',
    q: 'ԛ',
    s: 'ѕ',
    u: 'υս',
    v: 'ѵν',
    w: 'ԝ',
    x: 'х',
    y: 'уγ',
    ...SIGNS,
  }).flatMap(([letter, others]) => [...others].map((other) => [other, letter] as const)),
);

/** What the eye makes of a name: accents dropped, look-alikes folded, `rn` as `m`, `vv` as `w`. */
export function skeleton(name: string): string {
  let plain = name;
  if (/[^\0-\x7F]/.test(name))
    plain = Array.from(name.normalize('NFD').replace(/\p{Mn}/gu, ''), (c) => CONFUSABLE.get(c) ?? c).join('');
  else if (/[01]/.test(name)) plain = name.replaceAll('0', 'o').replaceAll('1', 'l');
  return /rn|vv/.test(plain) ? plain.replaceAll('rn', 'm').replaceAll('vv', 'w') : plain;
}

const [SMALL_N, SMALL_R, SMALL_V] = [0x6e, 0x72, 0x76];

/**
 * Whether a name is ASCII without `rn` and `vv`, so that its skeleton has as many characters. Asked for every entry of a
 * list, and true of most: a loop costs a fifth of the regular expression that says the same.
 */
function keepsItsLength(name: string): boolean {
  let before = 0;
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    if (code > 0x7f || (code === before ? code === SMALL_V : code === SMALL_N && before === SMALL_R))
      return false;
    before = code;
  }
  return true;
}

const SCRIPTS: readonly RegExp[] = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Georgian}/u,
  /\p{Script=Thai}/u,
  /\p{Script=Devanagari}/u,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u,
];
const EAST_ASIAN = SCRIPTS.length - 1;

const judged = new Map<string, boolean>();

/**
 * Whether a U-label mixes alphabets, has signs that pass for ASCII ones, or is wholly of letters that do. Latin beside East
 * Asian is usual.
 */
export function isConfusable(label: string): boolean {
  const known = judged.get(label);
  if (known !== undefined) return known;
  if (judged.size > 2048) judged.clear();
  const confusable = mixesScripts(label);
  judged.set(label, confusable);
  return confusable;
}

function mixesScripts(label: string): boolean {
  if (PUNCTUATION.test(label)) return true;
  const found = SCRIPTS.map((script, i) => (script.test(label) ? i : -1)).filter((i) => i >= 0);
  if (found.length > 1) return !(found.length === 2 && found[0] === 0 && found[1] === EAST_ASIAN);
  const letters = label.replace(/[0-9-]/g, '');
  return found[0] !== 0 && letters !== '' && /^[a-z]+$/.test(skeleton(letters));
}

/** Supported domains below which each customer has a name. */
const PARENTS = new Set(
  SUPPORTED_HTTPS_HOSTS.filter((host) => host.startsWith('*.'))
    .map((host) => host.slice(2))
    .concat('dynatrace.com'),
);

/** Supported names that are worth imitating: the hosts themselves, and domains that are known by their own name. */
const TARGETS: readonly string[] = [
  ...new Set([...SUPPORTED_HTTPS_HOSTS.map((host) => host.replace('*.', '')), ...PARENTS]),
];

/** The host that was meant when `host` resembles `target`: the customer's own labels stay where the target has such. */
export function meant(host: string, target: string): string {
  if (!PARENTS.has(target)) return target;
  const own = host.split('.').slice(0, -target.split('.').length);
  return [...own, target].join('.');
}

const OWNERS = new Set(TARGETS.map((host) => registrableDomain(host)));
const BY_SKELETON = new Map(TARGETS.map((target) => [skeleton(target), target]));

/** Sizes and characters at the ends, as numbers: looked up instead of texts, they tell nearly all names apart. */
const sizeAnd = (length: number, code: number): number => length * 0x10000 + code;
const bothEnds = (length: number, first: number, last: number): number => (length * 128 + first) * 128 + last;
const lastCode = (name: string): number => name.charCodeAt(name.length - 1);

const SKELETON_ENDS = new Set(
  [...BY_SKELETON.keys()].map((name) => bothEnds(name.length, name.charCodeAt(0), lastCode(name))),
);
/** One edit leaves the first or the last character alone. */
const BY_FIRST = Map.groupBy(TARGETS, (target) => sizeAnd(target.length, target.charCodeAt(0)));
const BY_LAST = Map.groupBy(TARGETS, (target) => sizeAnd(target.length, lastCode(target)));

const FIRST_SIZES = sizesBy((target) => target.charCodeAt(0));
const LAST_SIZES = sizesBy(lastCode);

/** For each ASCII character the sizes of the names that have it there, as bits. */
function sizesBy(codeOf: (target: string) => number): Int32Array {
  const sizes = new Int32Array(128);
  for (const target of TARGETS) sizes[codeOf(target)] = (sizes[codeOf(target)] ?? 0) | sizeBit(target.length);
  return sizes;
}

/** All from the 31st on share the last bit. */
function sizeBit(size: number): number {
  return 1 << Math.min(size, 31);
}

/**
 * The supported name that a host resembles without belonging to it.
 * @param host with U-labels, without wildcards; undefined where only the domain is worth comparing.
 */
export function resembled(host: string | undefined, registrable: string | undefined): string | undefined {
  const domain = registrable === undefined ? undefined : domainOf(registrable, host ?? registrable);
  if (domain?.owned) return undefined;
  const near = host === undefined ? undefined : nearest(host);
  return near ?? domain?.target;
}

interface Domain {
  /** It is one of those that own a supported name. */
  owned: boolean;
  /** The supported name that it resembles. */
  target: string | undefined;
}

const readDomain = (domain: string): Domain => ({ owned: OWNERS.has(domain), target: nearest(domain) });
const ofEnding = byEnding(readDomain);
/** Longer domains asked about lately. */
const domains = new Map<string, Domain>();

/** @param host one that ends in the domain */
function domainOf(domain: string, host: string): Domain {
  if (lastTwoLabels(host) === domain) return ofEnding(host);
  let known = domains.get(domain);
  if (!known) {
    if (domains.size > 256) domains.clear();
    known = readDomain(domain);
    domains.set(domain, known);
  }
  return known;
}

function nearest(name: string): string | undefined {
  const alike = mayLookLikeOne(name) ? BY_SKELETON.get(skeleton(name)) : undefined;
  if (alike !== undefined) return alike;
  const { length } = name;
  const [first, last] = [name.charCodeAt(0), lastCode(name)];
  const sizes = sizeBit(length - 1) | sizeBit(length) | sizeBit(length + 1);
  const mayStart = ((FIRST_SIZES[first] ?? 0) & sizes) !== 0;
  const mayEnd = ((LAST_SIZES[last] ?? 0) & sizes) !== 0;
  if (!mayStart && !mayEnd) return undefined;
  for (let size = length - 1; size <= length + 1; size++) {
    const near =
      (mayStart ? oneEditFrom(name, BY_FIRST.get(sizeAnd(size, first))) : undefined) ??
      (mayEnd ? oneEditFrom(name, BY_LAST.get(sizeAnd(size, last))) : undefined);
    if (near !== undefined) return near;
  }
  return undefined;
}

function oneEditFrom(name: string, targets: readonly string[] = []): string | undefined {
  for (const target of targets) if (isOneEdit(name, target)) return target;
  return undefined;
}

/** Whether the skeleton of a name may be one of those that are looked up: told by its ends, since it costs more to make. */
function mayLookLikeOne(name: string): boolean {
  if (!keepsItsLength(name)) return true;
  return SKELETON_ENDS.has(bothEnds(name.length, foldDigit(name.charCodeAt(0)), foldDigit(lastCode(name))));
}

const [DIGIT_0, DIGIT_1, SMALL_L, SMALL_O] = [0x30, 0x31, 0x6c, 0x6f];

function foldDigit(code: number): number {
  if (code === DIGIT_0) return SMALL_O;
  return code === DIGIT_1 ? SMALL_L : code;
}
