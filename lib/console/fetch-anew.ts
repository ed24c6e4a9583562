import { findAddButton, findTabs, type PageTab } from './locate.ts';
import { loaded } from './turn-pages.ts';
import { type WaitOptions, waitFor } from './wait.ts';

/**
 * Has the page fetch its list again by turning to another of its tabs and back, as a person would who doubts what is
 * shown. False where the page has no tabs that we know: then only a reload would do.
 */
export async function fetchAnew(signal: AbortSignal, timeout: number): Promise<boolean> {
  const options: WaitOptions = { signal, timeout };
  const tabs = findTabs();
  const own = tabs.find((tab) => tab.name === 'domains');
  const other = tabs.find((tab) => tab.name === 'authentication' || tab.name === 'permissions');
  if (!own?.selected || !other) return false;
  other.element.click();
  const left = await waitFor(() => selected()?.name === other.name && !findAddButton(), options);
  const back = findTabs().find((tab) => tab.name === 'domains');
  back?.element.click();
  if (!left) return false;
  return (
    Boolean(await waitFor(() => selected()?.name === 'domains', options)) && Boolean(await loaded(options))
  );
}

const selected = (): PageTab | undefined => findTabs().find((tab) => tab.selected);
