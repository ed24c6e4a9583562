// `npm run sandbox`: the replica alone, for a browser that is started by hand.
import { optionsOf } from '../../support/options.ts';
import { createApiHandler, SANDBOX_KEY } from '../api/index.ts';
import { PRESET_NAMES } from '../variants/index.ts';
import { DEFAULT_ORG, startSandbox } from './sandbox.ts';

const values = optionsOf(
  {
    variant: { type: 'string', default: 'default' },
    port: { type: 'string', default: '8443' },
    domain: {
      type: 'string',
      multiple: true,
      default: ['https://claude.ai/**', 'https://app.example.com/callback'],
    },
  },
  `npm run sandbox: the console's replica alone, for a browser that is started by hand.

  -- --variant inline                    another member of its family: ${PRESET_NAMES.join(', ')}
  -- --port 8443
  -- --domain 'https://a.example/**'     what stands in its list, as often as wanted`,
);

const sandbox = await startSandbox({
  variant: values.variant,
  port: Number(values.port),
  domains: values.domain,
  api: createApiHandler({ org: DEFAULT_ORG }),
});
console.log(`The sandbox listens on 127.0.0.1:${sandbox.port}. Start a browser that takes it for the console:

  chromium --user-data-dir="$(mktemp -d)" --ignore-certificate-errors --no-first-run \\
    --host-resolver-rules="MAP admin.atlassian.com:443 127.0.0.1:${sandbox.port},MAP api.atlassian.com:443 127.0.0.1:${sandbox.port}" \\
    ${sandbox.mcpUrl()}

Another member of the family: add ?sandbox=<name> to the address, one of
  ${PRESET_NAMES.join(', ')}
("?sandbox=" alone goes back to "${values.variant}"). The organization API key is ${SANDBOX_KEY}.`);
