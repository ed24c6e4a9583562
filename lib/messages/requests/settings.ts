import {
  boolean,
  exactOptional,
  integer,
  maxValue,
  minValue,
  number,
  picklist,
  pipe,
  record,
  strictObject,
} from 'valibot';
import { organizationId } from '../../store/shapes.ts';

export const nothing = strictObject({});

/** The settings to change; those not named stay. */
export const settingsChange = strictObject({
  fieldVerdict: exactOptional(boolean()),
  rowVerdicts: exactOptional(boolean()),
  changesNotice: exactOptional(boolean()),
  badge: exactOptional(boolean()),
  sessionSource: exactOptional(boolean()),
  retentionDays: exactOptional(pipe(number(), integer(), minValue(1), maxValue(3_650))),
  plans: exactOptional(
    record(
      organizationId,
      strictObject({
        plan: picklist(['free', 'standard', 'premium', 'enterprise']),
        users: pipe(number(), integer(), minValue(0), maxValue(1_000_000)),
      }),
    ),
  ),
});
