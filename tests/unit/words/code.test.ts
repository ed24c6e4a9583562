import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { SOURCES } from './sources.ts';

/** No text that a person sees stands in code: it stands in `public/_locales`. */

/** The engine speaks English by contract; the others are words of the host and of files, which we only recognise. */
const EXEMPT =
  /^lib\/(patterns|catalogue)\/|^lib\/(console\/labels|answers\/texts|register\/columns)\.ts|^lib\/import\/read\/(column-names|split-cell)\.ts/;
/** For whoever looks into the console or at a crash, not for the admin. */
const FOR_DEVELOPERS = /^(console\.\w+|Error|TypeError|RangeError|explainError)$/;
const SEEN_ATTRIBUTES = /^(title|label|alt|placeholder|summary|hint|aria-(label|description|valuetext))$/;

interface Node {
  type: string;
  start: number;
  [name: string]: unknown;
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;

function calleeOf(node: Node, text: string): string {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return '';
  const { start, end } = node.callee as { start: number; end: number };
  return text.slice(start, end);
}

/** Texts in a source that look meant for a person, with their lines. */
function textsIn(name: string, source: string): string[] {
  const found: string[] = [];
  const visit = (node: Node, attribute: string): void => {
    if (FOR_DEVELOPERS.test(calleeOf(node, source))) return;
    let seen = attribute;
    if (node.type === 'JSXAttribute') seen = String((node.name as Node).name);
    if (node.type === 'JSXElement') seen = '';
    const text =
      node.type === 'JSXText' || node.type === 'Literal'
        ? node.value
        : node.type === 'TemplateElement'
          ? (node.value as { cooked: string }).cooked
          : undefined;
    if (typeof text === 'string') {
      const words = /\p{L}{2}/u.test(text);
      const sentence = /\p{L}+[’',:]? \p{L}[\p{L}’'-]*[,:]? \p{L}+/u.test(text);
      const meant = node.type === 'JSXText' || SEEN_ATTRIBUTES.test(seen) ? words : sentence;
      if (meant && !/[[\]=]/.test(text) && !/^(class|d|viewBox)$/.test(seen)) {
        found.push(`${name}:${source.slice(0, node.start).split('\n').length} ${text.trim()}`);
      }
    }
    for (const value of Object.values(node)) {
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, seen);
    }
  };
  const { program, errors } = parseSync(name, source);
  expect(errors).toEqual([]);
  visit(program as unknown as Node, '');
  return found;
}

test('finds what it looks for', () => {
  const texts = textsIn(
    'example.tsx',
    `const a = 'Nothing was added yet.'; console.warn('this is for developers'); throw new Error('so is this one');
     const b = <p class="one two three" title="Close">Add <b aria-label={x ? 'Hide' : 'Show'}>{a}</b></p>;
     const c = \`\${n} rows were left out\`; document.querySelector('tr, td, [role="row"] span');`,
  );
  expect(texts).toEqual([
    'example.tsx:1 Nothing was added yet.',
    'example.tsx:2 Close',
    'example.tsx:2 Add',
    'example.tsx:2 Hide',
    'example.tsx:2 Show',
    'example.tsx:3 rows were left out',
  ]);
});

test('no text stands in code', () => {
  const looked = [...SOURCES].filter(([name]) => !EXEMPT.test(name));
  expect(looked.length).toBeGreaterThan(150);
  expect(looked.flatMap(([name, source]) => textsIn(name, source))).toEqual([]);
});
