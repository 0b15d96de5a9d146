// Joins the camera that is open with the video element that is on the page, whichever comes first.
import type { OpenCamera } from "./camera.js";
import { everyFrame } from "./frames.js";

export type FrameShown = (video: HTMLVideoElement, time_ms: number) => void;

interface Wanted {
  camera: OpenCamera;
  frame: FrameShown;
}

export class Feed {
  private wanted: Wanted | undefined;
  private video: HTMLVideoElement | null = null;
  private stop: (() => void) | undefined;

  constructor(private readonly watch: typeof everyFrame = everyFrame) {}

  /** Show this camera and call for each frame, until the function that this gives is called. */
  show(camera: OpenCamera, frame: FrameShown): () => void {
    const wanted = { camera, frame };
    this.wanted = wanted;
    this.join();
    return () => {
      if (this.wanted !== wanted) return;
      this.wanted = undefined;
      this.join();
    };
  }

  /** The page has been drawn; the picture goes here now. */
  into(video: HTMLVideoElement | null): void {
    if (video === this.video) return;
    if (this.video !== null) this.video.srcObject = null;
    this.video = video;
    this.join();
  }

  private join(): void {
    this.stop?.();
    this.stop = undefined;
    const { video, wanted } = this;
    if (video === null) return;
    video.srcObject = wanted?.camera.stream ?? null;
    if (wanted === undefined) return;
    // Refused only when the page is going away; the frames stop then anyway.
    video.play().catch(() => undefined);
    this.stop = this.watch(video, (time_ms) => wanted.frame(video, time_ms));
  }
}
