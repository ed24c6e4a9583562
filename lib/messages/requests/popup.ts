import { exactOptional, picklist, strictObject } from 'valibot';
import { organizationId } from '../../store/shapes.ts';

/** `org` is left out for the one that was visited last. */
export const popupRequest = strictObject({
  org: exactOptional(organizationId),
  window: picklist(['24h', '7d', '30d']),
});
