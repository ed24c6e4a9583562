import { exactOptional, maxLength, minLength, picklist, pipe, strictObject, string } from 'valibot';
import { organizationId } from '../../store/shapes.ts';

/** The key's messages: own pages only. A key is never sent back. */
const secret = pipe(string(), minLength(1), maxLength(4_096));

export const ofNamedOrganization = strictObject({ org: organizationId });
export const keySave = strictObject({ org: organizationId, key: secret, passphrase: exactOptional(secret) });
export const keyUnlock = strictObject({ org: organizationId, passphrase: secret });

/** `org` is left out for the one that was visited last. */
export const popupRequest = strictObject({
  org: exactOptional(organizationId),
  window: picklist(['24h', '7d', '30d']),
});
