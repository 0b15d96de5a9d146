"""Where this machine is found in its local network."""

from __future__ import annotations

import ipaddress
import socket

import ifaddr

NOWHERE = ("192.0.2.1", 9)
"""An address that belongs to nobody (RFC 5737). Nothing is sent there."""
INSIDE_THIS_MACHINE = ("docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "lxc", "lxd")


def lan_addresses() -> tuple[str, ...]:
    """Addresses (IPv4) that a phone in the same network may reach, the likeliest first."""
    found = [
        ip.ip
        for adapter in ifaddr.get_adapters()
        if not adapter.name.startswith(INSIDE_THIS_MACHINE)
        for ip in adapter.ips
        if isinstance(ip.ip, str) and _is_usable(ip.ip)
    ]
    first = _usual_address()
    return tuple(sorted(dict.fromkeys(found), key=lambda address: address != first))


def _is_usable(text: str) -> bool:
    address = ipaddress.ip_address(text)
    return not (address.is_loopback or address.is_link_local or address.is_unspecified)


def _usual_address() -> str:
    """The one that this machine speaks from; asking for it sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect(NOWHERE)
        except OSError:
            return ""
        return str(asked.getsockname()[0])
