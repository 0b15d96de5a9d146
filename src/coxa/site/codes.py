"""Codes that a person reads off one screen and types on another."""

from __future__ import annotations

import secrets

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""None that looks like another one: no 0, 1, I, L, O, U."""
BETWEEN = "-"
GROUP = 4
MOST_TYPED = 64


def new_code(length: int) -> str:
    """A new one; each letter adds 4.9 bits that nobody can guess."""
    return "".join(secrets.choice(LETTERS) for _ in range(length))


def in_groups(code: str) -> str:
    """As it is shown: four letters at a time."""
    return BETWEEN.join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def same_code(typed: str, code: str) -> bool:
    """Whether this is the code, however it was typed; takes the same time for every wrong one."""
    bare = "".join(letter for letter in typed[:MOST_TYPED].upper() if letter.isalnum())
    return secrets.compare_digest(bare.encode(), code.encode())
