import { endsLike, lastLabels, lastTwoLabels } from './last-labels.ts';

/**
 * Services that show requests to whoever opened a bucket, or lend a public name to a computer for a while. Fit for a
 * test, not for a list of trusted domains. Names below each of them count too.
 */
const INSPECTION_HOSTS: ReadonlySet<string> = new Set([
  'beeceptor.com',
  'bore.pub',
  'burpcollaborator.net',
  'canarytokens.com',
  'devtunnels.ms',
  'dnslog.cn',
  'events.hookdeck.com',
  'expose.dev',
  'free.beeceptor.com',
  'hkdk.events',
  'hookb.in',
  'hookbin.com',
  'httpdump.app',
  'interact.sh',
  'lhr.life',
  'lhr.rocks',
  'loca.lt',
  'localhost.run',
  'localtunnel.me',
  'localxpose.io',
  'loclx.io',
  'm.pipedream.net',
  'mockbin.io',
  'mockbin.org',
  'ngrok.app',
  'ngrok.dev',
  'ngrok.io',
  'ngrok-free.app',
  'ngrok-free.dev',
  'ngrok.pizza',
  'ngrok.pro',
  'oast.fun',
  'oast.live',
  'oast.me',
  'oast.online',
  'oast.pro',
  'oast.site',
  'oastify.com',
  'pagekite.me',
  'pinggy.io',
  'pinggy.link',
  'pipedream.net',
  'play.svix.com',
  'postb.in',
  'ptsv2.com',
  'ptsv3.com',
  'requestbin.com',
  'requestbin.io',
  'requestbin.net',
  'requestcatcher.com',
  'requestinspector.com',
  'requestrepo.com',
  'serveo.net',
  'share.zrok.io',
  'smee.io',
  'trycloudflare.com',
  'tunnelmole.net',
  'typedwebhook.tools',
  'webhook.cool',
  'webhook.site',
  'webhook-test.com',
]);

/** Whether a host may belong to one of them. */
export const mayInspect: (host: string) => boolean = endsLike(INSPECTION_HOSTS);

/** The service that a host (lower case, without a wildcard) belongs to, or undefined. */
export function inspectionHost(host: string): string | undefined {
  if (!mayInspect(host)) return undefined;
  const end = lastTwoLabels(host);
  if (INSPECTION_HOSTS.has(end)) return end;
  // None of the names above has more than three labels.
  const name = lastLabels(host, 3);
  return INSPECTION_HOSTS.has(name) ? name : undefined;
}
