import { figure } from './figures.ts';
import type { MessageKey, Params, PluralKey } from './keys.ts';
import { once } from './language.ts';
import { fill, written } from './written.ts';

const rules = once((language) => new Intl.PluralRules(language));

function named(params: Params): (name: string) => string | undefined {
  return (name) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    return typeof value === 'number' ? figure(value) : value;
  };
}

/** A text in the reader's language. */
export function say(key: MessageKey, params: Params = {}): string {
  return fill(written(key), named(params));
}

/** A text that depends on a number, which stands in it as `{count}`. */
export function plural(key: PluralKey, count: number, params: Params = {}): string {
  const text = written(`${key}_${rules().select(count)}`) || written(`${key}_other`);
  return fill(text, named({ ...params, count }));
}

/** A text whose key is only known while we run, such as a rule's; undefined when no language has it. */
export function maybeSay(key: string, params: Params = {}): string | undefined {
  const text = written(key);
  return text === '' ? undefined : fill(text, named(params));
}
