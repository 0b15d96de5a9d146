"""A committee of nets: nothing at rest, bounded far away, at odds only where its members are."""

from __future__ import annotations

import json

import numpy as np
import pytest

from coxa.angles import Committee

RANDOM = np.random.default_rng(1)


def member(seed: int) -> tuple[tuple[np.ndarray, np.ndarray], ...]:
    random = np.random.default_rng(seed)
    return (
        (random.normal(size=(3, 5)), random.normal(size=5)),
        (random.normal(size=(5, 2)), random.normal(size=2)),
    )


def committee(*seeds: int) -> Committee:
    return Committee(
        moved=("swing", "stretch"),
        standing=("trunk",),
        centre=np.array([0.0, 0.0, 1.5]),
        spread=np.array([0.4, 0.1, 0.2]),
        members=tuple(member(seed) for seed in seeds),
        outputs=("turn_deg", "hike_deg"),
    )


def features(count: int) -> dict[str, np.ndarray]:
    swing, stretch, trunk = RANDOM.normal(size=(3, count))
    return {"swing": 0.4 * swing, "stretch": 0.1 * stretch, "trunk": 1.5 + 0.2 * trunk}


def test_a_leg_at_rest_gives_nothing_whatever_the_body() -> None:
    still = features(20) | {"swing": np.zeros(20), "stretch": np.zeros(20)}
    mean, differing = committee(1, 2, 3)(still)
    assert mean.shape == differing.shape == (20, 2)
    np.testing.assert_array_equal(mean, 0)
    np.testing.assert_array_equal(differing, 0)


def test_the_answer_is_the_mean_and_the_doubt_the_standard_deviation() -> None:
    shown = features(7)
    alone = np.stack([committee(seed)(shown)[0] for seed in (1, 2, 3)])
    mean, differing = committee(1, 2, 3)(shown)
    np.testing.assert_allclose(mean, alone.mean(axis=0))
    np.testing.assert_allclose(differing, alone.std(axis=0))


def test_members_that_are_alike_are_never_at_odds() -> None:
    np.testing.assert_allclose(committee(4, 4)(features(9))[1], 0, atol=1e-12)


def test_far_from_what_was_taught_the_answer_stays_what_it_was_at_the_edge() -> None:
    one = committee(1, 2)
    at_edge = {"swing": np.array([2.0]), "stretch": np.array([0.5]), "trunk": np.array([2.5])}
    beyond = {name: value * 100 for name, value in at_edge.items()}
    np.testing.assert_allclose(one(beyond)[0], one(at_edge)[0])


def test_what_belongs_to_the_whole_recording_may_be_one_number() -> None:
    shown = features(4)
    spread_out = shown | {"trunk": np.full(4, 1.4)}
    np.testing.assert_allclose(
        committee(1)(shown | {"trunk": np.array(1.4)})[0], committee(1)(spread_out)[0]
    )


def test_a_feature_that_is_missing_is_an_error() -> None:
    with pytest.raises(KeyError, match="stretch"):
        committee(1)({"swing": np.zeros(1), "trunk": np.zeros(1)})


def test_it_is_kept_as_plain_json() -> None:
    one = committee(1, 2)
    again = Committee.from_dict(json.loads(json.dumps(one.to_dict(6))))
    np.testing.assert_allclose(again(features(5))[0].shape, (5, 2))
    shown = features(5)
    np.testing.assert_allclose(again(shown)[0], one(shown)[0], atol=1e-4)
