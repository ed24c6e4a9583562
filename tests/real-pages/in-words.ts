import type { PageReport } from './page/report.ts';

/** A report as lines for a terminal. Entries are told by their number only, unless asked for. */
export function inWords(report: PageReport, entries = false): string[] {
  const { list, form, addButton, settings } = report;
  const kinds: Record<string, string> = {
    mcp: 'the Rovo MCP server page',
    other: 'another page: Gatehouse would do nothing here',
    'layout-unknown':
      'a page about the MCP server whose list or button was not found: Gatehouse would offer to be shown',
  };
  const found = (what: string, value: string | undefined) => `  ${what.padEnd(16)}${value ?? 'not found'}`;
  return [
    `  taken for       ${kinds[report.kind] ?? report.kind}`,
    found('because of', report.evidence.join(', ') || 'nothing'),
    found('headings', report.headings.join(' | ') || undefined),
    found(
      'tabs',
      report.tabs
        .map(({ text, name, selected }) => `${text} = ${name}${selected ? ' (open)' : ''}`)
        .join(', ') || undefined,
    ),
    found(
      'add button',
      addButton && `${addButton.text} (${addButton.byLabel ? 'by a known label' : 'by a word in it'})`,
    ),
    found(
      'list',
      list &&
        `${list.element}, ${list.entries.length} rows, ${list.withoutDelete} without a delete button` +
          `${list.shownCount === undefined ? '' : `, the page says ${list.shownCount}`}${list.pages.length > 0 ? `, pages ${list.pages.join(' ')}` : ''}`,
    ),
    ...(entries ? (list?.entries ?? []).map((entry) => `    ${entry}`) : []),
    found('search box', report.searchBox ? 'found' : undefined),
    found(
      'form',
      form ? `${form.kind}, ${form.field}` : report.choice ? 'a choice before the field' : 'none open',
    ),
    found(
      'settings',
      `supported domains ${settings.supportedDomains}, API token ${settings.apiToken}, enterprise ${settings.enterpriseManaged}, ` +
        `permissions ${JSON.stringify(settings.permissions)}`,
    ),
  ];
}
