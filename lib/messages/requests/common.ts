import { exactOptional, strictObject } from 'valibot';
import { organizationId } from '../../store/shapes.ts';

/** What several messages ask with. */

export const nothing = strictObject({});

/**
 * About one organization. A content script may name one, and is then compared with the address that the browser gives for
 * the sender; without a name its own is meant. Pages of ours name it, but where the one that was visited last will do.
 */
export const ofOrganization = strictObject({ org: exactOptional(organizationId) });

/** For our own pages where no other organization may be meant than the one that is shown. */
export const ofNamedOrganization = strictObject({ org: organizationId });
