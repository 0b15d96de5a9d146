// Speaks to the phone's server by plain requests: a socket is refused by some browsers where the
// certificate is home-made.
import type { FromServer, Joined, Refusal, ToServer } from "./protocol.js";

const PATIENCE_MS = 8000;

/** Turned down, with the reason in words; trying again does not help. */
export class Refused extends Error {
  constructor(
    readonly id: string,
    message: string,
  ) {
    super(message);
  }
}

export class Link {
  token = "";

  constructor(private readonly fetch_: typeof fetch = (...asked) => fetch(...asked)) {}

  join(code: string, phone: string): Promise<Joined> {
    return this.post<Joined>("join", { code, phone });
  }

  say(message: ToServer): Promise<FromServer> {
    return this.post<FromServer>("test", message);
  }

  /** Throws Refused, or whatever fetch throws when nobody is reached. */
  private async post<Answer>(path: string, body: unknown): Promise<Answer> {
    const answer = await this.fetch_(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${this.token}` },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (answer.ok) return (await answer.json()) as Answer;
    if (answer.status >= 500) throw new Error(`status ${answer.status}`);
    const refusal = (await answer.json()) as Refusal;
    throw new Refused(refusal.id, refusal.message);
  }
}
