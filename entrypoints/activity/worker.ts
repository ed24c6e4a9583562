import { Desk } from '../../lib/activity/table/desk.ts';
import { openActivity } from '../../lib/store/database.ts';
import { toStoreError } from '../../lib/store/errors.ts';
import type { FromWorker, ToWorker } from './desk-messages.ts';

/** Wiring only: the desk in a worker of the page, which may be busy without anybody noticing. */
const tell = (message: FromWorker) => postMessage(message);

const desk = new Desk(openActivity, Date.now, (event) => {
  if (event.kind === 'failed') tell({ kind: 'failed', code: toStoreError(event.error).code });
  else tell(event);
});

async function reply(message: ToWorker): Promise<unknown> {
  switch (message.name) {
    case 'show':
      await desk.show(message.asked);
      return null;
    case 'look':
      await desk.look();
      return null;
    case 'rows':
      return desk.rows(message.asked.version, message.asked.first, message.asked.count) ?? null;
    case 'details':
      return (await desk.details(message.asked.id)) ?? null;
    case 'write':
      return await desk.write(message.asked.format);
  }
}

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  reply(data).then(
    (value) => tell({ kind: 'reply', id: data.id, value }),
    (error: unknown) => tell({ kind: 'refused', id: data.id, code: toStoreError(error).code }),
  );
});
