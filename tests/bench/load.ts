import { loadavg } from 'node:os';

/** How busy the machine is: its load of the last 1, 5 and 15 minutes, to stand beside the figures. */
export const load = (): string =>
  loadavg()
    .map((one) => one.toFixed(1))
    .join(' ');
