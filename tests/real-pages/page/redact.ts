import { LABELS } from '../../../lib/console/labels.ts';

/** Attributes that say what an element is; all others may carry data and are dropped. */
const KEPT =
  /^(?:role|type|disabled|checked|hidden|open|colspan|rowspan|scope|for|id|name|aria-(?:selected|checked|pressed|expanded|hidden|disabled|haspopup|modal|level|current|autocomplete|labelledby|describedby|controls|label)|placeholder|title)$/;
/** Kept attributes whose values are words for people. */
const WORDS = /^(?:aria-label|placeholder|title)$/;
/** Kept attributes whose values are ids, which may hold an account's. */
const IDS = /^(?:id|for|name|aria-(?:labelledby|describedby|controls))$/;
/** Elements that say nothing about the page's structure, or may hold anything. */
const DROPPED =
  'script, style, link, meta, base, noscript, template, iframe, object, embed, img, picture, video, audio, canvas, svg > *, head > :not(title)';

/** Words that stay: those of the labels that Gatehouse knows, the server's names, and what settings are made of. */
const COMMON =
  'rovo mcp server servidor serveur atlassian api token read write search delete manage allowed blocked partially allow showing results result actions action no added pattern choose edit details select all of the and for by your in domain domains page next previous';
const KNOWN = new Set(
  `${Object.values(LABELS).join(' ')} ${COMMON}`
    .toLowerCase()
    .split(/[\s|]+/)
    .filter(Boolean),
);

let made = 0;
const replaced = new Map<string, string>();

/** Another word of the same length and kind: letters stay letters in their case, digits digits, the rest stays. */
function anotherWord(word: string): string {
  const known = replaced.get(word);
  if (known) return known;
  made += 1;
  let state = made * 2_654_435_761;
  const pick = (letters: string) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return letters[state % letters.length] ?? 'x';
  };
  const other = word
    .replace(/\p{Lu}|\p{Lt}/gu, () => pick('ABCDEFGHJKLMNPQRSTUVWXYZ'))
    .replace(/\p{Ll}|\p{Lo}|\p{Lm}/gu, () => pick('abcdefghijkmnopqrstuvwxyz'))
    .replace(/\p{N}/gu, () => pick('0123456789'));
  replaced.set(word, other);
  return other;
}

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;

/** An entry keeps its scheme, its signs and its length; a sentence keeps the words of the console. */
function anotherText(text: string): string {
  return text.replace(/\S+/g, (piece) => {
    const scheme = /^https?:\/\//i.exec(piece)?.[0] ?? '';
    if (scheme === '' && SCHEME.test(piece)) return anotherWord(piece);
    return (
      scheme +
      piece.slice(scheme.length).replace(/[\p{L}\p{N}]+/gu, (word) => {
        const plain = word.toLowerCase();
        const isCount = /^\d{1,3}$/.test(word) && scheme === '';
        return (scheme === '' && KNOWN.has(plain)) || isCount ? word : anotherWord(word);
      })
    );
  });
}

const ids = new Map<string, string>();
/** Ids refer to each other, so each gets one other. */
function anotherId(value: string): string {
  return value
    .split(/\s+/)
    .map((id) => {
      if (!ids.has(id)) ids.set(id, `id-${ids.size + 1}`);
      return ids.get(id);
    })
    .join(' ');
}

/** Replaces all of the open page that may tell who it belongs to, and gives it back as HTML. */
export function redactPage(): string {
  for (const element of document.querySelectorAll(DROPPED)) element.remove();
  const comments = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_TEXT);
  const nodes: Node[] = [];
  for (let node = comments.nextNode(); node; node = comments.nextNode()) nodes.push(node);
  for (const node of nodes) {
    if (node.nodeType === Node.COMMENT_NODE) node.parentNode?.removeChild(node);
    else if (node.nodeValue?.trim()) node.nodeValue = anotherText(node.nodeValue);
  }
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      if (!KEPT.test(name)) element.removeAttribute(name);
      else if (WORDS.test(name)) element.setAttribute(name, anotherText(value));
      else if (IDS.test(name)) element.setAttribute(name, anotherId(value));
    }
    if (element instanceof HTMLInputElement) element.defaultValue = '';
  }
  return `<!doctype html>\n${document.documentElement.outerHTML}\n`;
}
