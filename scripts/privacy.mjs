// Writes PRIVACY.md from the registry of what is stored: `npm run privacy`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { STORED_KINDS } from '../lib/store/registry.ts';

export const PRIVACY = join(import.meta.dirname, '..', 'PRIVACY.md');

const AREAS = {
  database: 'IndexedDB of the extension',
  local: '`storage.local` of the extension',
  session: '`storage.session` of the extension (in memory, gone with the browser)',
};

/** The privacy statement, with one item for each kind of data. */
export function privacyText() {
  const kinds = STORED_KINDS.flatMap(({ what, why, howLong, place }) => [
    `- **${what}**`,
    `  Why: ${why} How long: ${howLong} Where: ${AREAS[place.area] ?? place.area}.`,
  ]);
  return [
    '# Privacy',
    '',
    'Gatehouse has no server, no account, no telemetry and no code that reports to anybody. What it knows stays in the',
    'browser profile it is installed in. In private windows of Chrome and Edge its database is kept in memory only; in',
    'Firefox it does not run in private windows.',
    '',
    '## What is stored',
    '',
    ...kinds,
    '',
    'Everything is deleted by *Delete everything* in the options, and with the extension.',
    '',
    '## What is sent',
    '',
    '- What you add on the Rovo MCP server page goes through the page’s own form, as if you had typed it.',
    '- If you save an organization API key, Gatehouse asks `api.atlassian.com` for audit events with it.',
    '- If you switch on your own session as a source, the same is asked of `admin.atlassian.com`. It is off at first.',
    '- For an organization that you say is in Atlassian Government Cloud or in an isolated cloud, both are asked of the hosts',
    '  of that cloud instead (`*.atlassian-us-gov-mod.com`, `*.<company>.atlassian-isolated.net`), once you allowed them.',
    '- Nothing else. The content security policy of its pages allows no other address; tests hold it to that.',
    '',
    'This file is made from `lib/store/registry.ts` by `npm run privacy`; a test fails when the two differ.',
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(PRIVACY, privacyText());
