import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { scriptBridge } from '../../lib/console/script-bridge.ts';
import { fileTooLarge } from '../../lib/import/problems.ts';
import { readPatternFileInSlices } from '../../lib/import/read/file.ts';
import { splitCell } from '../../lib/import/read/split-cell.ts';
import { letOthersRun } from '../../lib/slices/let-others-run.ts';

/**
 * Wiring only: the reader of files, loaded when the admin brings a list. In Firefox a file's bytes belong to the page, and
 * looking into them throws ("Permission denied to access property constructor"): only a copy of them is ours.
 */
export default defineUnlistedScript(() => {
  scriptBridge().reader ??= {
    open: async (file) =>
      fileTooLarge(file.size) ?? new Uint8Array(structuredClone(await file.arrayBuffer())),
    read: (bytes, name, options) => readPatternFileInSlices(bytes, name, options, letOthersRun),
    split: splitCell,
  };
});
