"""Writes what MediaPipe's own Python pose sees in the stills beside this file, as the golden.

Run by hand in an environment of its own with ``mediapipe==0.10.21``, in whose
``modules/pose_landmark`` the heavy weights were put. Landmarks are in pixels, once with every
still on its own (``static``) and once as a film of 30 pictures a second (``tracked``), without
smoothing of the landmarks. The stills are every second picture of a clip of the rig.
"""

from __future__ import annotations

import json
from pathlib import Path

import cv2
import mediapipe  # type: ignore[import-not-found]

HERE = Path(__file__).parent


def read(complexity: int, static: bool) -> list[dict[str, object]]:
    """Landmarks of every still."""
    pose = mediapipe.solutions.pose.Pose(
        static_image_mode=static, model_complexity=complexity, smooth_landmarks=False
    )
    found: list[dict[str, object]] = []
    for still in sorted(HERE.glob("*.jpg")):
        picture = cv2.imread(str(still))
        assert picture is not None
        height, width = picture.shape[:2]
        seen = pose.process(cv2.cvtColor(picture, cv2.COLOR_BGR2RGB))
        marks, world = seen.pose_landmarks.landmark, seen.pose_world_landmarks.landmark
        found.append(
            {
                "still": still.name,
                "image_px": [[round(m.x * width, 2), round(m.y * height, 2)] for m in marks],
                "visibility": [round(m.visibility, 4) for m in marks],
                "world_m": [[round(m.x, 4), round(m.y, 4), round(m.z, 4)] for m in world],
            }
        )
    return found


def main() -> None:
    """Both models, on their own and in a row."""
    golden = {
        "made_by": f"mediapipe {mediapipe.__version__}",
        **{
            model: {"static": read(complexity, True), "tracked": read(complexity, False)}
            for model, complexity in (("full", 1), ("heavy", 2))
        },
    }
    text = json.dumps(golden, separators=(",", ":"))
    (HERE / "mediapipe.json").write_text(text.replace('{"still"', '\n{"still"') + "\n")


if __name__ == "__main__":
    main()
