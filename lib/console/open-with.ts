import { beginForm, fill, type NotAdded } from './add.ts';

/** What came of opening the page's form with a text in it. */
export type OpenOutcome = { kind: 'opened' } | Exclude<NotAdded, { kind: 'refused' }>;

/** Milliseconds that each part of the page is waited for. */
const PACE = { control: 8000, answer: 0, row: 0 };

/** Opens the page's own form and types the text into it, exactly. Nothing is submitted: that is for the admin to do. */
export async function openFormWith(text: string, signal: AbortSignal): Promise<OpenOutcome> {
  const refused = await beginForm(text, PACE, signal);
  if (refused && refused.kind !== 'refused') return refused;
  const problem = await fill(text, PACE, signal);
  // What the form says against the text stands in it, where the admin sees it.
  return problem && problem.kind !== 'refused' ? problem : { kind: 'opened' };
}
