// Keeps the take that is under way on the phone, so that a page that is loaded again loses nothing.
import type { Row, Side } from "./protocol.js";

export interface KeptTake {
  number: number;
  side: Side;
  batches: (readonly Row[])[];
  ended: boolean;
}

export interface Store {
  /** Keep one batch; the first one of a take takes the place of the take before. */
  keep(take: number, side: Side, number: number, rows: readonly Row[]): void;
  /** The take is over. */
  end(): void;
  load(): Promise<KeptTake | undefined>;
  clear(): void;
}

const NAME = "coxa-phone";
const SHELF = "take";

interface Entry {
  take: number;
  side: Side;
  rows: readonly Row[];
}

/** In the browser's own database; where there is none, a reload loses the take, and nothing else. */
export class BrowserStore implements Store {
  private readonly opened: Promise<IDBDatabase | undefined>;

  constructor(database: IDBFactory | undefined = globalThis.indexedDB) {
    this.opened = open(database);
  }

  keep(take: number, side: Side, number: number, rows: readonly Row[]): void {
    const entry: Entry = { take, side, rows };
    void this.write((shelf) => {
      if (number === 0) shelf.clear();
      shelf.put(entry, number);
    });
  }

  end(): void {
    void this.write((shelf) => shelf.put("ended", "ended"));
  }

  clear(): void {
    void this.write((shelf) => shelf.clear());
  }

  async load(): Promise<KeptTake | undefined> {
    const database = await this.opened;
    if (database === undefined) return undefined;
    const shelf = database.transaction(SHELF).objectStore(SHELF);
    // Numbers come before names, and in their order.
    const [keys, values] = await Promise.all([asked(shelf.getAllKeys()), asked(shelf.getAll())]);
    const ended = keys.includes("ended");
    const entries = (ended ? values.slice(0, -1) : values) as Entry[];
    const first = entries[0];
    if (first === undefined) return undefined;
    return {
      number: first.take,
      side: first.side,
      batches: entries.map((entry) => entry.rows),
      ended,
    };
  }

  private async write(work: (shelf: IDBObjectStore) => void): Promise<void> {
    const database = await this.opened;
    try {
      if (database !== undefined) work(database.transaction(SHELF, "readwrite").objectStore(SHELF));
    } catch {
      // Full, or closed by the browser: what is in memory is still sent.
    }
  }
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = (): void => resolve(request.result);
    request.onerror = (): void => reject(request.error);
  });
}

async function open(database: IDBFactory | undefined): Promise<IDBDatabase | undefined> {
  try {
    const request = database?.open(NAME, 1);
    if (request === undefined) return undefined;
    request.onupgradeneeded = (): void => void request.result.createObjectStore(SHELF);
    return await asked(request);
  } catch {
    return undefined;
  }
}
