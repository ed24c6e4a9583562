import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseEvent } from '../../../lib/activity/normalise.ts';
import type { AuditCall } from '../../../lib/activity/types.ts';
import { ORG } from './support.ts';

type Json = Record<string, unknown>;
const TIME = '2026-11-20T10:11:12.345Z';

function event(attributes: Json, more: Json = {}): Json {
  const actor = { id: 'ada', name: 'Ada', email: 'ada@example.com' };
  return {
    id: 'e-1',
    type: 'events',
    attributes: { time: TIME, action: 'act-1', actor, ...attributes },
    ...more,
  };
}

function read(value: unknown, names: [string, string][] = []): AuditCall {
  const answer = normaliseEvent(value, { org: ORG, source: 'api', actionNames: new Map(names) });
  if (!answer.ok) throw new Error(`not an event: ${answer.field}`);
  return answer.call;
}

describe('the tool of an event', () => {
  const cases: [string, Json, string, string, string][] = [
    [
      'context attribute',
      event({ context: [{ id: '1', attributes: { toolName: 'getJiraIssue' } }] }),
      'getJiraIssue',
      'read',
      'context',
    ],
    [
      'name and value',
      event({ context: [{ id: '1', attributes: [{ name: 'tool', value: 'fetch' }] }] }),
      'fetch',
      'search',
      'context',
    ],
    [
      'nested attributes',
      event({ context: [{ id: '1', attributes: { request: { params: { name: 'editJiraIssue' } } } }] }),
      'editJiraIssue',
      'write',
      'context',
    ],
    [
      'context id',
      event({ context: [{ id: 'deleteJiraIssue', type: 'MCP_TOOL' }] }),
      'deleteJiraIssue',
      'delete',
      'context',
    ],
    [
      'container',
      event({ container: [{ id: '1', attributes: { tool: 'getJiraIssue' } }] }),
      'getJiraIssue',
      'read',
      'context',
    ],
    [
      'prefixed name',
      event({ context: [{ id: '1', attributes: { tool: 'mcp__atlassian__createJiraIssue' } }] }),
      'createJiraIssue',
      'write',
      'context',
    ],
    [
      'unknown name under a tool key',
      event({ context: [{ id: '1', attributes: { tool_name: 'getNewThing' } }] }),
      'getNewThing',
      'read',
      'context-unknown',
    ],
    [
      'camelCase key',
      event({ context: [{ id: '1', attributes: { invokedTool: 'search' } }] }),
      'search',
      'search',
      'context',
    ],
    [
      'typed item, ids are no names',
      event({
        action: 'x',
        context: [
          {
            id: 'call-1',
            type: 'MCP_TOOL_CALL',
            attributes: { toolId: 'ab12cd34-0000', tool: 'ari:cloud:x' },
          },
        ],
      }),
      'x',
      'unknown',
      'action-name',
    ],
    ['number as id', { ...event({ message: { content: 'getTeam' } }), id: 77 }, 'getTeam', 'read', 'message'],
    [
      'typed item with a name',
      event({ context: [{ id: '1', type: 'tool', attributes: { name: 'uploadNewThing' } }] }),
      'uploadNewThing',
      'write',
      'context-unknown',
    ],
    [
      'message',
      event({}, { message: { content: 'Ada used getConfluencePage.', format: 'simple' } }),
      'getConfluencePage',
      'read',
      'message',
    ],
    [
      'message inside attributes',
      event({ message: { content: 'Werkzeug «searchCode»' } }),
      'searchCode',
      'search',
      'message',
    ],
    [
      'message as a document',
      event({}, { message: { content: { type: 'doc', content: [{ text: 'called getGoal' }] } } }),
      'getGoal',
      'read',
      'message',
    ],
    [
      'unknown name in a message',
      event({}, { message: { content: 'Ada called createNewThing' } }),
      'createNewThing',
      'write',
      'message-unknown',
    ],
    [
      'everyday name quoted as a tool',
      event({}, { message: { content: 'Ada used tool "search" today' } }),
      'search',
      'search',
      'message',
    ],
    [
      'app',
      event({ actor: { id: 'a', app: { id: 'x', attributes: { tool: 'getTeam' } } } }),
      'getTeam',
      'read',
      'app',
    ],
    ['app id', event({ actor: { id: 'a', app: { id: 'getTeam' } } }), 'getTeam', 'read', 'app'],
    ['action id', event({ action: 'mcp.tool.getJiraIssue' }), 'getJiraIssue', 'read', 'action'],
    [
      'dispatcher',
      event({ context: [{ id: '1', attributes: { tool: 'executeDestructive' } }] }),
      'executeDestructive',
      'delete',
      'context',
    ],
    [
      'dispatcher with its operation',
      event({ context: [{ id: '1', attributes: { tool: 'executeWrite', operation: 'editJiraIssue' } }] }),
      'editJiraIssue',
      'write',
      'context',
    ],
    [
      'dispatcher, operation in the message',
      event(
        { context: [{ id: '1', attributes: { tool: 'executeRead' } }] },
        { message: { content: 'getLoomVideo' } },
      ),
      'getLoomVideo',
      'read',
      'message',
    ],
    [
      'mixed tool with its argument',
      event({ context: [{ id: '1', attributes: { tool: 'bitbucketPipeline', action: 'get' } }] }),
      'bitbucketPipeline',
      'read',
      'context',
    ],
    [
      'mixed tool without it',
      event({ context: [{ id: '1', attributes: { tool: 'bitbucketPipeline' } }] }),
      'bitbucketPipeline',
      'write',
      'context',
    ],
  ];
  it.each(cases)('is found in: %s', (_name, value, tool, toolClass, how) => {
    expect(read(value)).toMatchObject({ tool, class: toolClass, how });
  });

  it('is the action’s display name when nothing holds a tool, in whatever language', () => {
    const call = read(event({}), [['act-1', 'Nutzer hat den MCP-Server benutzt']]);
    expect(call).toMatchObject({
      tool: 'Nutzer hat den MCP-Server benutzt',
      class: 'unknown',
      how: 'action-name',
    });
    expect(read(event({}))).toMatchObject({ tool: 'act-1', how: 'action-name' });
  });

  it('is not an everyday word somewhere in the event', () => {
    const value = event(
      { context: [{ id: 'search', attributes: { title: 'search', query: 'fetch', createdBy: 'discover' } }] },
      { message: { content: 'a search was made, we fetch and discover; createdBy getsomething' } },
    );
    expect(read(value).how).toBe('action-name');
  });
});

describe('who acted', () => {
  it.each([
    [
      { id: 'a', name: 'Ada', email: 'ada@x.com' },
      { id: 'a', name: 'Ada', kind: 'person' },
    ],
    [
      { id: 'a', email: 'ada@x.com' },
      { id: 'a', name: 'ada@x.com', kind: 'person' },
    ],
    [
      { id: 'a', auth: { authType: 'auth-token-for-3LO' } },
      { id: 'a', name: 'a', kind: 'person' },
    ],
    [
      { id: 'a', name: 'Bot', auth: { authType: 'auth-token-for-2LO' } },
      { id: 'a', name: 'Bot', kind: 'service' },
    ],
    [
      { id: 'a', name: 'CI', email: 'ci@serviceaccount.atlassian.com' },
      { id: 'a', name: 'CI', kind: 'service' },
    ],
    [
      { id: 'a', name: 'T', auth: { authType: 'api-token' } },
      { id: 'a', name: 'T', kind: 'unknown' },
    ],
    [{}, { id: 'unknown', name: 'unknown', kind: 'unknown' }],
    [null, { id: 'unknown', name: 'unknown', kind: 'unknown' }],
  ])('%j is %j', (actor, expected) => {
    expect(read(event({ actor })).actor).toEqual(expected);
  });

  it('is the person on whose behalf a token’s account acted', () => {
    const actor = {
      id: 't',
      name: 'Shared',
      auth: { authType: 'api-token' },
      onBehalfOf: { id: 'p', name: 'Pia' },
    };
    expect(read(event({ actor }))).toMatchObject({
      actor: { id: 'p', name: 'Pia', kind: 'person' },
      via: 'Shared',
      authType: 'api-token',
    });
  });

  it('strips what could disguise a name', () => {
    const actor = { id: 'a', name: 'Ada\u202e\u0000\nexe', email: 'a@x.com' };
    expect(read(event({ actor })).actor.name).toBe('Ada exe');
  });
});

describe('normaliseEvent', () => {
  it('keeps only what it names, so that nothing else gets in', () => {
    const value = event(
      {
        secret: 'x',
        location: { ip: '192.0.2.1', countryName: 'Germany' },
        actor: { id: 'a', links: {}, phone: '1' },
      },
      { extra: { deep: true } },
    );
    expect(Object.keys(read(value)).sort()).toEqual(
      [
        'action',
        'actor',
        'app',
        'authType',
        'class',
        'country',
        'how',
        'id',
        'org',
        'source',
        'time',
        'tool',
      ].sort(),
    );
    expect(JSON.stringify(read(value))).not.toContain('192.0.2.1');
  });

  it.each([
    [null, 'event'],
    [[], 'id'],
    [{}, 'id'],
    [{ id: 'x' }, 'attributes'],
    [{ id: '', attributes: { time: TIME } }, 'id'],
    [{ id: 'x', attributes: { time: 'yesterday' } }, 'attributes.time'],
    [{ id: 'x', attributes: { time: '1969-01-01T00:00:00Z' } }, 'attributes.time'],
    [{ id: 'x', attributes: { time: 4e15 } }, 'attributes.time'],
  ])('refuses %j for its %s', (value, field) => {
    expect(normaliseEvent(value, { org: ORG, source: 'api' })).toEqual({ ok: false, field });
  });

  it('loses a detail of unexpected form, not the event', () => {
    const call = read(event({ actor: 'Ada', context: 'none', location: [1], message: 7 }));
    expect(call).toMatchObject({ id: 'e-1', actor: { id: 'unknown' }, country: '' });
  });

  it('never throws and always answers a bounded call, whatever the JSON', () => {
    const inner = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.jsonValue(),
        tie('object'),
        fc.constantFrom('getJiraIssue', TIME, 'search', '=x'),
      ),
      object: fc.dictionary(
        fc.constantFrom(
          'id',
          'time',
          'action',
          'actor',
          'context',
          'attributes',
          'message',
          'content',
          'app',
          'auth',
          'authType',
          'name',
          'value',
          'tool',
          '__proto__',
        ),
        tie('value'),
      ),
    })).object;
    const value = fc.oneof(
      fc.jsonValue(),
      fc.record({ id: fc.string(), attributes: inner }),
      fc
        .tuple(inner, fc.string())
        .map(([attributes, content]) => event(attributes as Json, { message: { content } })),
    );
    fc.assert(
      fc.property(value, (json) => {
        const answer = normaliseEvent(json, { org: ORG, source: 'api' });
        if (!answer.ok) {
          expect(answer.field).not.toBe('');
          return;
        }
        const { call } = answer;
        expect(call.tool).not.toBe('');
        for (const text of [
          call.tool,
          call.actor.id,
          call.actor.name,
          call.app,
          call.country,
          call.authType,
        ]) {
          expect(typeof text).toBe('string');
          expect(text.length).toBeLessThanOrEqual(200);
          expect(text.isWellFormed()).toBe(true);
        }
        expect(Number.isInteger(call.time)).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  it('reads hostile sizes without getting lost', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`) as unknown;
    const wide = Object.fromEntries(
      Array.from({ length: 50_000 }, (_, index) => [`k${index}`, 'x'.repeat(20)]),
    );
    const long = 'getjira '.repeat(100_000);
    const value = event(
      { context: [{ id: '1', attributes: [deep, wide, long] }] },
      { message: { content: long } },
    );
    expect(read(value).how).toBe('action-name');
  });
});
