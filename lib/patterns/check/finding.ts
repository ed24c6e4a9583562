import type { Analysis } from '../read/analysis.ts';
import type { Hit, Rule } from '../rules/rule.ts';
import type { Finding } from '../types.ts';

/** Turns what a rule found into what callers see: the English sentence, the positions and the correction. */
export function toFinding(a: Analysis, rule: Rule, hit: Hit): Finding {
  const finding: Finding = {
    rule: rule.id,
    level: rule.level,
    severity: rule.severity,
    message: fill(messageOf(rule, hit), hit),
    start: hit.start,
    end: hit.end,
  };
  const fix = rule.fix?.(a, hit);
  if (fix !== undefined && fix !== a.text) finding.fix = fix;
  if (hit.params || hit.variant !== undefined)
    finding.params = hit.variant === undefined ? { ...hit.params } : { ...hit.params, variant: hit.variant };
  return finding;
}

function messageOf(rule: Rule, hit: Hit): string {
  if (typeof rule.message === 'string') return rule.message;
  return (
    (hit.variant === undefined ? undefined : rule.message[hit.variant]) ??
    Object.values(rule.message)[0] ??
    rule.title
  );
}

/** Puts the parameters in; text that comes from them is never read as a placeholder again. */
function fill(template: string, hit: Hit): string {
  if (!template.includes('{')) return template;
  return template.replace(/\{([a-z]+)\}/g, (whole, name: string) => {
    const value = hit.params?.[name];
    return value === undefined ? whole : String(value);
  });
}
