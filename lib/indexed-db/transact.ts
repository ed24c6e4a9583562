/** What is needed of a transaction; those of `idb` have it. */
interface Transaction {
  readonly done: Promise<void>;
  abort(): void;
}

/**
 * Runs `work` in a transaction and waits for its end: all of it is stored, or nothing. `work` awaits only what the
 * transaction gives it. Rejects with what `work` threw, else with what the database did.
 */
export async function transact<Opened extends Transaction, Result>(
  transaction: Opened,
  work: (transaction: Opened) => Promise<Result>,
): Promise<Result> {
  // Without this the browser reports an unhandled rejection besides the error that is thrown below.
  const done = transaction.done.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  let result: Result;
  try {
    result = await work(transaction);
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It has ended by itself.
    }
    await done;
    throw error;
  }
  const failed = await done;
  if (failed) throw failed.error;
  return result;
}
