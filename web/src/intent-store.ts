// What a shopper agreed to, from before the request until its answer: a crash or a reload must not lose
// it. Without IndexedDB, or with one that throws, the purchase goes on and only the reload is not covered.

/** A request to accept, to be sent again exactly as it was. Nothing in it is personal. */
export interface Intent {
  readonly key: string;
  readonly url: string;
  readonly body: string;
  readonly at: number;
  /** The order of the page that sent it; see `orderOf`. */
  readonly order: string;
}

const kName = 'postlude';
const kIntents = 'intents';
/** A storage that hangs holds up the purchase no longer than this. */
const kPatienceMs = 1000;

/**
 * Returns which order a token opens (its claim `sub`), or "" when it does not tell: no page but one
 * of the same order has use for an intent.
 */
export function orderOf(token: string): string {
  try {
    const claims = token.split('.')[1]!.replace(/-/g, '+').replace(/_/g, '/');
    return (JSON.parse(atob(claims)) as { sub?: string }).sub ?? '';
  } catch {
    return '';
  }
}

function store<T>(
  mode: IDBTransactionMode,
  use: (intents: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  return new Promise((done) => {
    const without = (): void => done(undefined);
    try {
      const opening = indexedDB.open(kName, 1);
      opening.onerror = without;
      opening.onupgradeneeded = () => {
        // Whoever only looks leaves nothing behind.
        if (mode === 'readonly') opening.transaction!.abort();
        else opening.result.createObjectStore(kIntents, { keyPath: 'key' });
      };
      opening.onsuccess = () => {
        const database = opening.result;
        try {
          const transaction = database.transaction(kIntents, mode);
          const request = use(transaction.objectStore(kIntents));
          transaction.oncomplete = () => done(request.result);
          transaction.onabort = without;
        } catch {
          without();
        }
        database.close(); // once the transaction is through
      };
    } catch {
      without();
    }
  });
}

/** Returns once the intent is on the disk, or cannot be put there in time. */
export const rememberIntent = (intent: Intent): Promise<unknown> =>
  Promise.race([
    store('readwrite', (intents) => intents.put(intent)),
    new Promise((done) => setTimeout(done, kPatienceMs)),
  ]);

/** Forgets an intent whose answer is final. */
export const forgetIntent = (key: string): Promise<unknown> =>
  store('readwrite', (intents) => intents.delete(key));

/** Returns what no final answer has come for. */
export const pendingIntents = async (): Promise<readonly Intent[]> =>
  (await store('readonly', (intents) => intents.getAll() as IDBRequest<Intent[]>)) ?? [];
