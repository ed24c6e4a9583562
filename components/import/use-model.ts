import { useLayoutEffect, useReducer } from 'preact/hooks';
import type { ImportPanelModel } from './model.ts';

/**
 * Renders the calling component anew when any signal of the model changed; changes within one turn are rendered
 * once. The views below it read `.value` and need not subscribe: with a virtual list a full render costs a few rows.
 */
export function useModel(model: ImportPanelModel): void {
  const [, renderAgain] = useReducer((times: number) => times + 1, 0);
  useLayoutEffect(() => {
    const { actions: _, ...signals } = model;
    const ends = Object.values(signals).map((one) => one.subscribe(() => renderAgain(undefined)));
    return () => {
      for (const end of ends) end();
    };
  }, [model]);
}
