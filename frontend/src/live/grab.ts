// The picture that a video shows now, in a form that can be handed to the worker.

export type Picture = ImageBitmap | VideoFrame;
export type Grab = (video: HTMLVideoElement) => Promise<Picture>;

/** The camera's frame as it is, which costs nothing; a copy where a browser has no such thing. */
export const grab: Grab = async (video) => frameOf(video) ?? (await createImageBitmap(video));

function frameOf(video: HTMLVideoElement): VideoFrame | null {
  if (typeof VideoFrame !== "function") return null;
  const frame = new VideoFrame(video);
  // A camera held upright may send frames that only the video element turns.
  if (frame.displayWidth === video.videoWidth && frame.displayHeight === video.videoHeight) return frame;
  frame.close();
  return null;
}
