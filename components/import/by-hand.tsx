import { Button } from '../controls/button.tsx';
import { visibleText } from '../on-page/visible-text.ts';
import type { ImportPanelActions } from './model.ts';
import { byHand as words } from './words.ts';

/** Where the page can't be driven: one entry at a time to copy, add by hand and tick off. */
export function ByHand({ pattern, actions }: { pattern: string; actions: ImportPanelActions }) {
  return (
    <div class="by-hand">
      <p>{words.intro}</p>
      <bdi class="input code">{visibleText(pattern, 2_048)}</bdi>
      <div class="actions">
        <Button appearance="primary" data={{ 'data-pattern': pattern }} onPress={actions.copyCurrent}>
          {words.copy}
        </Button>
        <Button onPress={() => actions.settleByHand(true)}>{words.added}</Button>
        <Button appearance="subtle" onPress={() => actions.settleByHand(false)}>
          {words.skip}
        </Button>
      </div>
    </div>
  );
}
