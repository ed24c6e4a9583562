/** The last `count` labels of a host; all of it where it has no more. */
export function lastLabels(host: string, count: number): string {
  let dot = host.length;
  for (let n = 0; n < count; n++) {
    dot = host.lastIndexOf('.', dot - 1);
    // Searched from in front of the text, a dot at its very start would be found again and again.
    if (dot <= 0) return dot < 0 ? host : host.slice(1);
  }
  return host.slice(dot + 1);
}

/** The last two labels of hosts, and one answer for each question that was asked of them. */
interface Ending {
  labels: string;
  answers: unknown[];
}

/** Endings asked about lately: the hosts of one list share most of theirs. */
const endings = new Map<string, Ending>();
const MOST_ENDINGS = 1_024;
let questions = 0;

/** The rules ask about one host again and again, or about two in turns, which braces make: the last answers are kept. */
let last = { host: '', ending: endingOf('') };
let before = last;

function look(host: string): Ending {
  if (host === last.host) return last.ending;
  if (host === before.host) return before.ending;
  before = last;
  last = { host, ending: endingOf(host) };
  return last.ending;
}

function endingOf(host: string): Ending {
  const labels = lastLabels(host, 2);
  let ending = endings.get(labels);
  if (!ending) {
    if (endings.size >= MOST_ENDINGS) endings.clear();
    ending = { labels, answers: [] };
    endings.set(labels, ending);
  }
  return ending;
}

/** The last two labels of a host. */
export function lastTwoLabels(host: string): string {
  return look(host).labels;
}

/**
 * A question whose answer depends on a host's last two labels only. All such questions about one host, and about hosts
 * that end alike, cost one look together.
 */
export function byEnding<Answer>(answer: (ending: string) => Answer): (host: string) => Answer {
  const place = questions++;
  return (host) => {
    const { labels, answers } = look(host);
    // Kept in an object, since an answer may be that there is none.
    answers[place] ??= { answer: answer(labels) };
    return (answers[place] as { answer: Answer }).answer;
  };
}

/** Whether a host ends in the last two labels of one of these names: hardly any host does. */
export function endsLike(names: Iterable<string>): (host: string) => boolean {
  const ends = new Set(Array.from(names, (name) => lastLabels(name, 2)));
  return byEnding((end) => ends.has(end));
}
