import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { scriptBridge } from '../../lib/console/script-bridge.ts';
import { letOthersRun } from '../../lib/import/let-others-run.ts';
import { createWorkbookReader } from '../../lib/import/workbook/index.ts';

/** Wiring only: the reader of Excel files, loaded when the admin chooses one. */
export default defineUnlistedScript(() => {
  scriptBridge().readWorkbook ??= createWorkbookReader(letOthersRun);
});
