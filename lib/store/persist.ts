/**
 * The part of `navigator.storage` that is needed; not every context has all of it. No variable here is named `storage`:
 * WXT takes that for its own helper and imports it, 3 kB into every page that shares this file.
 */
export interface StorageManagerLike {
  persist?: () => Promise<boolean>;
  persisted?: () => Promise<boolean>;
  estimate?: () => Promise<{ usage?: number }>;
}

/**
 * Asks the browser not to evict register and journal when the disk runs full, unless it has promised so already. For
 * our own pages: a service worker may read the answer but not ask. Never rejects; a refusal is no error.
 */
export async function askToPersist(manager: StorageManagerLike): Promise<boolean> {
  try {
    return (await manager.persisted?.()) === true || (await manager.persist?.()) === true;
  } catch {
    return false;
  }
}

/** What the browser says of our storage, in bytes; it may say nothing. Never rejects. */
export async function estimateStorage(
  manager: StorageManagerLike,
): Promise<{ bytes: number | null; persisted: boolean }> {
  const ask = async <T>(question: (() => Promise<T>) | undefined): Promise<T | undefined> => {
    try {
      return await question?.call(manager);
    } catch {
      return undefined;
    }
  };
  const [estimate, persisted] = await Promise.all([ask(manager.estimate), ask(manager.persisted)]);
  return { bytes: estimate?.usage ?? null, persisted: persisted === true };
}
