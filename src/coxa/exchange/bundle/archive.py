"""The bundle itself: a zip of CSV files with a manifest, written always alike and read warily."""

from __future__ import annotations

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from typing import Any

import coxa
from coxa.errors import UnusableFile
from coxa.exchange.bundle.attached import (
    attached,
    attachment_faults,
    is_attached,
    landmarks_of,
    phone_of,
)
from coxa.exchange.bundle.consistency import disagreements
from coxa.exchange.bundle.content import AllRecords
from coxa.exchange.bundle.faults import Fault, RejectedBundle, fault
from coxa.exchange.bundle.sheets import read_sheets, write_sheets
from coxa.exchange.bundle.tables import all_tables
from coxa.exchange.bundle.trees import from_trees, to_trees
from coxa.exchange.bundle.versions import brought_up_to_date

FORMAT = "coxa-records"
FORMAT_VERSION = 5
MANIFEST = "manifest.json"
SHEETS = frozenset(table.file for table in all_tables())

MAX_MEMBERS = 10_000
MAX_BUNDLE_BYTES = 512 * 1024 * 1024
"""Unpacked. A phone's recording of a leg takes a third of a megabyte."""

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""One date for all members: the same records give the same bytes."""


# What zipfile raises at one kind of damage or another.
ZIP_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    OSError,
    struct.error,
)


def write_bundle(records: AllRecords) -> bytes:
    """All records as the bytes of a zip; :func:`read_bundle` gives the same records back.

    Raises
    ------
    UnusableFile
        When there is more than :func:`read_bundle` would unpack.
    """
    sheets = write_sheets(to_trees(records))
    beside = attached(records)
    manifest = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "written_by": f"coxa {coxa.__version__}",
        "files": sorted([*sheets, *beside]),
    }
    members = {MANIFEST: json.dumps(manifest, indent=2).encode()}
    members |= {name: content.encode() for name, content in sheets.items()}
    members |= beside
    if _too_large(map(len, members.values())):
        raise UnusableFile("bundle_too_large_to_write", megabytes=MAX_BUNDLE_BYTES // 1024**2)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            member = zipfile.ZipInfo(name, LONG_AGO)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            archive.writestr(member, data)
    return written.getvalue()


def read_bundle(data: bytes) -> AllRecords:
    """All records of a bundle, every row checked.

    Raises
    ------
    UnusableFile
        When this is no bundle, a newer one, or one that should not be unpacked.
    RejectedBundle
        When rows are wrong; it names the file, the line and the reason of each.
    """
    members = _unpack(data)
    version = _check_manifest(members)
    _check_names(members)
    faults: list[Fault] = []
    sheets = {
        name: _text(name, content, faults) for name, content in members.items() if name in SHEETS
    }
    trees, faulty_rows = read_sheets(sheets)
    faults += faulty_rows
    _stop_at(faults)
    records = from_trees(
        brought_up_to_date(trees, version), landmarks_of(members), phone_of(members)
    )
    faults += attachment_faults(records)
    faults += disagreements(records)
    _stop_at(faults)
    return records


def _too_large(member_bytes: Iterable[int]) -> bool:
    sizes = list(member_bytes)
    return len(sizes) > MAX_MEMBERS or sum(sizes) > MAX_BUNDLE_BYTES


def _stop_at(faults: list[Fault]) -> None:
    if faults:
        raise RejectedBundle(faults)


def _unpack(data: bytes) -> dict[str, bytes]:
    """The members of the zip by name, once it is known to be small."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if _too_large(info.file_size for info in infos):
                raise UnusableFile("bundle_too_large", megabytes=MAX_BUNDLE_BYTES // 1024**2)
            names = [info.filename for info in infos]
            if len(set(names)) < len(names):
                raise UnusableFile("bundle_damaged")
            return {info.filename: archive.read(info) for info in infos}
    except ZIP_FAULTS as problem:
        message_id = "bundle_damaged" if data[:2] == b"PK" else "bundle_not_zip"
        raise UnusableFile(message_id) from problem


def _check_manifest(members: Mapping[str, bytes]) -> int:
    """The version of the format that the bundle is written in."""
    try:
        manifest: Any = json.loads(members[MANIFEST])
        if manifest["format"] != FORMAT:
            raise UnusableFile("bundle_not_ours")
        version = int(manifest["version"])
        listed = list(manifest["files"])
    except (KeyError, TypeError, ValueError, RecursionError) as problem:
        raise UnusableFile("bundle_not_ours") from problem
    if version < 1:
        raise UnusableFile("bundle_not_ours")
    if version > FORMAT_VERSION:
        raise UnusableFile("bundle_too_new", version=version, known=FORMAT_VERSION)
    missing = [str(name) for name in listed if name not in members]
    if missing:
        raise UnusableFile("bundle_file_missing", name=missing[0])
    return version


def _check_names(members: Mapping[str, bytes]) -> None:
    """Nothing else lies in the bundle. Later formats know more names, so theirs is told first."""
    for name in members:
        if name != MANIFEST and name not in SHEETS and not is_attached(name):
            raise UnusableFile("bundle_strange_file", name=name)


def _text(name: str, content: bytes, faults: list[Fault]) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        faults.append(fault(name, line, "bundle_fault_text"))
        return ""
