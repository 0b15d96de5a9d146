// One frame on the wire: little-endian, laid out as FRAME of coxa.capture (live.py reads it). A message
// holds one or more of them (bundle.ts).

export const LANDMARKS = 33;
export const PACKET_BYTES = 816;
/** In one message; coxa.site.live.messages says the same. */
export const MOST_FRAMES = 16;

const OFFSETS = {
  number: 0, // u4
  people: 4, // i4
  time_s: 8, // f8
  score: 16, // f4
  by_mirror: 20, // u4
  image_px: 24, // f4 (33, 2)
  visibility: 288, // f4 (33,)
  world_m: 420, // f4 (33, 3)
};

/** Where one joint is: in the picture (shares of its width and height) and in metres from the hips. */
export interface Joint {
  x: number;
  y: number;
  visibility: number;
  world_m: [number, number, number];
}

export interface Frame {
  /** From 0, never twice. */
  number: number;
  /** Of the camera's frame, by the page's clock. */
  time_s: number;
  /** Heads in the picture; -1 when they were not counted in this frame. */
  people: number;
  /** The nets were shown the picture left for right; the joints are turned back already. */
  by_mirror: boolean;
  /** 33 joints of whom was followed; none when nobody was seen. */
  joints: readonly Joint[];
}

export function pack(frame: Frame, width_px: number, height_px: number): ArrayBuffer {
  const packet = new ArrayBuffer(PACKET_BYTES);
  const view = new DataView(packet);
  view.setUint32(OFFSETS.number, frame.number, true);
  view.setInt32(OFFSETS.people, frame.people, true);
  view.setFloat64(OFFSETS.time_s, frame.time_s, true);
  if (frame.joints.length !== LANDMARKS) return packet;
  view.setFloat32(OFFSETS.score, 1, true);
  view.setUint32(OFFSETS.by_mirror, frame.by_mirror ? 1 : 0, true);
  frame.joints.forEach((joint, index) => {
    view.setFloat32(OFFSETS.image_px + 8 * index, joint.x * width_px, true);
    view.setFloat32(OFFSETS.image_px + 8 * index + 4, joint.y * height_px, true);
    view.setFloat32(OFFSETS.visibility + 4 * index, joint.visibility, true);
    joint.world_m.forEach((metres, axis) =>
      view.setFloat32(OFFSETS.world_m + 12 * index + 4 * axis, metres, true),
    );
  });
  return packet;
}
