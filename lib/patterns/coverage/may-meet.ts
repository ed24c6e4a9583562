import type { PatternModel, PatternParts } from '../model.ts';

/** Whether two entries may share an address, judged from their literal ends only: most neighbours are told apart here. */
export function mayMeet(a: PatternModel, b: PatternModel): boolean {
  const [first, second] = [a.alternatives[0], b.alternatives[0]];
  if (!first || !second || a.alternatives.length > 1 || b.alternatives.length > 1) return true;
  return endsMeet(first.host, second.host) && pathsMeet(first, second);
}

function endsMeet(a: string, b: string): boolean {
  const [headA, headB] = [headOf(a), headOf(b)];
  const [tailA, tailB] = [a.slice(a.lastIndexOf('*') + 1), b.slice(b.lastIndexOf('*') + 1)];
  return (
    (headA.startsWith(headB) || headB.startsWith(headA)) && (tailA.endsWith(tailB) || tailB.endsWith(tailA))
  );
}

/** An entry without a path may stand for its whole origin; `/x/**` may stand for `/x` too. */
function pathsMeet(a: PatternParts, b: PatternParts): boolean {
  const [headA, headB] = [a.path, b.path].map((path) => headOf(path).replace(/\/$/, ''));
  if (headA === undefined || headB === undefined) return true;
  return headA.startsWith(headB) || headB.startsWith(headA);
}

function headOf(text: string): string {
  const star = text.indexOf('*');
  return star < 0 ? text : text.slice(0, star);
}
