/**
 * Names under which the column of entries is met, in the console's languages, without accents and punctuation.
 * The higher the rank the surer: a file may have a pattern, a domain and a redirect URI side by side.
 */
const names: readonly (readonly [rank: number, words: string])[] = [
  [
    4,
    'pattern patterns domainpattern urlpattern muster domanenmuster motif modele patron patrones padrao modello patroon wzorzec monster パターン 패턴 模式',
  ],
  [
    3,
    'domain domains domainname entry entries allowlist allowedomain alloweddomain alloweddomains domane domanen domaine domaines dominio dominios domini domein domeinen domena domeny doman domaner ドメイン 도메인 域名 网域 網域 域',
  ],
  [
    2,
    'url urls uri uris origin origins address adresse adresses direccion endereco indirizzo adres adress アドレス 주소 地址 网址 website link',
  ],
  [1, 'host hosts hostname redirecturi redirecturis redirecturl redirect callback callbackurl callbackuri'],
];

const ranks = new Map(
  names.flatMap(([rank, words]) => words.split(' ').map((word) => [plainName(word), rank] as const)),
);

/** How surely a column of this name holds the entries: 0 (not by its name) to 4. */
export function headerRank(name: string): number {
  return ranks.get(plainName(name)) ?? 0;
}

/** A header without case, accents, blanks and punctuation, for comparing. */
export function plainName(name: string): string {
  return name
    .slice(0, 80)
    .normalize('NFKD')
    .replace(/[\p{M}\p{P}\p{S}\s]/gu, '')
    .normalize('NFC')
    .toLowerCase();
}
