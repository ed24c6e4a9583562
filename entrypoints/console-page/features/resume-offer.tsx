import { ResumeOffer } from '../../../components/on-page/resume-offer.tsx';
import { scriptBridge } from '../../../lib/console/script-bridge.ts';
import type { Feature } from '../feature.ts';
import { mount } from '../mount.ts';
import { placeNotice } from '../notice-place.ts';
import { followReadd, isReaddUnderWay } from '../readd-notice.tsx';

/** Milliseconds after which a lease that nobody renews has ended. */
const LEASE_ENDS = 16_000;
/** Milliseconds in which a run whose panel was closed mostly ends the row that it is at. */
const ROW_ENDS = 2000;

/**
 * Where an import was interrupted, before the page was loaded or by closing the panel over it: offers to go on. Nothing
 * goes on by itself.
 */
export const resumeOffer: Feature = {
  name: 'resume-offer',
  appliesTo: ({ kind, domains }) => (kind === 'mcp' && domains) || kind === 'layout-unknown',
  start({ signal, send, org, openPanel, readd }) {
    let controller = new AbortController();
    let host: HTMLElement | undefined;

    /** Once more, in place of the offer that stands there. */
    const find = async () => {
      if (!org) return;
      controller.abort();
      controller = new AbortController();
      const own = controller;
      const ended = AbortSignal.any([signal, own.signal]);
      const reply = await send('imports/find', { org });
      if (!reply.ok || !reply.value || ended.aborted) return;
      // The panel, open over the page, has a button of its own to go on.
      if (scriptBridge().isPanelShown?.()) return;
      if (reply.value.heldElsewhere) {
        // A tab that was closed in the middle holds its lease a little longer.
        setTimeout(() => ended.aborted || find(), LEASE_ENDS);
        return;
      }
      const { counts, run } = reply.value;
      // On a page that can't be driven only what is done by hand can go on.
      if (run.kind !== 'hand' && scriptBridge().recognition?.kind !== 'mcp') return;
      if (run.kind === 'readd' && isReaddUnderWay()) return;
      const settled = counts.added + counts.removed + counts.failed + counts.skipped;
      const mounted = mount('resume-offer', ended);
      let opening = false;
      /** The offer stays until the panel is there. */
      const open = async () => {
        if (opening) return;
        opening = true;
        const problem = await openPanel('resume');
        opening = false;
        if (problem === undefined) own.abort();
        else draw(problem);
      };
      const resume = () => {
        if (run.kind !== 'readd') return void open();
        own.abort();
        void followReadd(() => readd(org), signal);
      };
      const draw = (problem?: string) =>
        mounted.show(
          <ResumeOffer
            done={settled}
            total={settled + counts.open + counts.trying + counts.unknown}
            problem={problem}
            onResume={resume}
            onDismiss={() => own.abort()}
          />,
        );
      draw();
      host = mounted.host;
      placeNotice(host);
    };
    void find();
    scriptBridge().events.addEventListener('panel-closed', () => setTimeout(find, ROW_ENDS), { signal });
    return () => {
      if (host && !controller.signal.aborted) placeNotice(host);
    };
  },
};
