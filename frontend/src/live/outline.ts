// Where to sit: the outline of a seated person as the camera should see them, drawn over the picture.

// The middles of limbs that are LIMB thick. Heights as shares of the picture's height, from its top; sideways from its middle, in the same unit.
// Read off a recording that is read well: the whole body with a hand's breadth around it.
const HEAD = { y: 0.24, radius: 0.016 };
const SHOULDERS = { x: 0.085, y: 0.355 };
const HIPS = { x: 0.055, y: 0.56 };
const KNEES = { x: 0.1, y: 0.585 };
const ANKLES = { x: 0.112, y: 0.85 };
const TOES = { x: 0.118, y: 0.93 };
const LIMB = 0.085;
const EDGE = 0.009;

/** Draw it in a picture of this size; the canvas must hold nothing else yet. */
export function drawOutline(
  context: OffscreenCanvasRenderingContext2D,
  width_px: number,
  height_px: number,
  colour: string,
): void {
  const body = path(width_px / 2, height_px);
  context.save();
  context.lineCap = context.lineJoin = "round";
  context.strokeStyle = context.fillStyle = colour;
  // Thick, then its inside taken away again: what stays is one line around all limbs.
  stroke(context, body, LIMB * height_px);
  context.globalCompositeOperation = "destination-out";
  stroke(context, body, (LIMB - 2 * EDGE) * height_px);
  context.restore();
}

function path(middle_px: number, height_px: number): Path2D {
  const body = new Path2D();
  const to = (x: number, y: number): [number, number] => [middle_px + x * height_px, y * height_px];
  body.arc(...to(0, HEAD.y), HEAD.radius * height_px, 0, 2 * Math.PI);
  body.moveTo(...to(-SHOULDERS.x, SHOULDERS.y));
  body.lineTo(...to(SHOULDERS.x, SHOULDERS.y));
  body.lineTo(...to(HIPS.x, HIPS.y));
  body.lineTo(...to(-HIPS.x, HIPS.y));
  body.closePath();
  for (const side of [-1, 1]) {
    body.moveTo(...to(side * HIPS.x, HIPS.y));
    for (const joint of [KNEES, ANKLES, TOES]) body.lineTo(...to(side * joint.x, joint.y));
  }
  return body;
}

function stroke(context: OffscreenCanvasRenderingContext2D, body: Path2D, width_px: number): void {
  context.lineWidth = width_px;
  context.stroke(body);
  context.fill(body);
}
