/** One step through an XML text: a tag, or the text between two. */
export type XmlStep =
  | { kind: 'open'; name: string; attributes: string; empty: boolean }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string };

/**
 * Walks through the XML that spreadsheets write: tags and texts one after the other, names without their prefix.
 * No document type, no entities but the five of XML and numbers, so nothing can be expanded; each character is
 * looked at once. What is not well-formed ends the walk.
 */
export function* walkXml(xml: string): Generator<XmlStep> {
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    const end = open < 0 ? xml.length : open;
    if (end > at) yield { kind: 'text', text: decodeEntities(xml.slice(at, end)) };
    if (open < 0) return;
    if (xml.startsWith('<![CDATA[', open)) {
      const close = xml.indexOf(']]>', open);
      if (close < 0) return;
      yield { kind: 'text', text: xml.slice(open + 9, close) };
      at = close + 3;
      continue;
    }
    const comment = xml.startsWith('<!--', open);
    const close = xml.indexOf(comment ? '-->' : '>', open);
    if (close < 0) return;
    const next = xml[open + 1];
    if (next === '/') yield { kind: 'close', name: localName(xml.slice(open + 2, close)) };
    else if (next !== '?' && next !== '!') {
      const empty = xml[close - 1] === '/';
      const tag = xml.slice(open + 1, empty ? close - 1 : close);
      const blank = tag.search(/\s/);
      const name = localName(blank < 0 ? tag : tag.slice(0, blank));
      yield { kind: 'open', name, attributes: blank < 0 ? '' : tag.slice(blank), empty };
    }
    at = close + (comment ? 3 : 1);
  }
}

/** An attribute of an opened tag; names are given without their prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`[\\s:]${name}\\s{0,9}=\\s{0,9}(?:"([^"]*)"|'([^']*)')`).exec(
    attributes.slice(0, 4_000),
  );
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : decodeEntities(value);
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1).trim();

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole;
    const point =
      name[1] === 'x' || name[1] === 'X'
        ? Number.parseInt(name.slice(2), 16)
        : Number.parseInt(name.slice(1), 10);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
