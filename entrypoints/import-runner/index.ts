import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createConsoleDriver } from '../../lib/console/driver.ts';
import { openFormWith } from '../../lib/console/open-with.ts';
import { readSettings } from '../../lib/console/read-settings.ts';
import { scriptBridge } from '../../lib/console/script-bridge.ts';
import { watchedSend } from '../../lib/messages/watched-send.ts';
import { figure } from '../../lib/words/figures.ts';
import { Findings } from './findings.ts';
import { readdEntry } from './readd.ts';
import { Runs } from './runs.ts';
import './offer.ts';

/** What a list comes to that could not be read at all. */
const UNREAD = { entries: [], complete: false };
/** Entries that a file does not name whose owners are looked up: as many as are listed. */
const MOST_EXTRAS = 500;

/** Wiring only: what reads and drives the console's list, loaded for the first review, run or re-add. */
export default defineUnlistedScript(() => {
  const bridge = scriptBridge();
  if (bridge.runner) return;
  // One driver for all: the page's pace and its messages are learned once.
  const driver = createConsoleDriver();
  const ownSend = watchedSend(() => bridge.onUpdated?.());
  bridge.readd = (org, entry) => readdEntry({ send: ownSend, driver, org }, entry);
  bridge.openFormWith = (text) => openFormWith(text, new AbortController().signal);
  bridge.runner = {
    readList: (signal) => driver.readList(signal).catch(() => UNREAD),
    supportedAllowed: () => readSettings().supportedDomains !== 'blocked',
    registerOf: async (org, entries) => {
      const reply = await ownSend('register/get', { org, entries: entries.slice(0, MOST_EXTRAS) });
      return new Map(reply.ok ? reply.value.map((entry) => [entry.pattern, entry]) : []);
    },
    findings(state, send) {
      const { findings: shown } = state;
      const found = new Findings(send, readSettings().supportedDomains !== 'blocked', () => {
        shown.value = { of: (row) => found.of(row) };
      });
      shown.value = found;
      return found;
    },
    runs: (state, send, org) => new Runs(state, { send, driver, org }),
  };
  // The browser's first figure takes some 30 ms, for its table of languages: better by itself than in a view's drawing.
  requestIdleCallback(() => figure(0));
});
