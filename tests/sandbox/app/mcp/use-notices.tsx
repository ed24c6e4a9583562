import { useFlags } from '@atlaskit/flag/use-flags';
import { useConsole } from '../console-context.tsx';
import { ErrorIcon, SuccessIcon } from '../icons.ts';

/** The page's flags: messages in the corner. */
export function useNotices() {
  const { texts } = useConsole();
  const { showFlag } = useFlags();
  return {
    success: (title: string) =>
      showFlag({ title, icon: <SuccessIcon label="" color="var(--ds-icon-success)" />, isAutoDismiss: true }),
    /** A refusal with its reason in words. */
    refused: (reason: string) =>
      showFlag({
        title: texts.failed,
        description: reason,
        icon: <ErrorIcon label="" color="var(--ds-icon-danger)" />,
      }),
    /** A bold flag: Atlaskit shows its title only, until somebody opens it. */
    failed: () => showFlag({ title: texts.failed, description: texts.failedHelp, appearance: 'error' }),
  };
}
