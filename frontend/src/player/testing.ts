// Stand-ins for tests: a screen, a reply, a cue, a speaker and a beeper that only remember.
import type { Beeper } from "./beeper.js";
import type { Cue, Reply, Screen } from "./protocol.js";
import type { Speaker } from "./speaker.js";
import type { Glimpse, Looks, SeenMoment, SeenWhat } from "./watch-protocol.js";

export function aScreen(changes: Partial<Screen> = {}): Screen {
  const screen: Screen = {
    phase: "hold",
    running: true,
    paused: null,
    t_s: 0,
    phase_started_s: 0,
    phase_ends_s: 30,
    next_tick_s: null,
    exercise_id: "clamshell",
    exercise: "Clamshell",
    side: "left",
    count: "seconds",
    rep: 1,
    reps: 8,
    now: "Hold",
    next: null,
    place: null,
    sets_behind: 0,
    sets_planned: 2,
    ending: null,
    camera: false,
    watchable: false,
    watched: false,
    waiting_for: null,
    fault: null,
    hold_left_s: null,
    range_share: 1,
    best_share: null,
    ...changes,
  };
  return { ...screen, next_tick_s: changes.next_tick_s ?? screen.phase_ends_s };
}

export function aReply(screen: Screen, cues: Cue[] = []): Reply {
  return { id: "0".repeat(32), next_number: 1, screen, cues };
}

export function aCue(at_s: number, text: string | null, changes: Partial<Cue> = {}): Cue {
  return { at_s, kind: "say", priority: "normal", text, ...changes };
}

export class FakeSpeaker implements Speaker {
  works = true;
  said: string[] = [];
  queued: string[] = [];
  silenced = 0;
  woken = 0;

  wake(): void {
    this.woken += 1;
  }

  say(text: string, queue: boolean): void {
    this.said.push(text);
    if (queue) this.queued.push(text);
  }

  silence(): void {
    this.silenced += 1;
  }
}

export class FakeBeeper implements Beeper {
  tones: string[] = [];

  wake(): void {}

  beep(tone: "short" | "end"): void {
    this.tones.push(tone);
  }
}

export function aVoice(
  name: string,
  lang: string,
  changes: Partial<SpeechSynthesisVoice> = {},
): SpeechSynthesisVoice {
  return { name, lang, voiceURI: `urn:${name}`, localService: true, default: false, ...changes };
}

export class FakeUtterance extends EventTarget {
  lang = "";
  rate = 1;
  volume = 1;
  voice: SpeechSynthesisVoice | null = null;

  constructor(readonly text: string) {
    super();
  }
}

/** The browser's speech, that says nothing by itself: what is spoken goes on until it is cancelled. */
export class FakeSynthesis extends EventTarget {
  spoken: FakeUtterance[] = [];
  cancels = 0;
  speaking = false;
  pending = false;
  paused = false;

  constructor(public voices: SpeechSynthesisVoice[] = []) {
    super();
  }

  get real(): SpeechSynthesis {
    return this as unknown as SpeechSynthesis;
  }

  get texts(): string[] {
    return this.spoken.map(({ text }) => text);
  }

  getVoices(): SpeechSynthesisVoice[] {
    return this.voices;
  }

  speak(utterance: FakeUtterance): void {
    this.spoken.push(utterance);
    this.speaking = true;
  }

  cancel(): void {
    this.cancels += 1;
    this.speaking = false;
  }

  resume(): void {
    this.paused = false;
  }

  /** The last one is heard. */
  start(): void {
    this.spoken.at(-1)?.dispatchEvent(new Event("start"));
  }

  fault(error: string): void {
    this.spoken.at(-1)?.dispatchEvent(Object.assign(new Event("error"), { error }));
  }
}

export function aGlimpse(changes: Partial<Glimpse> = {}): Glimpse {
  return { share: 0.5, in_position: false, at_end: false, set_up: null, seen: true, ...changes };
}

export function aMoment(what: SeenWhat, changes: Partial<SeenMoment> = {}): SeenMoment {
  return { what, share: null, fault_id: null, ago_s: 0, ...changes };
}

export function aLook(changes: Partial<Looks> = {}): Looks {
  return { kind: "looks", turn: 1, number: 0, glimpse: aGlimpse(), seen: [], afresh: false, ...changes };
}
