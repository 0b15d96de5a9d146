// The line to whoever watches: frames go out, what was seen comes back; nothing is kept, nothing waits.
import { Bundle } from "../live/bundle.js";
import { PACKET_BYTES } from "../live/packet.js";
import type { Fault } from "./protocol.js";
import type { FromWatch, LookFor, Looks, PictureSize } from "./watch-protocol.js";

const RETRY_MS = [250, 500, 1000, 2000];
/** Half a second at 15 frames: what waits longer helps nobody any more. */
const MOST_WAITING_BYTES = 8 * PACKET_BYTES;
/** Closed normally, or for what the page did (RFC 6455, 7.4.1); anything else is a broken line. */
const ON_PURPOSE = [1000, 1008, 1009];

export interface WatchListener {
  looks(looks: Looks): void;
  /** The line had been broken: whoever watches now has seen nothing of before. */
  anew(): void;
  /** The server will not watch, and says why; the line is closed for good. */
  refused(fault: Fault): void;
}

export type OpenSocket = (address: string) => WebSocket;

export class WatchLine {
  private socket: WebSocket | undefined;
  private asked: LookFor | undefined;
  private turn = 0;
  private ready = false;
  private failures = 0;
  private opens = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private over = false;
  private readonly bundle: Bundle;

  constructor(
    private readonly path: string,
    private readonly ticket: string,
    private readonly size: PictureSize,
    private readonly listener: WatchListener,
    private readonly openSocket: OpenSocket = (address) => new WebSocket(address),
    now_ms: () => number = () => performance.now(),
  ) {
    this.bundle = new Bundle((message) => this.sendFrames(message), now_ms);
  }

  open(): void {
    const socket = this.openSocket(addressOf(this.path));
    socket.binaryType = "arraybuffer";
    socket.addEventListener("open", () => this.opened(socket));
    socket.addEventListener("message", (event) => this.heard(socket, event));
    socket.addEventListener("close", ({ code }) => this.closed(socket, code));
    this.socket = socket;
  }

  /** From now on this is watched for, from its start pose; what was seen of anything before is not told. */
  lookFor(asked: LookFor): void {
    this.asked = asked;
    this.turn += 1;
    this.ready = false;
    this.ask();
  }

  /** Send a frame soon, or drop it: while the figure is posed, nobody looks. */
  send(packet: ArrayBuffer): void {
    if (this.takesFrames) this.bundle.add(packet);
  }

  /** Try again now instead of after the next wait. */
  hurry(): void {
    if (this.retry === undefined) return;
    clearTimeout(this.retry);
    this.retry = undefined;
    this.open();
  }

  close(): void {
    this.over = true;
    clearTimeout(this.retry);
    this.socket?.close();
  }

  private get isOpen(): boolean {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  private get takesFrames(): boolean {
    return this.ready && this.isOpen && (this.socket?.bufferedAmount ?? 0) <= MOST_WAITING_BYTES;
  }

  private sendFrames(message: ArrayBuffer): void {
    if (this.takesFrames) this.socket?.send(message);
  }

  private ask(): void {
    if (!this.isOpen || this.asked === undefined) return;
    this.socket?.send(JSON.stringify({ kind: "exercise", ...this.asked, turn: this.turn }));
  }

  private opened(socket: WebSocket): void {
    if (socket !== this.socket || this.over) return socket.close();
    socket.send(JSON.stringify({ kind: "hello", ticket: this.ticket, ...this.size }));
    this.failures = 0;
    if (this.opens > 0) this.listener.anew();
    this.opens += 1;
    this.ask();
  }

  private heard(socket: WebSocket, event: MessageEvent): void {
    if (socket !== this.socket || this.over) return;
    const message = JSON.parse(String(event.data)) as FromWatch;
    if (message.kind === "fault") return this.refused({ id: message.id, message: message.message });
    if (message.turn !== this.turn) return;
    if (message.kind === "watching") this.ready = true;
    else this.listener.looks(message);
  }

  private closed(socket: WebSocket, code: number): void {
    if (socket !== this.socket || this.over) return;
    this.ready = false;
    if (ON_PURPOSE.includes(code)) return this.refused({ id: String(code), message: "" });
    const wait_ms = RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)];
    this.failures += 1;
    this.retry = setTimeout(() => {
      this.retry = undefined;
      this.open();
    }, wait_ms);
  }

  private refused(fault: Fault): void {
    this.close();
    this.listener.refused(fault);
  }
}

function addressOf(path: string): string {
  const address = new URL(path, location.href);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  return address.href;
}
