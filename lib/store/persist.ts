/** The part of `navigator.storage` that is needed; not every context has all of it. */
export interface StorageManagerLike {
  persist?: () => Promise<boolean>;
  persisted?: () => Promise<boolean>;
  estimate?: () => Promise<{ usage?: number }>;
}

/**
 * Asks the browser not to evict register and journal when the disk runs full, unless it has promised so already. For
 * our own pages: a service worker may read the answer but not ask. Never rejects; a refusal is no error.
 */
export async function askToPersist(storage: StorageManagerLike): Promise<boolean> {
  try {
    return (await storage.persisted?.()) === true || (await storage.persist?.()) === true;
  } catch {
    return false;
  }
}

/** What the browser says of our storage, in bytes; it may say nothing. Never rejects. */
export async function estimateStorage(
  storage: StorageManagerLike,
): Promise<{ bytes: number | null; persisted: boolean }> {
  const ask = async <T>(question: (() => Promise<T>) | undefined): Promise<T | undefined> => {
    try {
      return await question?.call(storage);
    } catch {
      return undefined;
    }
  };
  const [estimate, persisted] = await Promise.all([ask(storage.estimate), ask(storage.persisted)]);
  return { bytes: estimate?.usage ?? null, persisted: persisted === true };
}
