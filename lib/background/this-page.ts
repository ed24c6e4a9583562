import { claimPage } from '../console/claimed-pages.ts';
import { organizationOfUrl } from '../messages/gate.ts';
import type { Handlers } from '../messages/handle.ts';
import { fail, ok } from '../messages/reply.ts';
import { say } from '../words/say.ts';
import type { BackgroundPorts } from './ports.ts';

type ThisPageHandlers = Pick<Handlers, 'page/look' | 'page/claim' | 'page/disclaim'>;

const NOT_THERE = fail('not-there', say('popup_here_notThere'));

/** The page of the console that stands in front of the popup: what it was taken for, and that it is the MCP server's. */
export function thisPageHandlers({
  localStorage,
  tabInFront,
  lookAgain,
}: Pick<BackgroundPorts, 'localStorage' | 'tabInFront' | 'lookAgain'>): ThisPageHandlers {
  /** The tab in front, where it shows an organization's page of the console. */
  const consoleInFront = async () => {
    const tab = await tabInFront();
    return tab && organizationOfUrl(tab.url) !== undefined ? tab : undefined;
  };
  return {
    'page/look': async () => {
      const tab = await consoleInFront();
      if (!tab) return ok(null);
      return ok({ kind: (await lookAgain(tab.id, undefined)) ?? 'not-there' });
    },
    'page/claim': async () => {
      const tab = await consoleInFront();
      if (!tab) return NOT_THERE;
      const { pathname } = new URL(tab.url);
      await claimPage(localStorage, pathname, true);
      return (await lookAgain(tab.id, pathname)) === undefined ? NOT_THERE : ok(null);
    },
    'page/disclaim': async ({ path }) => {
      await claimPage(localStorage, path, false);
      return ok(null);
    },
  };
}
