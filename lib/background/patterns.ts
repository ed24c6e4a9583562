import type { ListVerdicts } from '../messages/answers.ts';
import type { Handlers } from '../messages/handle.ts';
import { ok } from '../messages/reply.ts';
import { latestSnapshot } from '../store/snapshots.ts';
import type { BackgroundPorts } from './ports.ts';

type PatternHandlers = Pick<Handlers, 'patterns/check' | 'patterns/checkList' | 'patterns/explain'>;

/** Verdicts: they are given here because the public suffix list is too large for a page. */
export function patternHandlers({ engine, open }: Pick<BackgroundPorts, 'engine' | 'open'>): PatternHandlers {
  return {
    'patterns/check': ({ text, ...context }) => ok(engine.check(text, context)),

    'patterns/checkList': ({ patterns, ...options }) => {
      const verdicts: ListVerdicts['verdicts'] = [];
      for (const [index, verdict] of engine.checkList(patterns, options).entries()) {
        if (verdict.findings.length > 0) verdicts.push({ index, verdict });
      }
      return ok({ checked: patterns.length, verdicts });
    },

    'patterns/explain': async ({ text, org }) => {
      const seen = org === undefined ? undefined : await latestSnapshot(await open(), org);
      // A switch that was never seen counts as Atlassian ships it: on.
      const supportedAllowed = seen?.settings.supportedDomains !== 'blocked';
      const explanation = engine.explain(text, seen?.entries ?? [], supportedAllowed);
      const known = seen?.entries && seen.entriesAt !== null;
      const list = known ? { entries: seen.entries?.length ?? 0, seenAt: seen.entriesAt ?? 0 } : null;
      return ok({ explanation, list });
    },
  };
}
