import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { chooseRows, readPatternFile, rowsToAdd, splitCell } from '../../../../lib/import/index.ts';
import { shapeOf } from '../../../../lib/import/plan/entry-shape.ts';
import { HostFilter } from '../../../../lib/import/plan/host-filter.ts';
import { createPlanEngine } from '../../../../lib/import/plan/patterns-engine.ts';
import { entryKey } from '../../../../lib/import/run/entry-key.ts';
import { plan } from '../support/plan.ts';

// Many runs on a busy machine: what is slow is no failure.
vi.setConfig({ testTimeout: 120_000 });

const engine = createPlanEngine();
const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../../../fixtures/${name}`, import.meta.url));

describe('the vendors’ list', () => {
  const file = readPatternFile(fixture('vendor-domains.csv'), 'vendor-domains.csv');
  const planned = plan(file.rows, [], engine);

  it('comes to the expected plan', () => {
    expect(planned.counts).toEqual({ add: 47, present: 0, covered: 5, duplicate: 2, invalid: 13 });
    expect(planned.rows.filter(({ needsTick }) => needsTick).map(({ pattern }) => pattern)).toEqual([
      'https://*.mattermost.cloud/**',
      'https://*.hana.ondemand.com/**',
    ]);
  });

  it('does not lose the instance whose wide entry is not ticked', () => {
    const chosen = chooseRows(planned, { includeWarnings: true, ticked: new Set() });
    const added = rowsToAdd(chosen).map((i) => planned.rows[i]?.pattern);
    expect(added).toContain('https://your-instance.mattermost.cloud/**');
    expect(added).not.toContain('https://*.mattermost.cloud/**');
    expect(added).toHaveLength(46);
  });

  it('has cells to be split', () => {
    const split = planned.rows.flatMap((row) => (row.plan === 'invalid' ? [splitCell(row.text)] : []));
    expect(split).toContainEqual(['https://your-frontend-domain', 'http://localhost:4200']);
    expect(split).toContainEqual(['https://app.example-corp.com/**']);
  });

  it('is all present once it was imported', () => {
    const added = planned.rows.flatMap((row) => (row.plan === 'add' ? [row.pattern] : []));
    const again = plan(file.rows, added, engine);
    expect(again.counts).toEqual({ add: 0, present: 47, covered: 5, duplicate: 2, invalid: 13 });
    expect(again.extra).toEqual([]);
  });
});

const host = fc.constantFrom(
  'a.example.com',
  'b.example.com',
  '*.example.com',
  '{a,b}.example.com',
  'app-*.example.com',
  'A.Example.com',
  'example.com',
  'localhost',
  '*.b.example.com',
  '{a.example,b.example}.com',
  '*.a.example.com',
  '{a,b}.a.example.com',
  '{x.a,y.a}.example.com',
  '{a}.example.com',
  'x.{a}.example.com',
  '{a,b}-x.example.com',
  'app-*.a.example.com',
  '{a,{b,c}}.example.com',
  '*',
  'bücher.example.com',
  '[::1]',
  '127.0.0.1',
);
const entry = fc
  .tuple(
    fc.constantFrom('https://', 'http://', 'HTTPS://', 'cursor://'),
    host,
    fc.constantFrom('', ':443', ':8080', ':*', ':**', ':{80,81}', ':{8080}'),
    fc.constantFrom('', '/', '/**', '/cb', '/cb/', '/cb?x', '/x/**', '/x/cb', '/%63b', '/{a,b}', '/{cb}'),
  )
  .map((parts) => parts.join(''));

describe('the shortcuts', () => {
  it('know an address in braces for the address', () => {
    const texts = [
      'https://a.example.com/cb',
      'https://a.example.com/{cb}',
      'https://a.example.com:{443}/cb',
    ];
    const rows = texts.map((text, at) => ({ line: at + 1, text, extra: {} }));
    expect(plan(rows, [], engine).rows.map((row) => row.plan)).toEqual(['add', 'covered', 'covered']);
  });

  it('the filter never hides a coverer', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), (texts) => {
        const patterns = [...new Set(texts.flatMap((text) => engine.grade(text).pattern ?? []))];
        const filter = new HostFilter();
        const shapes = new Map(patterns.map((pattern) => [pattern, shapeOf(pattern)]));
        for (const shape of shapes.values()) filter.add(shape);
        const asked = [...shapes.values()].map((shape) => filter.mayBeCovered(shape));
        const index = engine.index(patterns);
        for (const [i, pattern] of patterns.entries()) {
          const by = index.coveredBy(pattern, i);
          if (by === undefined) continue;
          expect(asked[i], pattern).toBe(true);
          expect(filter.mayCover(shapes.get(by) ?? shapeOf(by)), by).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('the page’s own normalising agrees with the engine’s', () => {
    fc.assert(
      fc.property(fc.constantFrom('', ' ', '\t'), entry, (blank, text) => {
        const { pattern } = engine.grade(blank + text);
        if (pattern !== undefined) expect(entryKey(blank + text + blank)).toBe(pattern);
      }),
      { numRuns: 1_000 },
    );
  });
});
