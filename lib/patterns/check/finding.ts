import { type Analysis, analyse, MAX_LENGTH } from '../read/analysis.ts';
import { isValid } from '../read/index.ts';
import { ERROR_CHOICE } from '../rules/errors.ts';
import { needsMetBy } from '../rules/needs.ts';
import type { Hit, Rule, RuleContext } from '../rules/rule.ts';
import type { Finding } from '../types.ts';

/** Turns what a rule found into what callers see: the English sentence, the positions and the correction. */
export function toFinding(a: Analysis, rule: Rule, hit: Hit, context: RuleContext): Finding {
  const finding: Finding = {
    rule: rule.id,
    level: rule.level,
    severity: rule.severity,
    message: fill(messageOf(rule, hit), hit),
    start: hit.start,
    end: hit.end,
  };
  const fix = rule.fix?.(a, hit);
  if (fix !== undefined && fix !== a.text && holds(a, rule, fix, context)) finding.fix = fix;
  if (hit.params || hit.variant !== undefined)
    finding.params = hit.variant === undefined ? { ...hit.params } : { ...hit.params, variant: hit.variant };
  return finding;
}

/** A correction must do away with what it corrects, and must not lead into an error that was not there and ends there. */
function holds(a: Analysis, rule: Rule, fix: string, context: RuleContext): boolean {
  const fixed = analyse(fix);
  if (fixed.end - fixed.start > MAX_LENGTH || rule.check(fixed, context)) return false;
  if (rule.level !== 'error') return isValid(fixed);
  return ERROR_CHOICE.for(needsMetBy(fixed)).rules.every((error) => {
    const next = error.check(fixed, context);
    // One that has a correction of its own is the next step: `http.//app…` as `http://app…`, then as `https://app…`.
    return !next || error.fix?.(fixed, next) !== undefined || error.check(a, context) !== undefined;
  });
}

function messageOf(rule: Rule, hit: Hit): string {
  if (typeof rule.message === 'string') return rule.message;
  return (
    (hit.variant === undefined ? undefined : rule.message[hit.variant]) ??
    Object.values(rule.message)[0] ??
    rule.title
  );
}

/** Templates cut at their placeholders: texts stand at even places, names at odd ones. There are as many as messages. */
const cut = new Map<string, readonly string[]>();

/** Puts the parameters in; text that comes from them is never read as a placeholder again. */
function fill(template: string, hit: Hit): string {
  let pieces = cut.get(template);
  if (!pieces) {
    pieces = template.split(/\{([a-z]+)\}/);
    cut.set(template, pieces);
  }
  let text = pieces[0] ?? '';
  for (let i = 1; i < pieces.length; i += 2) {
    const name = pieces[i] ?? '';
    text += `${hit.params?.[name] ?? `{${name}}`}${pieces[i + 1] ?? ''}`;
  }
  return text;
}
