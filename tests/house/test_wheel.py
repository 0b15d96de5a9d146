"""The wheel holds what a user needs, no more, and runs where nothing of the repository is."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from coxa.catalogue import load_catalogue
from tests.house.tracked import ROOT, tracked_files

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from what the last full build left, so that this needs neither Node nor a network."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    environment = {**os.environ, "COXA_SKIP_FRONTEND_BUILD": "1"}
    subprocess.run([*build, "--wheel-dir", str(folder), str(ROOT)], check=True, env=environment)
    return next(folder.glob("coxa-*.whl"))


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    return set(zipfile.ZipFile(wheel).namelist())


def test_every_tracked_file_of_the_package_is_in_the_wheel(names: set[str]) -> None:
    wanted = {path.relative_to(ROOT / "src").as_posix() for path in tracked_files("src/coxa")}
    assert len(wanted) > 100
    assert wanted - names == set()


def test_the_built_parts_are_in_the_wheel(names: set[str]) -> None:
    assert {"coxa/site/static/built/main.js", "coxa/site/static/built/phone.js"} <= names
    pose = {name.split("/")[-1] for name in names if "/built/pose/" in name}
    assert pose == {
        "pose_landmarker_full.task",
        "vision_wasm_module_internal.js",
        "vision_wasm_module_internal.wasm",
    }
    fonts = {name.split("/")[-1] for name in names if "/handout/fonts/" in name}
    assert fonts == {"regular.ttf", "bold.ttf"}
    figure = {name.split("/")[-1] for name in names if "/body/figure/data/" in name}
    assert figure == {"figure.npz"}
    assert "coxa/site/static/built/figure/figure.bin" in names
    assert any(name.startswith("coxa/samples/") and name.endswith(".mp4") for name in names)


def test_the_pose_models_in_the_wheel_are_the_checked_ones(wheel: Path) -> None:
    table = (ROOT / "src/coxa/pose/weights/SHA256SUMS").read_text(encoding="ascii")
    with zipfile.ZipFile(wheel) as archive:
        for line in table.splitlines():
            expected, name = line.split()
            content = archive.read(f"coxa/pose/weights/{name}")
            assert hashlib.sha256(content).hexdigest() == expected, name


def test_development_stays_outside(names: set[str]) -> None:
    tops = {name.split("/")[0].split("-")[0] for name in names}
    assert tops == {"coxa"}
    assert [name for name in names if "node_modules" in name or name.endswith(".ts")] == []


def test_the_unpacked_wheel_works_away_from_the_repository(wheel: Path, tmp_path: Path) -> None:
    """The catalogue, the words and the command line come out of the wheel alone."""
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    program = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r}); import coxa, coxa.cli; "
        "from coxa.body import motion; from coxa.catalogue import load_catalogue; "
        "from coxa.quantities import Side; "
        "assert motion(load_catalogue().exercises['clamshell'], Side.LEFT).samples; "
        f"assert coxa.__file__.startswith({str(tmp_path)!r}), coxa.__file__; "
        "coxa.cli.main(['catalogue', '--json'])"
    )
    environment = {**os.environ, "COXA_HOME": str(tmp_path / "home")}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)["exercises"]) == len(load_catalogue().exercises)
