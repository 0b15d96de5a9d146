// The line to the server: words are kept until they are through, frames go a few at a time and are
// dropped rather than queued.
import { Bundle } from "./bundle.js";
import { PACKET_BYTES } from "./packet.js";
import type { FromPage, FromServer, Hello } from "./protocol.js";

const RETRY_MS = [250, 500, 1000, 2000];
/** The server keeps a session this long after its line broke. */
export const KEPT_MS = 60_000;
/** A quarter of a second at 30 frames: what waits longer helps nobody any more. */
const MOST_WAITING_BYTES = 8 * PACKET_BYTES;
/** Closed normally, or for what the page did (RFC 6455, 7.4.1); anything else is a broken line. */
const ON_PURPOSE = [1000, 1008, 1009];

export interface LineListener {
  heard(message: FromServer): void;
  /** The line broke; it is being opened again. */
  lost(): void;
  /** It is open again. */
  found(): void;
  /** It could not be opened again while the server kept the session. */
  gone(): void;
  /** The server closed it on purpose. */
  ended(): void;
}

export type OpenSocket = (address: string) => WebSocket;

export class Line {
  /** Frames that were not sent, because the line was broken or full. */
  dropped = 0;
  private socket: WebSocket | undefined;
  private secret: string | null = null;
  private unsent: FromPage[] = [];
  private failures = 0;
  private broke_ms: number | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private over = false;
  private readonly bundle: Bundle;

  constructor(
    private readonly path: string,
    private readonly hello: () => Omit<Hello, "kind" | "secret">,
    private readonly listener: LineListener,
    private readonly openSocket: OpenSocket = (address) => new WebSocket(address),
    private readonly now_ms: () => number = () => performance.now(),
  ) {
    this.bundle = new Bundle((message, frames) => this.sendFrames(message, frames), now_ms);
  }

  open(): void {
    const socket = this.openSocket(addressOf(this.path));
    socket.binaryType = "arraybuffer";
    socket.addEventListener("open", () => this.opened(socket));
    socket.addEventListener("message", (event) => this.heard(socket, event));
    socket.addEventListener("close", ({ code }) => this.closed(socket, code));
    this.socket = socket;
  }

  get isOpen(): boolean {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  /** Send words, after all frames before them; while the line is broken they wait for it. */
  say(message: FromPage): void {
    this.flush();
    if (this.isOpen) this.socket?.send(JSON.stringify(message));
    else if (!this.over) this.unsent.push(message);
  }

  /** Send a frame, alone or soon with the next ones, or drop it. */
  send(packet: ArrayBuffer): void {
    if (this.takesFrames) this.bundle.add(packet);
    else this.dropped += 1;
  }

  /** Send now the frames that wait for others. */
  flush(): void {
    this.bundle.flush();
  }

  /** Try again now instead of after the next wait. */
  hurry(): void {
    if (this.retry === undefined) return;
    clearTimeout(this.retry);
    this.retry = undefined;
    this.open();
  }

  close(): void {
    this.flush();
    this.over = true;
    clearTimeout(this.retry);
    this.socket?.close();
  }

  private get takesFrames(): boolean {
    return this.isOpen && (this.socket?.bufferedAmount ?? 0) <= MOST_WAITING_BYTES;
  }

  private sendFrames(message: ArrayBuffer, frames: number): void {
    if (this.takesFrames) this.socket?.send(message);
    else this.dropped += frames;
  }

  private opened(socket: WebSocket): void {
    if (socket !== this.socket || this.over) return socket.close();
    this.say({ kind: "hello", secret: this.secret, ...this.hello() });
    for (const message of this.unsent.splice(0)) this.say(message);
    if (this.broke_ms !== undefined) this.listener.found();
    this.broke_ms = undefined;
    this.failures = 0;
  }

  private heard(socket: WebSocket, event: MessageEvent): void {
    if (socket !== this.socket || this.over) return;
    const message = JSON.parse(String(event.data)) as FromServer;
    if (message.kind === "welcome") this.secret = message.secret;
    // After these two the server closes the line on purpose.
    if (message.kind === "done" || message.kind === "fault") this.over = true;
    this.listener.heard(message);
  }

  private closed(socket: WebSocket, code: number): void {
    if (socket !== this.socket || this.over) return;
    if (!ON_PURPOSE.includes(code)) return this.broke();
    this.over = true;
    this.listener.ended();
  }

  private broke(): void {
    this.flush();
    if (this.broke_ms === undefined) {
      this.broke_ms = this.now_ms();
      this.listener.lost();
    }
    if (this.now_ms() - this.broke_ms > KEPT_MS) {
      this.over = true;
      return this.listener.gone();
    }
    const wait_ms = RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)];
    this.failures += 1;
    this.retry = setTimeout(() => {
      this.retry = undefined;
      this.open();
    }, wait_ms);
  }
}

function addressOf(path: string): string {
  const address = new URL(path, location.href);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  return address.href;
}
