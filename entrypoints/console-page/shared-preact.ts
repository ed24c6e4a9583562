import { Fragment, options, render } from 'preact';
import { jsx, jsxs } from 'preact/jsx-runtime';

/** The views' library as the panel takes it over from this script, instead of bringing a second copy into the page. */
export const sharedPreact = { Fragment, jsx, jsxs, options, render };

declare module '../../lib/console/script-bridge.ts' {
  interface ScriptBridge {
    /** Set by the features' script, which is always there before the panel. */
    preact?: typeof sharedPreact;
  }
}
