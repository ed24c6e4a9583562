import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findTool } from '../../../lib/catalogue/tool-lookup.ts';
import { TOOL_GROUPS } from '../../../lib/catalogue/tools.ts';

const table = readFileSync(new URL('../../fixtures/mcp-tools.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));

describe('the catalogue of tools', () => {
  it('holds every tool of the table with its product and class, and no other', () => {
    for (const [name = '', app, toolClass] of table) {
      expect(findTool(name)).toEqual({ name, app, class: toolClass });
    }
    expect(TOOL_GROUPS.flatMap(([, , names]) => names.split(' ')).length).toBe(table.length);
    expect(table.length).toBeGreaterThan(190);
  });

  it('finds a tool whatever its case, and nothing for other words', () => {
    expect(findTool('GETJIRAISSUE')?.name).toBe('getJiraIssue');
    for (const name of ['', 'constructor', '__proto__', 'toString', 'getJira', 'getJiraIssue ']) {
      expect(findTool(name)).toBeUndefined();
    }
  });
});
