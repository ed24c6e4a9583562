import { describe, expect, it } from 'vitest';
import {
  icannSuffix,
  isIcannSuffix,
  isPrivateName,
  opensShared,
  registrableDomain,
  sharedSuffix,
} from '../../../../lib/patterns/suffixes/index.ts';
import {
  ABOVE_SHARED,
  ABOVE_SHARED_DEEP,
  SHARED_SUFFIXES,
  SUPPORTED_SHARED,
} from '../../../../lib/patterns/suffixes/supplement.ts';

describe('ICANN suffixes', () => {
  it.each([
    ['app.example.com', 'com', 'example.com'],
    ['app.example.co.uk', 'co.uk', 'example.co.uk'],
    ['x.vercel.app', 'app', 'vercel.app'],
    ['com', 'com', undefined],
    ['co.uk', 'co.uk', undefined],
    ['app.local', undefined, undefined],
    ['a.b.c.d.e.f.g.h.i.j.example.com', 'com', 'example.com'],
    ['example.xn--p1ai', 'xn--p1ai', 'example.xn--p1ai'],
    ['vercel.app', 'app', 'vercel.app'],
    ['acme.github.io', 'io', 'github.io'],
    ['bucket.s3.eu-west-1.amazonaws.com', 'com', 'amazonaws.com'],
    ['shop.blogspot.co.uk', 'co.uk', 'blogspot.co.uk'],
  ])('%s', (host, suffix, domain) => {
    expect(icannSuffix(host)).toBe(suffix);
    expect(registrableDomain(host)).toBe(domain);
  });

  it.each(['com', 'co.uk', 'ck', 'foo.ck', 'kawasaki.jp'])('anybody registers below %s', (tail) =>
    expect(isIcannSuffix(tail)).toBe(true),
  );
  it.each(['example.com', 'vercel.app', 'local', 'www.ck'])('not everybody registers below %s', (tail) =>
    expect(isIcannSuffix(tail)).toBe(false),
  );
});

describe('shared suffixes', () => {
  it.each([
    ['acme.vercel.app', 'vercel.app'],
    ['acme.eu.auth0.com', 'eu.auth0.com'],
    ['acme.auth0.com', 'auth0.com'],
    ['zendesk.com', 'zendesk.com'],
    ['x.y.azurecontainerapps.io', 'azurecontainerapps.io'],
    ['app.example.com', undefined],
  ])('%s lies below %s', (host, suffix) => expect(sharedSuffix(host)?.suffix).toBe(suffix));

  it.each([
    'vercel.app',
    'westeurope.azurecontainerapps.io',
    'cfapps.eu10.hana.ondemand.com',
    'windows.net',
    'core.windows.net',
    'amazonaws.com',
    'eu-west-1.amazonaws.com',
    'us.auth0.com',
    'railway.app',
    // Each of the following has a rule with a star in the list.
    'compute.estate',
    'ex.futurecms.at',
    'nodebalancer.linode.com',
  ])('a wildcard right below %s takes in tenants', (tail) => expect(opensShared(tail)).toBeDefined());
  it.each([
    'acme.vercel.app',
    'app.env.westeurope.azurecontainerapps.io',
    'acme.n8n.cloud',
    'example.com',
    'databricks.com',
    'acme.salesforce.com',
    // Names that every JavaScript object knows.
    'constructor',
    '__proto__',
    'x.constructor',
  ])('a wildcard right below %s does not', (tail) => expect(opensShared(tail)).toBeUndefined());

  it.each(SHARED_SUFFIXES.map(([suffix, vendor]) => ({ suffix, vendor })))(
    '$suffix of $vendor is known',
    ({ suffix, vendor }) => {
      expect(sharedSuffix(`acme.${suffix}`)).toEqual({ suffix, vendor });
      expect(opensShared(suffix)).toEqual({ suffix, vendor });
      expect(suffix.split('.').length).toBeLessThanOrEqual(4);
    },
  );

  it.each([...Object.keys(ABOVE_SHARED), ...Object.keys(ABOVE_SHARED_DEEP)])(
    '%s is no suffix itself',
    (domain) => {
      expect(sharedSuffix(domain)).toBeUndefined();
      expect(opensShared(domain)?.suffix).toBe(domain);
    },
  );
});

describe('private names', () => {
  it.each([
    'app.local',
    'x.internal',
    'a.b.corp',
    'x.test',
    'x.example',
    'home.arpa',
    'nas.home.arpa',
    'localhost',
    '*.lan',
  ])('%s', (host) => expect(isPrivateName(host)).toBe(true));
  it.each(['example.com', 'local.com', 'mylocal', 'xhome.arpa', 'arpa'])('%s is public', (host) =>
    expect(isPrivateName(host)).toBe(false),
  );
});

describe('hosts of customers, by vendor', () => {
  it.each([
    ['app.env.westeurope.azurecontainerapps.io', 'Azure Container Apps'],
    ['abc-3000.euw.devtunnels.ms', 'Microsoft dev tunnels'],
    ['acme-3000.app.github.dev', 'GitHub Codespaces'],
    ['3000-acme.ws-eu1.gitpod.io', 'Gitpod'],
    ['acme.loca.lt', 'localtunnel'],
    ['acme.glitch.me', 'Glitch'],
    ['acme-123.aws.databricksapps.com', 'Databricks Apps'],
    ['acme.n8n.cloud', 'n8n'],
    ['acme.app.n8n.cloud', 'n8n'],
    ['eu1.make.com', 'Make'],
    ['acme.my.salesforce.com', 'Salesforce'],
    ['acme--dev.sandbox.my.salesforce.com', 'Salesforce'],
    ['acme-dev-ed.develop.my.salesforce.com', 'Salesforce'],
    ['acme.zendesk.com', 'Zendesk'],
    ['acme.auth0.com', 'Auth0'],
    ['acme.au.auth0.com', 'Auth0'],
    ['acme.ca.auth0.com', 'Auth0'],
    ['acme.eu.auth0.com', 'Auth0'],
    ['acme.jp.auth0.com', 'Auth0'],
    ['acme.uk.auth0.com', 'Auth0'],
    ['acme.us.auth0.com', 'Auth0'],
    ['acme.okta.com', 'Okta'],
    ['acme.oktapreview.com', 'Okta'],
    ['acme.westeurope.cloudapp.azure.com', 'Azure'],
    ['192.0.2.7.nip.io', 'nip.io'],
    ['192.0.2.7.sslip.io', 'sslip.io'],
    ['192.0.2.7.traefik.me', 'traefik.me'],
    ['acme.azure-apim.net', 'Azure API Management'],
    ['acme.consent.azure-apim.net', 'Azure API Management'],
    ['acme.atlassian.net', 'Atlassian'],
    ['acme.sharepoint.com', 'SharePoint'],
    ['acme.cloud.mattermost.cloud', 'Mattermost'],
    ['acme.cfapps.eu10.hana.ondemand.com', 'SAP'],
    ['acme.vercel.app', 'vercel.app'],
  ])('%s is one of %s', (host, vendor) => expect(sharedSuffix(host)?.vendor).toBe(vendor));

  it.each([
    ['au.auth0.com', 'au.auth0.com'],
    ['acme.app.n8n.cloud', 'app.n8n.cloud'],
    ['acme.consent.azure-apim.net', 'consent.azure-apim.net'],
    ['acme.sandbox.my.salesforce.com', 'sandbox.my.salesforce.com'],
    ['acme.develop.my.salesforce.com', 'develop.my.salesforce.com'],
    ['a.b.acme.develop.my.salesforce.com', 'develop.my.salesforce.com'],
  ])('of %s the longest suffix counts: %s', (host, suffix) =>
    expect(sharedSuffix(host)?.suffix).toBe(suffix),
  );

  it.each([
    ['atlassian-dev.net', 'Atlassian Forge'],
    ['azure.com', 'Azure'],
    ['bubble.io', 'Bubble'],
    ['canva.site', 'Canva'],
    ['clever-cloud.com', 'Clever Cloud'],
    ['emergentagent.com', 'Emergent'],
    ['fastly.net', 'Fastly'],
    ['forgerock.io', 'ForgeRock'],
    ['github.dev', 'GitHub Codespaces'],
    ['linode.com', 'Akamai'],
    ['mythic-beasts.com', 'Mythic Beasts'],
    ['ondemand.com', 'SAP'],
    ['ovh.net', 'OVH'],
    ['platform.sh', 'Platform.sh'],
    ['railway.app', 'Railway'],
    ['render.com', 'Render'],
    ['salesforce.com', 'Salesforce'],
    ['typeform.com', 'Typeform'],
    ['eu-west-1.amazonaws.com', 'Amazon Web Services'],
    ['cn-north-1.amazonaws.com.cn', 'Amazon Web Services'],
    ['eu-west-1.amazoncognito.com', 'Amazon Cognito'],
    ['eu-west-1.on.aws', 'Amazon Web Services'],
    ['eu-west-1.sagemaker.aws', 'Amazon SageMaker'],
    ['fr-par.scw.cloud', 'Scaleway'],
    ['core.usgovcloudapi.net', 'Azure Government'],
    ['core.windows.net', 'Azure'],
  ])('a wildcard right below %s takes in customers of %s', (tail, vendor) =>
    expect(opensShared(tail)?.vendor).toBe(vendor),
  );

  it.each(['apps.dynatrace.com', 'azuredatabricks.net', 'databricks.com', 'global.consent.azure-apim.net'])(
    '%s of the supported list is shared',
    (host) => expect(SUPPORTED_SHARED.has(host)).toBe(true),
  );
});
