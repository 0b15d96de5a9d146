// What this phone is known by, kept as long as its tab is open.
import type { Joined } from "./protocol.js";

export interface Ticket {
  /** Made up by this phone: the server tells it from another one by this. */
  readonly phone: string;
  joined: Joined | undefined;
}

const PHONE = "coxa-phone";
const JOINED = "coxa-phone-joined";

export class TabTicket implements Ticket {
  readonly phone: string;

  constructor(private readonly shelf: Storage = sessionStorage) {
    this.phone = shelf.getItem(PHONE) ?? madeUp();
    shelf.setItem(PHONE, this.phone);
  }

  get joined(): Joined | undefined {
    const kept = this.shelf.getItem(JOINED);
    return kept === null ? undefined : (JSON.parse(kept) as Joined);
  }

  set joined(joined: Joined | undefined) {
    if (joined === undefined) this.shelf.removeItem(JOINED);
    else this.shelf.setItem(JOINED, JSON.stringify(joined));
  }
}

function madeUp(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
