import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import css from '../../components/by-hand.css?inline';
import { ByHand } from '../../components/import/by-hand.tsx';
import { scriptBridge } from '../../lib/console/script-bridge.ts';
import { createHandRun } from '../../lib/import/run/hand-run.ts';
import './offer.ts';

/** The page may have forbidden it: then the view says so, and the entry can be selected. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Wiring only: imports that the admin does entry by entry, loaded where the page can't be driven. */
export default defineUnlistedScript(() => {
  scriptBridge().byHand ??= {
    createRun: createHandRun,
    View: (props) => (
      <>
        <style>{css}</style>
        <ByHand copy={() => copy(props.pattern)} {...props} />
      </>
    ),
  };
});
