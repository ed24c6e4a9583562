import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../lib/patterns/read/analysis.ts';
import {
  botchedSeparator,
  hasForeignScheme,
  leadingScheme,
  secondSeparator,
} from '../../../../lib/patterns/rules/scheme.ts';

describe('what stands in front of the host', () => {
  it.each([
    ['https://a.example.com', 'https'],
    ['HTTPS://a.example.com', 'https'],
    ['view-source:https://a.example.com', 'view-source'],
    ['JavaScript:alert(1)', 'javascript'],
    ['a.example.com', ''],
    ['', ''],
  ])('%j begins with %j', (text, scheme) => expect(leadingScheme(analyse(text))).toBe(scheme));

  it.each([
    ['javascript:alert(1)', true],
    ['mailto:a@example.com', true],
    ['https://a.example.com', false],
    ['a.example.com', false],
  ])('%j has a foreign scheme: %j', (text, foreign) => expect(hasForeignScheme(analyse(text))).toBe(foreign));

  it.each([
    ['https://a.example.com/https://b.example.com', 27],
    ['  https://a.example.com/https://b.example.com', 27],
    ['https://a.example.com/**,http://b.example.com', 29],
    ['https://a.example.com', -1],
    ['a.example.com', -1],
    ['://://', 3],
  ])('%j has its second :// at %i of its core', (text, at) => {
    const a = analyse(text);
    expect(secondSeparator(a)).toBe(at);
    if (at >= 0) expect(a.core.slice(at, at + 3)).toBe('://');
  });

  /** The botched separator stands between the marks. */
  it.each([
    'https\u00AB:/\u00BBa.example.com',
    'https\u00AB//\u00BBa.example.com',
    'http\u00AB;//\u00BBa.example.com',
    'http\u00AB,//\u00BBa.example.com',
    'http\u00AB.//\u00BBa.example.com',
    'app\u00AB:/\u00BBcb',
    'app\u00AB:\u00BBcb',
    'https\u00AB:\u00BB',
    'http\u00AB:\\\u00BB\\a.example.com',
    'https\u00AB\uFF1A\u00BB//a.example.com',
    'https:\u00AB\u2044\u00BB\u2044a.example.com',
    'https:/\u00AB\u2044\u00BBa.example.com',
    'https\u00AB\u2236\u00BB\u2044\u2044a.example.com',
    'xhttp\u00AB:\u00BBa.example.com',
    'httpsx\u00AB:\u00BBa.example.com',
    'httpss\u00AB:\u00BB',
  ])('%s', (marked) => {
    const text = marked.replace('\u00AB', '').replace('\u00BB', '');
    const [start, end] = [marked.indexOf('\u00AB'), marked.indexOf('\u00BB') - 1];
    expect(botchedSeparator(analyse(text))).toEqual({ start, end });
    expect(botchedSeparator(analyse(`  ${text}`))).toEqual({ start: start + 2, end: end + 2 });
  });

  it.each([
    'https://a.example.com',
    'app://cb',
    'a.example.com',
    'a.example.com:8080',
    'a.example.com:',
    'localhost:',
    'LOCALHOST:',
    'localhost:3000',
    'localhost//x',
    'LocalHost//x',
    'tool:*',
    'tool:{1,2}',
    'a.b:',
    '.x:',
    'a/b\uFF1Ac',
    'a?b\u2044c',
    '1a\u2236//b',
    '',
    '//a.example.com',
  ])('%j has none', (text) => expect(botchedSeparator(analyse(text))).toBeUndefined());
});
