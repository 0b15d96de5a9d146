"""The JSON Schema of the catalogue's files, made from the records that read them."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import models_json_schema

from coxa.catalogue.article import Article, Explanation
from coxa.catalogue.exercises import Exercise
from coxa.catalogue.norms import Norm, Source
from coxa.catalogue.protocols import TestProtocol


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of every kind of catalogue file, under ``$defs``."""
    kinds = (Exercise, TestProtocol, Norm, Source, Article, Explanation)
    _, definitions = models_json_schema([(kind, "validation") for kind in kinds])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **definitions}
