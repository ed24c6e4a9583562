import { describe, expect, it } from 'vitest';
import { hostKeyOf, hostKeyOfMember } from '../../../../lib/patterns/matcher/host-key.ts';

const key = (scheme: string, host: string, suffix = false) => ({ scheme, host, suffix });

describe('the key of an entry', () => {
  it.each([
    ['https://app.example.com/cb', key('https', 'app.example.com')],
    ['https://App.example.com', key('https', 'app.example.com')],
    ['http://localhost:3000/cb', key('http', 'localhost')],
    ['https://*.example.com/**', key('https', '.example.com', true)],
    ['https://app-*.a.example.com:*/**', key('https', '.a.example.com', true)],
    ['https://*.a.*.example.com/', key('https', '.example.com', true)],
    ['https://{a,b}.example.com/', key('https', '.example.com', true)],
    ['https://{a,b{c,d}}x.example.com/', key('https', '.example.com', true)],
    ['https://a_b-0.example.com/', key('https', 'a_b-0.example.com')],
    ['Cursor://Anysphere.X/cb', key('cursor', 'Anysphere.X')],
    ['com.example.app+1://host', key('com.example.app+1', 'host')],
  ])('%s', (text, found) => expect(hostKeyOf(text)).toEqual(found));

  it.each(['app.example.com/cb', '', 'mailto:x'])('%j can not be an entry', (text) =>
    expect(hostKeyOf(text)).toBeNull(),
  );

  it.each([
    'https://*/cb',
    'https://*:1.2/cb',
    'https://a.{b,c}/cb',
    'https:///cb',
    'https://b\u00FCcher.example/',
    'https://a,b.example.com/',
    'https://{a.example.com/',
    '1a://host/',
    'my_app://host/',
    `https://a.example.com/${'x'.repeat(5000)}`,
  ])('%j has to be read', (text) => expect(hostKeyOf(text)).toBeUndefined());
});

describe('the key of a member', () => {
  it.each([
    ['app.example.com', 'app.example.com', false],
    ['*.example.com', '.example.com', true],
    ['*.a.*.example.com', '.example.com', true],
    ['app-*.example.com', '.example.com', true],
    ['*', '', true],
    ['app.*', '', true],
  ])('%s', (member, host, suffix) => expect(hostKeyOfMember(member)).toEqual({ host, suffix }));
});
