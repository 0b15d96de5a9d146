// The screen stays on while a session is led, also after the page was out of sight for a while.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { WakeLock } from "./wake-lock.js";

interface Sentinel {
  released: boolean;
  release: () => Promise<void>;
}

let given: Sentinel[];
let request: ReturnType<typeof vi.fn>;

beforeEach(() => {
  given = [];
  request = vi.fn(() => {
    const sentinel: Sentinel = {
      released: false,
      release: () => {
        sentinel.released = true;
        return Promise.resolve();
      },
    };
    given.push(sentinel);
    return Promise.resolve(sentinel);
  });
  Object.defineProperty(navigator, "wakeLock", { configurable: true, value: { request } });
});

afterEach(() => {
  Reflect.deleteProperty(navigator, "wakeLock");
  show("visible");
});

function show(state: "visible" | "hidden"): void {
  Object.defineProperty(document, "visibilityState", { configurable: true, value: state });
  // As browsers do: a page out of sight loses its lock.
  if (state === "hidden") for (const sentinel of given ?? []) sentinel.released = true;
  document.dispatchEvent(new Event("visibilitychange"));
}

/** Let what was asked for arrive. */
const settled = () => new Promise((done) => setTimeout(done));

describe("the wake lock", () => {
  it("is asked for once while it is held", async () => {
    const lock = new WakeLock();
    await lock.hold();
    await lock.hold();
    expect(request).toHaveBeenCalledTimes(1);
    await lock.release();
  });

  it("is taken again when the page comes back, and not before", async () => {
    const lock = new WakeLock();
    await lock.hold();
    show("hidden");
    await settled();
    expect(request).toHaveBeenCalledTimes(1);
    show("visible");
    await settled();
    expect(request).toHaveBeenCalledTimes(2);
    expect(given.at(-1)?.released).toBe(false);
    await lock.release();
  });

  it("is given back at the end and not taken again", async () => {
    const lock = new WakeLock();
    await lock.hold();
    await lock.release();
    expect(given[0]?.released).toBe(true);
    show("hidden");
    show("visible");
    await settled();
    expect(request).toHaveBeenCalledTimes(1);
  });

  it("is given back even if it arrives after the end", async () => {
    const lock = new WakeLock();
    const held = lock.hold();
    await lock.release();
    await held;
    await settled();
    expect(given[0]?.released).toBe(true);
  });

  it("that is refused or missing stops nothing", async () => {
    request.mockRejectedValue(new Error("low battery"));
    await expect(new WakeLock().hold()).resolves.toBeUndefined();
    Reflect.deleteProperty(navigator, "wakeLock");
    await expect(new WakeLock().hold()).resolves.toBeUndefined();
  });
});
