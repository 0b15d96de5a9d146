"""The hundred worlds drawn: every mark, and a legend that never says none."""

from __future__ import annotations

from coxa.evidence import Worlds
from coxa.exchange import worlds_plot
from coxa.quantities import Side
from coxa.records import Message
from tests.exchange.test_drawing import parsed

SAID = Message(id="answer_cannot_say")


def test_a_count_of_none_is_said_as_fewer_than_one() -> None:
    drawn = worlds_plot(Worlds(said=SAID, further=89, clearly=0, worthwhile="6"), Side.LEFT)
    said = "".join(parsed(drawn).itertext())
    assert "fewer than 1 with more than 6°" in said
    assert "89 with some" in said
    assert "11 with nothing" in said
    assert "0 with more" not in said


def test_where_all_but_certainly_something_was_gained_none_is_said_as_fewer_than_one() -> None:
    worlds = Worlds(said=SAID, further=99, clearly=96, worthwhile="6", surely=True)
    assert "fewer than 1 with nothing" in "".join(parsed(worlds_plot(worlds, Side.LEFT)).itertext())
