"""The leg model, made once; without it (``make body`` installs it) these tests are skipped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import anatomy  # noqa: F401  (tells where the model lies)

if TYPE_CHECKING:
    from anatomy.leg import Leg


@pytest.fixture(scope="session")
def leg() -> Leg:
    pytest.importorskip("mujoco", reason="the leg model is not installed: make body")
    from anatomy.leg import Leg

    return Leg()
