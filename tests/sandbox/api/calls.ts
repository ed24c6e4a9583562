import { seededRandom } from '../server/random.ts';

/** Believable tool calls at any size: what happened, before it takes the form of an event. */

export type CallClass = 'read' | 'search' | 'write' | 'delete' | 'manage' | 'meta';

export interface Call {
  id: string;
  time: number;
  tool: string;
  class: CallClass;
  actor: { id: string; name: string; email: string; kind: 'person' | 'service' };
  app: string;
  country: string;
  authType: string;
  /** When the API first shows it, in milliseconds since 1970: minutes after it happened, sometimes hours. */
  visibleAt: number;
}

export interface CallOptions {
  seed: number;
  count: number;
  /** Milliseconds since 1970, from inclusive, to exclusive. */
  from: number;
  to: number;
  people?: number;
  services?: number;
  /** The longest time until an event is shown, in milliseconds; 0 shows all at once. */
  latest?: number;
  /** Which share of the events takes up to that long, from 0 up to 1; the others take three minutes at most. */
  lateShare?: number;
}

/** Name, class, weight: mostly reading and searching, as admins report it. */
const TOOLS: readonly (readonly [string, CallClass, number])[] = [
  ['getJiraIssue', 'read', 30],
  ['searchJiraIssuesUsingJql', 'search', 22],
  ['getConfluencePage', 'read', 14],
  ['searchAtlassian', 'search', 9],
  ['getVisibleJiraProjects', 'read', 5],
  ['addCommentToJiraIssue', 'write', 5],
  ['editJiraIssue', 'write', 4],
  ['createJiraIssue', 'write', 3],
  ['transitionJiraIssue', 'write', 2],
  ['getBitbucketRepoPullRequestDiff', 'read', 2],
  ['updateConfluencePage', 'write', 2],
  ['deleteJiraIssueAttachment', 'delete', 0.5],
  ['manageJiraProjectVersion', 'manage', 0.3],
  ['getToolDescription', 'meta', 1],
];
const DISPATCHERS: readonly (readonly [string, CallClass, number])[] = [
  ['executeRead', 'read', 70],
  ['executeWrite', 'write', 25],
  ['executeDestructive', 'delete', 5],
];
const APPS: readonly (readonly [string, number])[] = [
  ['Claude', 40],
  ['Cursor', 25],
  ['ChatGPT', 15],
  ['Visual Studio Code', 12],
  ['n8n', 8],
];
const COUNTRIES: readonly (readonly [string, number])[] = [
  ['Germany', 45],
  ['Netherlands', 20],
  ['United States', 20],
  ['India', 15],
];
const FIRST = [
  'Ada',
  'Bo',
  'Chloé',
  'Dmitri',
  'Emeka',
  'Fatima',
  'Grete',
  'Hiro',
  'Inês',
  'Jürgen',
  'Kwame',
  'Liu',
  '=SUM',
  '李',
];
const LAST = [
  'Ahmadi',
  'Brandt',
  'Costa',
  'Dunne',
  'Eriksen',
  'Fuchs',
  'García',
  "O'Hara",
  'Ito',
  'Jansen',
  'Κώστας',
];
const HOUR = 3_600_000;

function pick<T extends readonly [...unknown[], number]>(table: readonly T[], random: () => number): T {
  let total = 0;
  for (const row of table) total += row.at(-1) as number;
  let left = random() * total;
  for (const row of table) {
    left -= row.at(-1) as number;
    if (left < 0) return row;
  }
  return table[0] as T;
}

/** Office hours on weekdays, a little at night and on weekends. */
function busyness(time: number): number {
  const date = new Date(time);
  const hour = date.getUTCHours();
  const weekend = date.getUTCDay() % 6 === 0;
  const day = hour >= 7 && hour < 18 ? 1 : hour >= 5 && hour < 21 ? 0.3 : 0.05;
  return weekend ? day * 0.12 : day;
}

function hex(random: () => number, length: number): string {
  let text = '';
  while (text.length < length) text += Math.floor(random() * 16).toString(16);
  return text;
}

function makeActors(people: number, services: number, random: () => number): Call['actor'][] {
  const actors: Call['actor'][] = [];
  for (let index = 0; index < people + services; index += 1) {
    if (index < people) {
      const name = `${FIRST[index % FIRST.length]} ${LAST[Math.floor(index / FIRST.length) % LAST.length]} ${index}`;
      actors.push({
        id: `557058:${hex(random, 24)}`,
        name,
        email: `person${index}@example.com`,
        kind: 'person',
      });
    } else {
      const name = `build-bot-${index - people}`;
      actors.push({
        id: `712020:${hex(random, 24)}`,
        name,
        email: `${name}@serviceaccount.atlassian.com`,
        kind: 'service',
      });
    }
  }
  return actors;
}

/** The calls in no particular order; the same for the same options. */
export function makeCalls(options: CallOptions & { dispatchersOnly?: boolean }): Call[] {
  const { seed, count, from, to, people = 40, services = 3, latest = 0, lateShare = 0.02 } = options;
  const random = seededRandom(seed);
  const actors = makeActors(people, services, random);
  const calls: Call[] = [];
  while (calls.length < count) {
    const time = from + Math.floor(random() * (to - from));
    if (random() > busyness(time)) continue;
    const actor = actors[Math.floor(random() ** 2 * actors.length)];
    if (!actor) continue;
    const [tool, toolClass] = pick(options.dispatchersOnly ? DISPATCHERS : TOOLS, random);
    const token = actor.kind === 'service' || random() < 0.12;
    const late = random() < lateShare ? random() * latest : Math.min(latest, random() * HOUR * 0.05);
    calls.push({
      id: `${hex(random, 8)}-${hex(random, 12)}-${calls.length}`,
      time,
      tool,
      class: toolClass,
      actor,
      app: pick(APPS, random)[0],
      country: pick(COUNTRIES, random)[0],
      authType: token ? 'api-token' : 'auth-token-for-3LO',
      visibleAt: time + Math.floor(late),
    });
  }
  return calls;
}
