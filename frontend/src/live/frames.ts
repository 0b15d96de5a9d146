// The camera's frames, one call each, with the moment at which the camera took them.

/** `time_ms` by the page's clock (`performance.now`). */
export type FrameSeen = (time_ms: number) => void;

/** A frame's own time where the browser tells it; else when it was shown. */
export function timeOf(shown_ms: number, about: Partial<VideoFrameCallbackMetadata>): number {
  return about.captureTime ?? shown_ms;
}

/** Call for every new frame of a playing video until the function that this gives is called. */
export function everyFrame(video: HTMLVideoElement, seen: FrameSeen): () => void {
  return typeof video.requestVideoFrameCallback === "function"
    ? byVideo(video, seen)
    : byScreen(video, seen);
}

function byVideo(video: HTMLVideoElement, seen: FrameSeen): () => void {
  let handle = 0;
  const called = (shown_ms: number, about: VideoFrameCallbackMetadata): void => {
    handle = video.requestVideoFrameCallback(called);
    seen(timeOf(shown_ms, about));
  };
  handle = video.requestVideoFrameCallback(called);
  return () => video.cancelVideoFrameCallback(handle);
}

/** Browsers without frame callbacks: look at every repaint whether the video has moved on. */
function byScreen(video: HTMLVideoElement, seen: FrameSeen): () => void {
  let handle = 0;
  let last_s = -1;
  const called = (now_ms: number): void => {
    handle = requestAnimationFrame(called);
    if (video.currentTime === last_s) return;
    last_s = video.currentTime;
    seen(now_ms);
  };
  handle = requestAnimationFrame(called);
  return () => cancelAnimationFrame(handle);
}
