"""The phone's own server over a real HTTPS line: what it shows, to whom, and for how long."""

from __future__ import annotations

import http.client
import ipaddress
import json
import os
import socket
import ssl
import stat
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import ifaddr
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from coxa.errors import UsageFault
from coxa.quantities import Side, Test
from coxa.site.phone import addresses
from coxa.site.phone import listener as listening
from coxa.site.phone.addresses import lan_addresses
from coxa.site.phone.app import MOST_BODY_BYTES
from coxa.site.phone.certificate import make_certificate
from coxa.site.phone.listener import Listener
from coxa.site.phone.session import Choices, PhoneSession

HERE, THERE = "127.0.0.1", "127.0.0.2"
JSON = "application/json"


@pytest.fixture
def listener(monkeypatch: pytest.MonkeyPatch) -> Iterator[Listener]:
    """On two addresses of this machine; its records are never asked for here."""
    monkeypatch.setattr(listening, "LAST_WORD_S", 0.3)
    opened = Listener(PhoneSession(Choices(Test.SEATED, Side.LEFT)), (HERE, THERE))
    yield opened
    opened.close()


@dataclass(frozen=True)
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def told(self) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(self.body)
        return told


def port_of(listener: Listener) -> int:
    return int(listener.addresses[0].rstrip("/").rpartition(":")[2])


def ask(
    listener: Listener,
    method: str,
    path: str,
    body: object = None,
    place: str = HERE,
    **headers: str,
) -> Reply:
    """One request as the phone's page would make it, but for the given headers."""
    port = port_of(listener)
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    own = {
        "Host": f"{place}:{port}",
        "Origin": f"https://{place}:{port}",
        "Content-Type": JSON,
        "Accept-Language": "en",
    }
    given = own | {name.replace("_", "-"): value for name, value in headers.items()}
    line = http.client.HTTPSConnection(place, port, context=context, timeout=10)
    try:
        sent = body if isinstance(body, bytes) else json.dumps(body).encode()
        line.request(method, path, None if method == "GET" else sent, given)
        reply = line.getresponse()
        return Reply(reply.status, {k.lower(): v for k, v in reply.getheaders()}, reply.read())
    finally:
        line.close()


def join(listener: Listener, phone: str = "a" * 32, **more: str) -> Reply:
    code = more.pop("code", listener.session.pairing.code)
    return ask(listener, "POST", "/join", {"code": code, "phone": phone}, **more)


def say(listener: Listener, token: str, **more: Any) -> Reply:
    message = {"state": "ready", "side": "left"} | more
    return ask(listener, "POST", "/test", message, Authorization=f"Bearer {token}")


def token_of(listener: Listener) -> str:
    return str(join(listener).told["token"])


# --- What it shows


def test_it_shows_its_page_and_its_script_and_nothing_else_of_coxa(listener: Listener) -> None:
    page = ask(listener, "GET", "/")
    assert page.status == 200
    assert b"<coxa-phone-test>" in page.body
    script = ask(listener, "GET", "/phone.js")
    assert script.status == 200
    assert script.headers["content-type"].startswith("text/javascript")
    for path in (
        "/measure/", "/api/measurements", "/static/built/main.js", "/settings/export/", "/join",
        "/test", "/../phone.js", "/phone.js/../../settings.py", "/live/" + "0" * 32, "//",
    ):  # fmt: skip
        assert (path, ask(listener, "GET", path).status) == (path, 404)
    for method in ("PUT", "DELETE", "OPTIONS", "HEAD", "PATCH"):
        assert ask(listener, method, "/").status == 404


def test_its_page_holds_no_record_and_no_code(listener: Listener) -> None:
    body = ask(listener, "GET", "/").body.decode()
    assert listener.session.pairing.code not in body
    assert "csrf" not in body.lower()


def test_every_answer_has_strict_headers(listener: Listener) -> None:
    for path in ("/", "/phone.js", "/nothing"):
        headers = ask(listener, "GET", path).headers
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["cache-control"] == "no-store"
        assert "camera=()" in headers["permissions-policy"]
        assert "server" not in headers


def test_plain_http_gets_nothing(listener: Listener) -> None:
    line = http.client.HTTPConnection(HERE, port_of(listener), timeout=5)
    line.request("GET", "/")
    with pytest.raises((http.client.HTTPException, OSError)):
        line.getresponse()


# --- To whom


def test_a_stranger_without_the_code_is_not_let_in(listener: Listener) -> None:
    assert say(listener, "").status == 403
    token = token_of(listener)
    for wrong in ("", "x", token[:-1], token + "x", "Bearer"):
        reply = say(listener, wrong)
        assert (reply.status, reply.told["id"]) == (403, "phone_not_let_in")
    assert listener.session.take_number == 0
    assert say(listener, token).status == 200


def test_two_phones_at_once_are_one(listener: Listener) -> None:
    replies: list[Reply] = []
    phones = [f"{n:032d}" for n in range(6)]
    asking = [
        threading.Thread(target=lambda p=phone: replies.append(join(listener, p)))
        for phone in phones
    ]
    for each in asking:
        each.start()
    for each in asking:
        each.join()
    assert sorted(reply.status for reply in replies) == [200, 409, 409, 409, 409, 409]
    away = next(reply for reply in replies if reply.status == 409).told
    assert away["id"] == "phone_another_paired"
    assert "was not let in" in away["message"]
    assert listener.session.pairing.turned_away == 5


def test_guessing_closes_it(listener: Listener) -> None:
    told = [join(listener, code="WRONGWRO").told["id"] for _ in range(5)]
    assert told[-1] == "phone_code_closed"
    assert join(listener).status == 403
    end(listener)


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "127.0.0.1"},
        {"Host": "127.0.0.3:8766"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:8766"},
        {"Content_Type": "text/plain"},
        {"Content_Type": "application/x-www-form-urlencoded"},
    ],
)
def test_another_sites_page_can_neither_join_nor_send(
    listener: Listener, headers: dict[str, str]
) -> None:
    reply = join(listener, **headers)
    assert reply.status in (400, 403)
    assert b"token" not in reply.body
    assert not listener.session.pairing.done


def test_what_is_too_large_or_no_message_is_turned_down(listener: Listener) -> None:
    token = token_of(listener)
    for body in (b"{", b"x" * (MOST_BODY_BYTES + 1), b'{"state":"ready"}'):
        reply = ask(listener, "POST", "/test", body, Authorization=f"Bearer {token}")
        assert (reply.status, reply.told["id"]) == (422, "phone_message_unreadable")
    assert say(listener, token).status == 200, "and it goes on"


def test_a_phone_is_told_all_that_it_needs_to_go_on_alone(listener: Listener) -> None:
    joined = join(listener).told
    assert (joined["side"], joined["test"]) == ("left", "seated-rotation")
    assert [step["phase"] for step in joined["scripts"]["right"]][:3] == ["place", "neutral", "go"]
    assert "Left foot" in joined["scripts"]["left"][2]["say"]
    told = say(listener, joined["token"], state="running", take=1, rows=[[0.0, *[1.0] * 9]]).told
    assert (told["take"], told["next_number"], told["over"]) == (1, 1, None)


def test_it_listens_on_every_address_with_one_certificate(listener: Listener) -> None:
    assert len(listener.addresses) == 2
    assert ask(listener, "GET", "/", place=THERE).status == 200
    assert {address.rpartition(":")[2] for address in listener.addresses} == {
        f"{port_of(listener)}/"
    }


# --- For how long


def end(listener: Listener) -> None:
    """It stops listening by itself once the test is over."""
    end_s = time.monotonic() + 10
    while time.monotonic() < end_s:
        try:
            socket.create_connection((HERE, port_of(listener)), timeout=1).close()
        except OSError:
            return
        time.sleep(0.1)
    raise AssertionError("it still listens")


def test_it_listens_no_longer_than_the_test_lasts(listener: Listener) -> None:
    token = token_of(listener)
    listener.session.forget()
    over = say(listener, token).told["over"]
    assert over["kind"] == "fault", "the phone is told before the line closes"
    end(listener)


def test_without_a_network_it_says_so() -> None:
    with pytest.raises(UsageFault, match="phone_no_network"):
        Listener(PhoneSession(Choices(Test.SEATED, Side.LEFT)), ("203.0.113.77",))


# --- The certificate


def test_the_certificate_is_short_lived_and_names_the_addresses(listener: Listener) -> None:
    shown = ssl.get_server_certificate((HERE, port_of(listener)))
    certificate = x509.load_pem_x509_certificate(shown.encode())
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.IPAddress) == [
        ipaddress.ip_address(HERE), ipaddress.ip_address(THERE),
    ]  # fmt: skip
    now = datetime.now(UTC)
    assert certificate.not_valid_before_utc < now < certificate.not_valid_after_utc
    assert certificate.not_valid_after_utc - now <= timedelta(days=1)
    assert isinstance(certificate.public_key(), ec.EllipticCurvePublicKey)
    assert certificate.fingerprint(hashes.SHA256()).hex(":") == listener.fingerprint


def test_the_key_lies_in_a_file_for_a_moment_only_and_for_its_owner_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modes: list[int] = []
    load = ssl.SSLContext.load_cert_chain

    def watched(self: ssl.SSLContext, name: str) -> None:
        modes.append(stat.S_IMODE(os.stat(name).st_mode))  # noqa: PTH116
        load(self, name)

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(ssl.SSLContext, "load_cert_chain", watched)
    first, second = make_certificate([HERE]), make_certificate([HERE])
    assert modes == [0o600, 0o600]
    assert list(tmp_path.iterdir()) == []
    assert first.fingerprint != second.fingerprint


def test_addresses_are_those_that_others_can_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    found: dict[str, list[object]] = {
        "lo": [HERE, ("::1", 0, 0)],
        "wlan0": ["192.168.1.5", "169.254.3.4", ("fe80::1", 0, 2)],
        "docker0": ["172.17.0.1"],
        "eth0": ["10.0.0.7"],
    }
    adapters = [
        SimpleNamespace(name=name, ips=[SimpleNamespace(ip=ip) for ip in ips])
        for name, ips in found.items()
    ]
    monkeypatch.setattr(ifaddr, "get_adapters", lambda: adapters)
    monkeypatch.setattr(addresses, "_usual_address", lambda: "10.0.0.7")
    assert lan_addresses() == ("10.0.0.7", "192.168.1.5")
