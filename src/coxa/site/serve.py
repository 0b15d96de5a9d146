"""Run the app on this machine: migrate, start the worker, serve, say where."""

from __future__ import annotations

import ipaddress
import sys
import threading
import webbrowser

import uvicorn

from coxa.errors import UsageFault
from coxa.site.start import start

MOST_MESSAGE_BYTES = 64 * 1024
"""Of a socket; the live test itself says in words what is larger than it needs."""


def serve(host: str = "127.0.0.1", port: int = 8765, open_browser: bool = False) -> None:
    """Serve until interrupted.

    Raises
    ------
    UsageFault
        For an address that other machines could reach: there is no log-in yet.
    """
    if not is_loopback(host):
        raise UsageFault("not_on_loopback", host=host)
    start()
    from coxa.site.measuring.worker import Worker

    worker = Worker()
    worker.start()
    server = _Server(_config(host, port), open_browser)
    try:
        server.run()
    finally:
        worker.stop()


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach ``host``."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _config(host: str, port: int) -> uvicorn.Config:
    return uvicorn.Config(
        "coxa.site.asgi:application",
        host=host,
        port=port,
        lifespan="off",
        log_level="warning",
        ws_per_message_deflate=False,
        ws_max_size=MOST_MESSAGE_BYTES,
        server_header=False,
        timeout_graceful_shutdown=3,
    )


class _Server(uvicorn.Server):
    """Says its address once it listens."""

    def __init__(self, config: uvicorn.Config, open_browser: bool) -> None:
        super().__init__(config)
        self._open_browser = open_browser

    async def startup(self, sockets: list[object] | None = None) -> None:  # type: ignore[override]
        await super().startup(sockets)  # type: ignore[arg-type]
        if not self.started:
            return
        host = f"[{self.config.host}]" if ":" in self.config.host else self.config.host
        port = self.servers[0].sockets[0].getsockname()[1]
        address = f"http://{host}:{port}/"
        # The one line that a person needs to see.
        print(f"coxa is running at {address}  (stop it with Ctrl+C)", file=sys.stdout, flush=True)  # noqa: T201
        if self._open_browser:
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
