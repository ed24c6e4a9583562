/**
 * Entries of the catalogue with a part that only the admin knows: `https://<tenant>.example.com/**`. A part that is all
 * of the host (`https://<n8n-host>/…`) takes a host name, one within it a single name.
 */

const PART = /<([a-z0-9-]+)>/g;

/** The names of the missing parts, in order; none for an entry that is whole. */
export function partsOf(template: string): string[] {
  return [...template.matchAll(PART)].map(([, name = '']) => name);
}

/** missing: nothing was given · not-a-label: no single name · not-a-host: no host name with a domain. */
export type PartProblem = 'missing' | 'not-a-label' | 'not-a-host';

export type Filled = { entry: string } | { part: string; problem: PartProblem };

/**
 * Puts the parts into a template. People copy what their browser shows, so a whole address is taken for its host, and a
 * host that ends as the template's does for the name in front of it.
 *
 * @param values what was typed, by the part's name
 * @returns the entry, or the first part that can't be put in
 */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): Filled {
  let entry = template;
  for (const name of partsOf(template)) {
    const mark = `<${name}>`;
    const whole = new RegExp(`//${mark}[/:]`).test(template);
    const tail = /^[^/:]*/.exec(template.slice(template.indexOf(mark) + mark.length))?.[0] ?? '';
    const given = Object.hasOwn(values, name) ? (values[name] ?? '').trim() : '';
    if (given === '') return { part: name, problem: 'missing' };
    const value = whole ? hostIn(given) : labelIn(given, tail);
    if (value === undefined) return { part: name, problem: whole ? 'not-a-host' : 'not-a-label' };
    entry = entry.replace(mark, () => value);
  }
  return { entry };
}

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const LONGEST_HOST = 253;

/** The host of an address or the text itself, as browsers write it, with a port where one is named. */
function hostOf(text: string): { name: string; host: string } | undefined {
  try {
    const { protocol, hostname, host, username } = new URL(
      /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`,
    );
    return /^https?:$/.test(protocol) && username === '' ? { name: hostname, host } : undefined;
  } catch {
    return undefined;
  }
}

function hostIn(text: string): string | undefined {
  const given = hostOf(text);
  if (!given || given.name.length > LONGEST_HOST) return undefined;
  const labels = given.name.split('.');
  const named =
    labels.length > 1 && labels.every((label) => LABEL.test(label)) && /[a-z]/.test(labels.at(-1) ?? '');
  return named ? given.host : undefined;
}

function labelIn(text: string, tail: string): string | undefined {
  const name = hostOf(text)?.name;
  if (name === undefined) return undefined;
  if (tail !== '' && name.endsWith(tail)) {
    const label = name.slice(0, -tail.length);
    return LABEL.test(label) ? label : undefined;
  }
  // Anything but the bare name is somebody else's address.
  return LABEL.test(name) && !/[/?#@:\\]/.test(text) ? name : undefined;
}
