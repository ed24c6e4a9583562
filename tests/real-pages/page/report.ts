import { nameOf } from '../../../lib/console/dom.ts';
import { findChoice, findForm } from '../../../lib/console/form.ts';
import { isLabel } from '../../../lib/console/labels.ts';
import {
  findDeleteButton,
  findListElement,
  findListSection,
  shownCount,
  visibleRows,
} from '../../../lib/console/list.ts';
import { findAddButton, findSearchBox, findTabs, serverHeadings } from '../../../lib/console/locate.ts';
import { findPager } from '../../../lib/console/pager.ts';
import { readSettings } from '../../../lib/console/read-settings.ts';
import { recognise } from '../../../lib/console/recognise.ts';

/** What Gatehouse finds on the page that is open; texts are the page's own, capped. */
export interface PageReport {
  kind: string;
  evidence: string[];
  domains: boolean;
  headings: string[];
  tabs: { text: string; name: string; selected: boolean }[];
  addButton: { text: string; byLabel: boolean } | undefined;
  list:
    | {
        element: string;
        entries: string[];
        withoutDelete: number;
        shownCount: number | undefined;
        pages: number[];
      }
    | undefined;
  searchBox: boolean;
  form: { kind: string; field: string } | undefined;
  choice: boolean;
  settings: ReturnType<typeof readSettings>;
}

/** An element as a person would point at it: `table[role=grid]`. */
const written = (element: Element): string => {
  const role = element.getAttribute('role');
  return `${element.localName}${role ? `[role=${role}]` : ''}`;
};

/** Looks and changes nothing. */
export function reportOnPage(): PageReport {
  const { kind, evidence, domains } = recognise();
  const button = findAddButton();
  const section = button && findListSection(button);
  const list = section && findListElement(section);
  const rows = section ? visibleRows(section) : [];
  const form = findForm();
  return {
    kind,
    evidence,
    domains,
    headings: serverHeadings().map((heading) => (heading.textContent ?? '').trim().slice(0, 120)),
    tabs: findTabs().map(({ element, name, selected }) => ({
      text: nameOf(element).slice(0, 60),
      name,
      selected,
    })),
    addButton: button && { text: nameOf(button).slice(0, 60), byLabel: isLabel('addDomain', nameOf(button)) },
    list: section &&
      list && {
        element: written(list),
        entries: rows.map(({ text }) => text),
        withoutDelete: rows.filter(({ element }) => !findDeleteButton(element)).length,
        shownCount: shownCount(section),
        pages: [...(findPager(section)?.pages.keys() ?? [])],
      },
    searchBox: findSearchBox() !== undefined,
    form: form && { kind: form.kind, field: written(form.field) },
    choice: findChoice() !== undefined,
    settings: readSettings(),
  };
}
