/**
 * Braces of an entry: `{a,b}` lists, `{1..3}` ranges, nested at will. The text is read once into a tree; its members
 * are counted before any is written out, and each place in a member can be traced back to the text (reading R7).
 */

export interface BraceText {
  kind: 'text';
  text: string;
  /** Offsets in the entry as given. */
  start: number;
  end: number;
}

export interface BraceGroup {
  kind: 'group';
  options: BraceSequence[];
  /** True when it was written as a range; the options then hold the list that it is read as. */
  range: boolean;
  /** How many groups enclose this one. */
  depth: number;
  /** From the opening brace to behind the closing one. */
  start: number;
  end: number;
}

export type BraceSequence = (BraceText | BraceGroup)[];

export interface BraceProblem {
  kind: 'unclosed' | 'stray' | 'empty' | 'slash';
  at: number;
}

/** More members than this are not read (rule E027). */
export const MAX_MEMBERS = 1024;

const NUMBERS = /^(-?\d{1,9})\.\.(-?\d{1,9})$/;
const LETTERS = /^(?:([a-z])\.\.([a-z])|([A-Z])\.\.([A-Z]))$/;

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
        open.push({ kind: 'group', options: [inner], range: false, depth: open.length, start: at, end: at });
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
        readRange(group);
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

/** Replaces the one option of `{1..3}` by the list it stands for; a range that is too long keeps its length for the count. */
function readRange(group: BraceGroup): void {
  const only = group.options.length === 1 ? group.options[0] : undefined;
  const first = only?.length === 1 ? only[0] : undefined;
  if (first?.kind !== 'text') return;
  const { start, end } = group;
  const option = (text: string): BraceSequence => [{ kind: 'text', text, start, end }];
  const numbers = NUMBERS.exec(first.text);
  const letters = numbers ? null : LETTERS.exec(first.text);
  if (!numbers && !letters) return;
  group.range = true;
  const [low, high] = numbers
    ? [Number(numbers[1]), Number(numbers[2])]
    : [
        (letters?.[1] ?? letters?.[3] ?? '').charCodeAt(0),
        (letters?.[2] ?? letters?.[4] ?? '').charCodeAt(0),
      ];
  const count = Math.abs(high - low) + 1;
  // One more than the limit is enough to be refused, whatever the range's true length is.
  const step = high < low ? -1 : 1;
  const width =
    numbers && /^-?0\d|\.-?0\d/.test(first.text)
      ? Math.max(numbers[1]?.length ?? 0, numbers[2]?.length ?? 0)
      : 0;
  group.options = Array.from({ length: Math.min(count, MAX_MEMBERS + 1) }, (_, i) =>
    option(numbers ? String(low + i * step).padStart(width, '0') : String.fromCharCode(low + i * step)),
  );
}

/** How many members a sequence has; may be `Infinity`. */
export function countMembers(sequence: BraceSequence): number {
  let product = 1;
  for (const node of sequence) if (node.kind === 'group') product *= countOptions(node);
  return product;
}

function countOptions(group: BraceGroup): number {
  let sum = 0;
  for (const option of group.options) sum += countMembers(option);
  return sum;
}

/** Writes out every member in the order in which the braces are written. Only to be called once the count is known to be small. */
export function expand(sequence: BraceSequence): string[] {
  let members = [''];
  for (const node of sequence) {
    if (node.kind === 'text') {
      for (let i = 0; i < members.length; i++) members[i] += node.text;
      continue;
    }
    const tails = node.options.flatMap(expand);
    members = members.flatMap((head) => tails.map((tail) => head + tail));
  }
  return members;
}

/** Where the characters `offset` to `offset + length` of the member with number `index` stand in the entry. */
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
  return start === undefined ? { start: last, end: last } : { start, end: Math.max(start, end) };
}

function collect(sequence: BraceSequence, index: number, pieces: BraceText[]): void {
  let rest = index;
  let weight = countMembers(sequence);
  for (const node of sequence) {
    if (node.kind === 'text') {
      pieces.push(node);
      continue;
    }
    weight /= countOptions(node);
    let choice = Math.floor(rest / weight);
    rest %= weight;
    for (const option of node.options) {
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
  return sequence.flatMap((node) => (node.kind === 'group' ? [node, ...node.options.flatMap(groupsOf)] : []));
}
