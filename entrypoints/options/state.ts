import type { OptionsView } from '../../components/options/model.ts';
import { apiHost, COMMERCIAL } from '../../lib/catalogue/clouds.ts';
import { DEFAULT_SETTINGS } from '../../lib/store/settings-shape.ts';

/** The page's one state: whoever changes it has the page drawn anew. */

let view: OptionsView = {
  organization: { text: '', id: undefined, known: [] },
  cloud: { on: false, host: '', granted: false },
  key: { state: 'absent', busy: false, taken: 0 },
  keyHost: apiHost(COMMERCIAL),
  settings: { ...DEFAULT_SETTINGS, plans: {}, clouds: {} },
  chosen: { ...DEFAULT_SETTINGS, plans: {}, clouds: {} },
  policy: { set: [], off: [], organizations: null },
  notes: [],
  file: { busy: false },
  transfer: { busy: false },
  deletion: { phase: 'idle' },
};
let draw: ((view: OptionsView) => void) | undefined;

export function current(): OptionsView {
  return view;
}

export function change(part: Partial<OptionsView>): void {
  view = { ...view, ...part };
  const { organization, settings } = view;
  const cloud = organization.id === undefined ? undefined : settings.clouds[organization.id];
  view.keyHost = apiHost(cloud ?? COMMERCIAL);
  draw?.(view);
}

/** Draws now and after every change. */
export function drawWith(how: (view: OptionsView) => void): void {
  draw = how;
  how(view);
}

/** What went wrong, as it is shown. */
export const failed = ({ message }: { message: string }) => ({ level: 'error' as const, message });
