// The picture as it is shown during the test: what the camera sees, where to sit, joints and bones.
import { drawOutline } from "./outline.js";
import type { Joint } from "./packet.js";

export interface PreviewColours {
  outline: string;
  bone: string;
  left: string;
  right: string;
}

const SEEN = 0.5;
const LEFT_LEG = [23, 25, 27, 31];
const RIGHT_LEG = [24, 26, 28, 32];
const TRUNK = [11, 12, 24, 23, 11];
const ARMS = [
  [11, 13, 15],
  [12, 14, 16],
];

/**
 * Picture and drawing are one canvas, which is renewed when a frame has been looked at: a video under
 * a canvas would be put together anew for each of the camera's frames, which takes time from the nets.
 */
export class Preview {
  private outline: OffscreenCanvas | undefined;

  constructor(
    readonly canvas: HTMLCanvasElement,
    private readonly colours: PreviewColours,
  ) {}

  draw(video: HTMLVideoElement, joints: readonly Joint[], withOutline: boolean): void {
    const { videoWidth: width_px, videoHeight: height_px } = video;
    const context = this.canvas.getContext("2d", { alpha: false });
    if (context === null || width_px === 0) return;
    if (this.canvas.width !== width_px) this.canvas.width = width_px;
    if (this.canvas.height !== height_px) this.canvas.height = height_px;
    context.drawImage(video, 0, 0);
    if (withOutline) context.drawImage(this.outlineOf(width_px, height_px), 0, 0);
    if (joints.length === 0) return;
    const size = { width_px, height_px };
    const line = (marks: readonly number[], colour: string, thick: number): void =>
      drawBones(context, marks.map((mark) => joints[mark] as Joint), colour, {
        ...size,
        line_px: thick * height_px,
      });
    for (const marks of [TRUNK, ...ARMS]) line(marks, this.colours.bone, 0.006);
    line(LEFT_LEG, this.colours.left, 0.012);
    line(RIGHT_LEG, this.colours.right, 0.012);
  }

  /** Drawn once for each size, on a canvas of its own. */
  private outlineOf(width_px: number, height_px: number): OffscreenCanvas {
    const kept = this.outline;
    if (kept !== undefined && kept.width === width_px && kept.height === height_px) return kept;
    const made = new OffscreenCanvas(width_px, height_px);
    const context = made.getContext("2d");
    if (context !== null) drawOutline(context, width_px, height_px, this.colours.outline);
    this.outline = made;
    return made;
  }
}

interface Scale {
  width_px: number;
  height_px: number;
  line_px: number;
}

/** A line through joints, with a dot on each; what is not seen is left out. */
function drawBones(
  context: CanvasRenderingContext2D,
  joints: readonly Joint[],
  colour: string,
  { width_px, height_px, line_px }: Scale,
): void {
  const seen = joints.filter((joint) => joint.visibility >= SEEN);
  context.strokeStyle = context.fillStyle = colour;
  context.lineWidth = line_px;
  context.beginPath();
  seen.forEach(({ x, y }) => context.lineTo(x * width_px, y * height_px));
  context.stroke();
  for (const { x, y } of seen) {
    context.beginPath();
    context.arc(x * width_px, y * height_px, 1.6 * line_px, 0, 2 * Math.PI);
    context.fill();
  }
}
