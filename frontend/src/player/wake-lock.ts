// Keeps the screen on while a session is open; browsers drop the lock whenever the page is hidden.

export class WakeLock {
  private sentinel: WakeLockSentinel | undefined;
  private wanted = false;
  private asking = false;

  constructor(private readonly page: Document = document) {}

  async hold(): Promise<void> {
    this.wanted = true;
    this.page.addEventListener("visibilitychange", this.again);
    const held = this.sentinel !== undefined && !this.sentinel.released;
    if (held || this.asking || this.page.visibilityState !== "visible") return;
    this.asking = true;
    try {
      this.sentinel = await navigator.wakeLock?.request("screen");
      if (!this.wanted) await this.sentinel?.release();
    } catch {
      // Low battery, or no such thing here: the session goes on without it.
    } finally {
      this.asking = false;
    }
  }

  async release(): Promise<void> {
    this.wanted = false;
    this.page.removeEventListener("visibilitychange", this.again);
    await this.sentinel?.release().catch(() => undefined);
  }

  private readonly again = (): void => {
    if (this.wanted) void this.hold();
  };
}
