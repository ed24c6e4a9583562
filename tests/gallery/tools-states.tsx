import { PageHelper } from '../../components/answer/page-helper.tsx';
import { Catalogue } from '../../components/catalogue/catalogue.tsx';
import type { CatalogueMemory, CatalogueProps, CatalogueTool } from '../../components/catalogue/model.ts';
import catalogueCss from '../../components/catalogue.css?inline';
import { ImportPanel } from '../../components/import/import-panel.tsx';
import { EntryEditor } from '../../components/register/entry-editor.tsx';
import { fillTemplate, partsOf } from '../../lib/catalogue/template.ts';
import { VENDOR_ROWS } from '../../lib/catalogue/vendors.ts';
import { modelOf } from './panel-model.ts';
import type { GalleryState } from './state.ts';

/** What the console's page has loaded on demand: the catalogue in the panel, the helper and the form of a record. */

const nothing = () => undefined;
const tools: CatalogueTool[] = VENDOR_ROWS.map(([vendor, pattern, evidence, date, listed]) => ({
  ...{ vendor, pattern, evidence, date, listed },
  parts: partsOf(pattern),
}));
const template = tools.find(({ parts }) => parts.length > 0)?.pattern ?? '';
const few = [...tools.slice(0, 2).map(({ pattern }) => pattern), template];

const catalogue = (name: string, chosen: readonly string[], press: readonly string[] = []): GalleryState => ({
  name: `catalogue-${name}`,
  place: 'panel',
  press,
  view: () => {
    const memory: CatalogueMemory = { chosen: new Set(chosen) };
    const shown = (props: CatalogueProps) => (
      <>
        <style>{catalogueCss}</style>
        <Catalogue tools={tools} fill={fillTemplate} memory={memory} {...props} />
      </>
    );
    return <ImportPanel model={modelOf({ catalogue: shown })} />;
  },
});

const helper = (name: string, part: Partial<Parameters<typeof PageHelper>[0]>): GalleryState => ({
  name: `helper-${name}`,
  place: 'tools',
  view: () => (
    <PageHelper
      check={{ text: '' }}
      problem={undefined}
      onText={nothing}
      onAdd={nothing}
      onClose={nothing}
      {...part}
    />
  ),
});

const record = {
  pattern: 'https://assistant.example.com/oauth/callback',
  owner: 'AI platform team',
  reason: 'Pilot in support',
  ticket: 'SEC-1204',
  reviewBy: '2027-06-30',
  earlier: [{ field: 'owner', value: 'Kim' } as const],
};
const editor = (name: string, problem?: string): GalleryState => ({
  name: `editor-${name}`,
  place: 'tools',
  view: () => (
    // In the page it stands above everything, beside its row.
    <div class="entry-editor" style="position: static">
      <EntryEditor record={record} problem={problem} onDone={nothing} />
    </div>
  ),
});

export const toolsStates: GalleryState[] = [
  catalogue('all', []),
  catalogue('chosen', few),
  catalogue('listed', few, ['>>> [data-testid="gate-catalogue-listed"]']),
  catalogue('parts-missing', [template], ['>>> [data-testid="gate-catalogue-add"]']),
  helper('empty', {}),
  helper('not-listed', {
    check: {
      text: 'Access to this domain is restricted https://app.devin.ai/mcp/callback',
      explanation: {
        case: 'not-listed',
        others: [],
        unseen: ['ip-allowlist'],
        nearest: { pattern: 'https://tools.example.com/**', component: 'host' },
        redirectUri: 'https://app.devin.ai/mcp/callback',
        match: { allowed: 'no', reason: 'No entry names the host app.devin.ai.' },
        suggestions: ['https://app.devin.ai/mcp/callback'],
      },
    },
    problem: 'The page’s form could not be opened. Add the entry by hand.',
  }),
  editor('record'),
  editor(
    'problem',
    'The database could not be opened, so nothing was kept. Close other Gatehouse pages and try again.',
  ),
];
