import { say } from '../words/say.ts';
import { alerts, newAlert } from './alerts.ts';
import { BUTTONS, DIALOGS, hasLabel, isEnabled, nameOf, visibleAll } from './dom.ts';
import {
  type DomainForm,
  findCancel,
  findChoice,
  findForm,
  findSubmit,
  formError,
  stillOpen,
} from './form.ts';
import { isLabel } from './labels.ts';
import { countShown } from './list.ts';
import { findAddButton } from './locate.ts';
import { typeInto } from './type-into.ts';
import type { AddOutcome, Permission } from './types.ts';
import { nextChange, waitFor, waitForRest } from './wait.ts';

/** Milliseconds: how long each part of the page is waited for. */
export interface Pace {
  /** Until the dialog has opened, the text stands in it, the button can be pressed. */
  control: number;
  /** Until the page has answered. */
  answer: number;
  /** How long the new row is waited for once the form has closed; 0 where it would not be on screen. */
  row: number;
}

/** Milliseconds a dialog may take to fade out. */
const FADE = 1000;

/** Whatever came of it, it is not in the list yet. */
export type NotAdded = Exclude<AddOutcome, { kind: 'added' | 'withheld' }>;

const refusedHere = (code: string, reason: string): NotAdded => ({ kind: 'not-possible', code, reason });

/**
 * Adds one entry through the page's own form, as a person would: open, type, submit once, see what happens.
 * Nothing is submitted unless the field holds exactly this text at that moment.
 */
export async function addThroughForm(
  pattern: string,
  pace: Pace,
  signal: AbortSignal,
  permit: Permission,
): Promise<AddOutcome> {
  const notOpened = await beginForm(pattern, pace, signal);
  if (notOpened) return notOpened;
  // Asked already while the page takes the text: that time is the page's own.
  const early = permit(true);
  const notFilled = await fill(pattern, pace, signal);
  const permitted = await early;
  if (notFilled) {
    await closeForm(pace, signal);
    return notFilled;
  }
  // What was not permitted was not submitted, and can be tried again without a doubt.
  if (!permitted || !(await permit())) {
    await closeForm(pace, signal);
    return { kind: 'withheld' };
  }
  // The page may have replaced its field while we asked.
  if (!readyToSubmit(pattern)) await fill(pattern, pace, signal);
  return submit(pattern, pace, signal);
}

/** Opens the page's form by its button. Answers only when it did not open, or was open already. */
export async function beginForm(
  pattern: string,
  pace: Pace,
  signal: AbortSignal,
): Promise<NotAdded | undefined> {
  if (findForm() || findChoice()) {
    return refusedHere('form-in-use', say('console_formOpen'));
  }
  const button = findAddButton();
  if (!button || !isEnabled(button)) {
    return refusedHere('no-add-button', say('console_noAddButton'));
  }
  button.click();
  const form = await openForm(pattern, pace, signal);
  return form ? undefined : refusedHere('no-form', say('console_noForm'));
}

async function openForm(pattern: string, pace: Pace, signal: AbortSignal): Promise<DomainForm | undefined> {
  const timeout = pace.control;
  const opened = await waitFor(() => findForm() ?? findChoice(), { signal, timeout });
  if (!opened) return undefined;
  choose(opened instanceof HTMLElement ? opened : opened.root, pattern);
  return waitFor(findForm, { signal, timeout });
}

/** Where the form asks for the kind of entry: "domain" for a bare origin, else "pattern". */
function choose(root: HTMLElement, pattern: string): void {
  const radios = [...root.querySelectorAll<HTMLElement>('input[type="radio"], [role="radio"]')];
  if (radios.length !== 2) return;
  const bareOrigin = /^https?:\/\/[^/*{]+\/?$/.test(pattern);
  const forPattern =
    radios.find((radio) =>
      hasLabel(radio, (text) => text.split(/\P{L}+/u).some((word) => isLabel('pattern', word))),
    ) ?? radios[1];
  const wanted = bareOrigin ? radios.find((radio) => radio !== forPattern) : forPattern;
  const checked =
    wanted instanceof HTMLInputElement ? wanted.checked : wanted?.getAttribute('aria-checked') === 'true';
  if (wanted && !checked) wanted.click();
}

/** Types until the page keeps the text: it may replace its field meanwhile. Answers only when it went wrong. */
export async function fill(pattern: string, pace: Pace, signal: AbortSignal): Promise<NotAdded | undefined> {
  let form = findForm();
  const opened = form?.field.value ?? '';
  if (opened !== '' && opened !== pattern) {
    return refusedHere('form-in-use', say('console_formHasText'));
  }
  const look = () => {
    form = stillOpen(form);
    const button = form && findSubmit(form.root);
    const closed = button && !isEnabled(button);
    if (form?.field.value === pattern && button && !closed) return button;
    // An error that stands in the form while its button can't be pressed.
    return (form && closed ? formError(form) : undefined) ?? (form?.field.value !== pattern && LOST);
  };
  const deadline = performance.now() + pace.control;
  for (let lost = 0; performance.now() < deadline; ) {
    form = stillOpen(form);
    if (!form) return refusedHere('form-gone', say('console_formGone'));
    if (form.field.value !== pattern) typeInto(form.field, pattern);
    const ready = await waitFor(look, { signal, timeout: pace.control / 4 });
    if (ready instanceof HTMLElement) return undefined;
    if (typeof ready === 'string') return { kind: 'refused', words: ready };
    if (ready !== LOST) continue;
    // A form that has just opened sets its field back until it is ready: mostly it is with its next change. One that goes
    // on is let come to rest.
    lost += 1;
    if (lost <= QUICK_TRIES) await nextChange({ signal, timeout: 20 });
    else await waitForRest(20, { signal, timeout: 200 });
  }
  return refusedHere('submit-disabled', say('console_submitDisabled'));
}

/** The page took the text away again. */
const LOST = Symbol('lost');
/** How often a text that was lost is typed again with the page's next change. */
const QUICK_TRIES = 4;

function readyToSubmit(pattern: string): HTMLElement | undefined {
  const form = findForm();
  if (form?.field.value !== pattern) return undefined;
  const button = findSubmit(form.root);
  return button && isEnabled(button) ? button : undefined;
}

async function submit(pattern: string, pace: Pace, signal: AbortSignal): Promise<AddOutcome> {
  const before = alerts();
  const button = readyToSubmit(pattern);
  if (!button) return refusedHere('form-changed', say('console_formChanged'));
  const rowsBefore = countShown(pattern);
  button.click();

  const listed = () => countShown(pattern) > rowsBefore;
  let form = findForm();
  const look = () => {
    form = stillOpen(form);
    if (!form) return 'closed';
    if (formError(form) !== undefined) return 'refused';
    return newAlert(before) === undefined ? undefined : 'alert';
  };
  let answer = await waitFor<'closed' | 'refused' | 'alert'>(look, { signal, timeout: pace.answer });
  if (answer === 'alert') {
    // A flag may also tell of success while the dialog is still fading out: only a form that stays is a refusal.
    const left = await waitFor(() => !findForm(), { signal, timeout: FADE });
    answer = left ? 'closed' : 'refused';
  }
  if (answer === 'closed') {
    if (await waitFor(listed, { signal, timeout: pace.row })) return { kind: 'added' };
    const said = newAlert(before);
    return said ? { kind: 'unknown', reason: said } : { kind: 'added' };
  }
  form = findForm();
  const inForm = form && formError(form);
  const said = inForm ?? newAlert(before) ?? '';
  await closeForm(pace, signal);
  if (answer === 'refused') {
    return inForm === undefined
      ? { kind: 'refused', words: said, doubtful: true }
      : { kind: 'refused', words: said };
  }
  return { kind: 'unknown', reason: say('console_noAnswer'), unanswered: true };
}

/** Leaves the form without submitting it: its cancel button, then Escape. */
export async function closeForm(pace: Pace, signal: AbortSignal): Promise<boolean> {
  const form = findForm();
  if (!form) return true;
  const cancel = findCancel(form.root);
  if (cancel && isEnabled(cancel)) cancel.click();
  const gone = () => !findForm();
  if (await waitFor(gone, { signal, timeout: pace.control / 4 })) return true;
  form.field.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', bubbles: true, composed: true }),
  );
  return (await waitFor(gone, { signal, timeout: pace.control / 4 })) === true;
}

/** A dialog that asks before something is deleted: no text field, and a button that is not for cancelling. */
export function findConfirmation(): { root: HTMLElement; button: HTMLElement } | undefined {
  for (const root of visibleAll(document, DIALOGS).reverse()) {
    if (
      visibleAll(root, 'input, textarea').some(
        (field) => !/checkbox|hidden/.test((field as HTMLInputElement).type),
      )
    )
      continue;
    const named = visibleAll(root, BUTTONS).find((button) =>
      hasLabel(button, (text) => isLabel('delete', text)),
    );
    const button = named ?? findSubmit(root);
    if (button && nameOf(button)) return { root, button };
  }
  return undefined;
}
