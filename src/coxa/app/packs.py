"""A person's own exercise packs: where they lie, and why one was left out."""

from __future__ import annotations

from coxa.catalogue import Fault, packs_faults, use_packs

__all__ = ["Fault", "packs_faults", "use_packs"]
