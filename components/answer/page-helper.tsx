import { IconButton } from '../controls/button.tsx';
import { visibleText } from '../on-page/visible-text.ts';
import { CheckBox, type CheckBoxProps } from './check-box.tsx';
import { helper as words } from './words.ts';

export interface PageHelperProps extends CheckBoxProps {
  /** Why there is no answer, or why the page's dialog was not opened; a sentence. */
  problem: string | undefined;
  onClose(): void;
}

/** "Why was it blocked?" in the console's page, above its list. Escape closes it. */
export function PageHelper({ problem, onClose, ...box }: PageHelperProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape anywhere within is the close button's shortcut
    <div
      class="helper"
      data-testid="gate-explain-panel"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing && event.isTrusted) onClose();
      }}
    >
      <CheckBox {...box} />
      {problem !== undefined && (
        <p class="helper-problem problem" role="alert" data-testid="gate-explain-problem">
          {visibleText(problem, 600)}
        </p>
      )}
      <IconButton
        icon="close"
        label={words.close}
        data={{ 'data-testid': 'gate-explain-close' }}
        onPress={onClose}
      />
    </div>
  );
}
