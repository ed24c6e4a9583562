/**
 * Writes lib/catalogue/vendors.ts from tests/fixtures/vendor-domains.csv, which holds rows as admins receive them. What
 * can't be an entry is put right or left out here, each with its reason; the supported list is taken from
 * lib/catalogue/supported-domains.ts, so that the two never differ. `npm run generate` when either table changes; `--print` only shows it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { SUPPORTED_CAPTURED, SUPPORTED_PATTERNS } from '../lib/catalogue/supported-domains.ts';

const root = new URL('../', import.meta.url);
/** When the rows that Atlassian doesn't publish were gathered. */
const GATHERED = '2026-11';

/** Rows that name nobody's product, or no address at all. */
const LEFT_OUT = new Map([
  ['agentgateway (k8s demo)', 'a demonstration on a reserved name'],
  ['Solo Enterprise AgentGateway (demo)', 'a demonstration on a reserved name'],
  ['MCP security gateway (SaaS)', 'no product is named'],
  ['Local dev over TLS', 'Atlassian refuses https on the own machine'],
  ['AI Playground (self-hosted)', 'an example host'],
  ['Self-hosted web app in issue #254', 'an example host'],
  ['Traefik-fronted auth server (sample)', 'a sample that names a private address'],
  ['Agent connector starter (self-hosted)', 'a sample'],
  ['Angular MCP sample', 'a sample'],
  ['AWS Bedrock AgentCore Gateway', 'the address differs from region to region and is in no document'],
  ['Fossa (Kodus fork)', 'a private name'],
  ['DingTalk FDE workbench (Multica fork)', 'a private fork'],
  ['Mattermost (all subdomains)', 'lets every customer of that host in'],
  ['SAP Business Application Studio', 'lets every customer of that host in'],
  ['Snowflake (Snowsight account URL)', 'the address is given in part only'],
  ['Auth0 Connected MCP sample', 'a sample'],
  ['Cursor desktop (scheme fallback)', 'the same as the row below'],
  ['Any local client (loopback IP)', 'part of the supported list'],
  ['Any local client (localhost)', 'part of the supported list'],
]);

/** Entries that are written otherwise in the table: with names for what the admin must fill in, or two in one cell. */
const PUT_RIGHT = new Map([
  ['TrueFoundry', ['https://<control-plane-host>/**']],
  ['amberSearch (amberAI)', ['https://<tenant>.ambersearch.de/**']],
  ['Mattermost (single instance)', ['https://<instance>.mattermost.cloud/**']],
  ['n8n self-hosted', ['https://<n8n-host>/rest/oauth2-credential/callback']],
  ['Cursor (desktop scheme)', ['cursor://anysphere.cursor-mcp/oauth/callback']],
  ['Raycast (schemes seen)', ['raycast://oauth/callback']],
  ['Raycast (desktop scheme)', ['raycast://oauth/**']],
  [
    'Claude web (both hosts)',
    ['https://claude.ai/api/mcp/auth_callback', 'https://claude.com/api/mcp/auth_callback'],
  ],
]);

/** Evidence that is no address, by the code that the view has words for. */
const EVIDENCE = {
  'public configuration or guide': 'guide',
  "not on Atlassian's list per": 'guide',
  'Rovo page not named)': 'guide',
  "on Atlassian's later list per": 'reported',
};

function cellsOf(line) {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}

const [header, ...lines] = readFileSync(new URL('tests/fixtures/vendor-domains.csv', root), 'utf8')
  .trim()
  .split(/\r?\n/);
if (header !== 'vendor,pattern,redirect_uri,evidence') throw new Error('The table has other columns.');

const supported = new Set(SUPPORTED_PATTERNS);
const rows = [];
const seen = new Set();
const add = (vendor, pattern, evidence, date, listed) => {
  if (seen.has(pattern)) return;
  seen.add(pattern);
  rows.push({ vendor, pattern, evidence, date, listed });
};
// First, so that they stand under this name: many tools use them.
add('Local clients on the own machine', 'http://localhost:*/**', 'listed', SUPPORTED_CAPTURED, true);
add('Local clients on the own machine', 'http://127.0.0.1:*/**', 'listed', SUPPORTED_CAPTURED, true);
for (const [index, line] of lines.entries()) {
  const [vendor = '', pattern = '', , evidence = ''] = cellsOf(line);
  if (LEFT_OUT.has(vendor)) continue;
  const listed = evidence.startsWith('Atlassian');
  for (const entry of PUT_RIGHT.get(vendor) ?? [pattern]) {
    if (!/^[a-z][a-z0-9+.-]*:\/\/[^\s;]+$/.test(entry)) throw new Error(`Line ${index + 2}: ${entry}`);
    const date = listed ? SUPPORTED_CAPTURED : GATHERED;
    const proof = listed ? 'listed' : (EVIDENCE[evidence] ?? evidence);
    if (!/^https:\/\/|^(listed|guide|reported)$/.test(proof)) throw new Error(`Line ${index + 2}: ${proof}`);
    add(vendor, entry, proof, date, listed || supported.has(entry));
  }
}
for (const pattern of SUPPORTED_PATTERNS) {
  // Its two schemes are named in the table by the callbacks that were seen, which entries can be written for.
  if (!seen.has(pattern) && pattern.startsWith('http')) throw new Error(`No row names ${pattern}.`);
}
rows.sort((a, b) => a.vendor.localeCompare(b.vendor, 'en') || (a.pattern < b.pattern ? -1 : 1));

const quote = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const body = rows.map(
  ({ vendor, pattern, evidence, date, listed }) =>
    `  [${quote(vendor)}, ${quote(pattern)}, ${quote(evidence)}, '${date}', ${listed}],`,
);
const text = `/** Generated by scripts/generate-vendors.mjs from tests/fixtures/vendor-domains.csv: edit the table, not this file. */

/**
 * AI tools and the entry each needs. \`<name>\` in a pattern is for the admin to fill in.
 * \`evidence\`: where it is written, an address or one of \`listed\` (Atlassian's supported list), \`guide\` (a public guide
 * or configuration), \`reported\` (reported to be on Atlassian's later list). \`date\`: when it was captured or gathered.
 * \`listed\`: it comes from Atlassian's supported list.
 */
// biome-ignore format: one row a line keeps the differences of a new table small
export const VENDOR_ROWS: readonly (readonly [
  vendor: string, pattern: string, evidence: string, date: string, listed: boolean,
])[] = [
${body.join('\n')}
];
`;
if (process.argv.includes('--print')) process.stdout.write(text);
else writeFileSync(new URL('lib/catalogue/vendors.ts', root), text);
