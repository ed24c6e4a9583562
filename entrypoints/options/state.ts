import type { OptionsView } from '../../components/options/model.ts';
import { DEFAULT_SETTINGS } from '../../lib/store/settings-shape.ts';

/** The page's one state: whoever changes it has the page drawn anew. */

let view: OptionsView = {
  organization: { text: '', id: undefined, known: [] },
  key: { state: 'absent', busy: false, taken: 0 },
  settings: { ...DEFAULT_SETTINGS, plans: {} },
  chosen: { ...DEFAULT_SETTINGS, plans: {} },
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
  draw?.(view);
}

/** Draws now and after every change. */
export function drawWith(how: (view: OptionsView) => void): void {
  draw = how;
  how(view);
}

/** What went wrong, as it is shown. */
export const failed = ({ message }: { message: string }) => ({ level: 'error' as const, message });
