"""Point 5: the answer says "cannot be told yet", and why, as long as that is so."""

from __future__ import annotations

import pytest

from tests.browser.steps import Site

pytestmark = pytest.mark.browser


def test_one_reading_settles_nothing_and_the_answer_says_why(site: Site) -> None:
    site.clear()
    site.type_in(left_internal=30)
    site.open("answer/")
    text = site.text()
    assert "cannot be told yet" in text
    assert "are needed" in text
    site.follow("All readings")
    site.follow("Did it improve?")
