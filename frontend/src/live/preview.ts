// What is drawn over the camera's picture: where to sit, then the joints and bones that were found.
import { drawOutline } from "./outline.js";
import type { Joint } from "./packet.js";

export interface PreviewColours {
  outline: string;
  bone: string;
  left: string;
  right: string;
}

const SEEN = 0.5;
const [LEFT_LEG, RIGHT_LEG] = [
  [23, 25, 27, 31],
  [24, 26, 28, 32],
];
const TRUNK = [11, 12, 24, 23, 11];
const ARMS = [
  [11, 13, 15],
  [12, 14, 16],
];

/** The canvas takes the picture's own pixels; the page mirrors both alike. */
export class Preview {
  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly colours: PreviewColours,
  ) {}

  draw(joints: readonly Joint[], size: { width_px: number; height_px: number }, outline: boolean): void {
    const { width_px, height_px } = size;
    const context = this.canvas.getContext("2d");
    if (context === null) return;
    if (this.canvas.width !== width_px) this.canvas.width = width_px;
    if (this.canvas.height !== height_px) this.canvas.height = height_px;
    context.clearRect(0, 0, width_px, height_px);
    if (outline) drawOutline(context, width_px, height_px, this.colours.outline);
    if (joints.length === 0) return;
    const line = (marks: readonly number[], colour: string, thick: number): void =>
      drawBones(context, marks.map((mark) => joints[mark] as Joint), colour, {
        width_px,
        height_px,
        line_px: thick * height_px,
      });
    for (const marks of [TRUNK, ...ARMS]) line(marks, this.colours.bone, 0.006);
    line(LEFT_LEG as number[], this.colours.left, 0.012);
    line(RIGHT_LEG as number[], this.colours.right, 0.012);
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
