import { FlagsProvider } from '@atlaskit/flag/flags-provider';
import { useConsole } from './console-context.tsx';
import { McpPage } from './mcp/mcp-page.tsx';
import { ConnectedApps } from './pages/connected-apps.tsx';
import { Overview } from './pages/overview.tsx';
import { Users } from './pages/users.tsx';
import { VerifiedDomains } from './pages/verified-domains.tsx';
import { pagePath, useLocationPath } from './router.ts';
import { Shell } from './shell.tsx';

/** The console's pages by their path below the organization; the MCP page's path is the variant's. */
function Page() {
  const { variant } = useConsole();
  const path = pagePath(useLocationPath());
  if (path === variant.pagePath || path.startsWith(`${variant.pagePath}/tab/`)) return <McpPage />;
  if (path.startsWith('users')) return <Users />;
  if (path.startsWith('domains')) return <VerifiedDomains />;
  if (path.startsWith('connected-apps')) return <ConnectedApps />;
  return <Overview />;
}

export function App() {
  return (
    <FlagsProvider>
      <Shell>
        <Page />
      </Shell>
    </FlagsProvider>
  );
}
