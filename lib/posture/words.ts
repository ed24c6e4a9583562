import type { PostureFinding } from './types.ts';

/** What each rule says: a heading, what was found, why it matters, and what to do. */
export interface RuleWords {
  title: string;
  message: (params: PostureFinding['params']) => string;
  why: string;
  todo: string;
}

const number = new Intl.NumberFormat('en');
const figure = (value: string | number | undefined) => number.format(Number(value ?? 0));
/** A count with its noun. */
const of = (value: string | number | undefined, one: string, many: string) =>
  `${figure(value)} ${Number(value) === 1 ? one : many}`;
const entries = (value: string | number | undefined) => of(value, 'entry', 'entries');

export const RULE_WORDS: Readonly<Record<string, RuleWords>> = {
  P101: {
    title: 'Entries that let anybody in',
    message: ({ count }) => `Domains that anybody can register are let in by ${entries(count)}.`,
    why: 'Whoever owns a matching domain can receive the sign-in codes of your users.',
    todo: 'Delete these entries and add the exact callback of each tool instead.',
  },
  P102: {
    title: 'Wildcards over shared hosting',
    message: ({ count }) => `Every customer of a hosting service is let in by ${entries(count)}.`,
    why: 'On a shared service another customer can get a matching name within minutes.',
    todo: 'Name the host of your own tenant instead of the wildcard.',
  },
  P103: {
    title: 'Request inspection and tunnel hosts',
    message: ({ count }) => `Sign-in codes may go to a test service because of ${entries(count)}.`,
    why: 'Whoever opened the bucket or the tunnel can read the codes, and addresses are given to others later.',
    todo: 'Delete these entries when the test is over.',
  },
  P104: {
    title: 'Names that look like others',
    message: ({ count }) => `A name that can be mistaken for another one stands in ${entries(count)}.`,
    why: 'A look-alike of a known AI tool is a common way to have an entry approved by mistake.',
    todo: 'Compare each name with the vendor’s own documentation and delete what isn’t meant.',
  },
  P105: {
    title: 'Whole custom schemes',
    message: ({ count }) => `A whole custom scheme is let in by ${entries(count)}.`,
    why: 'Any app on a computer can claim a custom scheme, and receives whatever is sent to it.',
    todo: 'Name the host after the scheme, as the tool’s documentation has it.',
  },
  P106: {
    title: 'Custom schemes without an owner',
    message: ({ count }) => `A scheme that no known tool owns is let in by ${entries(count)}.`,
    why: 'Schemes are not registered anywhere: another app may claim the same one.',
    todo: 'Ask the vendor for an https callback or a scheme in reverse-domain form.',
  },
  P107: {
    title: 'Any port of a public host',
    message: ({ count }) => `Every port of a public host is let in by ${entries(count)}.`,
    why: 'Other ports often run test servers that are less well kept than the site itself.',
    todo: 'Name the port, or leave it out for the standard one.',
  },
  P108: {
    title: 'Entries that match nothing',
    message: ({ count }) => `No address can match, as written: ${entries(count)}.`,
    why: 'Users of these tools are refused although the list names them.',
    todo: 'Correct them on the Rovo MCP server page: the mark beside each row says how.',
  },
  P109: {
    title: 'Entries that nothing needs',
    message: ({ count }) => `Already covered by others in the list: ${entries(count)}.`,
    why: 'Every entry that isn’t needed makes the list harder to review.',
    todo: 'Delete them, or delete the wider entry if only these are meant.',
  },
  P110: {
    title: 'Entries on Atlassian’s own list',
    message: ({ count }) => `Already allowed by Atlassian’s supported domains: ${entries(count)}.`,
    why: 'They change nothing while that list is switched on.',
    todo: 'Keep them if you plan to switch the list off; else delete them.',
  },
  P111: {
    title: 'Entries without a path',
    message: ({ count }) => `The callback below the host may be refused despite ${entries(count)}.`,
    why: 'Several guides say that an entry without a path is refused at the callback.',
    todo: 'Add the exact callback, or the same entry with /** at its end.',
  },
  P112: {
    title: 'Atlassian’s own addresses',
    message: ({ count }) => `An address of Atlassian, not of an AI tool, stands in ${entries(count)}.`,
    why: 'The list is about where AI tools receive their codes; an Atlassian host in it has no use.',
    todo: 'Replace it by the address of the AI tool.',
  },
  P201: {
    title: 'API tokens are allowed',
    message: () => 'AI tools can sign in with API tokens; the domain list doesn’t apply to them.',
    why: 'Whoever holds a token can connect from any address, whatever the list says.',
    todo: 'Switch API token authentication off unless a tool needs it, and review who has tokens.',
  },
  P202: {
    title: 'Deleting is allowed',
    message: () => 'AI tools may delete data.',
    why: 'A mistake or an injected instruction can remove work that is hard to bring back.',
    todo: 'Block the Delete permission unless a workflow needs it.',
  },
  P203: {
    title: 'Managing is allowed',
    message: () => 'AI tools may change settings.',
    why: 'Administrative tools reach further than the data of the user who calls them.',
    todo: 'Block the Manage permission unless a workflow needs it.',
  },
  P204: {
    title: 'Enterprise managed authentication is on',
    message: () => 'AI tools that sign in this way don’t pass through the domain list.',
    why: 'Your identity provider decides for them; its rules are the ones to review.',
    todo: 'Make sure that the identity provider’s policy names the same tools as your list.',
  },
  P205: {
    title: 'Atlassian’s list is on as a whole',
    message: () => 'Every AI tool on Atlassian’s supported list may connect; single ones can’t be blocked.',
    why: 'The list changes without asking you.',
    todo: 'If you want only some of them, add those as own entries and switch the list off.',
  },
  P206: {
    title: 'No tool can connect',
    message: () => 'Atlassian’s list is off and yours is empty, so no AI tool can sign in with OAuth.',
    why: 'Users see an error at the consent screen and can’t tell why.',
    todo: 'Add the tools that you allow, or tell your users that none is.',
  },
  P207: {
    title: 'Not looked at for long',
    message: ({ days }) => `The page was last seen ${of(days, 'day', 'days')} ago.`,
    why: 'Other admins may have changed the list or the switches since.',
    todo: 'Open the Rovo MCP server page once to bring this up to date.',
  },
  P301: {
    title: 'Reviews that are overdue',
    message: ({ count }) => `The review date of ${entries(count)} has passed.`,
    why: 'An approval that was given for a time is still in force.',
    todo: 'Ask the owner whether the entry is still needed, then set a new date or delete it.',
  },
  P302: {
    title: 'Entries without an owner',
    message: ({ count }) => `Nobody is written down as the owner of ${entries(count)}.`,
    why: 'When something goes wrong there is nobody to ask.',
    todo: 'Write the owner beside the row on the Rovo MCP server page, or import it with a file.',
  },
  P303: {
    title: 'Entries never up for review',
    message: ({ count }) => `No review date is set for ${entries(count)}.`,
    why: 'Entries without an end stay long after the tool is gone.',
    todo: 'Set a review date for each, a year ahead at most.',
  },
  P304: {
    title: 'Written down but not listed',
    message: ({ count }) => `The register names ${entries(count)} that the console’s list doesn’t have.`,
    why: 'Either the entry was deleted by somebody, or it was never added.',
    todo: 'Add it to the list again, or remove it from the register.',
  },
  P401: {
    title: 'New people who write',
    message: ({ count }) =>
      `Changed data through an AI tool for the first time in the last 24 hours: ${of(count, 'person or account', 'people or accounts')}.`,
    why: 'A first write is the moment to notice a tool that nobody announced.',
    todo: 'Ask them which tool they use, and look at their calls on the activity page.',
  },
  P402: {
    title: 'Data was deleted or settings changed',
    message: ({ count }) =>
      `AI tools made ${of(count, 'call', 'calls')} in the last 7 days that deleted data or managed settings.`,
    why: 'Such calls are rare in daily work.',
    todo: 'Look at these calls on the activity page.',
  },
  P403: {
    title: 'Calls with API tokens',
    message: ({ count }) =>
      `AI tools made ${of(count, 'call', 'calls')} with an API token in the last 7 days.`,
    why: 'The domain list doesn’t apply to API tokens, and the events name the token’s account only.',
    todo: 'Find out which tools these are, and move them to OAuth where that is possible.',
  },
  P404: {
    title: 'Near the hourly limit',
    message: ({ count, limit }) =>
      `${figure(count)} of ${figure(limit)} calls were made in the busiest hour of the last 7 days.`,
    why: 'Above the limit of your plan calls are refused for everybody.',
    todo: 'See on the activity page who makes most calls, or ask Atlassian for a higher plan.',
  },
  P405: {
    title: 'Writing is allowed but not used',
    message: () => 'The Write permission is on, and nobody has used it for 30 days.',
    why: 'A permission that nobody needs is only a risk.',
    todo: 'Block the Write permission until somebody asks for it.',
  },
  P406: {
    title: 'Nothing happens',
    message: () => 'No AI tool has made a call for 30 days.',
    why: 'Either nobody uses the server, or tools can’t connect.',
    todo: 'If nobody uses it, switch off what isn’t needed; else look why connecting fails.',
  },
  P407: {
    title: 'Activity is out of date',
    message: ({ days }) => `Events were last fetched ${of(days, 'day', 'days')} ago.`,
    why: 'What happened since is not among the figures.',
    todo: 'Fetch now in the popup; if that fails, check the key in the options.',
  },
};
