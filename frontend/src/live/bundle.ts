// Frames that go to the server together: each message wakes it, which costs more than a frame itself.
import { MOST_FRAMES } from "./packet.js";

/** No frame waits longer: it would be noticed that the guide answers late. */
export const MOST_WAIT_MS = 130;

export class Bundle {
  private packets: ArrayBuffer[] = [];
  private first_ms = 0;
  private last_ms = -Infinity;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `send` is given one message with the packets in their order, and how many they are. */
  constructor(
    private readonly send: (message: ArrayBuffer, frames: number) => void,
    private readonly now_ms: () => number = () => performance.now(),
  ) {}

  /** Goes at once where the next frame, coming as soon as this one came, would be too late. */
  add(packet: ArrayBuffer): void {
    const now_ms = this.now_ms();
    const every_ms = now_ms - this.last_ms;
    this.last_ms = now_ms;
    if (this.packets.push(packet) === 1) {
      this.first_ms = now_ms;
      this.timer = setTimeout(() => this.flush(), MOST_WAIT_MS);
    }
    const waited_ms = now_ms - this.first_ms;
    if (waited_ms + every_ms > MOST_WAIT_MS || this.packets.length === MOST_FRAMES) this.flush();
  }

  /** Send what there is, if there is any. */
  flush(): void {
    clearTimeout(this.timer);
    const packets = this.packets.splice(0);
    if (packets.length > 0) this.send(joined(packets), packets.length);
  }
}

function joined(packets: readonly ArrayBuffer[]): ArrayBuffer {
  const message = new Uint8Array(packets.reduce((bytes, packet) => bytes + packet.byteLength, 0));
  let begin = 0;
  for (const packet of packets) {
    message.set(new Uint8Array(packet), begin);
    begin += packet.byteLength;
  }
  return message.buffer;
}
