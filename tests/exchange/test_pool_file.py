"""The file that is shared: it comes back as it went, and what is wrong with it is named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.evidence import Share
from coxa.exchange import (
    MAX_POOL_BYTES,
    RejectedPool,
    read_shares,
    share_words,
    write_pool,
    write_share,
)
from coxa.wording import say
from tests.evidence.pool.shares import PLAIN, gain, people, share

OWN = share(7, gain(), gain(direction="external", starting_deficit=None), age_band="30-44")


def fault(content: bytes) -> str:
    with pytest.raises(RejectedPool) as rejected:
        read_shares([("one.json", content)])
    (found,) = rejected.value.faults
    assert found.file == "one.json"
    return say(found.reason)


def changed(**other: Any) -> bytes:
    return json.dumps(OWN.to_dict() | other).encode()


def with_gain(**other: Any) -> bytes:
    return changed(gains=[PLAIN | other])


def test_a_share_comes_back_as_it_went_alone_and_in_a_pool() -> None:
    assert read_shares([("a", write_share(OWN))]) == (OWN,)
    several = people([1.0, 2.0, 3.0])
    both = read_shares([("a", write_pool(several)), ("b", write_share(OWN))])
    assert both == (*several, OWN)


def test_a_spreadsheets_or_editors_mark_at_the_start_does_no_harm() -> None:
    assert read_shares([("a", b"\xef\xbb\xbf" + write_share(OWN))]) == (OWN,)


def test_it_can_be_read_by_a_person() -> None:
    lines = write_share(OWN).decode().splitlines()
    assert '      "gain_deg": 5.0,' in lines
    said = share_words(OWN)
    assert "a gain of +5.0°, give or take 2.8°" in said[1]
    assert "Weeks: 6. Minutes a week, about: 60. Exercises: stretch." in said[2]
    assert "not known" in said[4]
    assert said[-2] == "Age: 30-44."


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "no JSON"),
        (b"\xff\xfe", "no UTF-8"),
        (b'{"format": "coxa-share",\n"version": 1,,', "(line 2)"),
        (b"[]", "no file that coxa pool wrote"),
        (b"[" * 100_000, "no file that coxa pool wrote"),
        (b"1" * 5_000, "no file that coxa pool wrote"),
        (b'{"format": "coxa-records", "version": 1}', "no file that coxa pool wrote"),
        (b'{"format": "coxa-share"}', "in which version"),
        (b'{"format": "coxa-share", "version": true}', "in which version"),
        (b'{"format": "coxa-share", "version": 2}', "Update coxa"),
        (b'{"format": "coxa-pool", "version": 1}', "a list of shares"),
        (b'{"format": "coxa-pool", "version": 1, "shares": {}}', "a list of shares"),
        (b'{"a": 1, "a": 2}', "twice"),
        (b'{"a": NaN}', "that is none"),
        (changed(name="Ms Smith"), "name:"),
        (changed(token="me"), "token:"),
        (changed(age_band="33"), "age_band:"),
        (with_gain(gain_deg="5"), "gains.0.gain_deg:"),
        (with_gain(gain_deg=200), "gains.0.gain_deg:"),
        (with_gain(gain_deg=1e999), "that is none"),
        (with_gain(gain_deg=7654321).replace(b"7654321", b"1e400"), "gains.0.gain_deg:"),
        (with_gain(variance_deg2=0), "gains.0.variance_deg2:"),
        (with_gain(variance_deg2=-1), "gains.0.variance_deg2:"),
        (with_gain(variance_deg2=1e-9), "gains.0.variance_deg2:"),
        (with_gain(weeks=1.5), "gains.0.weeks:"),
        (with_gain(side="left"), "gains.0.side:"),
        (with_gain(test="sitting"), "gains.0.test:"),
        (with_gain(families=["yoga"]), "gains.0.families.0:"),
        (with_gain(families=["stretch", "stretch"]), "named twice"),
    ],
)
def test_what_is_wrong_is_named(content: bytes, told: str) -> None:
    assert told in fault(content)


def test_a_wrong_share_within_a_pool_is_named_by_its_place() -> None:
    content = {"format": "coxa-pool", "version": 1, "shares": [OWN.to_dict(), {"token": "x"}]}
    assert fault(json.dumps(content).encode()).startswith("shares.1.token:")


def test_a_huge_file_is_refused() -> None:
    assert "more than 10 MB" in fault(b" " * (MAX_POOL_BYTES + 1))


def test_every_wrong_file_is_named_and_none_is_used() -> None:
    files = [("good", write_share(OWN)), ("bad", b"x"), ("worse", b"")]
    with pytest.raises(RejectedPool) as rejected:
        read_shares(files)
    assert [one.file for one in rejected.value.faults] == ["bad", "worse"]


@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode()))
def test_any_bytes_are_shares_or_a_named_fault(content: bytes) -> None:
    with pytest.raises(RejectedPool):
        read_shares([("any", content)])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)


@given(st.sampled_from([*Share.model_fields]), JSON)
def test_any_value_in_any_place_is_a_share_or_a_named_fault(name: str, value: object) -> None:
    assert is_share_or_named(changed(**{name: value}))


@given(st.sampled_from([*PLAIN]), JSON)
def test_any_value_in_a_gain_is_a_share_or_a_named_fault(name: str, value: object) -> None:
    assert is_share_or_named(with_gain(**{name: value}))


def is_share_or_named(content: bytes) -> bool:
    """Whether it is read, or refused with a sentence; anything else is raised."""
    try:
        return len(read_shares([("any", content)])) == 1
    except RejectedPool as rejected:
        return bool(say(rejected.faults[0].reason))


def test_every_field_of_the_file_is_documented(root: Path) -> None:
    page = (root / "docs/file-formats.md").read_text(encoding="utf-8")
    (own,) = [part for part in page.split("\n## ") if part.startswith("A share:")]
    for name in (*Share.model_fields, *PLAIN, "shares"):
        assert f"`{name}`" in own, name
