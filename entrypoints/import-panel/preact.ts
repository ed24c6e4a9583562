import { scriptBridge } from '../../lib/console/script-bridge.ts';
import type {} from '../console-page/shared-preact.ts';

/**
 * Stands for `preact` and `preact/jsx-runtime` when the panel is built (wxt.config.ts): the script with the features,
 * which alone has the panel loaded, has brought them. Hooks are the panel's own and hang on these `options`.
 */
const { preact } = scriptBridge();
if (!preact) throw new Error('Gatehouse’s panel was loaded before the script that it belongs to.');

export const { Fragment, jsx, jsxs, options, render } = preact;
