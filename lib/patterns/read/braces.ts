/**
 * Braces of an entry: `{a,b}` lists, `{1..3}` ranges, nested at will. The text is read once into a tree; its members
 * are counted before any is written out, and each place in a member can be traced back to the text (reading R7).
 */

interface BraceText {
  kind: 'text';
  text: string;
  /** Offsets in the entry as given. */
  start: number;
  end: number;
}

export interface BraceGroup {
  kind: 'group';
  /** What stands between the commas; of a range, its own text. `optionsOf` gives the list that a range is read as. */
  options: BraceSequence[];
  range?: BraceRange;
  /** How many members it has; may be `Infinity`. */
  count: number;
  /** How many groups enclose this one. */
  depth: number;
  /** From the opening brace to behind the closing one. */
  start: number;
  end: number;
}

interface BraceRange {
  numeric: boolean;
  low: number;
  high: number;
  /** Digits to fill up with zeros, 0 for none. */
  width: number;
}

export type BraceSequence = (BraceText | BraceGroup)[];

export interface BraceProblem {
  kind: 'unclosed' | 'stray' | 'empty' | 'slash';
  at: number;
}

/** More members than this are not read (rule E027). */
export const MAX_MEMBERS = 1024;

const NUMBERS = /^(-?\d{1,9})\.\.(-?\d{1,9})$/;
const LETTERS = /^(?:[a-z]\.\.[a-z]|[A-Z]\.\.[A-Z])$/;

/**
 * Reads `text` from `from` to `to`.
 * @param slashAllowed whether a slash may stand in a group (in the host it may not).
 * @returns the tree, or the first problem with its offset.
 */
export function parseBraces(
  text: string,
  from: number,
  to: number,
  slashAllowed: boolean,
): BraceSequence | BraceProblem {
  const root: BraceSequence = [];
  const open: BraceGroup[] = [];
  let sequence = root;
  let start = from;
  const flush = (end: number): void => {
    if (end > start) sequence.push({ kind: 'text', text: text.slice(start, end), start, end });
    start = end + 1;
  };
  for (let at = from; at < to; at++) {
    const group = open.at(-1);
    switch (text.charCodeAt(at)) {
      case 0x7b: {
        flush(at);
        const inner: BraceSequence = [];
        open.push({ kind: 'group', options: [inner], count: 0, depth: open.length, start: at, end: at });
        sequence = inner;
        break;
      }
      case 0x2c:
        if (!group) break;
        flush(at);
        sequence = [];
        group.options.push(sequence);
        break;
      case 0x7d:
        if (!group) return { kind: 'stray', at };
        flush(at);
        group.end = at + 1;
        if (group.end === group.start + 2) return { kind: 'empty', at: group.start };
        close(group);
        open.pop();
        sequence = open.at(-1)?.options.at(-1) ?? root;
        sequence.push(group);
        break;
      case 0x2f:
        if (group && !slashAllowed) return { kind: 'slash', at: group.start };
        break;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed) return { kind: 'unclosed', at: unclosed.start };
  flush(to);
  return root;
}

/** Counts a group's members once it is read, and finds out whether it is a range. */
function close(group: BraceGroup): void {
  const range = readRange(group);
  if (range) {
    group.range = range;
    group.count = Math.abs(range.high - range.low) + 1;
  } else for (const option of group.options) group.count += countMembers(option);
}

function readRange(group: BraceGroup): BraceRange | undefined {
  const only = group.options.length === 1 ? group.options[0] : undefined;
  const first = only?.length === 1 ? only[0] : undefined;
  if (first?.kind !== 'text') return undefined;
  const [, from = '', to = ''] = NUMBERS.exec(first.text) ?? [];
  if (from !== '') {
    const padded = /^-?0\d/.test(from) || /^-?0\d/.test(to);
    return {
      numeric: true,
      low: Number(from),
      high: Number(to),
      width: padded ? Math.max(from.length, to.length) : 0,
    };
  }
  if (!LETTERS.test(first.text)) return undefined;
  const [low, high] = [first.text.charCodeAt(0), first.text.charCodeAt(3)];
  return { numeric: false, low, high, width: 0 };
}

/** The options of a group, a range's written out. Only to be called once the count is known to be small. */
export function optionsOf(group: BraceGroup): BraceSequence[] {
  const { range, start, end } = group;
  if (!range) return group.options;
  const step = range.high < range.low ? -1 : 1;
  return Array.from({ length: group.count }, (_, i) => {
    const value = range.low + i * step;
    const text = range.numeric ? padded(value, range.width) : String.fromCharCode(value);
    return [{ kind: 'text', text, start, end }];
  });
}

/** As bash pads: the zeros stand behind the sign, which counts in the width. */
function padded(value: number, width: number): string {
  return value < 0 ? `-${String(-value).padStart(width - 1, '0')}` : String(value).padStart(width, '0');
}

/** How many members a sequence has; may be `Infinity`. */
export function countMembers(sequence: BraceSequence): number {
  let product = 1;
  for (const node of sequence) if (node.kind === 'group') product *= node.count;
  return product;
}

/** Writes out every member in the order in which the braces are written. Only to be called once the count is known to be small. */
export function expand(sequence: BraceSequence): string[] {
  const [only] = sequence;
  // An option without braces of its own, or a path without any: by far the most.
  if (sequence.length === 1 && only?.kind === 'text') return [only.text];
  let members = [''];
  for (const node of sequence) {
    if (node.kind === 'text') {
      for (let i = 0; i < members.length; i++) members[i] += node.text;
      continue;
    }
    const longer: string[] = [];
    const tails: string[] = [];
    for (const option of optionsOf(node)) tails.push(...expand(option));
    for (const head of members) for (const tail of tails) longer.push(head + tail);
    members = longer;
  }
  return members;
}

/**
 * Where the characters `offset` to `offset + length` of the member with number `index` stand in the entry: inside one
 * option where they all come from it, else with the whole braces that they come from.
 */
export function locate(
  sequence: BraceSequence,
  index: number,
  offset: number,
  length: number,
): { start: number; end: number } {
  const pieces: BraceText[] = [];
  collect(sequence, index, pieces);
  let start: number | undefined;
  let end = 0;
  let before = 0;
  for (const piece of pieces) {
    const after = before + piece.text.length;
    const written = piece.end - piece.start === piece.text.length;
    if (offset < after && offset + Math.max(length, 1) > before) {
      start ??= written ? piece.start + Math.max(offset - before, 0) : piece.start;
      end = written ? piece.start + Math.min(offset + length, after) - before : piece.end;
    }
    before = after;
  }
  const last = pieces.at(-1)?.end ?? 0;
  return start === undefined ? { start: last, end: last } : withBraces(sequence, start, Math.max(start, end));
}

/** Widens what starts or ends between the braces of a group, and not in one option of it, to the whole group. */
function withBraces(sequence: BraceSequence, start: number, end: number): { start: number; end: number } {
  let nodes: BraceSequence | undefined = sequence;
  let inner = sequence;
  while (nodes) {
    inner = nodes;
    nodes = inner
      .flatMap((node) => (node.kind === 'group' ? node.options : []))
      .find((option) => (option[0]?.start ?? end) <= start && end <= (option.at(-1)?.end ?? -1));
  }
  const found = { start, end };
  for (const node of inner) {
    if (node.kind === 'text') continue;
    if (node.start < start && start < node.end) found.start = node.start;
    if (node.start < end && end < node.end) found.end = node.end;
  }
  return found;
}

function collect(sequence: BraceSequence, index: number, pieces: BraceText[]): void {
  let rest = index;
  let weight = countMembers(sequence);
  for (const node of sequence) {
    if (node.kind === 'text') {
      pieces.push(node);
      continue;
    }
    weight /= node.count;
    let choice = Math.floor(rest / weight);
    rest %= weight;
    for (const option of optionsOf(node)) {
      const count = countMembers(option);
      if (choice < count) {
        collect(option, choice, pieces);
        break;
      }
      choice -= count;
    }
  }
}

/** Every group of a sequence, outer ones first. */
export function groupsOf(sequence: BraceSequence): BraceGroup[] {
  const groups: BraceGroup[] = [];
  const visit = (nodes: BraceSequence): void => {
    for (const node of nodes) {
      if (node.kind !== 'group') continue;
      groups.push(node);
      node.options.forEach(visit);
    }
  };
  visit(sequence);
  return groups;
}
