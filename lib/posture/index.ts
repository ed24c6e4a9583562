import { ACTIVITY_RULES } from './rules/activity.ts';
import { LIST_RULES } from './rules/list.ts';
import { REGISTER_RULES } from './rules/register.ts';
import { SETTINGS_RULES } from './rules/settings.ts';
import type { PostureFinding, PostureInput, PostureLevel, PostureRule } from './types.ts';

/** All rules in the order in which findings of one level are shown. */
export const POSTURE_RULES: readonly PostureRule[] = [
  ...LIST_RULES,
  ...SETTINGS_RULES,
  ...REGISTER_RULES,
  ...ACTIVITY_RULES,
];

const WEIGHT: Readonly<Record<PostureLevel, number>> = { error: 0, warn: 1, info: 2 };

/**
 * What is dangerous or useless in an organization's list, switches, register and activity: one finding a rule, worst
 * first. Pure. What is not known (a switch never seen, a list never read, no events) is never judged.
 */
export function findPosture(input: PostureInput): PostureFinding[] {
  return POSTURE_RULES.flatMap(({ id, level, link, check }): PostureFinding[] => {
    const hit = check(input);
    if (!hit) return [];
    const evidence = [...(hit.evidence ?? [])];
    const counted = evidence.length > 0 ? { count: evidence.length } : {};
    return [{ rule: id, level, link, evidence, params: { ...counted, ...hit.params } }];
  }).sort((a, b) => WEIGHT[a.level] - WEIGHT[b.level]);
}
