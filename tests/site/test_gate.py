"""The code before the app: without it nothing is shown, and it cannot be guessed."""

from __future__ import annotations

import asyncio
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from coxa.errors import UsageFault
from coxa.site.codes import LETTERS, in_groups, new_code, same_code
from coxa.site.gate.gate import COOKIE, Gate
from coxa.site.gate.names import is_own_name
from coxa.site.gate.tries import MOST_FROM_ALL, MOST_FROM_ONE, WITHIN_S, Tries
from coxa.site.serve import serve
from coxa.site.upload_limit import Receive, Scope, Send
from coxa.wording import say_error

CODE = "ABCD2345"


class Now:
    """A clock that stands."""

    s = 1000.0

    def __call__(self) -> float:
        return self.s


@pytest.fixture
def now() -> Now:
    return Now()


@pytest.fixture
def gate(now: Now) -> Gate:
    return Gate(_app, CODE, Tries(now))


async def _app(scope: Scope, receive: Receive, send: Send) -> None:
    """The app behind: whatever it says is private."""
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"private"})


def ask(
    gate: Gate,
    *,
    typed: str | None = None,
    cookie: str = "",
    host: str = "192.0.2.7:8765",
    kind: str = "http",
    client: str = "192.0.2.9",
    body: bytes | None = None,
    path: str = "/",
) -> tuple[int, dict[bytes, bytes], str]:
    """One request: status, headers, body. A refused socket has the code of its close."""
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        content = body if body is not None else f"code={typed}".encode()
        return {"type": "http.request", "body": content, "more_body": False}

    async def send(event: Any) -> None:
        sent.append(event)

    scope = {
        "type": kind,
        "scheme": "http",
        "path": path,
        "method": "GET" if typed is None and body is None else "POST",
        "client": (client, 5000),
        "headers": [(b"host", host.encode()), (b"cookie", cookie.encode())],
    }
    # In a thread of its own: browser tests may have left an event loop in this one.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, gate(scope, receive, send)).result()
    if kind == "websocket":
        return sent[0].get("code", 0), {}, str(sent[0]["type"])
    return sent[0]["status"], dict(sent[0]["headers"]), sent[1]["body"].decode()


def cookie_of(headers: dict[bytes, bytes]) -> str:
    return headers[b"set-cookie"].decode().partition(";")[0]


@pytest.mark.parametrize("path", ["/", "/api/measurements", "/static/coxa/base.css", "/progress/"])
def test_without_the_code_nothing_of_the_app_is_shown(gate: Gate, path: str) -> None:
    status, headers, page = ask(gate, path=path)
    assert status == 401
    assert "private" not in page.replace("private records", "")
    assert "Type the code" in page
    assert "default-src 'none'" in headers[b"content-security-policy"].decode()
    assert ask(gate, kind="websocket") == (1008, {}, "websocket.close")


def test_the_code_opens_it_however_it_is_typed(gate: Gate) -> None:
    for typed in (CODE, "abcd-2345", " abcd 2345 "):
        status, headers, _ = ask(gate, typed=typed.replace(" ", "+"))
        assert (status, headers[b"location"]) == (303, b"/")
        assert b"HttpOnly" in headers[b"set-cookie"]
        assert b"SameSite=Strict" in headers[b"set-cookie"]
        assert ask(gate, cookie=cookie_of(headers))[2] == "private"


def test_a_cookie_that_was_made_up_or_is_of_another_run_opens_nothing(gate: Gate) -> None:
    earlier = cookie_of(ask(Gate(_app, "WXYZ2345"), typed="WXYZ2345")[1])
    for cookie in (f"{COOKIE}=open", f"{COOKIE}=a:b:c", earlier, 'x="', f"{earlier}x"):
        assert ask(gate, cookie=cookie)[0] == 401


def test_a_cookie_grows_old(gate: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    cookie = cookie_of(ask(gate, typed=CODE)[1])
    later_s = time.time() + 13 * 3600
    monkeypatch.setattr(time, "time", lambda: later_s)
    assert ask(gate, cookie=cookie)[0] == 401


def test_a_wrong_code_is_told_and_after_a_few_the_right_one_is_not_looked_at(
    gate: Gate, now: Now
) -> None:
    for _ in range(MOST_FROM_ONE):
        status, _, page = ask(gate, typed="ABCD2346")
        assert (status, "That is not the code" in page) == (403, True)
    status, _, page = ask(gate, typed=CODE)
    assert (status, "wait 6 minutes" in page) == (429, True)
    assert ask(gate, typed=CODE, client="192.0.2.10")[0] == 303, "others are not locked out"
    now.s += WITHIN_S + 1
    assert ask(gate, typed=CODE)[0] == 303


def test_many_machines_together_may_not_guess_on_either(gate: Gate) -> None:
    for number in range(MOST_FROM_ALL):
        assert ask(gate, typed="wrong", client=f"10.0.{number}.1")[0] == 403
    assert ask(gate, typed="wrong", client="10.1.0.1")[0] == 429


def test_a_form_that_is_too_large_or_strange_is_a_wrong_code(gate: Gate) -> None:
    for body in (b"code=" + CODE.encode() + b"x" * 2000, b"\xff\xfe", b"", b"other=1"):
        assert ask(gate, body=body)[0] == 403


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8765", "192.0.2.7@evil.example", ""]
)
def test_a_strangers_name_that_leads_here_is_not_answered(gate: Gate, host: str) -> None:
    cookie = cookie_of(ask(gate, typed=CODE)[1])
    assert ask(gate, host=host, cookie=cookie)[::2] == (400, "")
    assert ask(gate, host=host, cookie=cookie, kind="websocket")[0] == 1008


@pytest.mark.parametrize("host", ["192.168.1.5", "192.168.1.5:8765", "[fd00::2]:80", "localhost"])
def test_addresses_and_the_machines_own_name_are_answered(host: str) -> None:
    assert is_own_name(host)


def test_codes_are_long_clear_and_never_the_same() -> None:
    codes = {new_code(8) for _ in range(200)}
    assert len(codes) == 200
    assert not set("".join(codes)) & set("01ILOU")
    assert set("".join(codes)) <= set(LETTERS)
    assert in_groups("ABCD2345") == "ABCD-2345"
    assert not same_code("", CODE)
    assert not same_code(CODE + "A", CODE)
    assert not same_code("Ä" * 8, CODE)


def test_served_to_others_the_app_prints_the_code_and_asks_for_it(tmp_path: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if k != "DJANGO_SETTINGS_MODULE"}
    program = "from coxa.site import serve; serve(host='0.0.0.0', port=0)"
    with subprocess.Popen(
        [sys.executable, "-c", program],
        env=environment | {"COXA_HOME": str(tmp_path)},
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stdout is not None
        try:
            printed = [server.stdout.readline() for _ in range(4)]
            code = re.search(r"^ +([0-9A-Z]{4}-[0-9A-Z]{4})$", printed[1])
            port = re.search(r":(\d+)/", printed[3])
            assert code, printed
            assert port, printed
            assert "0.0.0.0" not in printed[3], "an address that can be typed"
            address = f"http://127.0.0.1:{port[1]}/"
            with pytest.raises(urllib.error.HTTPError, match="401"):
                urllib.request.urlopen(address)
            with pytest.raises(urllib.error.HTTPError, match="401"):
                urllib.request.urlopen(f"{address}settings/export/")
            opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
            with opener.open(address, f"code={code[1]}".encode()) as page:
                shown = page.read().decode()
                assert "Type the code" not in shown
                assert "/static/coxa/tokens.css" in shown
        finally:
            server.terminate()


def test_an_address_of_no_machine_or_a_taken_port_is_told_in_words() -> None:
    with pytest.raises(UsageFault) as fault:
        serve("203.0.113.9", 0)
    assert "no address 203.0.113.9" in say_error(fault.value)
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(UsageFault) as fault:
            serve("127.0.0.1", port)
    assert f"port {port}" in say_error(fault.value)
