// The phone's screens with something to read and something to press, one for each stage.
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";

import { sideBadge } from "../player/side-badge.js";
import { fill } from "../player/words.js";
import type { PhoneTest, Stage } from "./phone-test.js";
import type { Side } from "./protocol.js";
import type { PhoneWords } from "./words.js";

export interface Doing {
  join(code: string): void;
  allow(): void;
  begin(): void;
  other(): void;
  choose(side: Side): void;
  finish(): void;
  pinch(): void;
  stop(): void;
  save(): void;
}

type Screen = (words: PhoneWords, test: PhoneTest, doing: Doing, sound: TemplateResult) => TemplateResult;

const SCREENS: Record<Exclude<Stage, "running">, Screen> = {
  join: (words, test, doing) => join(words, test, doing),
  joining: (words) => html`<div role="status"><h1>${words.joining}</h1></div>`,
  prepare,
  asking: (words) => html`<div role="status"><h1>${words.asking}</h1></div>`,
  denied: (words, _, doing) => blind(words, words.deniedTitle, words.denied, doing),
  blind: (words, _, doing) => blind(words, words.blindTitle, words.blind, doing),
  ready,
  sending,
  result,
  finishing,
  over,
  fault,
};

export function screenOf(
  words: PhoneWords,
  test: PhoneTest,
  doing: Doing,
  sound: TemplateResult,
): TemplateResult {
  const screen = SCREENS[test.stage as Exclude<Stage, "running">];
  return html`
    <div class="plain" data-stage=${test.stage}>${screen(words, test, doing, sound)}</div>
  `;
}

function join(words: PhoneWords, test: PhoneTest, doing: Doing): TemplateResult {
  const typed = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    doing.join(String(form.get("code") ?? ""));
  };
  return html`
    <h1>${test.said === "" ? words.join : words.joinAgain}</h1>
    ${test.said === "" ? nothing : html`<p class="wrong" role="alert">${test.said}</p>`}
    <form @submit=${typed}>
      <label for="code">${words.code}</label>
      <p class="soft" id="hint">${words.joinHint}</p>
      <input
        id="code"
        name="code"
        required
        maxlength="20"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        aria-describedby="hint"
      />
      <button type="submit" class="main">${words.joinButton}</button>
    </form>
  `;
}

function prepare(words: PhoneWords, test: PhoneTest, doing: Doing, sound: TemplateResult): TemplateResult {
  return html`
    <p class="soft">${words.tests[test.joined?.test ?? ""] ?? nothing}</p>
    <h1>${hip(words, test.side)}</h1>
    ${broken(words, test)}
    <ol>
      ${words.strap.map((sentence) => html`<li>${sentence}</li>`)}
    </ol>
    ${legs(words, test, doing)}
    <button type="button" class="main" @click=${doing.allow}>${words.allow}</button>
    <p class="soft">${words.allowHint}</p>
    <div class="row">${sound} ${save(words, test, doing)}</div>
  `;
}

function blind(words: PhoneWords, title: string, why: string, doing: Doing): TemplateResult {
  return html`
    <h1>${title}</h1>
    <p role="alert">${why}</p>
    <button type="button" class="main" @click=${doing.allow}>${words.again}</button>
  `;
}

function ready(words: PhoneWords, test: PhoneTest, doing: Doing, sound: TemplateResult): TemplateResult {
  return html`
    ${sideBadge(test.side, words)}
    <h1>${words.ready}</h1>
    ${broken(words, test)}
    <p>${words.readyHint}</p>
    ${test.laptopSpeaks ? html`<p role="status">${words.laptopSpeaks}</p>` : nothing}
    <button type="button" class="main" @click=${doing.begin}>${fill(words.start, { hip: hip(words, test.side) })}</button>
    ${legs(words, test, doing)}
    <div class="row">${sound} ${save(words, test, doing)}</div>
    ${pinchButton(words, doing)}
  `;
}

function sending(words: PhoneWords, test: PhoneTest, doing: Doing): TemplateResult {
  return html`
    ${waiting(words, test, words.sending)}
    ${test.lost ? save(words, test, doing) : nothing} ${pinchButton(words, doing)}
  `;
}

function result(words: PhoneWords, test: PhoneTest, doing: Doing): TemplateResult {
  const latest = test.latest;
  const side = latest?.side ?? test.side;
  const other = side === "left" ? words.right : words.left;
  const more = choice(fill(words.otherLeg, { side: other }), doing.other);
  const again = choice(words.onceMore, doing.begin);
  const finish = choice(words.finish, doing.finish);
  const notRead = test.stopped ? words.stopped : words.notRead;
  // What most people want next comes first, and stands out.
  const [first, ...others] = test.bothRead
    ? [finish, again]
    : latest?.accepted
      ? [more, finish, again]
      : [again, more, finish];
  return html`
    ${sideBadge(side, words)}
    <div role="status"><h1>${latest?.accepted ? words.resultTitle : notRead}</h1></div>
    ${latest?.lines.map((line) => html`<p class="big">${line}</p>`)}
    ${latest?.reasons.map((reason) => html`<p>${reason}</p>`)}
    ${first?.(true)} ${others.map((one) => one(false))}
    <div class="row">${save(words, test, doing)}</div>
    ${pinchButton(words, doing)}
  `;
}

function choice(text: string, press: () => void): (main: boolean) => TemplateResult {
  return (main) => html`
    <button type="button" class=${main ? "main" : ""} @click=${press}>${text}</button>
  `;
}

function finishing(words: PhoneWords, test: PhoneTest): TemplateResult {
  if (test.pinched) return html`<div role="alert"><h1>${words.pinchTitle}</h1></div><p>${words.pinchNow}</p>`;
  return waiting(words, test, words.finishing);
}

/** Something goes to the laptop, if it is there. */
function waiting(words: PhoneWords, test: PhoneTest, doing: string): TemplateResult {
  return html`
    <div role="status">
      <h1>${test.lost ? words.sendingLostTitle : doing}</h1>
      ${test.lost ? html`<p>${words.sendingLost}</p>` : nothing}
    </div>
  `;
}

function over(words: PhoneWords, test: PhoneTest): TemplateResult {
  const kind = test.ending?.kind;
  const title =
    kind === "pinch" ? words.pinchTitle : kind === "done" ? words.overTitle : words.endedTitle;
  return html`
    <h1>${title}</h1>
    <p role="status">${test.ending?.text ?? ""}</p>
  `;
}

function fault(words: PhoneWords, test: PhoneTest, doing: Doing): TemplateResult {
  return html`
    <h1>${words.refused}</h1>
    <p role="alert">${test.said}</p>
    ${save(words, test, doing)}
  `;
}

function broken(words: PhoneWords, test: PhoneTest): TemplateResult | typeof nothing {
  return test.interrupted ? html`<p class="wrong" role="alert">${words.interrupted}</p>` : nothing;
}

function hip(words: PhoneWords, side: Side): string {
  return fill(words.hip, { side: side === "left" ? words.left : words.right });
}

function legs(words: PhoneWords, test: PhoneTest, doing: Doing): TemplateResult {
  const leg = (side: Side, name: string): TemplateResult => html`
    <label class="leg ${side}">
      <input
        type="radio"
        name="leg"
        .checked=${test.side === side}
        @change=${() => doing.choose(side)}
      />
      ${name}
    </label>
  `;
  return html`
    <fieldset class="legs">
      <legend>${words.whichLeg}</legend>
      ${leg("left", words.left)} ${leg("right", words.right)}
    </fieldset>
  `;
}

function save(words: PhoneWords, test: PhoneTest, doing: Doing): TemplateResult | typeof nothing {
  if (!test.canSave) return nothing;
  return html`
    <button type="button" class="save" @click=${doing.save}>${words.save}</button>
    <p class="soft">${words.saveHint}</p>
  `;
}

function pinchButton(words: PhoneWords, doing: Doing): TemplateResult {
  return html`<button type="button" class="hurts" @click=${doing.pinch}>${words.pinch}</button>`;
}
