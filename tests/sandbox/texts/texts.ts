/** The words of the MCP page and its frame. Other pages are distractors and share these where they can. */
export interface Texts {
  /** Heading by the switch `Variant.name`. */
  names: { rovo: string; 'atlassian-rovo': string; atlassian: string };
  intro: string;
  domains: string;
  authentication: string;
  permissions: string;
  /** Today's and the former label of the switch for Atlassian's own list. */
  allowSupported: string;
  allowSupportedHelp: string;
  supportedDomainsOld: string;
  apiToken: string;
  apiTokenOld: string;
  enterpriseManaged: string;
  authenticationMethodsOld: string;
  yourDomains: string;
  yourDomainsHelp: string;
  addDomain: string;
  domain: string;
  actions: string;
  searchByDomain: string;
  /** `{n}` stands for the number. */
  showing: string;
  noDomain: string;
  noDomainHelp: string;
  noMatch: string;
  delete: string;
  deleteTitle: string;
  /** `{domain}` stands for the entry. */
  deleteQuestion: string;
  cancel: string;
  add: string;
  save: string;
  /** "Example domain pattern: {example}" */
  example: string;
  terms: string;
  termsText: string;
  kindQuestion: string;
  kindDomain: string;
  kindPattern: string;
  added: string;
  deleted: string;
  showMore: string;
  invalid: string;
  duplicate: string;
  limit: string;
  refused: string;
  failed: string;
  failedHelp: string;
  next: string;
  previous: string;
  pagination: string;
  read: string;
  write: string;
  search: string;
  /** The permission, where the button is `delete`. */
  deletion: string;
  manage: string;
  allowed: string;
  blocked: string;
  partlyAllowed: string;
  selectAll: string;
  editDetails: string;
  permission: string;
  status: string;
  overview: string;
  directory: string;
  users: string;
  apps: string;
  connectedApps: string;
  rovo: string;
}
