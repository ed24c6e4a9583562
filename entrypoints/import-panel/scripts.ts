import { type ScriptBridge, scriptBridge } from '../../lib/console/script-bridge.ts';
import type { FileReader, WorkbookReader } from '../../lib/import/types.ts';
import { fail, ok, type Reply } from '../../lib/messages/reply.ts';
import type { Send } from '../../lib/messages/send.ts';
import { say } from '../../lib/words/say.ts';
import type {} from '../catalogue/offer.ts';
import type { RunnerScript } from '../import-runner/offer.ts';

/** The scripts that the panel has loaded when it needs them; each is loaded once. */
export interface PanelScripts {
  reader(): Promise<Reply<FileReader>>;
  runner(): Promise<Reply<RunnerScript>>;
  catalogue(): Promise<Reply<NonNullable<ScriptBridge['catalogue']>>>;
  /** Reads Excel files. Rejects with a sentence when its script was not loaded. */
  workbook: WorkbookReader;
}

const NOT_LOADED = fail('script-not-loaded', say('failure_partNotLoaded'));

/** A script in a page can't import another, so the background loads it, and it says on the bridge that it is there. */
export function panelScripts(send: Send): PanelScripts {
  const bridge = scriptBridge();
  const part = async <Name extends 'reader' | 'runner' | 'readWorkbook' | 'catalogue'>(
    name: Name,
    script: 'reader' | 'runner' | 'workbook' | 'catalogue',
  ): Promise<Reply<NonNullable<ScriptBridge[Name]>>> => {
    if (!bridge[name]) {
      const loaded = await send('scripts/inject', { script });
      if (!loaded.ok) return loaded;
    }
    const there = bridge[name];
    return there ? ok(there) : NOT_LOADED;
  };
  return {
    reader: () => part('reader', 'reader'),
    runner: () => part('runner', 'runner'),
    catalogue: () => part('catalogue', 'catalogue'),
    async workbook(bytes) {
      const read = await part('readWorkbook', 'workbook');
      if (!read.ok) throw new Error(read.message);
      return await read.value(bytes);
    },
  };
}
