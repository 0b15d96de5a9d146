// The line to the server: events in order, one at a time, repeated until they are acknowledged.
import type { Fault, Reply, SessionEvent } from "./protocol.js";

const ANSWER_WITHIN_MS = 4000;
const RETRY_MS = [500, 1000, 2000, 4000];

export interface Listener {
  /** An event was acknowledged; `idle` when nothing else is on its way. */
  acknowledged(reply: Reply, idle: boolean): void;
  /** The server cannot be reached; events are kept and tried again. */
  lost(): void;
  /** The server can be reached again; `acknowledged` follows. */
  found(): void;
  /** The server turned an event down; what was waiting behind it is dropped. */
  refused(fault: Fault): void;
}

export class Connection {
  private waiting: SessionEvent[] = [];
  private number = 0;
  private sending = false;
  private failures = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly address: string,
    private readonly csrf: string,
    private readonly listener: Listener,
    private readonly ask: typeof fetch = (input, init) => fetch(input, init),
  ) {}

  get isLost(): boolean {
    return this.failures > 0;
  }

  /** Where the session stands; also what number comes next. Throws when it cannot be read. */
  async read(): Promise<Reply> {
    const response = await this.ask(this.address, {
      headers: { Accept: "application/json" },
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    if (!response.ok) throw new Error(String(response.status));
    const reply = (await response.json()) as Reply;
    this.number = reply.next_number;
    return reply;
  }

  send(event: SessionEvent): void {
    this.waiting.push(event);
    void this.pump();
  }

  /** Try again now instead of after the next wait. */
  hurry(): void {
    if (this.retry === undefined) return;
    clearTimeout(this.retry);
    this.retry = undefined;
    void this.pump();
  }

  close(): void {
    clearTimeout(this.retry);
    this.waiting = [];
  }

  private async pump(): Promise<void> {
    if (this.sending || this.retry !== undefined) return;
    this.sending = true;
    while (this.waiting.length > 0) {
      const event = this.waiting[0] as SessionEvent;
      const response = await this.post(event);
      if (response === null || isPassing(response.status)) {
        this.sending = false;
        this.tryLater();
        return;
      }
      await this.take(response);
    }
    this.sending = false;
  }

  private async post(event: SessionEvent): Promise<Response | null> {
    try {
      return await this.ask(`${this.address}/events`, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": this.csrf },
        body: JSON.stringify({ number: this.number, event }),
        keepalive: true,
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
    } catch {
      return null;
    }
  }

  private async take(response: Response): Promise<void> {
    if (this.failures > 0) {
      this.failures = 0;
      this.listener.found();
    }
    if (!response.ok) {
      this.waiting = [];
      this.listener.refused(await faultOf(response));
      return;
    }
    const reply = (await response.json()) as Reply;
    this.waiting.shift();
    this.number = reply.next_number;
    this.listener.acknowledged(reply, this.waiting.length === 0);
  }

  private tryLater(): void {
    const wait_ms = RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)];
    this.failures += 1;
    this.retry = setTimeout(() => {
      this.retry = undefined;
      void this.pump();
    }, wait_ms);
    if (this.failures === 1) this.listener.lost();
  }
}

/** Whether a status says "not now" rather than "no". */
function isPassing(status: number): boolean {
  return status >= 500 || status === 408 || status === 429;
}

async function faultOf(response: Response): Promise<Fault> {
  try {
    const body = (await response.json()) as Partial<Fault>;
    return { id: body.id ?? String(response.status), message: body.message ?? "" };
  } catch {
    return { id: String(response.status), message: "" };
  }
}
