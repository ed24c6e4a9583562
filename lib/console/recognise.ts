import { isClaimed } from './claimed.ts';
import { hasLabel } from './dom.ts';
import { isLabel } from './labels.ts';
import {
  findAddButton,
  findTabs,
  isMainHeading,
  isSupportedDomainsLabel,
  pageSwitches,
  serverHeadings,
  switchLabel,
} from './locate.ts';
import { findTaught, mainHeading, selectedTab, taught } from './taught.ts';

export interface Recognition {
  /**
   * `mcp`: the Rovo MCP server page · `other`: another page, or not loaded yet ·
   * `layout-unknown`: the main heading names the server, or the admin said that this is it, but neither list nor button
   * were found.
   */
  kind: 'mcp' | 'other' | 'layout-unknown';
  /** Whether the part with the domain list is the one on screen. */
  domains: boolean;
  /** What was found, for the support command and the tests. */
  evidence: string[];
}

/** Enough evidence: the heading with one control, or the two controls of the list without any heading. */
const ENOUGH = 5;

/**
 * Recognises the page by evidence that adds up; its path is not known and its heading has changed before.
 * One pass over headings, buttons, tabs and switches; nothing is changed.
 */
export function recognise(): Recognition {
  const [heading] = serverHeadings();
  const switches = pageSwitches();
  const supported = switches.some((control) => isSupportedDomainsLabel(switchLabel(control)));
  const shown = taught();
  const sameHeading = shown !== undefined && shown.heading !== '' && shown.heading === mainHeading();
  const claimed = isClaimed();
  if (!heading && !supported && !sameHeading && !claimed)
    return { kind: 'other', domains: false, evidence: [] };

  const evidence: string[] = [];
  let score = 0;
  const add = (points: number, what: string) => {
    score += points;
    evidence.push(what);
  };
  if (heading) add(3, 'heading');
  // Not enough for acting beside a button that is only named alike: for that the page has to be shown.
  else if (claimed) add(2, 'claimed');
  if (supported) add(3, 'supported-domains switch');
  if (sameHeading) add(2, 'taught heading');
  const button = findAddButton();
  if (button && shown && button === findTaught('button')) add(3, 'taught button');
  else if (button) add(hasLabel(button, (text) => isLabel('addDomain', text)) ? 2 : 1, 'add button');
  const tabs = findTabs();
  const known = new Set(tabs.map((tab) => tab.name).filter((name) => name !== 'other'));
  if (known.size >= 2) add(2, 'tabs');

  const selected = tabs.find((tab) => tab.selected);
  // A selected tab of an unknown name may be the one with the list under another name, unless that one is there too.
  const elsewhere =
    selected !== undefined &&
    (selected.name === 'other' ? known.has('domains') : selected.name !== 'domains');
  const otherTab = elsewhere && known.size >= 2;
  // A page with tabs that no language knows, on another one than was shown.
  if (sameHeading && !button && selected && shown.tab !== '' && selectedTab() !== shown.tab)
    return { kind: 'mcp', domains: false, evidence };
  if (score >= ENOUGH && (button || otherTab)) return { kind: 'mcp', domains: !otherTab, evidence };
  if (claimed || (heading && isMainHeading(heading) && !otherTab))
    return { kind: 'layout-unknown', domains: false, evidence };
  return { kind: 'other', domains: false, evidence };
}
