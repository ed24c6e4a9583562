import type { ImportPanelModel } from '../../components/import/model.ts';
import { createConsoleDriver } from '../../lib/console/driver.ts';
import { readSettings } from '../../lib/console/read-settings.ts';
import { planOverPort } from '../../lib/messages/plan-over-port.ts';
import { type Send, UPDATED } from '../../lib/messages/send.ts';
import { Review } from './review.ts';
import { Running } from './running.ts';
import { createPanelState } from './state.ts';
import { workbookReader } from './workbook.ts';

export interface ImportSession {
  model: ImportPanelModel;
  /** Whether something is under way that closing the panel must not lose. */
  readonly active: boolean;
  /** Goes on with the import of this organization: the one that is paused here, else the one the journal has. */
  goOn(): void;
  /** The extension was updated: this script can't do anything more. */
  sayUpdated(): void;
}

/** Milliseconds within which two clicks are one. */
const DOUBLE_CLICK = 700;

/** One admin's work on one organization's list, whether the panel is shown or not. */
export function createImportSession(org: string, send: Send, onClose: () => void): ImportSession {
  const state = createPanelState();
  const driver = createConsoleDriver();
  const review = new Review(state, {
    planRows: planOverPort,
    async readList() {
      const { entries, complete } = await driver.readList(new AbortController().signal);
      return complete ? entries : undefined;
    },
    readWorkbook: workbookReader(send),
    supportedAllowed: () => readSettings().supportedDomains !== 'blocked',
  });
  const running = new Running(state, send, org);
  let appliedAt = 0;
  // Where "Add" was there is "Pause" a moment later: the second half of a double click is not meant for it.
  const meant = (act: () => void) => () => {
    if (performance.now() - appliedAt > DOUBLE_CLICK) act();
  };
  const apply = () => {
    const chosen = review.chosen;
    // A double click must not start two runs.
    if (state.phase.value !== 'review' || state.busy.value || !chosen?.indices.length) return;
    appliedAt = performance.now();
    void running.apply(chosen.plan, chosen.rows, chosen.indices, chosen.name);
  };
  return {
    get active() {
      return running.active;
    },
    goOn() {
      if (!running.active) void running.takeUp();
      else if (state.phase.value === 'paused') void running.resume();
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
        includeWarnings: (on) => review.includeWarnings(on),
        tick: (index, on) => review.tick(index, on),
        fix: (index, text) => void review.edit(index, text),
        canSplit: (index) => review.canSplit(index),
        split: (index) => void review.split(index),
        edit: (index, text) => void review.edit(index, text),
        apply,
        pause: meant(() => running.pause()),
        resume: () => void running.resume(),
        cancel: meant(() => void running.cancel()),
        copyCurrent: () => {},
        settleByHand: () => {},
        downloadReport: () => void running.report(),
        undo: () => void running.undo(),
        startOver: () => review.reset(),
        close() {
          if (state.phase.value === 'running') running.pause();
          onClose();
        },
      },
    },
  };
}
