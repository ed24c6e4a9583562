import { exactOptional, maxLength, minLength, pipe, strictObject, string } from 'valibot';
import { organizationId } from '../../store/shapes.ts';

/** The key's messages: own pages only. A key is never sent back. */
const secret = pipe(string(), minLength(1), maxLength(4_096));

export const keySave = strictObject({ org: organizationId, key: secret, passphrase: exactOptional(secret) });
export const keyUnlock = strictObject({ org: organizationId, passphrase: secret });
