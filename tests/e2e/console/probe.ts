/** What the tests of `lib/console` call in the page: bundled, and put there without an extension around it. */
import { createConsoleDriver } from '../../../lib/console/driver.ts';
import { fetchAnew } from '../../../lib/console/fetch-anew.ts';
import { findForm } from '../../../lib/console/form.ts';
import { visibleRows } from '../../../lib/console/list.ts';
import { findAddButton, findSearchBox } from '../../../lib/console/locate.ts';
import { readSettings } from '../../../lib/console/read-settings.ts';
import { readVisible } from '../../../lib/console/read-visible.ts';
import { recognise } from '../../../lib/console/recognise.ts';

const driver = createConsoleDriver();
const signal = new AbortController().signal;

export const probe = {
  recognise,
  readSettings,
  readVisible,
  addButton: () => findAddButton()?.textContent ?? null,
  rows: () => visibleRows().map((row) => row.text),
  form: () => findForm()?.kind ?? null,
  search: () => findSearchBox()?.value ?? null,
  readList: () => driver.readList(signal),
  fetchAnew: () => fetchAnew(signal, 8000),
  add: (pattern: string) => driver.add(pattern, signal, async () => true),
  remove: (pattern: string) => driver.remove(pattern, signal),
};

export type Probe = typeof probe;
(globalThis as { probe?: Probe }).probe = probe;
