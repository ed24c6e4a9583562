import { describe, expect, it } from 'vitest';
import { normalPort, readAuthority } from '../../../../lib/patterns/read/authority.ts';

const L63 = 'a'.repeat(63);
const LONG = `${`${'a'.repeat(49)}.`.repeat(5)}abcd`;

describe('host and port', () => {
  it.each([
    // text, host, hostAt, port, portAt
    ['app.example.com', 'app.example.com', 0, undefined, 15],
    ['app.example.com:8443', 'app.example.com', 0, '8443', 16],
    ['app.example.com:', 'app.example.com', 0, '', 16],
    ['app.example.com:80:90', 'app.example.com', 0, '80:90', 16],
    ['me@app.example.com:1', 'app.example.com', 3, '1', 19],
    ['a:b@app.example.com', 'app.example.com', 4, undefined, 19],
    ['a@b@app.example.com', 'app.example.com', 4, undefined, 19],
    ['@(a|b).example.com', '@(a|b).example.com', 0, undefined, 18],
    ['me@@(a|b).com', '@(a|b).com', 3, undefined, 13],
    ['app.example.com?x:1', 'app.example.com', 0, undefined, 15],
    ['app.example.com#@x', 'app.example.com', 0, undefined, 15],
    ['[::1]:8443', '[::1]', 0, '8443', 6],
    ['me@[::1]:1', '[::1]', 3, '1', 9],
    ['[a-z].example.com:1', '[a-z].example.com', 0, '1', 18],
    ['', '', 0, undefined, 0],
    [':1', '', 0, '1', 1],
  ])('of %j', (text, host, hostAt, port, portAt) => {
    const read = readAuthority(text, 7, false);
    expect({ ...read, text: read.text }).toMatchObject({ index: 7, text, host, hostAt, portAt });
    expect(read.port).toBe(port);
  });
});

describe('names of web hosts', () => {
  it.each([
    // text, name, labels
    ['App.Example.COM', 'app.example.com', ['app', 'example', 'com']],
    ['app.example.com.', 'app.example.com.', ['app', 'example', 'com']],
    ['**.example.com', '*.example.com', ['*', 'example', 'com']],
    ['a**b***.example.com', 'a*b*.example.com', ['a*b*', 'example', 'com']],
    ['B\u00FCcher.example', 'xn--bcher-kva.example', ['xn--bcher-kva', 'example']],
    ['[0:0::1]', '[::1]', []],
    ['[2001:DB8::1]', '[2001:db8::1]', []],
    [L63, L63, [L63]],
  ])('%j', (text, name, labels) => {
    const read = readAuthority(text, 0, false);
    expect([read.name, read.labels, read.fault, read.unclear]).toEqual([name, labels, undefined, false]);
    expect(read.trailingDot).toBe(text.endsWith('.'));
  });
  it.each([
    ['127.0.0.1', 'v4'],
    ['[::1]', 'v6'],
    ['app.example.com', undefined],
    ['1.example', undefined],
  ])('%j is an address: %s', (text, ip) => expect(readAuthority(text, 0, false).ip).toBe(ip));
});

describe('hosts that are not legal', () => {
  it.each([
    // text, kind, label, at, length
    ['a..b', 'empty', '', 2, 0],
    ['.a', 'empty', '', 0, 0],
    [`x.${L63}a.com`, 'long-label', `${L63}a`, 2, 64],
    [`x.${L63}*a.com`, 'long-label', `${L63}*a`, 2, 65],
    [LONG, 'long-host', LONG, 0, LONG.length],
    ['x.-a.com', 'hyphen', '-a', 2, 2],
    ['x.a-.com', 'hyphen', 'a-', 2, 2],
    ['x.a,b.com', 'character', 'a,b', 3, 1],
    ['x.xn--a*.com', 'idn', 'xn--a*', 2, 6],
    ['x.xn--a-.com', 'idn', 'xn--a-', 2, 6],
    ['x.\uFF45.com', 'idn', '\uFF45', 2, 1],
    ['256.1.1.1', 'ipv4', '256.1.1.1', 0, 9],
    ['1.2.3.0x4', 'ipv4', '1.2.3.0x4', 0, 9],
    ['127.0.0.1.', 'ipv4', '127.0.0.1.', 0, 10],
    ['[1::2::3]', 'ipv6', '[1::2::3]', 0, 9],
    ['[::g]', 'ipv6', '[::g]', 0, 5],
    // The first fault counts.
    ['-a..b', 'hyphen', '-a', 0, 2],
  ])('%j', (text, kind, label, at, length) => {
    expect(readAuthority(text, 0, false).fault).toEqual({ kind, label, at, length });
  });
  it.each([`${L63}*.com`, LONG.slice(1), `${LONG.slice(1)}.`])('%j is legal', (text) =>
    expect(readAuthority(text, 0, false).fault).toBeUndefined(),
  );
  it('an empty host has no fault of its own', () =>
    expect(readAuthority('', 0, false)).toMatchObject({ name: '', trailingDot: false, unclear: false }));
  it('a dot alone is no trailing one', () =>
    expect(readAuthority('.', 0, false)).toMatchObject({ trailingDot: false, fault: { kind: 'empty' } }));
});

describe('hosts of which nothing can be said', () => {
  it.each([
    '(a).com',
    'a!b.com',
    'a+b.com',
    'a|b.com',
    'a^b.com',
    'a$b.com',
    '<a>.com',
    'a%2e.com',
    'a\\b.com',
    'a\0b.com',
    'a\uFFFDb.com',
    'a b.com',
    'a\u3000b.com',
    'a\u200Bb.com',
    'a\u00ADb.com',
    '\uFF0A.example.com',
    '[a-z].example.com',
    'app.example.com?x',
    'app.example.com#x',
  ])('%j', (text) => {
    const read = readAuthority(text, 0, false);
    expect([read.unclear, read.fault]).toEqual([true, undefined]);
  });
  it('have their labels as written', () =>
    expect(readAuthority('A(b).Com.', 0, false).labels).toEqual(['A(b)', 'Com']));
});

describe('hosts of custom schemes', () => {
  it.each([
    ['Anysphere.X', 'Anysphere.X', ['Anysphere', 'X']],
    ['a**b', 'a*b', ['a*b']],
    ['_a', '_a', ['_a']],
    ['1.2.3', '1.2.3', ['1', '2', '3']],
    ['xn--a', 'xn--a', ['xn--a']],
    ['A.b.', 'A.b.', ['A', 'b']],
    ['', '', ['']],
  ])('%j', (text, name, labels) => {
    const read = readAuthority(text, 0, true);
    expect([read.name, read.labels, read.fault, read.unclear]).toEqual([name, labels, undefined, false]);
  });
  it.each([
    ['a..b', { kind: 'empty', label: '', at: 2, length: 0 }],
    ['.', { kind: 'empty', label: '', at: 0, length: 0 }],
    ['A.-b', { kind: 'hyphen', label: '-b', at: 2, length: 2 }],
    ['a.b-', { kind: 'hyphen', label: 'b-', at: 2, length: 2 }],
    ['a.-', { kind: 'hyphen', label: '-', at: 2, length: 1 }],
    ['-.a.', { kind: 'hyphen', label: '-', at: 0, length: 1 }],
    ['a~b', { kind: 'character', label: 'a~b', at: 1, length: 1 }],
    ['a'.repeat(64), { kind: 'long-label', at: 0, length: 64 }],
    ['a'.repeat(63).concat('.').repeat(4), { kind: 'long-host', at: 0 }],
  ])('%j is at fault', (text, fault) => expect(readAuthority(text, 0, true).fault).toMatchObject(fault));
  it('may have a star beside 63 characters of a label', () =>
    expect(readAuthority(`${'a'.repeat(63)}*`, 0, true).fault).toBeUndefined());
  it('may not hold other characters', () =>
    expect(readAuthority('a,b', 0, true)).toMatchObject({
      fault: { kind: 'character', label: 'a,b', at: 1, length: 1 },
      unclear: false,
    }));
  it('leave to other rules what those report', () =>
    expect(readAuthority('a(b', 0, true)).toMatchObject({ unclear: true }));
});

describe('ports', () => {
  it.each([
    ['https', undefined, ''],
    ['https', '443', ''],
    ['http', '443', '443'],
    ['http', '80', ''],
    ['https', '80', '80'],
    ['cursor', '443', '443'],
    ['https', '*', '*'],
    ['https', '**', '*'],
    ['https', '***', undefined],
    ['https', '1', '1'],
    ['https', '65535', '65535'],
    ['https', '65536', undefined],
    ['https', '100000', undefined],
    ['https', '0', undefined],
    ['https', '08', undefined],
    ['https', '8x', undefined],
    ['https', 'x8', undefined],
    ['https', '', undefined],
  ])('%s and %j: %j', (scheme, port, normal) => expect(normalPort(scheme, port)).toBe(normal));
});
