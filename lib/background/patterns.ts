import type { ListVerdicts } from '../messages/answers.ts';
import { organizationOf } from '../messages/gate.ts';
import type { Handlers } from '../messages/handle.ts';
import { ok } from '../messages/reply.ts';
import type { Finding } from '../patterns/types.ts';
import { latestSnapshot } from '../store/snapshots.ts';
import type { BackgroundPorts } from './ports.ts';

type PatternHandlers = Pick<
  Handlers,
  'patterns/check' | 'patterns/checkList' | 'patterns/findings' | 'patterns/explain'
>;

/** The sentence holds them. */
const withoutParameters = ({ params: _, ...finding }: Finding): Finding => finding;

/** Verdicts: they are given here because the public suffix list is too large for a page. */
export function patternHandlers({
  engine,
  open,
  now,
}: Pick<BackgroundPorts, 'engine' | 'open' | 'now'>): PatternHandlers {
  return {
    'patterns/check': ({ text, ...context }) => ok(engine.check(text, context)),

    'patterns/checkList': ({ patterns, ...options }) => {
      const verdicts: ListVerdicts['verdicts'] = [];
      for (const [index, verdict] of engine.checkList(patterns, options).entries()) {
        if (verdict.findings.length > 0) verdicts.push({ index, verdict });
      }
      return ok({ checked: patterns.length, verdicts });
    },

    'patterns/findings': ({ texts, supportedAllowed }) =>
      ok(texts.map((text) => engine.check(text, { supportedAllowed }).findings.map(withoutParameters))),

    'patterns/explain': async ({ text, org: named, entries, supportedAllowed }, caller) => {
      // Before the first visit our own pages know of no organization.
      const org = caller.kind === 'own' ? ok(named) : organizationOf(caller, named);
      if (!org.ok) return org;
      const seen = org.value === undefined ? undefined : await latestSnapshot(await open(), org.value);
      const known = seen && seen.entriesAt !== null ? seen.entries : null;
      const list = entries ?? known;
      // A switch that was never seen counts as Atlassian ships it: on.
      const allowed = supportedAllowed ?? seen?.settings.supportedDomains !== 'blocked';
      return ok({
        explanation: engine.explain(text, list ?? [], allowed),
        list: list && { entries: list.length, seenAt: entries ? now() : (seen?.entriesAt ?? 0) },
      });
    },
  };
}
