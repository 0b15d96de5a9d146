// A whole test without a page: code, permission, script, lost network, reload, stop and pinch.
import { beforeEach, describe, expect, it } from "vitest";

import { Refused } from "./link.js";
import { PhoneTest } from "./phone-test.js";
import { FakePhone, JOINED } from "./testing.js";

let phone: FakePhone;
let test: PhoneTest;

beforeEach(() => {
  phone = new FakePhone();
  test = new PhoneTest(phone);
});

/** Let time pass, with the sensors telling something ten times a second. */
async function pass(seconds: number): Promise<void> {
  for (let n = 0; n < seconds * 10; n += 1) {
    phone.time_s += 0.1;
    phone.tells();
    test.tick();
    await new Promise((done) => setTimeout(done));
  }
}

async function getReady(): Promise<void> {
  await test.join("ABCD-2345");
  await test.allow();
  await pass(0.3);
  expect(test.stage).toBe("ready");
}

const numbers = (): number[] => phone.link.rows.map((row) => row[0] as number);

function inOrderOnceEach(): void {
  const all = numbers();
  expect(all.length).toBeGreaterThan(25);
  expect([...new Set(all)].sort((a, b) => a - b)).toEqual(all);
}

describe("joining", () => {
  it("says why a code was turned down, and asks again", async () => {
    await test.join("WRONG");
    expect(test.stage).toBe("join");
    expect(test.said).toBe("Not the code.");
  });

  it("says when nobody answers", async () => {
    phone.link.reached = false;
    await test.join("ABCD-2345");
    expect(test.said).toBe("No answer.");
  });

  it("is known by its token from then on", async () => {
    await test.join("ABCD-2345");
    expect(phone.link.token).toBe("token");
    expect(test.stage).toBe("prepare");
  });
});

describe("the sensors", () => {
  it("may be refused, and asked for again", async () => {
    await test.join("ABCD-2345");
    phone.allowed = "no";
    await test.allow();
    expect(test.stage).toBe("denied");
    phone.allowed = "yes";
    await test.allow();
    await pass(0.3);
    expect(test.stage).toBe("ready");
  });

  it("that tell nothing are found out", async () => {
    await test.join("ABCD-2345");
    await test.allow();
    phone.time_s += 4;
    test.tick();
    expect(test.stage).toBe("blind");
    test.tick();
    await new Promise((done) => setTimeout(done));
    expect(phone.link.heard.at(-1)?.state).toBe("blind");
  });

  it("that come late are taken all the same", async () => {
    await test.join("ABCD-2345");
    await test.allow();
    phone.time_s += 4;
    test.tick();
    phone.tells();
    expect(test.stage).toBe("ready");
  });
});

describe("a leg", () => {
  it("is led through by the phone's clock and counts from the stillness on", async () => {
    await getReady();
    test.begin();
    const began_s = phone.time_s;
    await pass(7.5);
    expect(phone.spoken).toEqual(["Sit down.", "Keep still.", "Foot out.", "That was all."]);
    await pass(3);
    expect(test.stage).toBe("result");
    inOrderOnceEach();
    expect(numbers()[0]).toBeGreaterThan(began_s + 1.95);
    expect(numbers().at(-1)).toBeLessThan(began_s + 7.2);
  });

  it("loses nothing when the network is away, and sends it when it is back", async () => {
    await getReady();
    test.begin();
    await pass(3);
    phone.link.reached = false;
    await pass(5);
    expect(test.lost).toBe(true);
    expect(test.stage).toBe("sending");
    expect(phone.spoken).toHaveLength(4);
    phone.link.reached = true;
    await pass(4);
    expect(test.lost).toBe(false);
    expect(test.stage).toBe("result");
    inOrderOnceEach();
  });

  it("is doubled by no answer that got lost", async () => {
    await getReady();
    test.begin();
    await pass(3);
    phone.link.losesAnswers = true;
    await pass(2);
    phone.link.losesAnswers = false;
    await pass(7);
    expect(test.stage).toBe("result");
    inOrderOnceEach();
  });

  it("can be stopped; what was done is read", async () => {
    await getReady();
    test.begin();
    await pass(3);
    expect(test.stopped).toBe(false);
    test.stop();
    await pass(2);
    expect(test.stage).toBe("result");
    expect(test.stopped).toBe(true);
    expect(phone.link.reply.read_take).toBe(1);
    test.begin();
    expect(test.stopped).toBe(false);
  });

  it("begins anew after the page was out of sight", async () => {
    await getReady();
    test.begin();
    await pass(3);
    test.hide();
    expect(test.stage).toBe("ready");
    expect(test.interrupted).toBe(true);
    await pass(2);
    expect(phone.link.reply.read_take).toBe(0);
    test.begin();
    await pass(10);
    expect(phone.link.reply.read_take).toBe(2);
    inOrderOnceEach();
  });

  it("begins anew after the page was asleep", async () => {
    await getReady();
    test.begin();
    await pass(3);
    phone.time_s += 30;
    test.tick();
    expect(test.interrupted).toBe(true);
  });

  it("is begun and stopped by the laptop too, once each", async () => {
    await getReady();
    phone.link.reply = { ...phone.link.reply, asked: { kind: "begin", side: "right", take: 1 } };
    await pass(1.5);
    expect(test.stage).toBe("running");
    expect(test.side).toBe("right");
    phone.link.reply = { ...phone.link.reply, asked: { kind: "stop", side: "right", take: 1 } };
    await pass(2);
    expect(test.stage).toBe("result");
  });

  it("is saved as a file at any time after", async () => {
    await getReady();
    expect(test.canSave).toBe(false);
    test.begin();
    await pass(4);
    test.stop();
    test.save();
    expect(phone.saved[0]?.name).toBe("coxa-seated-rotation-left.csv");
    expect(phone.saved[0]?.content.split("\r\n")[0]).toContain("time_s,alpha_deg");
    expect(phone.saved[0]?.content.split("\r\n").length).toBeGreaterThan(15);
  });
});

describe("a laptop that speaks", () => {
  beforeEach(async () => {
    phone.link.reply = { ...phone.link.reply, speaker: "laptop" };
    await getReady();
    await pass(1.2);
  });

  it("is left every step, and is told of each at once", async () => {
    test.begin();
    const began_s = phone.time_s;
    await pass(7.2);
    expect(phone.spoken).toEqual([]);
    expect(phone.shown).toEqual(["Sit down.", "Keep still.", "Foot out.", "That was all."]);
    const running = phone.link.heard.filter((message) => message.state === "running");
    expect(running.every((message) => message.sound === null)).toBe(true);
    for (const [index, after_s] of [0, 2, 4, 6].entries()) {
      const first = running.find((message) => message.step === index);
      expect((first?.sent_s ?? 0) - began_s - after_s).toBeLessThan(0.25);
    }
  });

  it("is stood in for while it is out of reach, and speaks again when it is back", async () => {
    test.begin();
    await pass(1);
    phone.link.reached = false;
    await pass(3.5);
    expect(phone.spoken).toEqual(["Keep still.", "Foot out."]);
    phone.link.reached = true;
    await pass(3);
    expect(phone.spoken).toEqual(["Keep still.", "Foot out."]);
    expect(phone.shown.at(-1)).toBe("That was all.");
    const back = phone.link.heard.filter((message) => message.step === 2);
    expect(back[0]?.sound).toBe("voice");
  });

  it("that falls silent gives the step back", async () => {
    test.begin();
    phone.link.reply = { ...phone.link.reply, speaker: "phone" };
    await pass(0.2);
    expect(phone.spoken).toEqual(["Sit down."]);
  });
});

describe("a page that is loaded again", () => {
  it("goes on sending a leg that was over", async () => {
    await getReady();
    test.begin();
    await pass(2);
    phone.link.reached = false;
    await pass(6);
    expect(test.stage).toBe("sending");
    const sent = phone.link.rows.length;
    test = new PhoneTest(phone);
    phone.ticket.joined = JOINED;
    await test.restore();
    phone.link.reached = true;
    await pass(4);
    expect(test.stage).toBe("result");
    expect(phone.link.rows.length).toBeGreaterThan(sent);
    inOrderOnceEach();
  });

  it("begins a leg anew that was under way, and can still save it", async () => {
    await getReady();
    test.begin();
    await pass(4);
    test = new PhoneTest(phone);
    phone.ticket.joined = JOINED;
    await test.restore();
    expect(test.stage).toBe("prepare");
    expect(test.interrupted).toBe(true);
    expect(test.canSave).toBe(true);
    await test.allow();
    await pass(0.3);
    test.begin();
    await pass(10);
    expect(phone.link.reply.read_take).toBe(2);
  });
});

describe("the end", () => {
  it("hands over when that is all", async () => {
    await getReady();
    test.begin();
    await pass(9);
    test.finish();
    phone.link.reply = { ...phone.link.reply, over: { kind: "done", text: "Take it off." } };
    await pass(1.5);
    expect(phone.link.heard.at(-1)?.press).toBe("finish");
    expect(test.stage).toBe("over");
    expect(phone.ticket.joined).toBeUndefined();
    expect(phone.store.kept).toBeUndefined();
  });

  it("comes at once with a pinch, which is told as soon as somebody is reached", async () => {
    await getReady();
    test.begin();
    await pass(3);
    phone.link.reached = false;
    test.pinch();
    expect(test.stage).toBe("finishing");
    expect(test.pinched).toBe(true);
    await pass(3);
    phone.link.reached = true;
    await pass(1.5);
    expect(phone.link.heard.at(-1)?.press).toBe("pinch");
  });

  it("is told when the server does not know this phone any more; the recording can be saved", async () => {
    await getReady();
    test.begin();
    await pass(4);
    phone.link.turnsDown = new Refused("phone_not_let_in", "Not known.");
    await pass(1);
    expect(test.stage).toBe("fault");
    expect(test.said).toBe("Not known.");
    expect(test.canSave).toBe(true);
  });
});
