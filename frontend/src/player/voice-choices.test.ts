// What was chosen comes back; whatever else stands in the browser's store does no harm.
import { beforeEach, describe, expect, it, vi } from "vitest";

import { commandOf } from "./keys.js";
import { AS_IT_COMES, rememberVoice, rememberedVoice } from "./voice-choices.js";

beforeEach(() => localStorage.clear());

describe("the choices of a voice", () => {
  it("are as it comes until something was chosen", () => {
    expect(rememberedVoice()).toEqual(AS_IT_COMES);
  });

  it("come back as they were, each language with its own voice", () => {
    const chosen = { voices: { en: "a", de: "b" }, rate: 1.2, volume: 0.4, reader: true, vibrates: true, keys: false };
    rememberVoice(chosen);
    expect(rememberedVoice()).toEqual(chosen);
  });

  it.each(["", "null", "[]", "3", '{"voices":3,"rate":"x","volume":null,"reader":1}', "{"])(
    "are as it comes where the store holds %j",
    (kept) => {
      localStorage.setItem("coxa-voice", kept);
      expect(rememberedVoice()).toEqual(AS_IT_COMES);
    },
  );

  it("stay within what can be chosen", () => {
    localStorage.setItem("coxa-voice", '{"rate":9,"volume":0,"voices":{"en":4,"de":"b"}}');
    expect(rememberedVoice()).toMatchObject({ rate: 1.4, volume: 0.1, voices: { de: "b" } });
  });

  it("hold for the session where nothing can be stored", () => {
    const full = vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new Error("full");
    });
    expect(() => rememberVoice(AS_IT_COMES)).not.toThrow();
    full.mockRestore();
  });

  it("switch single keys off, for whoever dictates", () => {
    const press = () => commandOf(new KeyboardEvent("keydown", { key: "p" }));
    expect(press()).toBe("pain");
    rememberVoice({ ...AS_IT_COMES, keys: false });
    expect(press()).toBeUndefined();
  });
});
