// Sensor events as rows: nulls, foreign clocks, numbers that cannot be, permission.
import { describe, expect, it, vi } from "vitest";

import type { Row } from "./protocol.js";
import { Sensors, allowSensors } from "./sensors.js";

function feeling(now_ms = 1000): { target: EventTarget; rows: Row[]; sensors: Sensors } {
  const target = new EventTarget();
  const rows: Row[] = [];
  const sensors = new Sensors((row) => rows.push(row), target, () => now_ms);
  sensors.start();
  return { target, rows, sensors };
}

function event(kind: string, told: object, timeStamp = 1000): Event {
  const made = Object.assign(new Event(kind), told);
  Object.defineProperty(made, "timeStamp", { value: timeStamp });
  return made;
}

const NULLS = [null, null, null];

describe("sensors", () => {
  it("tell angles, acceleration and rates in the columns of the file", () => {
    const { target, rows } = feeling();
    target.dispatchEvent(event("deviceorientation", { alpha: 1, beta: 2, gamma: 3 }, 990));
    target.dispatchEvent(
      event("devicemotion", {
        accelerationIncludingGravity: { x: 4, y: 5, z: 6 },
        rotationRate: { alpha: 7, beta: 8, gamma: 9 },
      }),
    );
    expect(rows).toEqual([
      [0.99, 1, 2, 3, ...NULLS, ...NULLS],
      [1, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    ]);
  });

  it("hold an orientation that does not change, for a leg at rest is told of once", () => {
    const { target, rows } = feeling();
    const moved = { accelerationIncludingGravity: { x: 4, y: 5, z: 6 }, rotationRate: null };
    target.dispatchEvent(event("devicemotion", moved, 980));
    target.dispatchEvent(event("deviceorientation", { alpha: 1, beta: 2, gamma: 3 }, 990));
    for (const time_ms of [1000, 1010]) target.dispatchEvent(event("devicemotion", moved, time_ms));
    expect(rows.map((row) => row[1])).toEqual([null, 1, 1, 1]);
    target.dispatchEvent(event("deviceorientation", { alpha: null, beta: null, gamma: null }));
    target.dispatchEvent(event("devicemotion", moved, 1020));
    expect(rows.at(-1)?.[1]).toBeNull();
  });

  it("that tell nulls tell nothing, and a null spoils only its own group", () => {
    const { target, rows, sensors } = feeling();
    target.dispatchEvent(event("deviceorientation", { alpha: null, beta: null, gamma: null }));
    target.dispatchEvent(event("deviceorientation", { alpha: 1, beta: null, gamma: 3 }));
    target.dispatchEvent(event("devicemotion", { accelerationIncludingGravity: null, rotationRate: null }));
    expect(sensors.told).toBe(0);
    target.dispatchEvent(
      event("devicemotion", {
        accelerationIncludingGravity: { x: 1, y: 2, z: 3 },
        rotationRate: { alpha: null, beta: 1, gamma: 1 },
      }),
    );
    expect(rows).toEqual([[1, ...NULLS, 1, 2, 3, ...NULLS]]);
  });

  it("pass over numbers that no phone measures", () => {
    const { target, rows } = feeling();
    target.dispatchEvent(event("deviceorientation", { alpha: 900, beta: 0, gamma: 0 }));
    target.dispatchEvent(event("deviceorientation", { alpha: NaN, beta: 0, gamma: 0 }));
    expect(rows).toEqual([]);
  });

  it("with a clock of their own are timed by the page's", () => {
    const { target, rows } = feeling(5000);
    target.dispatchEvent(event("deviceorientation", { alpha: 1, beta: 2, gamma: 3 }, 1.7e12));
    expect(rows[0]?.[0]).toBe(5);
  });

  it("are silent once stopped", () => {
    const { target, rows, sensors } = feeling();
    sensors.stop();
    target.dispatchEvent(event("deviceorientation", { alpha: 1, beta: 2, gamma: 3 }));
    expect(rows).toEqual([]);
  });
});

describe("the permission", () => {
  const browser = (motion: unknown, orientation: unknown): typeof window =>
    ({ DeviceMotionEvent: motion, DeviceOrientationEvent: orientation }) as unknown as typeof window;

  it("is asked for both sensors before anything is waited for, as it must be inside the tap", async () => {
    const asked = vi.fn(() => new Promise<string>((answer) => setTimeout(() => answer("granted"), 5)));
    const allowed = allowSensors(browser({ requestPermission: asked }, { requestPermission: asked }));
    expect(asked).toHaveBeenCalledTimes(2);
    expect(await allowed).toBe("yes");
  });

  it("may be denied, not be needed, or there may be no sensors at all", async () => {
    const no = { requestPermission: () => Promise.resolve("denied") };
    const broken = { requestPermission: () => Promise.reject(new Error("not in a tap")) };
    expect(await allowSensors(browser(no, no))).toBe("no");
    expect(await allowSensors(browser(broken, undefined))).toBe("no");
    expect(await allowSensors(browser({}, {}))).toBe("yes");
    expect(await allowSensors(browser(undefined, undefined))).toBe("absent");
  });
});
