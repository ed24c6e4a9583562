import { boolean, check, exactOptional, picklist, pipe, record, strictObject, string } from 'valibot';
import { isCloud } from '../../catalogue/clouds.ts';
import { organizationId, wholeBetween } from '../../store/shapes.ts';

/** The settings to change; those not named stay. */
export const settingsChange = strictObject({
  fieldVerdict: exactOptional(boolean()),
  rowVerdicts: exactOptional(boolean()),
  changesNotice: exactOptional(boolean()),
  badge: exactOptional(boolean()),
  sessionSource: exactOptional(boolean()),
  retentionDays: exactOptional(wholeBetween(1, 3_650)),
  plans: exactOptional(
    record(
      organizationId,
      strictObject({
        plan: picklist(['free', 'standard', 'premium', 'enterprise']),
        users: wholeBetween(0, 1_000_000),
      }),
    ),
  ),
  /** The commercial cloud's domain takes an organization back into it. */
  clouds: exactOptional(record(organizationId, pipe(string(), check(isCloud)))),
});
