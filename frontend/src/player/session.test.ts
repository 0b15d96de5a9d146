// The session as the player leads it, with a fake clock, a fake speaker and a fake line.
import { beforeEach, describe, expect, it } from "vitest";

import { Announcer } from "./announcer.js";
import type { Caption } from "./announcer.js";
import { Session } from "./session.js";
import { FakeBeeper, FakeSpeaker, aCue, aReply, aScreen } from "./testing.js";
import type { Reply, SessionEvent } from "./protocol.js";

class FakeLine {
  sent: SessionEvent[] = [];
  stored: Reply = aReply(aScreen({ phase: "waiting", running: false, phase_ends_s: null }));

  send(event: SessionEvent): void {
    this.sent.push(event);
  }

  async read(): Promise<Reply> {
    return this.stored;
  }
}

let now_ms: number;
let line: FakeLine;
let speaker: FakeSpeaker;
let beeper: FakeBeeper;
let captions: Caption[];
let session: Session;

/** Let time pass in beats of 50 ms, as the page does. */
function pass(seconds: number): void {
  for (const until = now_ms + seconds * 1000; now_ms < until; ) {
    now_ms += 50;
    session.beat();
  }
}

beforeEach(() => {
  now_ms = 1000;
  line = new FakeLine();
  speaker = new FakeSpeaker();
  beeper = new FakeBeeper();
  captions = [];
  const announcer = new Announcer(speaker, beeper, (caption) => captions.push(caption));
  const words = { lost: "lost", found: "found" };
  session = new Session(line, announcer, words, () => undefined, () => now_ms);
});

describe("by the clock", () => {
  it("reports the end of a phase once, at the time it ended", () => {
    session.acknowledged(aReply(aScreen({ phase_ends_s: 3, next_tick_s: 3 })), true);
    pass(5);
    expect(line.sent).toHaveLength(1);
    const tick = line.sent[0] as { kind: string; t_s: number };
    expect(tick.kind).toBe("tick");
    expect(tick.t_s).toBeGreaterThanOrEqual(3);
    expect(tick.t_s).toBeLessThan(3.1);
  });

  it("says each cue when it falls due, and beeps at the end without the server", () => {
    const cues = [aCue(1, "Hold."), aCue(2, "Halfway."), { ...aCue(3, null), kind: "beep" as const }];
    session.acknowledged(aReply(aScreen({ phase_ends_s: 3 }), cues), true);
    pass(1.1);
    expect(speaker.said).toEqual(["Hold."]);
    pass(2);
    expect(speaker.said).toEqual(["Hold.", "Halfway."]);
    expect(beeper.tones).toEqual(["end"]);
  });

  it("does not drift when replies come late", () => {
    session.acknowledged(aReply(aScreen({ t_s: 0, phase_ends_s: 5, next_tick_s: 5 })), true);
    pass(5.4); // the answer to the tick takes 0.4 s
    session.acknowledged(aReply(aScreen({ t_s: 5.05, phase_started_s: 5, phase_ends_s: 9 })), true);
    expect(session.t_s).toBeCloseTo(5.4, 5);
  });

  it("does not say what is long past", () => {
    session.acknowledged(aReply(aScreen({ t_s: 10, phase_ends_s: 20 }), [aCue(7, "Old.")]), true);
    pass(0.1);
    expect(speaker.said).toEqual([]);
  });
});

describe("pausing", () => {
  beforeEach(() => {
    session.acknowledged(aReply(aScreen({ phase_ends_s: 30 }), [aCue(5, "Later.")]), true);
    pass(2);
  });

  it("stops the clock and the voice before the server has answered", () => {
    session.pause("asked");
    pass(10);
    expect(session.paused).toBe("asked");
    expect(session.t_s).toBeCloseTo(2, 1);
    expect(speaker.said).toEqual([]);
    expect(line.sent).toEqual([{ kind: "pause", t_s: expect.closeTo(2, 1), reason: "asked" }]);
  });

  it("stays paused when an older answer arrives while the pause is on its way", () => {
    session.pause("asked");
    session.acknowledged(aReply(aScreen({ t_s: 2, phase_ends_s: 30 }), [aCue(3, "Too soon.")]), false);
    pass(4);
    expect(session.paused).toBe("asked");
    expect(speaker.said).toEqual([]);
  });

  it("takes a slept machine for a pause at the last moment it was awake", () => {
    now_ms += 3_600_000;
    session.beat();
    expect(line.sent).toEqual([{ kind: "pause", t_s: expect.closeTo(2, 1), reason: "gap" }]);
  });

  it("sends one pause however often it is asked", () => {
    session.pause("asked");
    session.pause("hidden");
    expect(line.sent).toHaveLength(1);
  });

  it("goes on from the server's time after a resume", () => {
    session.pause("asked");
    session.acknowledged(aReply(aScreen({ t_s: 2, running: false, paused: "asked" })), true);
    pass(60);
    session.resume();
    session.acknowledged(aReply(aScreen({ phase: "get-ready", t_s: 2, phase_ends_s: 7 })), true);
    pass(1);
    expect(session.t_s).toBeCloseTo(3, 1);
    expect(session.paused).toBeNull();
  });
});

describe("a lost connection", () => {
  it("pauses, tells so, and does not go on until it is back", () => {
    session.acknowledged(aReply(aScreen({ phase_ends_s: 30 })), true);
    pass(4);
    session.connectionLost();
    expect(session.paused).toBe("connection");
    expect(captions.at(-1)).toMatchObject({ text: "lost", urgent: true });
    session.resume();
    expect(line.sent.map((event) => event.kind)).toEqual(["pause"]);
    session.connectionFound();
    session.resume();
    expect(line.sent.map((event) => event.kind)).toEqual(["pause", "resume"]);
  });
});

describe("opening", () => {
  it("pauses a session that was running when the page was closed", async () => {
    line.stored = aReply(aScreen({ phase: "hold", t_s: 40, phase_ends_s: 60 }));
    await session.open();
    expect(session.paused).toBe("gap");
    expect(line.sent).toEqual([{ kind: "pause", t_s: 40, reason: "gap" }]);
  });

  it("leaves a session that waits alone", async () => {
    await session.open();
    expect(session.paused).toBeNull();
    expect(line.sent).toEqual([]);
  });
});
