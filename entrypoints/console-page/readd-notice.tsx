import { ReaddProgress } from '../../components/on-page/readd-progress.tsx';
import type { ReaddOutcome } from '../../lib/console/script-bridge.ts';
import { mount } from './mount.ts';
import { placeNotice } from './notice-place.ts';

let underWay = false;

/** Whether an entry is being deleted and added again in this tab right now. */
export const isReaddUnderWay = () => underWay;

/** Lets a re-add run and says above the list how it goes. One at a time; resolves when it has ended or stands still. */
export async function followReadd(work: () => Promise<ReaddOutcome>, signal: AbortSignal): Promise<void> {
  if (underWay) return;
  underWay = true;
  const controller = new AbortController();
  const { host, show } = mount('readd-progress', AbortSignal.any([signal, controller.signal]));
  const onDismiss = () => controller.abort();
  const draw = (state: 'working' | ReaddOutcome['kind'], message = '', onFinish = () => {}) =>
    show(<ReaddProgress state={state} message={message} onFinish={onFinish} onDismiss={onDismiss} />);
  draw('working');
  placeNotice(host);
  const outcome = await work();
  underWay = false;
  if (signal.aborted) return;
  draw(outcome.kind, outcome.kind === 'done' ? '' : outcome.message, () => {
    controller.abort();
    void followReadd(work, signal);
  });
  placeNotice(host);
}
