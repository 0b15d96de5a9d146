// Which of several ways of running the nets is the fastest here: each looks at the same few frames.

const WARM_UP_FRAMES = 2;
const TIMED_FRAMES = 6;

export interface Looker<Result> {
  /** Look at one frame. Throws when this way does not work here. */
  look(picture: ImageBitmap, time_ms: number): Result;
  /** How many people the result holds. */
  found(result: Result): number;
  close(): void;
}

export interface Look<Result> {
  result: Result;
  spent_ms: number;
}

interface Candidate<Result> {
  looker: Looker<Result>;
  spent_ms: number[];
}

/** The first looker is the one that always works; the others must see what it sees, and faster. */
export class Trial<Result, One extends Looker<Result>> {
  private candidates: Candidate<Result>[];
  private frames = 0;

  constructor(
    lookers: readonly One[],
    private readonly now_ms: () => number = () => performance.now(),
  ) {
    this.candidates = lookers.map((looker) => ({ looker, spent_ms: [] }));
  }

  get settled(): boolean {
    return this.candidates.length === 1;
  }

  /** The one that is used, or will be if no other is faster. */
  get chosen(): One {
    return this.first.looker as One;
  }

  look(picture: ImageBitmap, time_ms: number): Look<Result> {
    const look = this.lookWith(this.first, picture, time_ms);
    for (const other of this.candidates.slice(1)) {
      try {
        const { result } = this.lookWith(other, picture, time_ms);
        if (other.looker.found(result) !== this.first.looker.found(look.result)) this.drop(other);
      } catch {
        this.drop(other);
      }
    }
    this.frames += 1;
    if (!this.settled && this.frames >= WARM_UP_FRAMES + TIMED_FRAMES) this.settle();
    return look;
  }

  private get first(): Candidate<Result> {
    return this.candidates[0] as Candidate<Result>;
  }

  private lookWith(one: Candidate<Result>, picture: ImageBitmap, time_ms: number): Look<Result> {
    const from_ms = this.now_ms();
    const result = one.looker.look(picture, time_ms);
    const spent_ms = this.now_ms() - from_ms;
    if (this.frames >= WARM_UP_FRAMES && !this.settled) one.spent_ms.push(spent_ms);
    return { result, spent_ms };
  }

  private settle(): void {
    const fastest = this.candidates.reduce((best, other) =>
      middle(other.spent_ms) < middle(best.spent_ms) ? other : best,
    );
    for (const other of this.candidates) if (other !== fastest) other.looker.close();
    this.candidates = [fastest];
  }

  private drop(one: Candidate<Result>): void {
    one.looker.close();
    this.candidates = this.candidates.filter((other) => other !== one);
  }
}

export function middle(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Infinity;
}
