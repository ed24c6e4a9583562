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

/** What is known of the last two labels of hosts, one place for each question that was asked of them. */
type Known = unknown[];

/** Endings asked about lately: the hosts of one list share most of theirs. */
const endings = new Map<string, Known>();
const MOST_ENDINGS = 1_024;
let questions = 0;

/** The rules ask about one host again and again: the last answer is kept. */
let host = '';
let ending = '';
let known: Known = [];

function look(of: string): void {
  if (of === host) return;
  const end = lastLabels(of, 2);
  let found = endings.get(end);
  if (!found) {
    if (endings.size >= MOST_ENDINGS) endings.clear();
    found = [];
    endings.set(end, found);
  }
  host = of;
  ending = end;
  known = found;
}

/** The last two labels of a host. */
export function lastTwoLabels(of: string): string {
  look(of);
  return ending;
}

/**
 * A question whose answer depends on a host's last two labels only. All such questions about one host, and about hosts
 * that end alike, cost one look together.
 */
export function byEnding<Answer>(answer: (ending: string) => Answer): (host: string) => Answer {
  const place = questions++;
  return (of) => {
    look(of);
    const answers = known;
    // Kept in an object, since an answer may be that there is none.
    answers[place] ??= { answer: answer(ending) };
    return (answers[place] as { answer: Answer }).answer;
  };
}

/** Whether a host ends in the last two labels of one of these names: hardly any host does. */
export function endsLike(names: Iterable<string>): (host: string) => boolean {
  const ends = new Set(Array.from(names, (name) => lastLabels(name, 2)));
  return byEnding((end) => ends.has(end));
}
