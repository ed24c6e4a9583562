import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { trusted } from '../on-page/trusted.ts';
import type { DataAttributes } from './attributes.ts';
import { IconButton } from './button.tsx';

export interface DialogProps {
  title: string;
  /** Keeps the focus inside and dims what is behind; else what is behind stays usable. */
  modal: boolean;
  /** Says what the close button does. */
  closeLabel: string;
  data?: DataAttributes;
  /** A change of this value moves the focus to the title, since the content was replaced; never away from elsewhere. */
  step?: string;
  footer?: ComponentChildren;
  /** Escape or the close button. Whoever owns the dialog decides whether it closes. */
  onClose(): void;
  children: ComponentChildren;
}

const FOCUSABLE =
  'button:not(:disabled),input:not(:disabled),select:not(:disabled),textarea:not(:disabled),summary,a[href],[tabindex="0"]';

/** A drawer at the right edge with header, scrolling body and footer. The focus goes in and is given back. */
export function Dialog(props: DialogProps) {
  const { title, modal, closeLabel, data, step, footer, onClose, children } = props;
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const entered = useRef(false);
  const inside = useRef(false);

  useLayoutEffect(() => {
    const root = frame.current?.getRootNode() as Partial<DocumentOrShadowRoot> | undefined;
    const before = root?.activeElement ?? document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each step moves the focus
  useLayoutEffect(() => {
    if (!entered.current || holdsFocus(frame.current)) heading.current?.focus();
    entered.current = true;
  }, [step]);

  // What held the focus may be taken away within a step, as the answers to a question are.
  useLayoutEffect(() => {
    if (inside.current && isNowhere()) heading.current?.focus();
  });

  const onKeyDown = trusted<KeyboardEvent>((event) => {
    if (event.key === 'Escape' && !event.isComposing) {
      event.stopPropagation();
      onClose();
    } else if (event.key === 'Tab' && modal) {
      keepInside(event, frame.current);
    }
  });

  return (
    <>
      {modal && (
        // biome-ignore lint/a11y/noStaticElementInteractions: it only refuses dropped files
        <div class="blanket" onDragOver={refuseFiles} onDrop={refuseFiles} />
      )}
      <div
        ref={frame}
        class="drawer"
        role="dialog"
        aria-modal={modal}
        aria-labelledby={id}
        {...data}
        onKeyDown={onKeyDown}
        onFocusIn={() => {
          inside.current = true;
        }}
        onFocusOut={(event) => {
          // To nothing at all goes the focus of what is taken away, and of a click beside a modal dialog.
          inside.current = modal && event.relatedTarget === null;
        }}
        onDragOver={refuseFiles}
        onDrop={refuseFiles}
      >
        <header class="drawer-header">
          <h1 id={id} ref={heading} tabIndex={-1}>
            {title}
          </h1>
          <IconButton icon="close" label={closeLabel} onPress={onClose} />
        </header>
        <div class="drawer-body">{children}</div>
        {footer && <footer class="drawer-footer">{footer}</footer>}
      </div>
    </>
  );
}

/** A file dropped beside the place meant for it would make the browser leave the page for the file. */
function refuseFiles(event: DragEvent): void {
  if (!event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'none';
}

const focusIn = (frame: HTMLElement) => (frame.getRootNode() as Partial<DocumentOrShadowRoot>).activeElement;

const isNowhere = () => document.activeElement === null || document.activeElement === document.body;

/** Whether the focus is inside, or nowhere because what held it was taken away. */
function holdsFocus(frame: HTMLElement | null): boolean {
  if (!frame) return false;
  return isNowhere() || frame.contains(focusIn(frame) ?? null);
}

/** Sends the focus from the last control to the first and back, instead of out of the frame. */
function keepInside(event: KeyboardEvent, frame: HTMLElement | null): void {
  if (!frame) return;
  const all = [...frame.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(isShown);
  const first = all[0];
  const last = all.at(-1);
  const active = focusIn(frame);
  const outgoing = event.shiftKey ? first : last;
  if (active !== outgoing && !(event.shiftKey && active && !all.includes(active as HTMLElement))) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}

/** Not inside closed details; a control there can't take the focus. */
function isShown(element: HTMLElement): boolean {
  const details = element.closest('details:not([open])');
  return !details || (element.tagName === 'SUMMARY' && element.parentElement === details);
}
