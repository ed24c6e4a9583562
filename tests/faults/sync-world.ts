/** Organizations whose API differs and fails as a seed says, for a round of syncs. */
import type { IncomingMessage } from 'node:http';
import { type ApiFault, makeCalls, Replica, randomFaults, SHAPES } from '../sandbox/api/index.ts';
import { answerWith } from '../sandbox/api/serve.ts';
import { seededRandom } from '../sandbox/server/random.ts';
import type { ApiHandler } from '../sandbox/server/types.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Faults end some time, so that every sync can come to its end. */
const FAULTY_REQUESTS = 25;

export interface SyncedOrganization {
  id: string;
  key: string;
  /** What is special about it, for the line that is printed. */
  traits: string;
  replica: Replica;
  /** The ids of all its calls. */
  ids: readonly string[];
  /** Requests that were cut off on their way and never came to the API. */
  cutOff: number;
  /** What its answers were hit by. */
  faults: string[];
  handle: ApiHandler['handle'];
}

export interface SyncWorldOptions {
  seed: number;
  /** When the round begins, in milliseconds since 1970. */
  start: number;
  /** Until then events come late, in milliseconds since 1970. */
  allShown: number;
}

/** Resolves after so many milliseconds: how long a request travels to the API. */
const travel = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export function makeOrganization({ seed, start, allShown }: SyncWorldOptions): SyncedOrganization {
  const random = seededRandom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const id = `0f3c1a52-7d0e-4a5b-9c55-${seed.toString(16).padStart(12, '0')}`;
  const key = `key-${seed}`;
  const shape = pick(SHAPES);
  const share = pick([0, 0.15, 0.3]);
  const slow = pick([0, 0, 0.2]);
  const early = makeCalls({
    ...{ seed, count: pick([60, 250, 500]), from: start - 58 * DAY, to: start - 60 * MINUTE, people: 25 },
  });
  // Late, but within the hour that every sync looks back.
  const late = makeCalls({
    seed: seed + 1,
    count: pick([0, 20]),
    from: start - 5 * DAY,
    to: start,
    people: 5,
  })
    .map((call, index) => ({ ...call, id: `late-${call.id}`, time: start - MINUTE - index * 100_000 }))
    .map((call) => ({ ...call, visibleAt: start + Math.floor(random() * (allShown - start)) }));
  const calls = [...early, ...late];
  const faults: string[] = [];
  const draw = randomFaults(random, share);
  const fault = (): ApiFault | undefined => {
    const drawn = replica.requests.length < FAULTY_REQUESTS ? draw() : undefined;
    if (drawn) faults.push(drawn.kind === 'status' ? String(drawn.status) : drawn.kind);
    return drawn;
  };
  const pages = { mostPerPage: pick([40, 150, 400]), order: pick(['oldest-first', 'newest-first'] as const) };
  const untidy = random() < 0.7;
  const replica: Replica = new Replica({
    ...{ org: id, key, shape, calls, fault, untidy, seed, ...pages },
    now: () => Date.now(),
    others: 60,
    cursorOnLast: random() < 0.4,
    nextIn: pick(['meta', 'links', 'both'] as const),
  });
  const answer = answerWith(replica);
  const organization: SyncedOrganization = {
    ...{ id, key, replica, faults, ids: calls.map((call) => call.id), cutOff: 0 },
    traits: `${shape}, ${calls.length} calls in pages of ${pages.mostPerPage}${untidy ? ', untidy' : ''}, rate ${share}`,
    async handle(...[request, response, url]) {
      if (random() < slow) {
        faults.push('slow');
        await travel(2_000 + random() * 5_000);
        if (isCutOff(request)) {
          organization.cutOff += 1;
          return true;
        }
      }
      return await answer(request, response, url);
    },
  };
  return organization;
}

/** Whoever asked is gone, and with it what was still on the way. */
function isCutOff(request: IncomingMessage): boolean {
  return request.socket.destroyed;
}
