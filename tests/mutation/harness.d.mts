/** The harness's `expect`: what it lacks of vitest's is absent. */
export function expect(value: unknown): Readonly<Record<string, unknown>>;
