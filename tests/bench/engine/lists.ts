/** Lists and addresses as an organization has them: mostly whole origins, some callbacks, some wildcards and braces. */

const KINDS: readonly ((i: number) => { entry: string; address: string })[] = [
  (i) => ({
    entry: `https://app${i}.example.com/**`,
    address: `https://app${i}.example.com/api/mcp/auth_callback`,
  }),
  (i) => ({
    entry: `https://tool${i}.example.org/**`,
    address: `https://tool${i}.example.org/oauth/callback`,
  }),
  (i) => ({
    entry: `https://tool${i}.example.org/oauth/callback`,
    address: `https://tool${i}.example.org/oauth/callback`,
  }),
  (i) => ({
    entry: `https://*.team${i}.example.net/**`,
    address: `https://pr-${i}.team${i}.example.net/callback?x=1`,
  }),
  (i) => ({
    entry: `https://svc${i}.example.com:*/oauth/**`,
    address: `https://svc${i}.example.com:8443/oauth/cb`,
  }),
  (i) => ({
    entry: `https://app-*.zone${i}.example.com/*/cb`,
    address: `https://app-7.zone${i}.example.com/a/cb`,
  }),
  (i) => ({
    entry: `https://{dev,prod}.org${i}.example.net/**`,
    address: `https://prod.org${i}.example.net/cb`,
  }),
  (i) => ({
    entry: `http://localhost:${1024 + (i % 60_000)}/cb${i}`,
    address: `http://localhost:${1024 + (i % 60_000)}/cb${i}`,
  }),
];

export function makeEntries(count: number): string[] {
  return Array.from({ length: count }, (_, i) => KINDS[i % KINDS.length]?.(i).entry ?? '');
}

/** Addresses spread over the list; every fifth is in no entry. Flat strings, as they come from a message or a file. */
export function makeAddresses(count: number, entries: number): string[] {
  return Array.from({ length: count }, (_, n) => {
    const i = (n * 7919) % entries;
    const address =
      n % 5 === 4 ? `https://unknown${n}.example.com/cb` : (KINDS[i % KINDS.length]?.(i).address ?? '');
    return flat(address);
  });
}

/** A copy that is one piece in memory: what is put together of pieces is only joined when it is first read. */
export function flat(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text));
}

/** Lists made to be slow: all entries alike but for one place. */
export const ADVERSARIAL: readonly {
  name: string;
  entry: (i: number) => string;
  address: (i: number) => string;
}[] = [
  {
    name: 'one host, many paths',
    entry: (i) => `https://app.example.com/team-${i}/**`,
    address: (i) => `https://app.example.com/team-${i}/cb`,
  },
  {
    name: 'one suffix, many endings',
    entry: (i) => `https://*-x${i}.example.com/**`,
    address: (i) => `https://pr-x${i}.example.com/cb`,
  },
  {
    name: 'one suffix, many middles',
    entry: (i) => `https://*-m${i}-*.example.com/**`,
    address: (i) => `https://a-m${i}-b.example.com/cb`,
  },
  {
    name: 'one host, many ports',
    entry: (i) => `http://localhost:${1 + (i % 65_535)}/p${i}`,
    address: (i) => `http://localhost:${1 + (i % 65_535)}/p${i}`,
  },
];
