// Whether the camera is to watch, and whether its picture is shown: remembered on this device.

const CAMERA_KEY = "coxa-watch";
const PICTURE_KEY = "coxa-watch-picture";

/** Null until the person has chosen. */
export function rememberedCamera(): boolean | null {
  const kept = read(CAMERA_KEY);
  return kept === null ? null : kept === "yes";
}

export function rememberCamera(wanted: boolean): void {
  write(CAMERA_KEY, wanted ? "yes" : "no");
}

export function rememberedPicture(): boolean {
  return read(PICTURE_KEY) !== "no";
}

export function rememberPicture(shown: boolean): void {
  write(PICTURE_KEY, shown ? "yes" : "no");
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Not remembered, as in a private window.
  }
}
