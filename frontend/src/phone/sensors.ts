// The phone's own sensors, as rows; and the permission for them, which some browsers want asked in a tap.
import type { Row } from "./protocol.js";

type Asks = { requestPermission?: () => Promise<string> };

/** A time stamp further than this from the page's own clock is of some other clock. */
const CLOCKS_APART_MS = 2000;
/** What no phone can measure; the server would turn down the whole batch. */
const MOST = { angle_deg: 360, acceleration_m_s2: 400, rate_deg_s: 10_000 };

const NOTHING = [null, null, null] as const;

export type Allowed = "yes" | "no" | "absent";

/** Ask for both sensors. Must be called from a tap. */
export async function allowSensors(window_: Window & typeof globalThis = window): Promise<Allowed> {
  const kinds = [window_.DeviceMotionEvent, window_.DeviceOrientationEvent] as (Asks | undefined)[];
  if (kinds.every((kind) => kind === undefined)) return "absent";
  try {
    // Both questions go out at once: the second one would no longer be inside the tap.
    const answers = await Promise.all(kinds.map((kind) => kind?.requestPermission?.()));
    return answers.some((answer) => answer === "denied") ? "no" : "yes";
  } catch {
    return "no";
  }
}

export class Sensors {
  /** Rows that told something, so far. */
  told = 0;
  /** Browsers tell an orientation only when it changes: until then the last one holds. */
  private angles: readonly (number | null)[] = NOTHING;

  constructor(
    private readonly hear: (row: Row) => void,
    private readonly target: EventTarget = window,
    private readonly now_ms: () => number = () => performance.now(),
  ) {}

  start(): void {
    this.target.addEventListener("deviceorientation", this.oriented);
    this.target.addEventListener("devicemotion", this.moved);
  }

  stop(): void {
    this.target.removeEventListener("deviceorientation", this.oriented);
    this.target.removeEventListener("devicemotion", this.moved);
  }

  private readonly oriented = (event: Event): void => {
    const { alpha, beta, gamma } = event as DeviceOrientationEvent;
    this.angles = whole([alpha, beta, gamma], MOST.angle_deg);
    this.tell(event, [...this.angles, ...NOTHING, ...NOTHING]);
  };

  private readonly moved = (event: Event): void => {
    const { accelerationIncludingGravity: pull, rotationRate: rate } = event as DeviceMotionEvent;
    const acceleration = whole([pull?.x, pull?.y, pull?.z], MOST.acceleration_m_s2);
    const turning = whole([rate?.alpha, rate?.beta, rate?.gamma], MOST.rate_deg_s);
    const felt = [...acceleration, ...turning];
    // Only what the sensors tell now shows that they are still awake.
    if (felt.some((value) => value !== null)) this.tell(event, [...this.angles, ...felt]);
  };

  /** An event without any number is a browser's way to say that it has no sensor. */
  private tell(event: Event, values: (number | null)[]): void {
    if (values.every((value) => value === null)) return;
    this.told += 1;
    this.hear([Math.round(this.time_ms(event) * 10) / 10_000, ...values]);
  }

  private time_ms(event: Event): number {
    const now_ms = this.now_ms();
    return Math.abs(event.timeStamp - now_ms) < CLOCKS_APART_MS ? event.timeStamp : now_ms;
  }
}

/** All three numbers, or none: an event with a null in it tells nothing. */
function whole(values: (number | null | undefined)[], most: number): (number | null)[] {
  const fine = values.every((one) => typeof one === "number" && Math.abs(one) <= most);
  return fine ? (values as number[]) : [...NOTHING];
}
