import { type ComponentChild, render } from 'preact';
import css from '../../components/on-page.css?inline';
import { createOwnHost } from '../../lib/console/own-host.ts';

/** One piece of ours in the console's page. */
export interface Mounted {
  host: HTMLElement;
  show(view: ComponentChild): void;
  remove(): void;
}

/** Makes a host of the given kind; it is placed by the caller and taken away with the signal. */
export function mount(kind: string, signal: AbortSignal): Mounted {
  const { host, container } = createOwnHost(kind, [css]);
  const remove = () => {
    render(null, container);
    host.remove();
  };
  signal.addEventListener('abort', remove);
  return { host, show: (view) => render(view, container), remove };
}
