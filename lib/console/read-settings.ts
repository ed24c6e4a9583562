import { visibleAll } from './dom.ts';
import { DOMAIN_STEM } from './labels.ts';
import { findTabs, isOn, isSupportedDomainsLabel, pageSwitches, switchLabel } from './locate.ts';
import type { ConsoleSettings } from './types.ts';

const API_TOKEN = /\bAPI\b|api[- ]?(?:token|schlüssel)|jeton|トークン|토큰|令牌/i;
const ENTERPRISE =
  /enterprise|unternehm|entreprise|empres|impres|aziend|onderneming|bedrijf|przedsi|firm|företag|エンタープライズ|企業|엔터프라이즈|기업|企业/i;

const CLASSES: Readonly<Record<string, RegExp>> = {
  read: /^(read|lesen|lecture|lire|lectura|leer|leitura|ler|lettura|leggi|lezen|odczyt|läs|読み取り|읽기|读取)/i,
  write:
    /^(write|schreiben|écriture|écrire|escritura|escribir|gravação|escrita|scrittura|schrijven|zapis|skriv|書き込み|쓰기|写入)/i,
  search: /^(search|suche|recherche|búsqueda|buscar|pesquisa|ricerca|zoek|wyszuk|sök|検索|검색|搜索)/i,
  delete:
    /^(delete|löschen|suppression|supprimer|elimina|excluir|exclusão|verwijder|usuwa|usuń|radera|ta bort|削除|삭제|删除)/i,
  manage: /^(manage|verwalt|gestion|gérer|gesti|administrar|gerenciar|beheer|zarządza|hantera|管理|관리)/i,
};
const PARTIAL = /partial|teilweise|partiel|parcial|parzial|gedeeltelijk|częściow|delvis|一部|부분|部分/i;
const BLOCKED = /block|gesperrt|bloqu|blocc|geblokkeerd|zablok|ブロック|차단|阻止|禁止|not allowed/i;
const ALLOWED =
  /allow|zugelassen|erlaubt|autoris|permit|consent|toegestaan|dozwol|zezwol|tillåt|許可|허용|允许/i;

/** The settings on screen. What another tab shows stays `unknown` here; the store keeps what was seen before. */
export function readSettings(): ConsoleSettings {
  const settings: ConsoleSettings = {
    supportedDomains: 'unknown',
    apiToken: 'unknown',
    enterpriseManaged: 'unknown',
    permissions: {},
  };
  for (const control of pageSwitches()) {
    const label = switchLabel(control).slice(0, 200);
    const on = isOn(control);
    if (isSupportedDomainsLabel(label)) settings.supportedDomains = on ? 'allowed' : 'blocked';
    else if (API_TOKEN.test(label)) settings.apiToken = on ? 'on' : 'off';
    else if (ENTERPRISE.test(label) && !DOMAIN_STEM.test(label))
      settings.enterpriseManaged = on ? 'on' : 'off';
  }
  if (findTabs().some((tab) => tab.selected && tab.name === 'permissions'))
    settings.permissions = readPermissions();
  return settings;
}

function readPermissions(): ConsoleSettings['permissions'] {
  const found: ConsoleSettings['permissions'] = {};
  for (const row of visibleAll(document, 'tbody tr, [role="row"], li').slice(0, 60)) {
    const texts = [...row.querySelectorAll('td, [role="cell"], [role="gridcell"], span, div, strong, p')]
      .slice(0, 40)
      .filter((element) => element.childElementCount === 0)
      .map((element) => (element.textContent ?? '').slice(0, 60).trim())
      .filter(Boolean);
    const name = texts
      .map((text) => Object.keys(CLASSES).find((key) => CLASSES[key]?.test(text)))
      .find(Boolean);
    if (!name || found[name]) continue;
    found[name] = statusIn(texts);
  }
  return found;
}

function statusIn(texts: string[]): 'allowed' | 'blocked' | 'partial' | 'unknown' {
  if (texts.some((text) => PARTIAL.test(text))) return 'partial';
  if (texts.some((text) => BLOCKED.test(text))) return 'blocked';
  return texts.some((text) => ALLOWED.test(text)) ? 'allowed' : 'unknown';
}
