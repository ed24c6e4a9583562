import { Component, type ComponentChild, createRef } from 'preact';

export interface PopoverProps {
  /** The button's accessible name; left out when its content says it. */
  label?: string;
  /** The button's classes. */
  look: string;
  attributes?: Record<`data-${string}`, string>;
  button: ComponentChild;
  /** Whether the keyboard's focus on the button is enough to open it. */
  onFocus?: boolean;
  children: ComponentChild;
}

/** Pixels between button and popover, and between popover and the edge of the window. */
const GAP = 4;

/**
 * A button that opens what is told to it in the browser's top layer, where no table of the page can clip it. Escape,
 * a click elsewhere or the focus leaving closes it.
 */
export class Popover extends Component<PopoverProps> {
  #frame = createRef<HTMLSpanElement>();
  #button = createRef<HTMLButtonElement>();
  #popover = createRef<HTMLDivElement>();

  #open = () => {
    const button = this.#button.current;
    const popover = this.#popover.current;
    if (!button || !popover?.showPopover || popover.matches(':popover-open')) return;
    popover.showPopover();
    const anchor = button.getBoundingClientRect();
    const below = anchor.bottom + GAP + popover.offsetHeight < innerHeight;
    const top = below ? anchor.bottom + GAP : anchor.top - GAP - popover.offsetHeight;
    const left = Math.min(anchor.left, innerWidth - popover.offsetWidth - 2 * GAP);
    popover.style.top = `${Math.max(GAP, top)}px`;
    popover.style.left = `${Math.max(GAP, left)}px`;
  };

  #openOnKeyboard = () => {
    if (this.props.onFocus && this.#button.current?.matches(':focus-visible')) this.#open();
  };

  #closeWhenLeft = (event: FocusEvent) => {
    const popover = this.#popover.current;
    const inside = event.relatedTarget instanceof Node && this.#frame.current?.contains(event.relatedTarget);
    if (!inside && popover?.matches(':popover-open')) popover.hidePopover();
  };

  override render({ label, look, attributes, button, children }: PopoverProps) {
    return (
      <span ref={this.#frame} onFocusOut={this.#closeWhenLeft}>
        <button
          ref={this.#button}
          type="button"
          class={look}
          aria-label={label}
          {...attributes}
          onClick={this.#open}
          onFocus={this.#openOnKeyboard}
        >
          {button}
        </button>
        <div ref={this.#popover} class="popover" popover="auto">
          {children}
        </div>
      </span>
    );
  }
}
