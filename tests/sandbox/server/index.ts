export type { FaultKind } from './faults.ts';

export { doubleAdds } from './request-log.ts';
export {
  API_HOST,
  GOVERNMENT_HOST,
  CONSOLE_HOST,
  DEFAULT_ORG,
  type Sandbox,
  type SandboxOptions,
  startSandbox,
} from './sandbox.ts';
