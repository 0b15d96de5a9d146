"""The same hip set up anew: scatter about its own mean error, apart from that mean."""

from __future__ import annotations

import math

import numpy as np
import pytest

from coxa.quantities import Side
from tests.validation.made_up import row
from validation.repeatability import repeatability


def hip(errors, *, body=0, side=Side.RIGHT):
    return [
        row(e, name=f"{body}{side}{k}", person=f"p{body}", body=body, side=side)
        for k, e in enumerate(errors)
    ]


def test_by_hand():
    # Set means 2 and 4; squares 2 and 2 about them, one degree of freedom each.
    found = repeatability([*hip([1.0, 3.0], body=1), *hip([3.0, 5.0], body=2)])
    assert found is not None
    assert (found.hips, found.people, found.readings) == (2, 2, 4)
    assert found.within_sd_deg == pytest.approx(math.sqrt(2))
    assert found.between_sd_deg == pytest.approx(math.sqrt(2))
    assert found.mdc95_deg == pytest.approx(1.96 * 2, abs=1e-3)


def test_a_constant_error_of_each_person_is_no_scatter():
    rows = [*hip([5.0, 5.0, 5.0], body=1), *hip([-2.0, -2.0], body=2)]
    found = repeatability(rows)
    assert found is not None
    assert found.within_sd_deg == 0
    assert found.between_sd_deg == pytest.approx(np.std([5, -2], ddof=1))


def test_known_scatter_is_found_again():
    random = np.random.default_rng(5)
    rows = [
        reading
        for body in range(60)
        for reading in hip(random.normal(random.normal(0, 1.5), 0.8, 4), body=body)
    ]
    found = repeatability(rows)
    assert found is not None
    assert found.within_sd_deg == pytest.approx(0.8, rel=0.1)


def test_derived_recordings_and_single_people_are_no_new_set_up():
    smaller = [row(e, name=f"d{e}", person="p8", derived={"crf": 30.0}) for e in (1.0, 2.0)]
    strangers = [row(1.0, name="a"), row(2.0, name="b")]
    assert repeatability([*smaller, *strangers, *hip([1.0, 2.0], body=7)]) is None
