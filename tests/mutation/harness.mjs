import { format, isDeepStrictEqual } from 'node:util';

/**
 * The little of vitest that the engine's tests use, in one process: mutation testing then costs milliseconds a mutant,
 * where a start of vitest costs a second. The same files run under vitest itself with all others.
 */

const state = { file: '', names: [], tests: [], uses: new Map() };

/** Collects the tests that importing `file` registers. */
export function startFile(file) {
  state.file = file;
}

/** Hands over what was registered, and forgets it. */
export function takeTests() {
  state.uses.clear();
  return state.tests.splice(0);
}

export function describe(name, body) {
  state.names.push(name);
  body();
  state.names.pop();
}

export function it(name, body) {
  const full = [...state.names, name].join(' > ');
  const id = `${state.file} > ${full}`;
  const uses = (state.uses.get(id) ?? 0) + 1;
  state.uses.set(id, uses);
  state.tests.push({ id: uses > 1 ? `${id} #${uses}` : id, full, file: state.file, body });
}

const each = (register) => (rows) => (name, body) => {
  rows.forEach((row, i) => {
    const cells = Array.isArray(row) ? row : [row];
    // The number tells rows apart that are written alike.
    register(`${name} [${i}]`, () => body(...cells));
  });
};

it.each = each(it);
describe.each = each(describe);
export const test = it;

class Pattern {
  constructor(text) {
    this.expression = new RegExp(text);
  }
  matches(value) {
    return typeof value === 'string' && this.expression.test(value);
  }
}

/** As vitest's `toEqual`: properties that are undefined count as absent; `subset` asks only for what `wanted` names, of any class. */
function equals(value, wanted, subset = false) {
  if (wanted instanceof Pattern) return wanted.matches(value);
  const isReadable = isPlain(value) || (subset && typeof value === 'object' && value !== null);
  if (!isPlain(wanted) || !isReadable) return isDeepStrictEqual(value, wanted);
  if (Array.isArray(wanted) !== Array.isArray(value)) return false;
  if (Array.isArray(wanted) && wanted.length !== value.length) return false;
  const keys = new Set([...Object.keys(wanted), ...(subset ? [] : Object.keys(value))]);
  return [...keys].every((key) => equals(value[key], wanted[key], subset));
}

const isPlain = (value) =>
  Array.isArray(value) ||
  (typeof value === 'object' &&
    value !== null &&
    [Object.prototype, null].includes(Object.getPrototypeOf(value)));

const MATCHERS = {
  toBe: (value, wanted) => Object.is(value, wanted),
  toEqual: equals,
  toMatchObject: (value, wanted) => equals(value, wanted, true),
  toBeDefined: (value) => value !== undefined,
  toBeUndefined: (value) => value === undefined,
  toBeNull: (value) => value === null,
  toBeGreaterThan: (value, wanted) => value > wanted,
  toBeGreaterThanOrEqual: (value, wanted) => value >= wanted,
  toBeLessThan: (value, wanted) => value < wanted,
  toBeLessThanOrEqual: (value, wanted) => value <= wanted,
  toContain: (value, wanted) => value.includes(wanted),
  toHaveLength: (value, wanted) => value.length === wanted,
  toMatch: (value, wanted) => (typeof wanted === 'string' ? value.includes(wanted) : wanted.test(value)),
  toHaveProperty: (value, key) => key in value,
  toThrow: (value) => {
    try {
      value();
      return false;
    } catch {
      return true;
    }
  },
};

export function expect(value) {
  const matchers = (wantedOutcome) =>
    Object.fromEntries(
      Object.entries(MATCHERS).map(([name, holds]) => [
        name,
        (wanted) => {
          if (holds(value, wanted) === wantedOutcome) return;
          throw new Error(format('%s%s: %o, wanted %o', wantedOutcome ? '' : 'not ', name, value, wanted));
        },
      ]),
    );
  return { ...matchers(true), not: matchers(false) };
}

expect.stringMatching = (text) => new Pattern(text);
