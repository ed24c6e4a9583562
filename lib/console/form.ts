import {
  BUTTONS,
  DIALOGS,
  HEADINGS,
  hasLabel,
  isVisible,
  nameOf,
  sentenceOf,
  TEXT_FIELDS,
  visibleAll,
} from './dom.ts';
import { DOMAIN_STEM, isLabel } from './labels.ts';
import { findAddButton, isSearching } from './locate.ts';
import { findTaught, taught } from './taught.ts';
import type { TextField } from './type-into.ts';

/** The page's own form for one entry: its modal dialog, or a form that opens within the page. */
export interface DomainForm {
  kind: 'dialog' | 'inline';
  root: HTMLElement;
  field: TextField;
}

const PATTERN_HINT = /https?:\/\/|\*\*/;

function speaksOfDomains(root: HTMLElement, field: TextField): boolean {
  const title = root.querySelector(HEADINGS)?.textContent ?? '';
  const words = `${nameOf(root)} ${title} ${nameOf(field)} ${field.placeholder} ${field.name}`.slice(0, 600);
  return DOMAIN_STEM.test(words) || PATTERN_HINT.test(field.placeholder);
}

function textFields(root: ParentNode, outside?: string): TextField[] {
  // The input of a select box (a combobox) takes a choice, not an entry.
  const choice = '[role="combobox"], [aria-autocomplete], [aria-haspopup]';
  return visibleAll<TextField>(
    root,
    TEXT_FIELDS,
    (field) =>
      field.type !== 'search' &&
      !field.readOnly &&
      !field.matches(choice) &&
      !(outside && field.closest(outside)),
  );
}

/** The form around the field that was taught; without a dialog or form element, as far as its button. */
function taughtForm(): DomainForm | undefined {
  const field = findTaught('field') as TextField | undefined;
  if (!field) return undefined;
  // While the page works, its button may be called otherwise: only where nothing else bounds the form it has to do so.
  const root = field.closest<HTMLElement>(DIALOGS) ?? field.closest('form') ?? around(field);
  return root && { kind: root.matches(DIALOGS) ? 'dialog' : 'inline', root, field };
}

function around(field: TextField): HTMLElement | undefined {
  let root = field.parentElement;
  while (root && root !== document.body && !findTaught('submit', root)) root = root.parentElement;
  return root && root !== document.body ? root : surrounding(field);
}

function dialogForm(): DomainForm | undefined {
  // The last dialog is the one on top.
  for (const root of visibleAll(
    document,
    DIALOGS,
    (dialog) => dialog.querySelector(TEXT_FIELDS) !== null,
  ).reverse()) {
    const [field, second] = textFields(root);
    if (field && !second && speaksOfDomains(root, field)) return { kind: 'dialog', root, field };
  }
  return undefined;
}

function inlineForm(): DomainForm | undefined {
  for (const field of textFields(document, `${DIALOGS}, nav, header, [role="search"], table, li`)) {
    if (isSearching(field)) continue;
    const root = field.closest<HTMLElement>('form') ?? surrounding(field);
    if (root && textFields(root).length === 1 && speaksOfDomains(root, field) && isForEntries(root))
      return { kind: 'inline', root, field };
  }
  return undefined;
}

/**
 * Whether a form within the page takes an entry: it holds neither the list nor the button that opens it, and has a button
 * that submits or one that leaves it. A box that filters the list is named after domains too.
 */
function isForEntries(root: HTMLElement): boolean {
  const opener = findAddButton();
  if ((opener && root.contains(opener)) || root.querySelector('table, [role="table"], [role="grid"]'))
    return false;
  return visibleAll(root, BUTTONS).some(
    (button) =>
      isCancel(button) ||
      hasLabel(button, (text) => isLabel('submit', text) || isLabel('addDomain', text)) ||
      (button.getAttribute('type') === 'submit' && nameOf(button) !== ''),
  );
}

/** The nearest element around a field that also holds buttons, for forms without a form element. */
function surrounding(field: TextField): HTMLElement | undefined {
  let around = field.parentElement;
  for (let depth = 0; around && depth < 5; depth += 1, around = around.parentElement) {
    if (visibleAll(around, BUTTONS).length) return around;
  }
  return undefined;
}

/** The form that is open now. Only the recognised MCP page may be asked: other pages have dialogs of their own. */
export function findForm(): DomainForm | undefined {
  // Where it was shown, no other one counts: such a page has fields that only look like it.
  return taught()?.controls.field ? taughtForm() : (dialogForm() ?? inlineForm());
}

/** The same form as long as its field is on screen, else the one that is open now: a page that is waited for changes often. */
export function stillOpen(form: DomainForm | undefined): DomainForm | undefined {
  return form?.root.contains(form.field) && isVisible(form.field) ? form : findForm();
}

/** The dialog of a choice before the field ("domain or pattern"), which shows no text field yet. */
export function findChoice(): HTMLElement | undefined {
  return visibleAll(document, DIALOGS)
    .reverse()
    .find(
      (root) =>
        root.querySelector('input[type="radio"], [role="radio"]') &&
        DOMAIN_STEM.test((root.textContent ?? '').slice(0, 600)),
    );
}

/** The button that submits: as it was taught, by its type, its label, else the last one that does not cancel. */
export function findSubmit(root: HTMLElement): HTMLElement | undefined {
  const shown = findTaught('submit', root);
  if (shown) return shown;
  const buttons = visibleAll(root, BUTTONS).filter((button) => button.getAttribute('aria-expanded') === null);
  const typed = buttons.filter((button) => button.getAttribute('type') === 'submit');
  if (typed.length === 1) return typed[0];
  const candidates = (typed.length ? typed : buttons).filter(
    (button) => !isCancel(button) && nameOf(button) !== '',
  );
  const named = candidates.find((button) =>
    hasLabel(button, (text) => isLabel('submit', text) || isLabel('addDomain', text)),
  );
  return named ?? candidates.at(-1);
}

/** Whether a button leaves a form without submitting it, by its label. */
export function isCancel(button: HTMLElement): boolean {
  return hasLabel(
    button,
    (text) =>
      isLabel('cancel', text) ||
      /^(close|cancel|schließ|fermer|cerrar|fechar|chiudi|sluit|zamkn|stäng)/.test(text),
  );
}

/** The button that closes the form without submitting. */
export function findCancel(root: HTMLElement): HTMLElement | undefined {
  const buttons = visibleAll(root, BUTTONS);
  return (
    buttons.findLast(isCancel) ??
    buttons.find((button) => button !== findSubmit(root) && button.getAttribute('type') !== 'submit')
  );
}

/** What the form says against its text: capped, in the page's own words. */
export function formError(form: DomainForm): string | undefined {
  const ids = [form.field.getAttribute('aria-errormessage'), form.field.getAttribute('aria-describedby')];
  if (form.field.getAttribute('aria-invalid') === 'true') {
    const root = form.field.getRootNode() as Document;
    const texts = ids.flatMap((list) => (list ?? '').split(/\s+/)).map((id) => id && root.getElementById(id));
    const alerts = texts.flatMap((element) => (element ? [sentenceOf(element)] : []));
    return alertIn(form.root) ?? (alerts.filter(Boolean).join(' ') || '');
  }
  return alertIn(form.root);
}

function alertIn(root: HTMLElement): string | undefined {
  const [alert] = visibleAll(
    root,
    '[role="alert"], [aria-live="assertive"]',
    (element) => sentenceOf(element) !== '',
  );
  return alert && sentenceOf(alert);
}
