"""Measures what a user's environment takes on disk: a fresh venv with the wheel and its parts.

Usage: ``python benchmarks/install_size.py [WHEEL]``; without a wheel one is built. The versions
are those of ``requirements/run.lock``. Prints a table of disk use as ``du -m`` counts it
(whole blocks, folders included; 1 MB is 2^20 bytes), largest first.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
AIM_MB = 400
SHOWN = 14
BLOCK_B = 512
MB = 2**20
INSTALLERS = ("pip", "setuptools", "pkg_resources", "_distutils_hack")


def build_wheel(folder: Path) -> Path:
    """Build the wheel from the working tree with what this environment has."""
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "--wheel-dir", str(folder), str(ROOT)], check=True)
    return next(folder.glob("coxa-*.whl"))


def locked_versions() -> str:
    """The lock as constraints: names, versions and markers without the hashes."""
    lock = (ROOT / "requirements/run.lock").read_text(encoding="utf-8")
    pins = re.findall(r"^(\S+==\S+(?: ; [^\\\n]+)?)", lock, flags=re.MULTILINE)
    return "\n".join(pin.strip() for pin in pins)


def install(wheel: Path, folder: Path) -> Path:
    """Install the wheel as a user would. Returns the folder of the installed packages."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    constraints = folder / "constraints.txt"
    constraints.write_text(locked_versions(), encoding="utf-8")
    pip = [str(folder / "bin/python"), "-m", "pip", "install", "--quiet"]
    subprocess.run([*pip, "--constraint", str(constraints), str(wheel)], check=True)
    return next((folder / "lib").glob("python3*/site-packages"))


def sizes_mb(packages: Path) -> Counter[str]:
    """Megabytes per package; a package's bundled libraries count with it."""
    sizes: Counter[str] = Counter()
    for path in packages.rglob("*"):
        top = path.relative_to(packages).parts[0].split("-")[0].removesuffix(".libs")
        sizes[{"opencv_python_headless": "cv2"}.get(top, top)] += path.lstat().st_blocks * BLOCK_B
    return Counter({name: round(size / MB, 1) for name, size in sizes.items()})


def main(arguments: list[str]) -> int:
    """Print the table; 1 when the aim is missed."""
    with tempfile.TemporaryDirectory() as scratch:
        wheel = Path(arguments[0]) if arguments else build_wheel(Path(scratch))
        print(f"{'wheel itself':28}{wheel.stat().st_size / MB:8.1f} MB")
        sizes = sizes_mb(install(wheel, Path(scratch) / "venv"))
    for name, size in sizes.most_common(SHOWN):
        print(f"{name:28}{size:8.1f} MB")
    rest = sum(sizes.values()) - sum(size for _, size in sizes.most_common(SHOWN))
    print(f"{'everything else':28}{rest:8.1f} MB")
    installers = sum(sizes[name] for name in INSTALLERS)
    total = sum(sizes.values()) - installers
    print(f"{'installed':28}{total:8.1f} MB   (aim: under {AIM_MB})")
    print(f"{'with pip and setuptools':28}{total + installers:8.1f} MB")
    return 0 if total < AIM_MB else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
