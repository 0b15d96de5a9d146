"""Tickets of the watch socket: the player's page has one, for its session alone.

A ticket is signed, not kept: it outlives a restart of the app, as the session does.
"""

from __future__ import annotations

from django.core import signing

from coxa.app.session_resume import FRESH_FOR
from coxa.errors import UnknownThing
from coxa.records import RecordId

_signer = signing.TimestampSigner(salt="coxa.watch")


def ticket_for(session_id: RecordId) -> str:
    """What a page must know to open the socket of this session."""
    return _signer.sign(session_id)


def check_ticket(ticket: str, session_id: RecordId) -> None:
    """Raises UnknownThing for a ticket of another session, an old one, or none at all."""
    try:
        named = _signer.unsign(ticket, max_age=FRESH_FOR)
    except signing.BadSignature as fault:
        raise UnknownThing("watch_ticket_unknown") from fault
    if named != session_id:
        raise UnknownThing("watch_ticket_unknown")
