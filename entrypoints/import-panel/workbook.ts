import { scriptBridge } from '../../lib/console/script-bridge.ts';
import type { WorkbookReader } from '../../lib/import/index.ts';
import type { Send } from '../../lib/messages/send.ts';

/** Reads workbooks with the reader's own script: a script in a page can't import one, so the background loads it. */
export function workbookReader(send: Send): WorkbookReader {
  return async (bytes) => {
    const bridge = scriptBridge();
    const loaded = bridge.readWorkbook
      ? { ok: true as const }
      : await send('scripts/inject', { script: 'workbook' });
    if (!loaded.ok) throw new Error(loaded.message);
    if (!bridge.readWorkbook)
      throw new Error('its reader was not loaded; reload the page, or save the sheet as CSV.');
    return await bridge.readWorkbook(bytes);
  };
}
