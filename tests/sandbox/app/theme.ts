import { setGlobalTheme } from '@atlaskit/tokens/set-global-theme';

/** Follows the system unless somebody chose with the switch in the top bar. */
export type ColorMode = 'auto' | 'light' | 'dark';

const KEY = 'sandbox-color-mode';

function colorMode(): ColorMode {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'auto';
}

export async function applyTheme(mode: ColorMode = colorMode()): Promise<void> {
  localStorage.setItem(KEY, mode);
  await setGlobalTheme({
    colorMode: mode,
    light: 'light',
    dark: 'dark',
    spacing: 'spacing',
    shape: 'shape',
    typography: 'typography',
  });
}
