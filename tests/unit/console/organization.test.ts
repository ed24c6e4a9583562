import { expect, test } from 'vitest';
import { organizationOf } from '../../../lib/console/organization.ts';

const id = 'b3a7d2c4-91e6-4f08-8d5a-2c6e0f9b7a11';

test.each([
  [`/o/${id}/rovo/rovo-mcp-server`, id],
  [`/o/${id.toUpperCase()}`, id],
  [`/o/${id}`, id],
])('%s belongs to the organization', (path, org) => expect(organizationOf(path)).toBe(org));

test.each(['/', '/o/', '/o/not-a-uuid/x', `/s/${id}/users`, `/o/${id}x/users`, `/x/o/${id}/`])(
  '%s belongs to none',
  (path) => expect(organizationOf(path)).toBeUndefined(),
);
