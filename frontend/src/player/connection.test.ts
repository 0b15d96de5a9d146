// The line: events in order, numbered, repeated until acknowledged, never two at a time.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { Connection } from "./connection.js";
import { aReply, aScreen } from "./testing.js";
import type { Fault } from "./protocol.js";

type Answer = () => Promise<Response>;

let answers: Answer[];
let posted: { number: number; kind: string }[];
let log: string[];
let faults: Fault[];
let connection: Connection;

const ok =
  (next_number: number): Answer =>
  () =>
    Promise.resolve(Response.json({ ...aReply(aScreen()), next_number }));
const down: Answer = () => Promise.reject(new TypeError("network"));
const broken: Answer = () => Promise.resolve(new Response("oops", { status: 502 }));
const refused: Answer = () =>
  Promise.resolve(Response.json({ id: "blocked", message: "Not now." }, { status: 403 }));

beforeEach(() => {
  vi.useFakeTimers();
  answers = [];
  posted = [];
  log = [];
  faults = [];
  const ask = (_: unknown, init?: RequestInit): Promise<Response> => {
    const body = JSON.parse(String(init?.body)) as { number: number; event: { kind: string } };
    posted.push({ number: body.number, kind: body.event.kind });
    return (answers.shift() ?? down)();
  };
  const listener = {
    acknowledged: (_: unknown, idle: boolean) => log.push(idle ? "idle" : "busy"),
    lost: () => log.push("lost"),
    found: () => log.push("found"),
    refused: (fault: Fault) => faults.push(fault),
  };
  connection = new Connection("/api/sessions/1", "token", listener, ask as typeof fetch);
});

afterEach(() => vi.useRealTimers());

describe("sending", () => {
  it("numbers events by what the server says comes next", async () => {
    answers = [ok(1), ok(2)];
    connection.send({ kind: "begin", t_s: 0 });
    connection.send({ kind: "tick", t_s: 5 });
    await vi.runAllTimersAsync();
    expect(posted).toEqual([
      { number: 0, kind: "begin" },
      { number: 1, kind: "tick" },
    ]);
    expect(log).toEqual(["busy", "idle"]);
  });

  it("repeats the same event under the same number until it is acknowledged", async () => {
    answers = [down, broken, ok(1), ok(2)];
    connection.send({ kind: "tick", t_s: 5 });
    await vi.advanceTimersByTimeAsync(1);
    connection.send({ kind: "pause", t_s: 6, reason: "connection" });
    await vi.runAllTimersAsync();
    expect(posted.map(({ number, kind }) => `${number} ${kind}`)).toEqual([
      "0 tick",
      "0 tick",
      "0 tick",
      "1 pause",
    ]);
    expect(log).toEqual(["lost", "found", "busy", "idle"]);
  });

  it("tells of the loss once, however long it lasts", async () => {
    answers = [down, down, down, down, down, ok(1)];
    connection.send({ kind: "tick", t_s: 5 });
    await vi.runAllTimersAsync();
    expect(log).toEqual(["lost", "found", "idle"]);
  });

  it("drops what waited behind an event that was turned down", async () => {
    answers = [refused];
    connection.send({ kind: "begin", t_s: 0 });
    connection.send({ kind: "tick", t_s: 5 });
    await vi.runAllTimersAsync();
    expect(faults).toEqual([{ id: "blocked", message: "Not now." }]);
    expect(posted).toHaveLength(1);
  });
});
