// Keeps the screen on while a session is open; browsers drop the lock whenever the page is hidden.

export class WakeLock {
  private sentinel: WakeLockSentinel | undefined;
  private wanted = false;

  constructor(private readonly page: Document = document) {
    page.addEventListener("visibilitychange", this.again);
  }

  async hold(): Promise<void> {
    this.wanted = true;
    const held = this.sentinel !== undefined && !this.sentinel.released;
    if (held || this.page.visibilityState !== "visible") return;
    try {
      this.sentinel = await navigator.wakeLock?.request("screen");
    } catch {
      // Low battery, or no such thing here: the session goes on without it.
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
