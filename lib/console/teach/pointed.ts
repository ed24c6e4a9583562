import { BUTTONS, DIALOGS, isEnabled, isVisible, nameOf, TEXT_FIELDS, visibleAll } from '../dom.ts';
import { isCancel } from '../form.ts';
import { foldLabel } from '../labels.ts';
import { FRAME } from '../locate.ts';
import { OWN_MARK } from '../own-mark.ts';
import { entryTexts, listAround, pathOf, type TaughtControl, type TaughtName } from '../taught.ts';

/** What is wrong with what was pointed at. */
export type PointProblem =
  | 'notAButton'
  | 'notOfThePage'
  | 'inTheList'
  | 'disabled'
  | 'noFieldOpened'
  | 'notAField'
  | 'otherForm'
  | 'closes'
  | 'noRows';

export type Pointed = { element: HTMLElement; control: TaughtControl } | { problem: PointProblem };

const FRAMES = `${FRAME}, [${OWN_MARK}]`;

function describeControl(element: HTMLElement): TaughtControl {
  return {
    tag: element.localName,
    role: element.getAttribute('role') ?? '',
    name: foldLabel(nameOf(element)),
    path: pathOf(element),
  };
}

/** The control at a point: also a disabled one, which many browsers look through. */
export function controlAt(target: Element, x: number, y: number, selector: string): HTMLElement | undefined {
  const own = target.closest<HTMLElement>(selector);
  if (own) return own;
  return visibleAll(document, selector).find((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return left <= x && x <= right && top <= y && y <= bottom;
  });
}

/** What would be chosen if this element were pointed at now, for the highlight: nothing is checked. */
export function aimedAt(step: TaughtName, target: Element, x: number, y: number): HTMLElement | undefined {
  if (step === 'list') return rowOf(target)?.row ?? (target as HTMLElement);
  return controlAt(target, x, y, step === 'field' ? TEXT_FIELDS : BUTTONS);
}

/** The row that an element of the list belongs to, and its list. */
function rowOf(target: Element): { row: HTMLElement; list: HTMLElement } | undefined {
  const all = entryTexts(document);
  for (let at: Element | null = target; at && at !== document.body; at = at.parentElement) {
    const inside = all.filter((text) => at?.contains(text));
    if (inside.length > 1) return undefined;
    const [text] = inside;
    if (!text) continue;
    const others = all.filter((other) => other !== text);
    // The nearest other entry tells where the list is.
    const list = nearestList(text, others) ?? listAround([text]);
    const row = list && ([...list.children].find((child) => child.contains(text)) as HTMLElement | undefined);
    return row && { row, list };
  }
  return undefined;
}

function nearestList(text: HTMLElement, others: readonly HTMLElement[]): HTMLElement | undefined {
  for (let at = text.parentElement; at && at !== document.body; at = at.parentElement)
    if (others.some((other) => at?.contains(other))) return at;
  return undefined;
}

/** Checks what was pointed at as the list: an entry in it, or the place that says that there is none. */
export function pointedList(target: Element): Pointed {
  if (target.closest(`${FRAMES}, ${DIALOGS}`)) return { problem: 'notOfThePage' };
  const found = rowOf(target);
  if (found)
    return {
      element: found.list,
      control: { ...describeControl(found.list), name: '', row: found.row.localName },
    };
  const said = (target.textContent ?? '').trim();
  if (entryTexts(document).length > 0 || said === '' || said.length > 300 || target.closest(`${BUTTONS}, h1`))
    return { problem: 'noRows' };
  return {
    element: target as HTMLElement,
    control: { ...describeControl(target as HTMLElement), name: '', row: '' },
  };
}

/** Checks what was pointed at as the button that opens the form. Whether it does so is seen when it is pressed. */
export function pointedButton(element: HTMLElement | undefined, list: HTMLElement): Pointed {
  if (!element?.matches(BUTTONS)) return { problem: 'notAButton' };
  if (element.closest(`${FRAMES}, ${DIALOGS}`)) return { problem: 'notOfThePage' };
  if (list.contains(element) && rowOf(element)) return { problem: 'inTheList' };
  if (!isEnabled(element)) return { problem: 'disabled' };
  return { element, control: describeControl(element) };
}

/** The text fields on screen. */
export const fieldsNow = (): HTMLElement[] => visibleAll(document, TEXT_FIELDS);

/** Checks what was pointed at as the field: one that was not there before the form was opened. */
export function pointedField(element: HTMLElement | undefined, before: readonly HTMLElement[]): Pointed {
  if (!element?.matches(TEXT_FIELDS)) return { problem: 'notAField' };
  if (before.includes(element) && !element.closest(DIALOGS)) return { problem: 'otherForm' };
  return { element, control: describeControl(element) };
}

/** Checks what was pointed at as the button that submits: in the same dialog or form as the field. */
export function pointedSubmit(
  element: HTMLElement | undefined,
  field: HTMLElement,
  opener: HTMLElement,
): Pointed {
  if (!element?.matches(BUTTONS)) return { problem: 'notAButton' };
  if (!isVisible(field)) return { problem: 'otherForm' };
  const box = field.closest(DIALOGS) ?? field.closest('form') ?? surrounding(field, opener);
  if (element === opener || !box?.contains(element)) return { problem: 'otherForm' };
  if (isCancel(element)) return { problem: 'closes' };
  return { element, control: describeControl(element) };
}

/** The largest element around the field that does not reach to the button that opened it. */
function surrounding(field: HTMLElement, opener: HTMLElement): Element {
  let at: Element = field;
  while (at.parentElement && !at.parentElement.contains(opener)) at = at.parentElement;
  return at;
}
