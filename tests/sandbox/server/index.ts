export { type Fault, type FaultKind, Faults, type RandomFaults, type RequestKind } from './faults.ts';
export { HOSTILE_TEXTS } from './hostile.ts';
export { doubleAdds, type LoggedRequest, type RequestOutcome } from './request-log.ts';
export {
  API_HOST,
  CONSOLE_HOST,
  DEFAULT_ORG,
  type Sandbox,
  type SandboxOptions,
  startSandbox,
} from './sandbox.ts';
export { OrganizationStore } from './store.ts';
export type { ApiHandler } from './types.ts';
