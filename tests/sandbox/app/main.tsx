import '@atlaskit/css-reset';
import { setBooleanFeatureFlagResolver } from '@atlaskit/platform-feature-flags';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { loadBootstrap } from './client.ts';
import { ConsoleProvider } from './console-context.tsx';
import { startHostilePage } from './hostile.ts';
import { currentOrg } from './router.ts';
import { addStyles } from './styles.ts';
import { applyTheme } from './theme.ts';

// Atlaskit asks a feature service of Atlassian's about unreleased behaviour; without an answer it throws.
setBooleanFeatureFlagResolver(() => false);

async function start(): Promise<void> {
  await applyTheme();
  const root = document.getElementById('root');
  if (!root) return;
  const { variant, name } = await loadBootstrap(currentOrg());
  document.documentElement.lang = variant.language;
  addStyles(variant.testIds ? 'a' : Math.random().toString(36).slice(2, 8));
  createRoot(root).render(
    <ConsoleProvider variant={variant} organization={name}>
      <App />
    </ConsoleProvider>,
  );
  if (variant.hostile) startHostilePage();
}

void start();
