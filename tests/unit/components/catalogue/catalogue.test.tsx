// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { Catalogue } from '../../../../components/catalogue/catalogue.tsx';
import type { CatalogueMemory, ChosenEntry } from '../../../../components/catalogue/model.ts';
import { fillTemplate, partsOf } from '../../../../lib/catalogue/template.ts';
import { VENDOR_ROWS } from '../../../../lib/catalogue/vendors.ts';
import { byTestId, click, mount, personally, settled, type } from '../support.ts';

const TOOLS = VENDOR_ROWS.map(([vendor, pattern, evidence, date, listed]) => ({
  ...{ vendor, pattern, evidence, date, listed },
  parts: partsOf(pattern),
}));

function show(memory: CatalogueMemory = {}) {
  const onAdd = vi.fn<(entries: readonly ChosenEntry[]) => void>();
  const root = mount(
    <Catalogue tools={TOOLS} memory={memory} fill={fillTemplate} onAdd={onAdd} onBack={() => undefined} />,
  );
  return { root, onAdd };
}

const items = (root: ParentNode) =>
  [...root.querySelectorAll<HTMLElement>('[data-testid="gate-catalogue-item"]')].map((item) => item.dataset);

async function choose(root: ParentNode, pattern: string) {
  const input = root.querySelector<HTMLInputElement>(`[data-pattern="${pattern}"] input`);
  if (!input) throw new Error(`no tool with ${pattern}`);
  input.checked = !input.checked;
  personally(input, new Event('change', { bubbles: true }));
  await settled();
}

beforeEach(() => render(null, document.body));

test('every tool stands there with its entry, where it is written, and since when', () => {
  const { root } = show();
  expect(items(root)).toHaveLength(VENDOR_ROWS.length);
  for (const [index, row] of [...root.querySelectorAll('.catalogue-row')].entries())
    expect(row.textContent).toContain(VENDOR_ROWS[index]?.[3]);
  const link = root.querySelector<HTMLAnchorElement>('a');
  expect(link?.rel).toBe('noreferrer noopener');
});

test('the search looks at names and addresses', async () => {
  const { root } = show();
  type(byTestId(root, 'gate-catalogue-search'), ' CLAUDE');
  await settled();
  expect(items(root).length).toBeGreaterThan(2);
  for (const { vendor = '', pattern = '' } of items(root)) expect(vendor + pattern).toMatch(/claude/i);
  type(byTestId(root, 'gate-catalogue-search'), 'no such tool');
  await settled();
  expect(root.textContent).toContain('No tool matches.');
});

test('what is chosen is handed over with its source, and can be taken back', async () => {
  const { root, onAdd } = show();
  const add = byTestId<HTMLButtonElement>(root, 'gate-catalogue-add');
  expect(add.disabled).toBe(true);
  await choose(root, 'https://vscode.dev/redirect');
  await choose(root, 'https://claude.ai/**');
  await choose(root, 'https://www.canva.com/**');
  await choose(root, 'https://www.canva.com/**');
  expect(items(root).filter(({ selected }) => selected === 'yes')).toHaveLength(2);
  expect(add.textContent).toBe('Add 2 entries to the review');
  click(add);
  expect(onAdd).toHaveBeenCalledExactlyOnceWith([
    { pattern: 'https://claude.ai/**', source: 'Anthropic Claude: Atlassian’s supported list, 2026-05-03' },
    {
      pattern: 'https://vscode.dev/redirect',
      source: 'VS Code: A public guide or configuration, 2026-11',
    },
  ]);
});

test('a template is asked for its missing part, and a wrong one is named', async () => {
  const { root, onAdd } = show();
  await choose(root, 'https://<tenant>.ambersearch.de/**');
  const problem = () => root.querySelector<HTMLElement>('[data-testid="gate-catalogue-problem"]');
  expect(problem()).toBeNull();
  click(byTestId(root, 'gate-catalogue-add'));
  await settled();
  expect(onAdd).not.toHaveBeenCalled();
  expect(problem()?.dataset.problem).toBe('missing');
  type(byTestId(root, 'gate-catalogue-part'), 'ac me');
  await settled();
  expect(problem()?.dataset.problem).toBe('not-a-label');
  type(byTestId(root, 'gate-catalogue-part'), 'acme');
  await settled();
  expect(problem()).toBeNull();
  click(byTestId(root, 'gate-catalogue-add'));
  expect(onAdd.mock.calls[0]?.[0]).toMatchObject([{ pattern: 'https://acme.ambersearch.de/**' }]);
});

test('Atlassian’s list can be looked at alone, and says how to allow only some of it', async () => {
  const { root } = show();
  click(byTestId(root, 'gate-catalogue-listed'));
  await settled();
  expect(items(root)).toHaveLength(TOOLS.filter(({ listed }) => listed).length);
  expect(root.textContent).toContain('Gatehouse never does');
});

test('going back loses nothing that was chosen or typed', async () => {
  const memory: CatalogueMemory = {};
  const first = show(memory);
  await choose(first.root, 'https://<tenant>.ambersearch.de/**');
  type(byTestId(first.root, 'gate-catalogue-part'), 'acme');
  await settled();
  const { root } = show(memory);
  expect(items(root).filter(({ selected }) => selected === 'yes')).toHaveLength(1);
  expect(byTestId<HTMLInputElement>(root, 'gate-catalogue-part').value).toBe('acme');
});
