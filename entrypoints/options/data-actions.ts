import type { DeletionView, ImportPreview, TransferView } from '../../components/options/model.ts';
import { deletion as deletionWords, transfer as words } from '../../components/options/words.ts';
import { extensionApi } from '../../lib/background/extension-api.ts';
import { download } from '../../lib/files/download.ts';
import { send } from '../../lib/messages/send.ts';
import { openGatehouse } from '../../lib/store/database.ts';
import { deleteEverything } from '../../lib/store/delete-everything.ts';
import { toStoreError } from '../../lib/store/errors.ts';
import { whatIsLeft } from '../../lib/store/prove-empty.ts';
import { STORED_KINDS } from '../../lib/store/registry.ts';
import { exportData } from '../../lib/store/transfer/export.ts';
import { importData, previewData, type TransferFacts } from '../../lib/store/transfer/import.ts';
import { releaseAllHosts } from './hosts.ts';
import { change, current, failed } from './state.ts';

/** Export, import and deletion of everything. Done in the page, which stays while a worker may be stopped. */

const changeTransfer = (part: Partial<TransferView>) =>
  change({ transfer: { ...current().transfer, ...part } });
const changeDeletion = (deletion: DeletionView) => change({ deletion });

/** The file whose preview is shown. */
let chosen: File | undefined;

async function exportAll(): Promise<void> {
  changeTransfer({ busy: true, outcome: { level: 'info', message: words.exporting } });
  try {
    const now = Date.now();
    const { blob, records } = await exportData(await openGatehouse(), current().chosen, now);
    download(blob, `gatehouse-data-${new Date(now).toISOString().slice(0, 10)}.jsonl`);
    changeTransfer({ busy: false, outcome: { level: 'ok', message: words.exported(records) } });
  } catch (error) {
    changeTransfer({ busy: false, outcome: failed(toStoreError(error)) });
  }
}

function previewOf(name: string, facts: TransferFacts): ImportPreview {
  const records = STORED_KINDS.flatMap(({ id, what, place }) => {
    if (place.area !== 'database') return [];
    const counts: Partial<Record<string, number>> = facts.records;
    const count = place.stores.reduce((sum, store) => sum + (counts[store] ?? 0), 0);
    return count > 0 ? [{ id, what, count }] : [];
  });
  return { ...facts, file: name, records };
}

async function preview(file: File): Promise<void> {
  changeTransfer({ busy: true, preview: undefined, outcome: { level: 'info', message: words.reading } });
  const facts = await previewData(file).catch(() => undefined);
  if (!facts) return changeTransfer({ busy: false, outcome: { level: 'error', message: words.unknown } });
  chosen = file;
  changeTransfer({ busy: false, outcome: undefined, preview: previewOf(file.name, facts) });
}

async function apply(done: () => void): Promise<void> {
  if (!chosen) return;
  changeTransfer({ busy: true, outcome: { level: 'info', message: words.importing } });
  try {
    const { changed, kept, settings } = await importData(await openGatehouse(), chosen);
    if (settings) {
      const reply = await send('settings/set', settings);
      if (!reply.ok) return changeTransfer({ busy: false, outcome: failed(reply) });
    }
    chosen = undefined;
    const outcome = { level: 'ok' as const, message: words.imported(changed, kept) };
    changeTransfer({ busy: false, preview: undefined, outcome });
    done();
  } catch (error) {
    changeTransfer({ busy: false, outcome: failed(toStoreError(error)) });
  }
}

async function deleteAll(done: () => Promise<void>): Promise<void> {
  changeDeletion({ phase: 'busy' });
  const { local, session } = extensionApi().storage;
  try {
    // The background first: what it is fetching must not come in after the end.
    const stopped = await send('key/forgetAll', {});
    if (!stopped.ok) return changeDeletion({ phase: 'idle', outcome: failed(stopped) });
    await deleteEverything([local, session]);
    const released = await releaseAllHosts();
    const left = await whatIsLeft({ local, session });
    await done();
    if (left.length > 0) {
      const message = deletionWords.left(left.join(', '));
      return changeDeletion({ phase: 'idle', outcome: { level: 'error', message } });
    }
    const message = released ? deletionWords.done : deletionWords.notReleased;
    changeDeletion({ phase: 'idle', outcome: { level: released ? 'ok' : 'warn', message } });
  } catch (error) {
    changeDeletion({ phase: 'idle', outcome: failed(toStoreError(error)) });
  }
}

/** `reload` brings the page up to date after the data has changed. */
export const transferActions = (reload: () => void) => ({
  onExport: () => void exportAll(),
  onFile: (file: File) => void preview(file),
  onApply: () => void apply(reload),
  onCancel: () => {
    chosen = undefined;
    changeTransfer({ preview: undefined, outcome: undefined });
  },
});

export const deletionActions = (reload: () => Promise<void>) => ({
  onAsk: () => changeDeletion({ phase: 'asking' }),
  onYes: () => void deleteAll(reload),
  onNo: () => changeDeletion({ phase: 'idle' }),
});
