"""What the gains of other people lend to this person's own answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coxa.app.history import own_readings
from coxa.app.share import own_token
from coxa.app.storage import Storage
from coxa.evidence import Lent, Share, lend
from coxa.records import Series


def lent(storage: Storage, shares: Sequence[Share]) -> Mapping[Series, Lent]:
    """What these people lend to each of this person's series; the own share is left out."""
    series = dict.fromkeys(reading.series for reading in own_readings(storage))
    return lend(shares, series, own_token(storage))
