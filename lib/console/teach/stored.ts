import type { Taught, TaughtControl, TaughtName } from '../taught.ts';

const NAMES: readonly TaughtName[] = ['list', 'button', 'field', 'submit'];
/** Longest stored description, in characters. */
const CAP = 2000;

/** Turns what was taught into the texts that are stored, one for each control. */
export function storedFrom({ controls, heading, tab }: Taught): Record<string, string> {
  const stored: Record<string, string> = { page: JSON.stringify({ heading, tab }) };
  for (const [name, control] of Object.entries(controls)) {
    const text = JSON.stringify(control);
    if (text.length <= CAP) stored[name] = text;
  }
  return stored;
}

/** Reads what was stored. It may be from an older version or damaged: a control that can't be read is left out. */
export function taughtFrom(stored: Readonly<Record<string, string>>): Taught | undefined {
  const controls: Taught['controls'] = {};
  for (const name of NAMES) {
    const control = read(stored[name]);
    if (isControl(control)) controls[name] = control;
  }
  const page = read(stored.page);
  if (!controls.button || !isRecord(page)) return undefined;
  return { controls, heading: text(page.heading), tab: text(page.tab) };
}

function read(value: string | undefined): unknown {
  try {
    return JSON.parse(value ?? 'null');
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const text = (value: unknown) => (typeof value === 'string' ? value : '');

function isControl(value: unknown): value is TaughtControl {
  if (!isRecord(value)) return false;
  const { tag, role, name, path, row } = value;
  // A tag goes into a selector.
  return (
    typeof tag === 'string' &&
    /^[a-z][a-z0-9-]*$/.test(tag) &&
    typeof role === 'string' &&
    typeof name === 'string' &&
    Array.isArray(path) &&
    path.every((segment) => typeof segment === 'string') &&
    (row === undefined || typeof row === 'string')
  );
}
