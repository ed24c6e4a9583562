import type { BlockedAnswer, BlockedCase, FailingComponent } from '../../lib/answers/types.ts';
import { door } from '../../lib/words/door.ts';
import { say } from '../../lib/words/say.ts';

/** The words of "Why was it blocked?", wherever it is asked. */

const title = door('answer_title');
const todo = door('answer_todo');

/** Keys hold no hyphens. */
const KEYS = {
  allowed: 'allowed',
  'not-listed': 'notListed',
  'not-enforced': 'notEnforced',
  'supported-refused': 'supportedRefused',
  unsure: 'unsure',
  'unsafe-address': 'unsafeAddress',
  'https-loopback': 'httpsLoopback',
  'no-address': 'noAddress',
  unknown: 'unknown',
  'client-registration': 'clientRegistration',
  'client-type': 'clientType',
  'ip-allowlist': 'ipAllowlist',
  'app-policy': 'appPolicy',
  'api-token': 'apiToken',
} as const satisfies Record<BlockedCase, keyof typeof title>;

export const titleOf = (which: BlockedCase): string => title[KEYS[which]];
export const todoOf = (which: BlockedCase): string => todo[KEYS[which]];

const refusal = door('answer_refused');

/** Why no entry can allow the address, or why the readings differ: one sentence each. */
export function reasonsOf({ refused, doubts = [] }: BlockedAnswer): string[] {
  const sentences = doubts.map(({ code, value }) => say(`answer_doubt_${code}`, { value }));
  if (refused === undefined) return sentences;
  const key = refused.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return [refusal[key as keyof typeof refusal], ...sentences];
}

const component: Record<FailingComponent, string> = door('answer_component');

export const answer = door('answer_main', {
  fails: (which: FailingComponent) => say('answer_main_fails', { component: component[which] }),
});

/** Of the box itself: the popup's words, wherever it stands. */
export const check = door('popup_check', {
  placeholder: 'https://claude.ai/api/mcp/auth_callback',
});

export const helper = door('page_why');
