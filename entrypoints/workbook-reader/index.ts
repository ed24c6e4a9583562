import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { scriptBridge } from '../../lib/console/script-bridge.ts';
import { createWorkbookReader } from '../../lib/import/workbook/index.ts';
import { letOthersRun } from '../../lib/slices/let-others-run.ts';

/** Wiring only: the reader of Excel files, loaded when the admin chooses one. */
export default defineUnlistedScript(() => {
  scriptBridge().readWorkbook ??= createWorkbookReader(letOthersRun);
});
