const number = new Intl.NumberFormat('en');
const plural = (count: number, one: string, many: string) =>
  `${number.format(count)} ${count === 1 ? one : many}`;

/** The words of the page with all findings, in one place so that they can be translated. */
export const posture = {
  title: 'Findings',
  intro:
    'What is risky or useless in the list, the switches, the register and the activity of this organization.',
  seen: (age: string) => `Based on what was seen ${age}.`,
  neverSeen: 'The Rovo MCP server page of this organization was never seen: visit it once.',
  noneTitle: 'Nothing to do',
  none: 'No rule found anything in what Gatehouse knows of this organization.',
  firstTitle: 'Nothing seen yet',
  first: 'Open the Rovo MCP server page of your organization once; then its findings stand here.',
  failedTitle: 'The findings couldn’t be read',
  again: 'Try again',
  markdown: 'Export as Markdown',
  json: 'Export as JSON',
  open: (count: number) => `${plural(count, 'open finding', 'open findings')}`,
  accepted: (count: number) => `${plural(count, 'accepted finding', 'accepted findings')}`,
  level: { error: 'High', warn: 'Medium', info: 'Note' },
  todo: 'What to do',
  more: (count: number) => `and ${number.format(count)} more`,
  documentation: 'Atlassian’s documentation',
  accept: 'Accept until…',
  until: 'Accept until',
  reason: 'Reason',
  reasonHint: 'Stands in the exported report.',
  confirm: 'Accept',
  cancel: 'Cancel',
  needsReason: 'Say why, so that others can follow.',
  needsDay: 'Choose a day from today on.',
  acceptedUntil: (day: string, reason: string) => `Accepted until ${day}: ${reason}`,
  withdraw: 'Show it again',
};
