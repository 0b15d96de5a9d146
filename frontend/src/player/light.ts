// Whether there is light enough to see a person: the mean brightness of a tiny picture, now and then.

const WIDTH_PX = 16;
const HEIGHT_PX = 12;
const EVERY_MS = 1000;
/** Of 255. Below it a camera's picture is mostly noise; above the second it is well again. */
export const DARK_BELOW = 32;
export const FINE_FROM = 40;

export type Brightness = (video: HTMLVideoElement) => number | null;

export class Light {
  dark = false;
  private looked_ms = -Infinity;

  constructor(private readonly brightness: Brightness = meanBrightness()) {}

  look(video: HTMLVideoElement, time_ms: number): void {
    if (time_ms - this.looked_ms < EVERY_MS) return;
    this.looked_ms = time_ms;
    const seen = this.brightness(video);
    if (seen !== null) this.dark = seen < (this.dark ? FINE_FROM : DARK_BELOW);
  }
}

function meanBrightness(): Brightness {
  let context: OffscreenCanvasRenderingContext2D | null | undefined;
  return (video) => {
    context ??= new OffscreenCanvas(WIDTH_PX, HEIGHT_PX).getContext("2d", { willReadFrequently: true });
    if (context === null || video.videoWidth === 0) return null;
    context.drawImage(video, 0, 0, WIDTH_PX, HEIGHT_PX);
    return mean(context.getImageData(0, 0, WIDTH_PX, HEIGHT_PX).data);
  };
}

/** Luma (Rec. 709) of red, green, blue, opacity in turn. */
export function mean(pixels: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    sum += 0.2126 * (pixels[at] ?? 0) + 0.7152 * (pixels[at + 1] ?? 0) + 0.0722 * (pixels[at + 2] ?? 0);
  }
  return sum / (pixels.length / 4);
}
