import type { ImportPanelModel } from '../../components/import/model.ts';
import { planOverPort } from '../../lib/messages/plan-over-port.ts';
import { type Send, UPDATED } from '../../lib/messages/send.ts';
import { keepReady } from '../../lib/words/written.ts';
import type { Runs } from '../import-runner/runs.ts';
import { Review } from './review.ts';
import { panelScripts } from './scripts.ts';
import { createPanelState } from './state.ts';

export interface ImportSession {
  model: ImportPanelModel;
  /** Whether something is under way that closing the panel must not lose. */
  readonly active: boolean;
  /** The admin adds the rows of a file that is chosen in it: the page can't be driven. */
  readonly byHand: boolean;
  /** Goes on with the import of this organization: the one that is paused here, else the one the journal has. */
  goOn(): void;
  /** The extension was updated: this script can't do anything more. */
  sayUpdated(): void;
}

/** Milliseconds within which two clicks are one. */
const DOUBLE_CLICK = 700;

/** One admin's work on one organization's list, whether the panel is shown or not. */
export function createImportSession(
  org: string,
  send: Send,
  onClose: () => void,
  byHand = false,
): ImportSession {
  const state = createPanelState();
  const scripts = panelScripts(send);
  const review = new Review(state, { ...scripts, org, send, planRows: planOverPort }, byHand);
  let runs: Runs | undefined;
  let appliedAt = 0;
  // Where "Add" was there is "Pause" a moment later: the second half of a double click is not meant for it.
  const meant = (act: () => void) => () => {
    if (performance.now() - appliedAt > DOUBLE_CLICK) act();
  };
  const withRuns = async (act: (runs: Runs) => Promise<void>) => {
    if (!runs) {
      const runner = await scripts.runner();
      if (!runner.ok) {
        state.messages.value = [{ code: runner.code, level: 'error', message: runner.message }];
        return;
      }
      runs ??= runner.value.runs(state, send, org);
    }
    await act(runs);
  };
  const openCatalogue = async () => {
    const view = await scripts.catalogue();
    if (view.ok) state.catalogue.value = view.value;
    else state.messages.value = [{ code: view.code, level: 'error', message: view.message }];
  };
  const closeCatalogue = () => {
    state.catalogue.value = undefined;
  };
  let applying = false;
  const apply = async () => {
    const confirmed = review.confirmed;
    // A double click must not start two runs.
    if (applying || state.phase.value !== 'review' || state.busy.value || !confirmed?.indices.length) return;
    applying = true;
    keepReady('import_run_pausedTitle', 'import_run_paused', 'import_run_resume');
    appliedAt = performance.now();
    await withRuns(async (own) => {
      const ended = (await own.ready(confirmed))?.();
      applying = false;
      await ended;
    });
    applying = false;
  };
  const isActive = () => state.phase.value === 'running' || state.phase.value === 'paused';
  return {
    byHand,
    get active() {
      return applying || isActive();
    },
    goOn() {
      if (!isActive()) void withRuns((own) => own.takeUp());
      else if (state.phase.value === 'paused') void runs?.resume();
    },
    sayUpdated() {
      const { code, message } = UPDATED;
      state.messages.value = [{ code, level: 'warn', message }];
    },
    model: {
      ...state,
      actions: {
        readFile: (file) => void review.readFile(file),
        readText: (text) => void review.readText(text),
        chooseColumn: (column) => void review.chooseColumn(column),
        openCatalogue: () => void openCatalogue(),
        closeCatalogue,
        addTools(entries) {
          closeCatalogue();
          void review.addTools(entries);
        },
        includeWarnings: (on) => review.decisions.includeWarnings(on),
        tick: (index, on) => review.decisions.tick(index, on),
        canSplit: (index) => review.canSplit(index),
        split: (index) => void review.split(index),
        edit: (index, text) => void review.edit(index, text),
        apply: () => void apply(),
        pause: meant(() => runs?.pause()),
        resume: () => void runs?.resume(),
        cancel: meant(() => void runs?.cancel()),
        settleByHand: (answer) => runs?.answer(answer),
        downloadReport: () => void runs?.report(),
        undo: () => void runs?.undo(),
        startOver: () => review.reset(),
        close() {
          // What is not begun yet is not to begin behind the admin's back.
          if (applying) review.reset();
          else if (state.phase.value === 'running') runs?.pause();
          onClose();
        },
      },
    },
  };
}
