// Stand-ins for tests: a socket, a worker, cameras, a view; they only remember and do what they are told.
import { LANDMARKS, PACKET_BYTES } from "./packet.js";
import type { Joint } from "./packet.js";
import type { FromWorker, Seen, ToWorker } from "./pose-protocol.js";
import type { LiveView } from "./protocol.js";

export class FakeSocket extends EventTarget {
  readyState = 0;
  bufferedAmount = 0;
  binaryType = "blob";
  sent: (string | ArrayBuffer)[] = [];

  constructor(readonly address: string) {
    super();
  }

  send(message: string | ArrayBuffer): void {
    this.sent.push(message);
  }

  close(): void {
    this.readyState = 3;
  }

  opens(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event("open"));
  }

  hears(message: unknown): void {
    this.dispatchEvent(new MessageEvent("message", { data: JSON.stringify(message) }));
  }

  breaks(code = 1006): void {
    this.readyState = 3;
    this.dispatchEvent(Object.assign(new Event("close"), { code }));
  }

  /** How many frames each of the binary messages held. */
  get frames(): number[] {
    return this.sent
      .filter((message) => typeof message !== "string")
      .map((message) => message.byteLength / PACKET_BYTES);
  }

  /** The JSON that was sent, without the frames. */
  get words(): Record<string, unknown>[] {
    const texts = this.sent.filter((message) => typeof message === "string");
    return texts.map((text) => JSON.parse(text) as Record<string, unknown>);
  }
}

export class FakeWorker extends EventTarget {
  asked: ToWorker[] = [];
  terminated = false;

  postMessage(message: ToWorker): void {
    this.asked.push(message);
  }

  terminate(): void {
    this.terminated = true;
  }

  says(said: FromWorker): void {
    this.dispatchEvent(new MessageEvent("message", { data: said }));
  }
}

export class FakePicture {
  closed = false;

  close(): void {
    this.closed = true;
  }
}

export function joints(x = 0.5, y = 0.5): Joint[] {
  return Array.from({ length: LANDMARKS }, () => ({ x, y, visibility: 1, world_m: [0, 0, 0] }));
}

export function aSeen(time_ms: number, changes: Partial<Seen> = {}): Seen {
  return {
    kind: "seen",
    time_ms,
    joints: joints(),
    by_mirror: false,
    people: -1,
    spent_ms: 30,
    delegate: "CPU",
    settled: true,
    ...changes,
  };
}

export function aView(changes: Partial<LiveView> = {}): LiveView {
  return {
    phase: "place",
    side: null,
    direction: null,
    repeat: 0,
    repeats: 3,
    hold_share: 0,
    swing_deg: null,
    remark: null,
    caption: "Sit down.",
    running: true,
    paused: false,
    may_skip: false,
    ...changes,
  };
}
