import { DATABASE_NAME, STORE_NAMES } from './schema.ts';

/** Looks after everything was deleted what is left, in the browser's own words: names of stores and of values. */
export async function whatIsLeft(
  areas: Readonly<Record<string, { get(key: null): Promise<Record<string, unknown>> }>>,
): Promise<string[]> {
  const left: string[] = [];
  for (const [name, area] of Object.entries(areas)) {
    left.push(...Object.keys(await area.get(null)).map((key) => `${name}/${key}`));
  }
  const databases = await indexedDB.databases();
  if (!databases.some(({ name }) => name === DATABASE_NAME)) return left;
  // Another page kept it from being removed: then it must be empty.
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(DATABASE_NAME);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  try {
    for (const name of STORE_NAMES.filter((one) => database.objectStoreNames.contains(one))) {
      const records = await new Promise<number>((resolve, reject) => {
        const request = database.transaction(name).objectStore(name).count();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      if (records > 0) left.push(`database/${name}`);
    }
  } finally {
    database.close();
  }
  return left;
}
