import { describe, expect, it } from 'vitest';
import { normalisePattern, readPattern } from '../../../../lib/patterns/index.ts';

const https = (host: string, port: string, path: string) => ({
  scheme: 'https',
  custom: false,
  host,
  port,
  path,
});

describe('readPattern', () => {
  it.each([
    ['https://app.example.com', [https('app.example.com', '', '')]],
    ['https://app.example.com/', [https('app.example.com', '', '/')]],
    ['https://APP.example.com:443/Cb', [https('app.example.com', '', '/Cb')]],
    ['https://app.example.com:*/cb', [https('app.example.com', '*', '/cb')]],
    ['https://app.example.com:**/cb', [https('app.example.com', '*', '/cb')]],
    ['https://**.example.com:8443/**', [https('*.example.com', '8443', '/**')]],
    ['https://app.example.com./cb', [https('app.example.com.', '', '/cb')]],
    ['https://[0:0::1]:8443/cb', [https('[::1]', '8443', '/cb')]],
    [
      'https://{a,b}.example.com/{x,y}',
      [
        https('a.example.com', '', '/x'),
        https('a.example.com', '', '/y'),
        https('b.example.com', '', '/x'),
        https('b.example.com', '', '/y'),
      ],
    ],
    ['https://{a,A,a}.example.com/cb', [https('a.example.com', '', '/cb')]],
    [
      'https://app.example.com:{443,8443}/cb',
      [https('app.example.com', '', '/cb'), https('app.example.com', '8443', '/cb')],
    ],
    [
      'https://{a.example.com:8443,b.example.com}/cb',
      [https('a.example.com', '8443', '/cb'), https('b.example.com', '', '/cb')],
    ],
    [
      'https://app{1..2}.example.com/cb',
      [https('app1.example.com', '', '/cb'), https('app2.example.com', '', '/cb')],
    ],
    [
      'Cursor://Anysphere.X:443/Cb',
      [{ scheme: 'cursor', custom: true, host: 'Anysphere.X', port: '443', path: '/Cb' }],
    ],
    ['http://localhost:80/cb', [{ scheme: 'http', custom: false, host: 'localhost', port: '', path: '/cb' }]],
    ['cursor://**', [{ scheme: 'cursor', custom: true, host: '*', port: '', path: '' }]],
  ])('reads %j', (text, alternatives) => {
    expect(readPattern(text)?.alternatives).toEqual(alternatives);
  });

  it.each(['', 'app.example.com', 'https://*.com/**', 'https://app.example.com/../x', 'javascript:alert(1)'])(
    'reads nothing into %j',
    (text) => expect(readPattern(text)).toBeUndefined(),
  );
});

describe('normalisePattern', () => {
  it.each([
    [' https://app.example.com/** \n', 'https://app.example.com/**'],
    ['HTTPS://App.Example.com/Path/**', 'https://app.example.com/Path/**'],
    ['https://app.example.com:443', 'https://app.example.com'],
    ['http://localhost:80/cb', 'http://localhost/cb'],
    ['https://app.example.com:80/cb', 'https://app.example.com:80/cb'],
    ['http://localhost:**/**', 'http://localhost:*/**'],
    ['https://B\u00FCcher.example.com/**', 'https://xn--bcher-kva.example.com/**'],
    ['https://{B\u00DCcher,app}.example.com/**', 'https://{xn--bcher-kva,app}.example.com/**'],
    ['https://b\u00FC{cher,ro}.example.com/**', 'https://{xn--bcher-kva,xn--bro-hoa}.example.com/**'],
    ['https://{b\u00FCcher}.example.com/**', 'https://xn--bcher-kva.example.com/**'],
    ['https://{A,b}.example.com:{443,8443}/{X,y}', 'https://{a,b}.example.com:{443,8443}/{X,y}'],
    ['https://**.example.com/**', 'https://**.example.com/**'],
    ['https://app.example.com./**', 'https://app.example.com./**'],
    ['https://app.example.com//a/', 'https://app.example.com//a/'],
    ['Cursor://Host/Path', 'cursor://Host/Path'],
    ['cursor://host:**/x', 'cursor://host:*/x'],
    ['cursor://host:443/x', 'cursor://host:443/x'],
    ['https://*.com/**', undefined],
  ])('%j is kept as %j', (text, normalised) => expect(normalisePattern(text)).toBe(normalised));
});
