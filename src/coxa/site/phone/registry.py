"""The one test by phone that this program leads at a time."""

from __future__ import annotations

from threading import Lock

from coxa.app.phone_script import USUAL, Pace
from coxa.errors import UsageFault
from coxa.site.phone.addresses import lan_addresses
from coxa.site.phone.listener import Listener
from coxa.site.phone.session import Choices, PhoneSession


class PhoneTests:
    """Begun by the laptop's page, in whatever thread."""

    def __init__(self, pace: Pace = USUAL) -> None:
        self.pace = pace
        self._lock = Lock()
        self._listener: Listener | None = None

    @property
    def current(self) -> Listener | None:
        """The one that listens, or has just ended."""
        return self._listener

    @property
    def running(self) -> bool:
        listener = self._listener
        return listener is not None and not listener.session.over

    def begin(self, choices: Choices) -> Listener:
        """Open the phone's server; a test that still runs ends, and nothing of it is kept.

        Raises
        ------
        UsageFault
            ``phone_no_network``.
        """
        with self._lock:
            self._drop()
            places = lan_addresses()
            if not places:
                raise UsageFault("phone_no_network")
            self._listener = Listener(PhoneSession(choices, self.pace), places)
            return self._listener

    def forget(self) -> None:
        """End a test without keeping anything, and stop listening."""
        with self._lock:
            self._drop()

    def _drop(self) -> None:
        if self._listener is not None:
            self._listener.session.forget()
            self._listener.close()
            self._listener = None


phone_tests = PhoneTests()
"""That of this program."""
