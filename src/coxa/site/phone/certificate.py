"""A certificate made on the spot: no one vouches for it, but the line is encrypted."""

from __future__ import annotations

import ipaddress
import os
import ssl
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

NAME = "coxa"
CLOCKS_APART = timedelta(hours=1)
"""A phone's clock may be behind."""
LASTS = timedelta(days=1)


@dataclass(frozen=True)
class Certificate:
    """What a server needs, and what a person can compare: SHA-256, in pairs of signs."""

    context: ssl.SSLContext
    fingerprint: str


def make_certificate(addresses: Sequence[str]) -> Certificate:
    """A new key, which never leaves this program, and a certificate for these addresses."""
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = _signed(key, addresses)
    fingerprint = certificate.fingerprint(hashes.SHA256()).hex(":")
    return Certificate(_context(key, certificate), fingerprint)


def _signed(key: ec.EllipticCurvePrivateKey, addresses: Sequence[str]) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = datetime.now(UTC)
    places = [x509.IPAddress(ipaddress.ip_address(address)) for address in addresses]
    usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - CLOCKS_APART)
        .not_valid_after(now + LASTS)
        .add_extension(x509.SubjectAlternativeName(places), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=False)
        .sign(key, hashes.SHA256())
    )


def _context(key: ec.EllipticCurvePrivateKey, certificate: x509.Certificate) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    # Python loads keys from files alone: one that only its owner can read, gone at once.
    descriptor, name = tempfile.mkstemp(prefix="coxa-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(private + certificate.public_bytes(serialization.Encoding.PEM))
        context.load_cert_chain(name)
    finally:
        Path(name).unlink()
    return context
