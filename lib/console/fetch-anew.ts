import { letOthersRun } from '../slices/let-others-run.ts';
import { complaints, newComplaint } from './alerts.ts';
import { findAddButton, findTabs, type PageTab } from './locate.ts';
import { loaded, REST } from './turn-pages.ts';
import { type WaitOptions, waitFor, waitForRest } from './wait.ts';

/** A page that alerts while it fetches its list has probably failed to: it is asked so often. */
const TRIES = 3;

/**
 * Has the page fetch its list again by turning to another of its tabs and back, as a person would who doubts what is
 * shown. False where the page has no tabs that we know: then only a reload would do. False as well where the page
 * alerts each time: what it shows after a fetch that failed may be the list of before, or none.
 */
export async function fetchAnew(signal: AbortSignal, timeout: number): Promise<boolean> {
  const options: WaitOptions = { signal, timeout };
  for (let tries = 0; tries < TRIES; tries += 1) {
    const before = complaints();
    if (!(await turnAwayAndBack(options))) return false;
    await waitForRest(REST, options);
    if (!newComplaint(before)) return true;
  }
  return false;
}

async function turnAwayAndBack(options: WaitOptions): Promise<boolean> {
  const [own, other] = wayRound();
  if (!own?.selected || !other) return false;
  other.element.click();
  const left = await waitFor(() => selected()?.name === other.name && !findAddButton(), options);
  // The page draws either tab at the click: a slice each.
  await letOthersRun();
  const back = findTabs().find((tab) => tab.name === 'domains');
  back?.element.click();
  if (!left) return false;
  return (
    Boolean(await waitFor(() => selected()?.name === 'domains', options)) && Boolean(await loaded(options))
  );
}

const selected = (): PageTab | undefined => findTabs().find((tab) => tab.selected);

/** The tab with the list, and another to turn to. */
function wayRound(): [PageTab | undefined, PageTab | undefined] {
  const tabs = findTabs();
  return [
    tabs.find((tab) => tab.name === 'domains'),
    tabs.find((tab) => tab.name === 'authentication' || tab.name === 'permissions'),
  ];
}

/** Whether the page can be made to fetch its list again. */
export function canFetchAnew(): boolean {
  const [own, other] = wayRound();
  return own?.selected === true && other !== undefined;
}
