import { deepStrictEqual } from 'node:assert/strict';
import { doubleAdds, type Sandbox } from '../sandbox/server/index.ts';

/** The store holds exactly these texts, in any order, each once. */
export function expectStore(sandbox: Sandbox, expected: readonly string[], org?: string): void {
  deepStrictEqual(
    [...sandbox.store(org).domains].sort(),
    [...expected].sort(),
    'The store differs from the plan.',
  );
}

/** Nothing was stored twice by the page, and the sandbox itself met no error. */
export function expectNoDoubleAdd(sandbox: Sandbox, org?: string): void {
  deepStrictEqual(doubleAdds(sandbox.requests, org), [], 'These were added twice.');
  deepStrictEqual(sandbox.errors, [], 'The sandbox met errors of its own.');
}
