/** Imports on every second member of the family, from the first: two files, so that they run side by side. */
import { afterAll, beforeAll, test } from 'vitest';
import { importOnMember, MEMBERS } from '../../support/campaign/family.ts';
import { type Session, startSession } from '../../support/session.ts';

let session: Session;

beforeAll(async () => {
  session = await startSession();
});
afterAll(() => session?.close());

test.each(MEMBERS.filter((_, at) => at % 2 === 0))(
  '$name, $way: the store ends as planned',
  ({ name, way }) => importOnMember(session, name, way),
  300_000,
);
