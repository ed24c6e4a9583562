import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startPopup } from '../popup/main.tsx';

/**
 * The popup's script as one file of its own. Six chunks that it shared with the other pages came one after the other,
 * each some milliseconds, and stood in the way of the first paint.
 */
export default defineUnlistedScript(startPopup);
