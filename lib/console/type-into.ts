export type TextField = HTMLInputElement | HTMLTextAreaElement;

/**
 * Puts a text into the page's own field as if it had been typed: React and others listen for `input` and compare the
 * value with what they last set through the element's own property, so the prototype's setter is called.
 */
export function typeInto(field: TextField, text: string): void {
  const prototype =
    field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  field.focus({ preventScroll: true });
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(
    new InputEvent('input', {
      bubbles: true,
      composed: true,
      inputType: 'insertReplacementText',
      data: text,
    }),
  );
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
