import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeSpan, plainLine, postureAsJson, postureAsMarkdown } from '../../../lib/posture/report.ts';
import type { JudgedFinding } from '../../../lib/posture/types.ts';

const HEAD = { org: '8f0e4f0a-3b1c-4a83-9a6e-0f2d4c1b7a10', now: Date.UTC(2026, 10, 25), seenAt: null };
const finding: JudgedFinding = {
  rule: 'P102',
  level: 'error',
  link: 'https://support.example/',
  evidence: ['https://*.vercel.app/**', 'a`b``c'],
  params: { count: 2 },
};
const known: JudgedFinding = {
  rule: 'P201',
  level: 'warn',
  link: 'https://support.example/',
  evidence: [],
  params: {},
  accepted: { until: '2026-12-31', reason: 'A [link](javascript:x)\n# heading', at: 0 },
};

test('JSON holds every finding with its words', () => {
  const report = JSON.parse(postureAsJson(HEAD, [finding, known]));
  expect(report).toMatchObject({ made: '2026-11-25T00:00:00.000Z', consoleSeen: null });
  expect(report.findings[0]).toMatchObject({ rule: 'P102', evidence: finding.evidence, accepted: null });
  expect(report.findings[1].accepted).toEqual({
    until: '2026-12-31',
    reason: known.accepted?.reason,
    at: '1970-01-01T00:00:00.000Z',
  });
});

test('Markdown shows open ones first and lets no text of others format anything', () => {
  const text = postureAsMarkdown(HEAD, [known, finding]);
  expect(text.indexOf('P102')).toBeLessThan(text.indexOf('P201'));
  expect(text).toContain('## Open (1)');
  expect(text).toContain('- `https://*.vercel.app/**`');
  expect(text).toContain('- ```a`b``c```');
  expect(text).toContain('A \\[link\\]\\(javascript:x\\) \\# heading');
  expect(text).toContain('Console last seen: never');
});

test('without a finding it says so', () => {
  expect(postureAsMarkdown(HEAD, [])).toContain('Nothing was found.');
});

test('a code span can always be read back, and is one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('`', 'a', ' ', '\n', '*') }), (text) => {
      const span = codeSpan(text);
      expect(span).not.toContain('\n');
      const fence = /^`+/.exec(span)?.[0] ?? '';
      const inside = span.slice(fence.length, span.length - fence.length);
      // No run of backticks of the fence's length inside: the span ends where we end it.
      expect((inside.match(/`+/g) ?? []).some((run) => run === fence)).toBe(false);
      expect(inside.trim()).toBe(text.replace(/\s+/g, ' ').trim());
    }),
  );
});

test('a plain line has no mark left that is not escaped', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(plainLine(text).replace(/\\[\\`*_{}[\]()<>#+!|~&-]/g, '')).not.toMatch(
        /[\\`*_{}[\]()<>#+!|~&\n]/,
      );
    }),
  );
});
