export type { FaultKind } from './faults.ts';

export { doubleAdds } from './request-log.ts';
export {
  API_HOST,
  CONSOLE_HOST,
  DEFAULT_ORG,
  GOVERNMENT_HOST,
  type Sandbox,
  type SandboxOptions,
  startSandbox,
} from './sandbox.ts';
