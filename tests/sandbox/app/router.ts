import { type MouseEvent, useSyncExternalStore } from 'react';

/** Client-side routing by the history API, as the console does it: no page load between its pages. */
const changed = new EventTarget();

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  changed.addEventListener('change', listener);
  return () => {
    window.removeEventListener('popstate', listener);
    changed.removeEventListener('change', listener);
  };
}

export function useLocationPath(): string {
  return useSyncExternalStore(subscribe, () => location.pathname);
}

export function navigate(path: string): void {
  history.pushState(null, '', path);
  changed.dispatchEvent(new Event('change'));
}

/** For links: left clicks stay in the page, everything else is the browser's. */
export function followInside(event: MouseEvent<HTMLAnchorElement>): void {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  navigate(event.currentTarget.pathname);
}

/** The organization in the path `/o/<id>/...`; a made-up one where there is none. */
export function currentOrg(path = location.pathname): string {
  return /^\/o\/([^/]+)/.exec(path)?.[1] ?? 'none';
}

/** The path below the organization, without a closing slash. */
export function pagePath(path: string): string {
  return path.replace(/^\/[os]\/[^/]+\/?/, '').replace(/\/$/, '');
}
