"""One phone is let in, by a code that works once."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from threading import Lock

from coxa.errors import UsageFault
from coxa.site.codes import in_groups, new_code, same_code

CODE_LETTERS = 8
CODE_S = 600.0
MOST_WRONG = 5


class Pairing:
    """Lets in who has the code, first come; a few wrong codes close it for good.

    Attributes
    ----------
    turned_away : how often another phone came after one had been let in.
    closed : too many wrong codes.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._code = new_code(CODE_LETTERS)
        self._until_s = clock() + CODE_S
        self._wrong = 0
        self._phone: str | None = None
        self._token = secrets.token_urlsafe(32)
        self.turned_away = 0
        self.closed = False
        self._one_at_a_time = Lock()

    @property
    def code(self) -> str:
        """As it is shown and typed."""
        return in_groups(self._code)

    @property
    def done(self) -> bool:
        return self._phone is not None

    @property
    def expired(self) -> bool:
        """The code was not used in time."""
        return not self.done and self._clock() > self._until_s

    def pair(self, typed: str, phone: str) -> str:
        """The token by which this phone is known from now on.

        Parameters
        ----------
        phone : a long random word that the phone made up. With it, the answer may get lost and be
            asked for again.

        Raises
        ------
        UsageFault
            ``phone_code_wrong``, ``phone_code_closed``, ``phone_code_expired``,
            ``phone_another_paired``.
        """
        with self._one_at_a_time:
            return self._pair(typed, phone)

    def _pair(self, typed: str, phone: str) -> str:
        if self._phone is not None:
            again = secrets.compare_digest(phone.encode(), self._phone.encode())
            if again and same_code(typed, self._code):
                return self._token
            self.turned_away += 1
            raise UsageFault("phone_another_paired")
        if self.closed:
            raise UsageFault("phone_code_closed")
        if self.expired:
            raise UsageFault("phone_code_expired")
        if not same_code(typed, self._code):
            self._wrong += 1
            self.closed = self._wrong >= MOST_WRONG
            raise UsageFault("phone_code_closed" if self.closed else "phone_code_wrong")
        self._phone = phone
        return self._token

    def knows(self, token: str) -> bool:
        """Whether this is the phone that was let in."""
        return self.done and secrets.compare_digest(token.encode(), self._token.encode())
