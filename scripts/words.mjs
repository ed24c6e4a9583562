// Lists the texts that a language lacks, the English text in their place: `npm run words -- de`; all languages without
// a name, as counts. Ends with 1 when something is missing.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RULES } from '../lib/patterns/rules/index.ts';
import { pluralForms } from './plural-forms.ts';

const folder = fileURLToPath(new URL('../public/_locales', import.meta.url));
const textsOf = (language) => {
  const file = `${folder}/${language}/messages.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
};
const english = textsOf('en');
const rules = RULES.flatMap(({ id, message }) =>
  typeof message === 'string'
    ? [[`rule_${id}`, { message }]]
    : Object.entries(message).map(([variant, text], index) => [
        index === 0 ? `rule_${id}` : `rule_${id}_${variant.replaceAll('-', '_')}`,
        { message: text },
      ]),
);

function missing(language) {
  const texts = textsOf(language);
  const needed = pluralForms(language.replace('_', '-'));
  const wanted = Object.entries({ ...english, ...Object.fromEntries(rules) }).flatMap(([key, text]) => {
    const stem = key.replace(/_(one|other)$/, '');
    if (stem === key || !(`${stem}_other` in english)) return [[key, text]];
    return needed.map((form) => [`${stem}_${form}`, english[`${stem}_${form}`] ?? english[`${stem}_other`]]);
  });
  return Object.fromEntries(wanted.filter(([key]) => !texts[key]?.message?.trim()));
}

const asked = process.argv[2];
const languages = asked ? [asked] : readdirSync(folder).filter((name) => name !== 'en');
for (const language of languages) {
  const lacking = missing(language);
  const count = Object.keys(lacking).length;
  console.log(asked ? JSON.stringify(lacking, null, 2) : `${language}: ${count} texts missing`);
  if (count > 0) process.exitCode = 1;
}
