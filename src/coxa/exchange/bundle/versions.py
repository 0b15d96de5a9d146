"""What rows of earlier formats mean in the present one.

Version 3 brought phones' recordings beside the sheets; version 4 the preferences, the experiment,
the way in which an exercise is done and what a camera saw of it; version 5 the length of an
experiment, and the experiments that were ended. Nothing of what was there means another thing
since.
"""

from __future__ import annotations

from coxa.exchange.bundle.trees import Node, Trees

WARM_UP_ASKED_SINCE = 2
"""Before, ``after_exercise`` was a box: left empty it said ``false``, though nobody was asked."""


def brought_up_to_date(trees: Trees, version: int) -> Trees:
    """The rows as the present format would have written them."""
    if version >= WARM_UP_ASKED_SINCE:
        return trees
    return {
        **trees,
        "readings": [_unasked(reading) for reading in trees["readings"]],
        "amendments": [
            amendment | {"readings": [_unasked(reading) for reading in amendment["readings"]]}
            for amendment in trees["amendments"]
        ],
    }


def _unasked(reading: Node) -> Node:
    said_no = reading.get("after_exercise") == "false"
    return reading | {"after_exercise": None} if said_no else reading
