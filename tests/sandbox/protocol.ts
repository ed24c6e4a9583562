/** What the replica's page and its server say to each other. Only the sandbox knows it; the extension never does. */
import type { Variant } from './variants/variant.ts';

export const GATEWAY = '/gateway/sandbox';

/** The app is served for any path of the console, so its own files stand under a path the console doesn't use. */
export const ASSET_PATH = `${GATEWAY}/app/`;

export interface DomainEntry {
  id: string;
  text: string;
}

/** The last two exist in some organizations only. */
export const PERMISSIONS = ['read', 'write', 'search', 'deletion', 'manage'] as const;
export type PermissionName = (typeof PERMISSIONS)[number];
export type PermissionState = 'allowed' | 'blocked' | 'partial';

export interface OrganizationSettings {
  name: string;
  supportedAllowed: boolean;
  apiToken: boolean;
  enterpriseManaged: boolean;
  permissions: Record<PermissionName, PermissionState>;
}

export type SettingsChange = Partial<Omit<OrganizationSettings, 'name' | 'permissions'>> & {
  permissions?: Partial<Record<PermissionName, PermissionState>>;
};

export interface Bootstrap {
  variant: Variant;
  name: string;
}

export type RefusalReason = 'invalid' | 'duplicate' | 'limit' | 'refused';

/**
 * How the page shows a refusal: beside the field, as an error flag, by closing the form as if all were well
 * (`silent`), or by leaving the form as it is (`silent-open`).
 */
export type RefusalWay = 'field' | 'flag' | 'silent' | 'silent-open';

export type ChangeReply = { ok: true } | { ok: false; reason: RefusalReason; way: RefusalWay };
