"""The names that a served machine answers to, so that no stranger's name can be pointed at it."""

from __future__ import annotations

import ipaddress
import socket

from coxa.site.upload_limit import Scope


def only_header(scope: Scope, name: bytes) -> str:
    """The one header of this name; nothing when it is absent or comes twice."""
    values = [value for header, value in scope["headers"] if header.lower() == name]
    return values[0].decode("latin-1") if len(values) == 1 else ""


def is_own_name(host: str) -> bool:
    """Whether a ``Host`` header may be answered: a bare address, or a name of this machine.

    A page elsewhere can have its own name lead to this machine; it cannot have an address do so.
    """
    name = _without_port(host).lower().rstrip(".")
    try:
        ipaddress.ip_address(name)
    except ValueError:
        own = socket.gethostname().lower()
        return name in {"localhost", own, f"{own.partition('.')[0]}.local"}
    return True


def _without_port(host: str) -> str:
    if host.startswith("["):
        return host[1:].partition("]")[0]
    name, _, port = host.partition(":")
    return name if not port or port.isdigit() else ""
