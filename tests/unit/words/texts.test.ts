import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../../lib/patterns/rules/index.ts';
import { pluralForms } from '../../../scripts/plural-forms.ts';
import { ENGLISH, LANGUAGES, SOURCES, type Texts } from './sources.ts';

/** The texts of all languages against each other and against the code that says them. */

const PLURAL = /_(one|two|few|many|other|zero)$/;
const stemOf = (key: string) =>
  Object.hasOwn(ENGLISH, key.replace(PLURAL, '_other')) ? key.replace(PLURAL, '') : key;
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();

/** The texts of the engine's rules, which only other languages than English need: by key, the English sentence. */
const RULE_TEXTS: Texts = Object.fromEntries(
  RULES.flatMap(({ id, message }) =>
    typeof message === 'string'
      ? [[`rule_${id}`, message]]
      : Object.entries(message).map(([variant, text], index) => [
          index === 0 ? `rule_${id}` : `rule_${id}_${variant.replaceAll('-', '_')}`,
          text,
        ]),
  ),
);

test('keys differ also in lower case, which is all that browsers look at, and name no sign they refuse', () => {
  const keys = Object.keys(ENGLISH);
  expect(keys.length).toBeGreaterThan(300);
  expect(new Set(keys.map((key) => key.toLowerCase())).size).toBe(keys.length);
  expect(keys.filter((key) => !/^[A-Za-z]\w*$/.test(key))).toEqual([]);
});

test('keys stand in order, so that two changes seldom meet', () => {
  const keys = Object.keys(ENGLISH);
  const compare = (a: string, b: string) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1);
  expect(keys).toEqual(keys.toSorted(compare));
});

describe.each([...LANGUAGES])('%s', (folder, texts) => {
  const language = texts.language ?? '';
  const wanted: Texts = folder === 'en' ? ENGLISH : { ...ENGLISH, ...RULE_TEXTS };

  test('names itself', () => {
    expect(language.replace('-', '_')).toBe(folder);
  });

  test('has every text, in every plural that whole numbers need, and no other', () => {
    const needed = pluralForms(language);
    const keys = Object.keys(wanted).flatMap((key) =>
      stemOf(key) === key ? [key] : needed.map((form) => `${stemOf(key)}_${form}`),
    );
    const expected = new Set(keys);
    const given = Object.keys(texts);
    expect([...expected].filter((key) => !(texts[key] ?? '').trim())).toEqual([]);
    expect(given.filter((key) => !expected.has(key))).toEqual([]);
  });

  test('has the placeholders of the English text, and no signs that browsers replace themselves', () => {
    const wrong = Object.entries(texts).filter(([key, text]) => {
      const english = wanted[key] ?? wanted[`${stemOf(key)}_other`] ?? '';
      const [given, expected] = [placeholders(text), placeholders(english)];
      // "One row …" may spell the number out.
      const spelled = /_(one|two|zero)$/.test(key) ? expected.filter((name) => name !== '{count}') : expected;
      return text.includes('$') || !(String(given) === String(expected) || String(given) === String(spelled));
    });
    expect(wrong).toEqual([]);
  });

  test('says names as they are', () => {
    // Other languages put words in between, as the console itself does: `Servidor MCP de Rovo`.
    for (const name of ['Gatehouse', 'Atlassian', 'Rovo', 'MCP']) {
      const lost = Object.keys(texts).filter(
        (key) =>
          (wanted[key] ?? wanted[`${stemOf(key)}_other`])?.includes(name) && !texts[key]?.includes(name),
      );
      expect(lost).toEqual([]);
    }
  });
});

/** Names under which a file knows the exported value `name` of `from`, and its own source otherwise. */
function namesIn(file: string, source: string, from: string, name: string): string[] {
  if (file === from) return [name];
  return [...source.matchAll(/import (?:type )?\{([^}]*)\} from '([^']+)'/g)].flatMap(
    ([, list = '', path = '']) => {
      if (normalize(join(dirname(file), path)) !== from) return [];
      return list.split(',').flatMap((item) => {
        const [imported, local = imported] = item.trim().split(/ as /);
        return imported === name && local ? [local] : [];
      });
    },
  );
}

/** Imports, comments and strings. */
const UNREAD = /^(import|export) [^;]*? from '[^']+';|\/\*[\s\S]*?\*\/|\/\/.*$|'[^'\n]*'|"[^"\n]*"/gm;

/** The names that are read of an exported door; `undefined` when one is computed. */
function readOf(from: string, name: string): Set<string> | undefined {
  const names = new Set<string>();
  for (const [file, source] of SOURCES) {
    for (const local of namesIn(file, source, from, name)) {
      const body = source.replace(UNREAD, '');
      for (const [, member, whole] of body.matchAll(
        new RegExp(`\\b${local}\\b(?:\\??\\.(\\w+)|(\\[|[\\s),}]))`, 'g'),
      )) {
        if (member !== undefined) names.add(member);
        else if (whole !== undefined && !new RegExp(`(const|function) ${local}\\b`).test(body))
          return undefined;
        else if (whole === '[') return undefined;
      }
    }
  }
  return names;
}

test('every English text is said somewhere', () => {
  const all = [...SOURCES.values()].join('\n') + readFileSync('wxt.config.ts', 'utf8');
  const quoted = new Set([...all.matchAll(/['_"`](\w+?)(?:__)?['"`]/g)].map(([, key]) => key));
  for (const [, key = ''] of all.matchAll(/__MSG_(\w+)__/g)) quoted.add(key);
  const built = [...all.matchAll(/`(\w+_)\$\{[^}]*\}(\w*)`/g)].map(([, head = '', tail = '']) => ({
    head,
    tail,
  }));
  const doors = [...SOURCES].flatMap(([file, source]) =>
    [...source.matchAll(/(?:(export )?const (\w+)[^=;]*=\s*|\w+: )door\(\s*'(\w+)'/g)].map(
      ([, exported, name = '', prefix = '']) => ({
        prefix: `${prefix}_`,
        read: exported ? readOf(file, name) : undefined,
      }),
    ),
  );
  expect(doors.length).toBeGreaterThan(25);
  const said = (key: string) => {
    const stem = stemOf(key);
    if (quoted.has(stem) || built.some(({ head, tail }) => stem.startsWith(head) && stem.endsWith(tail)))
      return true;
    return doors.some(
      ({ prefix, read }) =>
        stem.startsWith(prefix) && (read === undefined || read.has(stem.slice(prefix.length))),
    );
  };
  expect(Object.keys(ENGLISH).filter((key) => !said(key))).toEqual([]);
});

test('every key is one that browsers take', () => {
  for (const language of readdirSync(new URL('../../../public/_locales', import.meta.url))) {
    const file = new URL(`../../../public/_locales/${language}/messages.json`, import.meta.url);
    const keys = Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object);
    expect({ language, wrong: keys.filter((key) => !/^[a-zA-Z0-9_]+$/.test(key)) }).toEqual({
      language,
      wrong: [],
    });
    expect(new Set(keys.map((key) => key.toLowerCase())).size, language).toBe(keys.length);
  }
});
