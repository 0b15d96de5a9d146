"""The live tests of this program: tickets for opening one, and the one that runs."""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from coxa.app.ids import new_id
from coxa.errors import UnknownThing, UsageFault
from coxa.site.live.ending import Ending
from coxa.site.live.messages import Hello
from coxa.site.live.session import Limits, LiveSession


@dataclass(frozen=True)
class Ticket:
    """Opens one live test, once."""

    test_id: str
    secret: str
    after_exercise: bool | None
    take_over: bool
    """The person wants a test that still runs to end for this one."""
    issued_s: float


class LiveTests:
    """Tickets are issued in the threads of pages; tests live in the server's event loop."""

    MOST_TICKETS = 8
    TICKET_S = 1800.0

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self.limits = Limits()
        self._tickets: OrderedDict[str, Ticket] = OrderedDict()
        self._lock = Lock()
        self._session: LiveSession | None = None

    @property
    def running(self) -> bool:
        """Whether a test is under way, also one whose line broke a moment ago."""
        session = self._session
        return session is not None and not session.over

    def issue(self, *, after_exercise: bool | None, take_over: bool = False) -> Ticket:
        """A new ticket; the oldest ones make room."""
        ticket = Ticket(
            new_id(), secrets.token_urlsafe(24), after_exercise, take_over, self.clock()
        )
        with self._lock:
            self._tickets[ticket.test_id] = ticket
            while len(self._tickets) > self.MOST_TICKETS:
                self._tickets.popitem(last=False)
        return ticket

    def admit(self, test_id: str, hello: Hello) -> LiveSession:
        """The test that this page opens, or takes up again. Call it in the server's event loop.

        Raises
        ------
        UnknownThing
            ``live_ticket_unknown``: no such ticket, or it was used or grew old; ``live_gone``: the
            test to be taken up is no longer there.
        UsageFault
            ``live_another_runs``; the ticket stays good.
        """
        if hello.secret is not None:
            return self._taken_up(test_id, hello.secret)
        ticket = self._checked(test_id, hello.ticket)
        before = self._session
        if before is not None and not before.over:
            if not ticket.take_over:
                raise UsageFault("live_another_runs")
            before.end(Ending.TAKEN_OVER)
        with self._lock:
            self._tickets.pop(test_id, None)
        self._session = LiveSession(
            ticket.test_id, hello, ticket.after_exercise, self.limits, self.clock
        )
        return self._session

    def forget(self) -> None:
        """Drop everything, from whatever thread: the person deleted all records."""
        with self._lock:
            self._tickets.clear()
        session = self._session
        if session is not None:
            session.forget()

    def _taken_up(self, test_id: str, secret: str) -> LiveSession:
        session = self._session
        if session is None or session.id != test_id:
            raise UnknownThing("live_gone")
        if not secrets.compare_digest(session.secret.encode(), secret.encode()):
            raise UnknownThing("live_gone")
        return session

    def _checked(self, test_id: str, secret: str) -> Ticket:
        with self._lock:
            ticket = self._tickets.get(test_id)
        if ticket is None or not secrets.compare_digest(ticket.secret.encode(), secret.encode()):
            raise UnknownThing("live_ticket_unknown")
        if self.clock() - ticket.issued_s > self.TICKET_S:
            raise UnknownThing("live_ticket_unknown")
        return ticket


live_tests = LiveTests()
"""Those of this program."""
