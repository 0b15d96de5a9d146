"""What the moving figure asks for: motion and muscles as JSON, bad questions told in words."""

from __future__ import annotations

import pytest
from django.test import Client

from coxa.catalogue import load_catalogue
from coxa.site.storage import DjangoStorage
from tests.site.test_pages import typed

ADDRESS = "/exercises/seated-internal-rotation"


@pytest.mark.parametrize("exercise_id", load_catalogue().exercises)
@pytest.mark.parametrize("side", ["left", "right"])
def test_every_exercise_moves_on_either_side(web: Client, exercise_id: str, side: str) -> None:
    told = web.get(f"/exercises/{exercise_id}/motion.json?side={side}").json()
    assert told["side"] == side
    assert told["samples"][0]["at_s"] == 0
    assert told["samples"][-1]["at_s"] == told["duration_s"]
    assert {len(sample["bones"]) for sample in told["samples"]} == {len(told["bones"])}
    assert {"front", "side", "above"} == told["views"].keys()


def test_every_exercise_tells_what_its_muscles_do(web: Client) -> None:
    for exercise_id in load_catalogue().exercises:
        told = web.get(f"/exercises/{exercise_id}/muscles.json").json()
        known = {muscle["id"] for muscle in told["paths"]["muscles"]}
        assert set(told["effect"]) <= known
        assert set(told["effect"].values()) <= {"lengthens", "shortens", "works"}


@pytest.mark.parametrize(
    "asked",
    ["", "?side=both", "?side=left&own_deg=far", "?side=left&own_deg=nan", "?side=left&own_deg=90"],
)
def test_a_question_that_makes_no_sense_is_told_so(web: Client, asked: str) -> None:
    answer = web.get(f"{ADDRESS}/motion.json{asked}")
    assert answer.status_code == 422


def test_an_unknown_exercise_is_not_found(web: Client) -> None:
    assert web.get("/exercises/no-such-thing/motion.json?side=left").status_code == 404


def test_the_figure_goes_as_far_as_the_persons_own_reading(
    web: Client, cleared: DjangoStorage
) -> None:
    web.post("/measure/type/", typed(left_internal="21", right_internal="30"))
    page = web.get(f"{ADDRESS}/?end=left").content.decode()
    assert "motion.json?side={side}&amp;own_deg=21.0" in page
    assert 'data-side="left"' in page
    catalogues = web.get(f"{ADDRESS}/motion.json?side=left").json()
    own = web.get(f"{ADDRESS}/motion.json?side=left&own_deg=21").json()
    assert own["samples"] != catalogues["samples"]


def test_where_the_figure_cannot_go_as_far_the_page_says_so(
    web: Client, cleared: DjangoStorage
) -> None:
    web.post("/measure/type/", typed(left_external="20", left_internal="12"))
    page = web.get("/exercises/front-leg-90-90/?end=left").content.decode()
    assert "The figure cannot go to your own end" in page
    assert "The figure cannot go" not in web.get(f"{ADDRESS}/?end=left").content.decode()
