import { ensureBuilt } from '../support/built.ts';

/** Before the first test: builds what is missing or older than its sources, one after the other. */
export default async function buildOnce(): Promise<void> {
  for (const name of ['sandbox', 'e2e', 'production', 'edge', 'firefox', 'firefox-e2e'] as const)
    await ensureBuilt(name);
}
