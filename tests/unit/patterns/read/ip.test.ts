import { describe, expect, it } from 'vitest';
import {
  canonicalIpv4,
  canonicalIpv6,
  endsInNumber,
  isCanonicalIpv4,
} from '../../../../lib/patterns/read/ip.ts';

describe('IPv4', () => {
  it.each(['0.0.0.0', '127.0.0.1', '255.255.255.255', '192.168.1.10'])('%s is plain', (host) =>
    expect(isCanonicalIpv4(host)).toBe(true),
  );
  it.each(['256.1.1.1', '1.2.3', '1.2.3.4.5', '01.2.3.4', '127.1', '0x7f.0.0.1', '1.2.3.4.', ' 1.2.3.4', ''])(
    '%j is not',
    (host) => expect(isCanonicalIpv4(host)).toBe(false),
  );
  it.each([
    ['127.1', '127.0.0.1'],
    ['2130706433', '127.0.0.1'],
    ['0x7f.1', '127.0.0.1'],
    ['010.0.0.1', '8.0.0.1'],
    ['256.1.1.1', undefined],
    ['app.example.com', undefined],
    ['a b', undefined],
  ])('%j means %j', (host, plain) => expect(canonicalIpv4(host)).toBe(plain));
  it.each(['1', '0x7f', '0x', '09'])('a host that ends in %s is an address', (label) =>
    expect(endsInNumber(label)).toBe(true),
  );
  it.each(['com', 'a1', '1a', '1a2', '', 'x0', '-1'])('a host that ends in %j is a name', (label) =>
    expect(endsInNumber(label)).toBe(false),
  );
});

describe('IPv6', () => {
  it.each([
    ['[::1]', '[::1]'],
    ['[0:0:0:0:0:0:0:1]', '[::1]'],
    ['[2001:DB8::1]', '[2001:db8::1]'],
    ['[::ffff:1.2.3.4]', '[::ffff:102:304]'],
    ['[::g]', undefined],
    ['[1::2::3]', undefined],
    ['::1', undefined],
    ['[::1', undefined],
    ['[::1]:80', undefined],
    ['example.com', undefined],
  ])('%s is %s', (host, plain) => expect(canonicalIpv6(host)).toBe(plain));
});
