/**
 * Hosts on which anybody can get a name although the Public Suffix List's private section does not say so: found by
 * comparing vendors' own naming schemes with the list. `levels` is how many labels below it are regions or clusters
 * that tenants share as well: `<app>.<environment>.<region>.azurecontainerapps.io` has one.
 */
export const SHARED_SUFFIXES: readonly (readonly [suffix: string, vendor: string, levels?: number])[] = [
  ['azurecontainerapps.io', 'Azure Container Apps', 1],
  ['devtunnels.ms', 'Microsoft dev tunnels', 1],
  ['app.github.dev', 'GitHub Codespaces'],
  ['gitpod.io', 'Gitpod', 1],
  ['loca.lt', 'localtunnel'],
  ['glitch.me', 'Glitch'],
  ['databricksapps.com', 'Databricks Apps', 2],
  ['n8n.cloud', 'n8n'],
  ['app.n8n.cloud', 'n8n'],
  ['make.com', 'Make'],
  ['my.salesforce.com', 'Salesforce'],
  ['sandbox.my.salesforce.com', 'Salesforce'],
  ['develop.my.salesforce.com', 'Salesforce'],
  ['zendesk.com', 'Zendesk'],
  ['auth0.com', 'Auth0'],
  ['au.auth0.com', 'Auth0'],
  ['ca.auth0.com', 'Auth0'],
  ['eu.auth0.com', 'Auth0'],
  ['jp.auth0.com', 'Auth0'],
  ['uk.auth0.com', 'Auth0'],
  ['us.auth0.com', 'Auth0'],
  ['okta.com', 'Okta'],
  ['oktapreview.com', 'Okta'],
  ['cloudapp.azure.com', 'Azure', 1],
  ['nip.io', 'nip.io'],
  ['sslip.io', 'sslip.io'],
  ['traefik.me', 'traefik.me'],
  ['azure-apim.net', 'Azure API Management'],
  ['consent.azure-apim.net', 'Azure API Management'],
  ['atlassian.net', 'Atlassian'],
  ['sharepoint.com', 'SharePoint'],
  ['mattermost.cloud', 'Mattermost'],
  ['hana.ondemand.com', 'SAP', 2],
];

/**
 * Domains that are no suffix themselves but have shared suffixes below them, by vendor. A host wildcard may cross dots,
 * so `*.windows.net` takes in every storage account. Read off the list's private section and the table above.
 */
export const ABOVE_SHARED: Readonly<Record<string, string>> = {
  'atlassian-dev.net': 'Atlassian Forge',
  'azure.com': 'Azure',
  'bubble.io': 'Bubble',
  'canva.site': 'Canva',
  'clever-cloud.com': 'Clever Cloud',
  'emergentagent.com': 'Emergent',
  'fastly.net': 'Fastly',
  'forgerock.io': 'ForgeRock',
  'github.dev': 'GitHub Codespaces',
  'linode.com': 'Akamai',
  'mythic-beasts.com': 'Mythic Beasts',
  'ondemand.com': 'SAP',
  'ovh.net': 'OVH',
  'platform.sh': 'Platform.sh',
  'railway.app': 'Railway',
  'render.com': 'Render',
  'salesforce.com': 'Salesforce',
  'typeform.com': 'Typeform',
};

/** The same, where the labels between are the vendor's regions and services: every name below is above tenants too. */
export const ABOVE_SHARED_DEEP: Readonly<Record<string, string>> = {
  'amazonaws.com': 'Amazon Web Services',
  'amazonaws.com.cn': 'Amazon Web Services',
  'amazoncognito.com': 'Amazon Cognito',
  'on.aws': 'Amazon Web Services',
  'sagemaker.aws': 'Amazon SageMaker',
  'scw.cloud': 'Scaleway',
  'usgovcloudapi.net': 'Azure Government',
  'windows.net': 'Azure',
};

/** Hosts of Atlassian's supported list at which every customer of the vendor has a name. */
export const SUPPORTED_SHARED: ReadonlySet<string> = new Set([
  'apps.dynatrace.com',
  'azuredatabricks.net',
  'databricks.com',
  'global.consent.azure-apim.net',
]);
