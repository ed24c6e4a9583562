import type { Page } from 'puppeteer-core';

/** What an admin's hand in the page's own form came to: it was left alone while the run had the form. */
export type ByHand = 'submitted' | 'in the way' | 'no form';

/**
 * Adds an entry through the page's own form as an admin does who doesn't wait for the run: once the form is closed it is
 * opened, the entry is put in and submitted at once. The run may come between at any step.
 */
export function addByHand(page: Page, entry: string, addLabel: string): Promise<ByHand> {
  return page.evaluate(
    async (text, label) => {
      const field = () => document.querySelector<HTMLInputElement>('form input[name="domain"]');
      const until = async <T>(look: () => T | null | undefined | false, within: number) => {
        const end = performance.now() + within;
        for (;;) {
          const found = look();
          if (found || performance.now() > end) return found || undefined;
          await new Promise((resolve) => setTimeout(resolve, 4));
        }
      };
      const opener = () =>
        !field() &&
        [...document.querySelectorAll('button')].find((button) => button.textContent?.trim() === label);
      const button = await until(opener, 8000);
      if (!button) return 'in the way' as const;
      button.click();
      const input = await until(field, 2000);
      if (!input) return 'no form' as const;
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
      input.dispatchEvent(new InputEvent('input', { bubbles: true, data: text }));
      const submit = await until(
        () =>
          field()?.value === text &&
          document.querySelector<HTMLElement>('form button[type="submit"]:not([disabled])'),
        1000,
      );
      submit?.click();
      return submit ? ('submitted' as const) : ('in the way' as const);
    },
    entry,
    addLabel,
  );
}
