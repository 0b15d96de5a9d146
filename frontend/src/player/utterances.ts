// A text in pieces that a browser speaks to their end: some fall silent after about 15 seconds.

const LONGEST_S = 10;
/** As in coxa.coach.phases: a calm speaking rate. */
const LETTERS_PER_S = 14;

/** Pieces short enough at this rate, cut after sentences where possible, else after a comma or word. */
export function pieces(text: string, rate: number): string[] {
  const most = Math.floor(LONGEST_S * LETTERS_PER_S * rate);
  return packed(text.split(/(?<=[.!?…;:])\s+/).flatMap((sentence) => shortened(sentence, most)), most);
}

/** A sentence, or its parts where it is too long. */
function shortened(sentence: string, most: number): string[] {
  if (sentence.length <= most) return [sentence];
  const clauses = sentence.split(/(?<=,)\s+/);
  return packed(clauses.length > 1 ? clauses.flatMap((one) => shortened(one, most)) : sentence.split(/\s+/), most);
}

/** As few pieces as fit. */
function packed(parts: readonly string[], most: number): string[] {
  const whole: string[] = [];
  for (const part of parts.filter((one) => one !== "")) {
    const last = whole.at(-1);
    if (last !== undefined && last.length + 1 + part.length <= most) whole[whole.length - 1] = `${last} ${part}`;
    else whole.push(part);
  }
  return whole;
}
