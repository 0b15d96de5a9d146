"""Run the app on this machine: migrate, start the worker, serve, say where."""

from __future__ import annotations

import asyncio
import errno
import ipaddress
import socket
import sys
import threading
import webbrowser
from contextlib import suppress
from types import FrameType

import uvicorn

from coxa.errors import UsageFault
from coxa.site.phone.addresses import lan_addresses
from coxa.site.start import start

MOST_MESSAGE_BYTES = 64 * 1024
"""Of a socket; the live test itself says in words what is larger than it needs."""
CODE_LETTERS = 8
TICK_S = 1.0


def serve(host: str = "127.0.0.1", port: int = 8765, open_browser: bool = False) -> None:
    """Serve until interrupted. Where other machines can come in, a code is asked for.

    Raises
    ------
    UsageFault
        For an address that is not of this machine, or a port that another program has.
    """
    listening = _listen(host, port)
    try:
        _serve(listening, host, open_browser)
    finally:
        listening.close()


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach ``host``."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, _, _, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        return socket.create_server(address[:2], family=family)
    except OSError as fault:
        if fault.errno in (errno.EADDRINUSE, errno.EACCES):
            raise UsageFault("port_taken", port=port) from fault
        raise UsageFault("host_not_here", host=host) from fault


def _serve(listening: socket.socket, host: str, open_browser: bool) -> None:
    start()
    # What follows needs the settings.
    from coxa.site.measuring.worker import Worker

    server = _Server(_config(host), open_browser)
    if not is_loopback(host):
        _put_behind_a_code(server.config)
    worker = Worker()
    worker.start()
    try:
        server.run(sockets=[listening])
    finally:
        worker.stop()


def _config(host: str) -> uvicorn.Config:
    return uvicorn.Config(
        "coxa.site.asgi:application",
        host=host,
        lifespan="off",
        log_level="warning",
        ws_per_message_deflate=False,
        ws_max_size=MOST_MESSAGE_BYTES,
        server_header=False,
        timeout_graceful_shutdown=3,
    )


def _put_behind_a_code(config: uvicorn.Config) -> None:
    from django.conf import settings

    from coxa.site.asgi import application
    from coxa.site.codes import in_groups, new_code
    from coxa.site.gate.gate import Gate

    code = new_code(CODE_LETTERS)
    # The gate has checked the name before Django is asked.
    settings.ALLOWED_HOSTS = ["*"]
    config.app = Gate(application, code)
    _tell(f"Other machines can reach coxa at {config.host}. It asks them for this code: ")
    _tell(f"    {in_groups(code)}")
    _tell("Use it only in a network that you trust: the line is not encrypted.")


def _shown(host: str) -> str:
    """The host of the address that is printed: of all of them, the likeliest one."""
    if host in ("0.0.0.0", "::", ""):
        host = next(iter(lan_addresses()), "127.0.0.1")
    return f"[{host}]" if ":" in host else host


def _tell(line: str) -> None:
    print(line, file=sys.stdout, flush=True)  # noqa: T201


class _Server(uvicorn.Server):
    """Says its address once it listens, and wakes up once a second instead of ten times."""

    def __init__(self, config: uvicorn.Config, open_browser: bool) -> None:
        super().__init__(config)
        self._open_browser = open_browser
        self._leaving = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if not self.started:
            return
        host = _shown(self.config.host)
        port = self.servers[0].sockets[0].getsockname()[1]
        address = f"http://{host}:{port}/"
        # The one line that a person needs to see.
        _tell(f"coxa is running at {address}  (stop it with Ctrl+C)")
        if self._open_browser:
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()

    async def main_loop(self) -> None:
        self._loop = asyncio.get_running_loop()
        # uvicorn's own loop ticks ten times a second and does something at each tenth tick only.
        while not await self.on_tick(0):
            with suppress(TimeoutError):
                await asyncio.wait_for(self._leaving.wait(), TICK_S)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        super().handle_exit(sig, frame)
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._leaving.set)
