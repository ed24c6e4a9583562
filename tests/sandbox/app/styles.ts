import css from './styles.css?inline';

let salt = 'a';

function hashed(name: string): string {
  let hash = 5381;
  for (const character of salt + name) hash = ((hash * 33) ^ character.charCodeAt(0)) >>> 0;
  return `_${hash.toString(36)}`;
}

/** The class of one of the frame's own styles: a hash, as in the console. */
export function style(...names: string[]): string {
  return names.map(hashed).join(' ');
}

/** Adds the frame's styles with every `.c-name` hashed with the salt. */
export function addStyles(newSalt: string): void {
  salt = newSalt;
  const element = document.createElement('style');
  element.textContent = css.replace(/\.c-([a-z-]+)/g, (_, name: string) => `.${hashed(name)}`);
  document.head.append(element);
}
