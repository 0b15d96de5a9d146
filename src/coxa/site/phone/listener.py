"""The phone's own small server: beside the app, over HTTPS, for one test and no longer."""

from __future__ import annotations

import errno
import logging
import socket
import threading
import time
from collections.abc import Sequence
from contextlib import suppress

import uvicorn

from coxa.errors import UsageFault
from coxa.site.phone.app import PhoneApp
from coxa.site.phone.certificate import make_certificate
from coxa.site.phone.session import PhoneSession

log = logging.getLogger(__name__)

USUAL_PORT = 8766
"""So that a firewall needs to be told once; another one is taken where this is in use."""
LAST_WORD_S = 15.0
"""So long the phone may still ask how it ended."""
LOOK_EVERY_S = 0.5


class Listener:
    """Listens from the moment it is made until the session is over.

    Attributes
    ----------
    addresses : ``https://…``, the likeliest first.
    fingerprint : of the certificate that the phone will warn about.
    """

    def __init__(self, session: PhoneSession, places: Sequence[str]) -> None:
        """Raises UsageFault (``phone_no_network``) where there is no network to listen in."""
        sockets = _listen(places)
        hosts = ["{}:{}".format(*each.getsockname()[:2]) for each in sockets]
        certificate = make_certificate([host.rpartition(":")[0] for host in hosts])
        self.session = session
        self.addresses = tuple(f"https://{host}/" for host in hosts)
        self.fingerprint = certificate.fingerprint
        config = uvicorn.Config(
            PhoneApp(session, hosts),
            lifespan="off",
            log_level="critical",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            ws="none",
            limit_concurrency=40,
            timeout_graceful_shutdown=2,
            ssl_context_factory=lambda *_: certificate.context,
        )
        self._server = uvicorn.Server(config)
        self._sockets = sockets
        for work in (self._serve, self._watch):
            threading.Thread(target=work, name="phone", daemon=True).start()

    @property
    def listening(self) -> bool:
        return not self._server.should_exit

    def close(self) -> None:
        """Stop listening at once."""
        self._server.should_exit = True

    def _serve(self) -> None:
        try:
            self._server.run(sockets=self._sockets)
        finally:
            self._server.should_exit = True
            for each in self._sockets:
                each.close()

    def _watch(self) -> None:
        over_s: float | None = None
        while self.listening:
            time.sleep(LOOK_EVERY_S)
            try:
                self.session.look_at_the_clock()
            except Exception:
                log.exception("A test by phone stumbled and goes on.")
            if self.session.over:
                over_s = over_s or time.monotonic()
                if time.monotonic() - over_s > LAST_WORD_S:
                    self.close()


def _listen(places: Sequence[str]) -> list[socket.socket]:
    """Sockets on these addresses, all of one port."""
    opened: list[socket.socket] = []
    port = USUAL_PORT
    for place in places:
        with suppress(OSError):
            opened.append(_bound(place, port))
            port = opened[0].getsockname()[1]
    if not opened:
        raise UsageFault("phone_no_network")
    return opened


def _bound(place: str, port: int) -> socket.socket:
    try:
        return socket.create_server((place, port))
    except OSError as fault:
        if fault.errno != errno.EADDRINUSE or port != USUAL_PORT:
            raise
        return socket.create_server((place, 0))
