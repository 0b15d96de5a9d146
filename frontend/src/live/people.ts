// When to count the people in view: it costs as much as several frames, so only now and then.

const AT_FIRST_MS = 1000;
const LATER_MS = 2000;

export class PeopleSchedule {
  private last_ms = -Infinity;

  /** Whether to count in the frame of this time; `settled` once the set-up is done. */
  due(time_ms: number, settled: boolean): boolean {
    if (time_ms - this.last_ms < (settled ? LATER_MS : AT_FIRST_MS)) return false;
    this.last_ms = time_ms;
    return true;
  }
}
