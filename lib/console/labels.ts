/**
 * The console's labels by language. Evidence only: the page is localised by people we never met, so nothing may
 * depend on one label alone. Seen in the wild: en, and parts of es, pt-BR and fr; the others follow Atlassian's
 * wording elsewhere in its products. Adding a language is adding a column here.
 * Japanese says "your" as あなたの in Jira ("Your work": あなたの作業), and as 自社の or お客様の on support pages: all are taken.
 */
export type LabelName =
  | 'addDomain'
  | 'yourDomains'
  | 'supportedDomains'
  | 'domains'
  | 'authentication'
  | 'permissions'
  | 'delete'
  | 'cancel'
  | 'submit'
  | 'next'
  | 'more'
  | 'pattern';

/** Alternatives are separated by `|`; compared in lower case with white space folded. */
export const LABELS: Readonly<Record<LabelName, string>> = {
  // en | de | fr | es | pt-BR | it | nl | pl | sv | ja | ko | zh-Hans
  addDomain:
    'add domain|add a domain|domain hinzufügen|domäne hinzufügen|ajouter un domaine|añadir dominio|agregar dominio|adicionar domínio|aggiungi dominio|domein toevoegen|dodaj domenę|lägg till domän|ドメインを追加|ドメインの追加|도메인 추가|添加域|添加域名',
  yourDomains:
    'your domains|ihre domains|deine domains|ihre domänen|vos domaines|tus dominios|sus dominios|seus domínios|i tuoi domini|i domini|uw domeinen|je domeinen|twoje domeny|dina domäner|あなたのドメイン|自社のドメイン|お客様のドメイン|ドメイン一覧|사용자 도메인|내 도메인|您的域|您的域名|你的域名',
  supportedDomains:
    'allow atlassian supported domains|atlassian supported domains|von atlassian unterstützte domains zulassen|von atlassian unterstützte domains|autoriser les domaines pris en charge par atlassian|domaines pris en charge par atlassian|permitir los dominios compatibles con atlassian|dominios compatibles con atlassian|permitir domínios compatíveis com a atlassian|domínios compatíveis com a atlassian|consenti i domini supportati da atlassian|domini supportati da atlassian|door atlassian ondersteunde domeinen toestaan|door atlassian ondersteunde domeinen|zezwalaj na domeny obsługiwane przez atlassian|domeny obsługiwane przez atlassian|tillåt domäner som stöds av atlassian|domäner som stöds av atlassian|atlassian がサポートするドメインを許可|アトラシアンがサポートするドメインを許可|アトラシアンがサポートするドメイン|atlassian がサポートするドメイン|atlassian 지원 도메인 허용|atlassian 지원 도메인|允许 atlassian 支持的域|允许 atlassian 支持的域名|atlassian 支持的域',
  domains:
    'domains|domänen|domaines|dominios|domínios|domini|domeinen|domeny|domäner|ドメイン|도메인|域|域名',
  authentication:
    'authentication|authentifizierung|authentification|autenticación|autenticação|autenticazione|authenticatie|verificatie|uwierzytelnianie|autentisering|認証|인증|身份验证',
  permissions:
    'permissions|berechtigungen|autorisations|permisos|permissões|autorizzazioni|permessi|machtigingen|rechten|uprawnienia|behörigheter|権限|권한|权限',
  delete:
    'delete|remove|löschen|entfernen|supprimer|eliminar|quitar|borrar|excluir|remover|elimina|rimuovi|verwijderen|usuń|ta bort|radera|削除|삭제|제거|删除|移除',
  cancel:
    'cancel|close|abbrechen|schließen|annuler|fermer|cancelar|cerrar|fechar|annulla|chiudi|annuleren|sluiten|anuluj|zamknij|avbryt|stäng|キャンセル|閉じる|취소|닫기|取消|关闭',
  submit:
    'add|save|confirm|hinzufügen|speichern|ajouter|enregistrer|añadir|agregar|guardar|adicionar|salvar|aggiungi|salva|toevoegen|opslaan|dodaj|zapisz|lägg till|spara|追加|保存|추가|저장|添加',
  next: 'next|next page|nächste|nächste seite|weiter|suivant|suivante|page suivante|siguiente|página siguiente|próxima|próximo|próxima página|avanti|successiva|pagina successiva|volgende|volgende pagina|następna|dalej|następna strona|nästa|nästa sida|次へ|次のページ|다음|다음 페이지|下一页|下一步',
  more: 'show more|load more|mehr anzeigen|mehr laden|afficher plus|charger plus|mostrar más|cargar más|mostrar mais|carregar mais|mostra altro|carica altro|meer weergeven|meer laden|pokaż więcej|załaduj więcej|visa fler|visa mer|ladda fler|さらに表示|もっと見る|더 보기|더 표시|显示更多|加载更多',
  pattern: 'pattern|muster|modèle|patrón|padrão|modello|schema|patroon|wzorzec|mönster|パターン|패턴|模式',
};

const sets = new Map<LabelName, Set<string>>();

/** Text as labels are compared: lower case, white space folded, marks at the end (`…`, `*`, `:`) dropped. */
export function foldLabel(text: string): string {
  return text
    .slice(0, 200)
    .replace(/\s+/g, ' ')
    .replace(/[\s.:*…+]+$/, '')
    .trim()
    .toLowerCase();
}

/** Whether the text is one of the console's labels of this name, in any language. */
export function isLabel(name: LabelName, text: string): boolean {
  let set = sets.get(name);
  if (!set) {
    set = new Set(LABELS[name].split('|'));
    sets.set(name, set);
  }
  return set.has(foldLabel(text));
}

/** "Domain" in any language we know: a stem, for labels that are worded in a way we did not foresee. */
export const DOMAIN_STEM = /dom(?:ai|ei|[äeé])n|dom[ií]ni|ドメイン|도메인|域/i;

/** Headings of pages that speak of MCP servers of others (Connected apps), by language. */
export const EXTERNAL_STEM =
  /extern|third|connected|tiers|terceiros|terceros|conectad|connect[eé]|verbunden|zewn[eę]trz|ansluten|anslutna|外部|接続|외부|연결|连接/i;
