import type { MessageKey } from './keys.ts';
import { say } from './say.ts';

type Named<Prefix extends string> = {
  readonly [Key in MessageKey as Key extends `${Prefix}_${infer Name}` ? Name : never]: string;
};

/**
 * The texts whose keys begin alike, by what follows: `door('import_panel').title` says `import_panel_title`, when it is
 * read and not before.
 *
 * @param more what needs parameters, as functions
 */
/* @__NO_SIDE_EFFECTS__ */
export function door<Prefix extends string, More extends object = object>(
  prefix: Prefix,
  more?: More,
): Named<Prefix> & More {
  return new Proxy((more ?? {}) as Named<Prefix> & More, {
    get: (own, name) =>
      typeof name !== 'string' || Object.hasOwn(own, name)
        ? Reflect.get(own, name)
        : say(`${prefix}_${name}` as MessageKey),
  });
}
