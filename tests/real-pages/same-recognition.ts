import type { PageReport } from './page/report.ts';

/** In what two reports differ, texts aside. */
export function sameRecognition(a: PageReport, b: PageReport): string[] {
  const facts = (report: PageReport): Record<string, unknown> => ({
    kind: report.kind,
    evidence: report.evidence,
    tabs: report.tabs.map(({ name, selected }) => [name, selected]),
    'add button': report.addButton?.byLabel,
    list: report.list && { ...report.list, entries: report.list.entries.map((entry) => entry.length) },
    'search box': report.searchBox,
    form: report.form,
    settings: report.settings,
  });
  const [before, after] = [facts(a), facts(b)];
  return Object.keys(before).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}
