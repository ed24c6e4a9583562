import { describe, expect, it } from 'vitest';
import { classifyTool, findToolLoosely, verbOf } from '../../../lib/activity/classify.ts';

describe('classifyTool', () => {
  it.each([
    ['getJiraIssue', 'read'],
    ['searchJiraIssuesUsingJql', 'search'],
    ['fetch', 'search'],
    ['requestChangesOnBitbucketRepoPullRequest', 'write'],
    ['deleteJiraIssue', 'delete'],
    ['manageJiraProjectVersion', 'manage'],
    ['getToolDescription', 'meta'],
    ['executeRead', 'read'],
    ['executeWrite', 'write'],
    ['executeDestructive', 'delete'],
    ['scanCodeRepo', 'read'],
  ])('knows %s as %s from the catalogue', (name, expected) => {
    expect(classifyTool(name)).toBe(expected);
  });

  it.each([
    ['getNewThing', 'read'],
    ['list_new_things', 'read'],
    ['lookupX', 'read'],
    ['findX', 'read'],
    ['diffX', 'read'],
    ['download-file', 'read'],
    ['resolveX', 'read'],
    ['searchX', 'search'],
    ['createX', 'write'],
    ['addX', 'write'],
    ['editX', 'write'],
    ['updateX', 'write'],
    ['transitionX', 'write'],
    ['uploadX', 'write'],
    ['approveX', 'write'],
    ['mergeX', 'write'],
    ['runX', 'write'],
    ['completeX', 'write'],
    ['watchX', 'write'],
    ['deleteX', 'delete'],
    ['manageX', 'manage'],
    ['getterThing', 'unknown'],
    ['addressBook', 'unknown'],
    ['constructor', 'unknown'],
    ['', 'unknown'],
    ['工具', 'unknown'],
  ])('tells %s by its verb as %s', (name, expected) => {
    expect(classifyTool(name)).toBe(expected);
  });

  it('counts a tool that reads or writes by its argument as a write unless the argument tells', () => {
    expect(classifyTool('bitbucketPullRequest')).toBe('write');
    expect(classifyTool('bitbucketPullRequest', 'list')).toBe('read');
    expect(classifyTool('bitbucketPullRequest', 'merge')).toBe('write');
    expect(classifyTool('execute', 'deleteJiraIssue')).toBe('delete');
    expect(classifyTool('execute', 'frobnicate')).toBe('write');
    expect(classifyTool('getJiraIssue', 'delete')).toBe('read');
  });
});

describe('findToolLoosely', () => {
  it.each([
    'getJiraIssue',
    'mcp__atlassian__getJiraIssue',
    'jira.getJiraIssue',
    'get_jira_issue',
    'jira/get-jira-issue',
  ])('reads %s', (text) => {
    expect(findToolLoosely(text)?.name).toBe('getJiraIssue');
  });

  it('does not find a tool in a longer word', () => {
    expect(findToolLoosely('getJiraIssues2')).toBeUndefined();
    expect(findToolLoosely('a_b_')).toBeUndefined();
  });
});

describe('verbOf', () => {
  it.each([
    ['getX', 'get'],
    ['GET', 'get'],
    ['Get_x', 'get'],
    ['x', 'x'],
    ['1get', ''],
  ])('%s gives %s', (name, verb) => {
    expect(verbOf(name)).toBe(verb);
  });
});
