import type { GateCase } from './types.ts';

/** What a known text means: a gate beside the list, or the list itself. */
export type TextMeaning = GateCase | 'domain';

interface KnownText {
  means: TextMeaning;
  /** Pieces that must come in this order and close together, as letters only: see `lettersOf`. */
  pieces: readonly string[];
  /** seen: reported word for word · inferred: not published; our own rendering of the key words. */
  evidence: 'seen' | 'inferred';
}

const seen = (means: TextMeaning, ...pieces: string[]): KnownText => ({ means, pieces, evidence: 'seen' });
const inferred = (means: TextMeaning, ...pieces: string[]): KnownText => ({
  means,
  pieces,
  evidence: 'inferred',
});

/**
 * The texts that users send to their admin, the most telling first. Atlassian publishes English ones only; for other
 * languages of the console the key words are rendered, so a text that is worded otherwise there ends as not known and is
 * never taken for another gate.
 */
export const KNOWN_TEXTS: readonly KnownText[] = [
  seen('ip-allowlist', 'permission to connect from this ip'),
  seen('ip-allowlist', 'ip address', 'not allowed'),
  inferred('ip-allowlist', 'von dieser ip', 'verbind'),
  inferred('ip-allowlist', 'verbind', 'von dieser ip'),
  inferred('ip-allowlist', 'desde esta', 'ip'),
  inferred('ip-allowlist', 'depuis cette adresse ip'),
  inferred('ip-allowlist', 'a partir desse endereço de ip'),
  inferred('ip-allowlist', 'a partir deste endereço ip'),
  inferred('ip-allowlist', 'da questo indirizzo ip'),
  inferred('ip-allowlist', 'vanaf dit ip'),
  inferred('ip-allowlist', 'z tego adresu ip'),
  inferred('ip-allowlist', 'この ip アドレス'),
  inferred('ip-allowlist', '이 ip 주소'),
  inferred('ip-allowlist', '此 ip 地址'),
  seen('client-registration', 'redirect uri is not registered'),
  seen('client-registration', 'redirect uri', 'not registered for client'),
  seen('client-registration', 'unauthorized client'),
  // RFC 7591, section 3.2.2: the answer of a registration that refuses the address.
  seen('client-registration', 'invalid redirect uri'),
  seen('client-type', 'verify your connection settings'),
  inferred('client-type', 'verbindungseinstellungen', 'nicht', 'überprüf'),
  inferred('client-type', 'verificar', 'configuración de', 'conexión'),
  inferred('client-type', 'verificar', 'configurações de conexão'),
  inferred('client-type', 'vérifier', 'paramètres de', 'connexion'),
  seen('app-policy', 'site admin must authorize this app'),
  seen('app-policy', 'site admin must authorise this app'),
  inferred('app-policy', 'site admin', 'app autorisieren'),
  inferred('app-policy', 'administrador del sitio debe autorizar esta'),
  inferred('app-policy', 'administrador do site', 'autorizar este'),
  inferred('app-policy', 'administrateur du site doit autoriser cette'),
  inferred('api-token', 'permission to connect via api token'),
  inferred('api-token', 'api token', 'is disabled'),
  inferred('api-token', 'api token', 'not enabled'),
  inferred('api-token', 'api token', 'not allowed'),
  inferred('api-token', 'api token', 'is blocked'),
  inferred('api-token', 'disabled', 'api token'),
  inferred('api-token', 'api token', 'deaktiviert'),
  inferred('api-token', 'token de api', 'desactivad'),
  inferred('api-token', 'token de api', 'desativad'),
  inferred('api-token', 'jeton', 'api', 'désactivé'),
  seen('domain', 'admin must authorize access from'),
  seen('domain', 'admin must authorise access from'),
  seen('domain', 'access to this domain is restricted'),
  seen('domain', 'admin has blocked this domain'),
  seen('domain', 'incorrect request parameters'),
  inferred('domain', 'zugriff', 'domain', 'autorisieren'),
  inferred('domain', 'zugriff', 'domain', 'eingeschränkt'),
  inferred('domain', 'domain', 'blockiert'),
  inferred('domain', 'autorizar', 'acceso', 'dominio'),
  inferred('domain', 'bloqueado', 'dominio'),
  inferred('domain', 'acceso', 'dominio', 'restringido'),
  inferred('domain', 'autorizar', 'acesso', 'domínio'),
  inferred('domain', 'acesso', 'domínio', 'restrito'),
  inferred('domain', 'autoriser', 'accès', 'domaine'),
  inferred('domain', 'accès', 'domaine', 'restreint'),
  inferred('domain', 'bloqué', 'domaine'),
  inferred('domain', 'autorizzare', 'accesso', 'dominio'),
  inferred('domain', 'accesso', 'dominio', 'limitato'),
  inferred('domain', 'toegang', 'domein', 'autoriseren'),
  inferred('domain', 'toegang', 'domein', 'beperkt'),
  inferred('domain', 'dostęp', 'domen', 'ogranicz'),
  inferred('domain', 'ドメイン', 'アクセス', '承認'),
  inferred('domain', 'ドメイン', 'アクセス', '制限'),
  inferred('domain', 'ドメイン', 'ブロック'),
  inferred('domain', '도메인', '액세스', '승인'),
  inferred('domain', '도메인', '차단'),
  inferred('domain', '域', '访问', '限制'),
  inferred('domain', '域', '访问', '授权'),
  inferred('domain', '授权', '域', '访问'),
];
