"""Every message id that the code can send has its sentence, with the values the sentence names."""

from __future__ import annotations

import ast
import string
from pathlib import Path

from coxa import errors
from coxa.wording import SENTENCES
from coxa.wording.sentences.bent_leg import SENTENCES as BENT_LEG
from coxa.wording.sentences.measuring import SENTENCES as MEASURING
from coxa.wording.sentences.phone import SENTENCES as PHONE
from tests.house.tracked import ROOT

CALLS_WITH_ID_FIRST = {
    name
    for name, thing in vars(errors).items()
    if isinstance(thing, type) and issubclass(thing, errors.CoxaError)
}


def sent_ids(path: Path) -> dict[str, str]:
    """Literal message ids in a file, each with where it stands."""
    found = {}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.id if isinstance(node.func, ast.Name) else None
        candidates = [
            word.value for word in node.keywords if called == "Message" and word.arg == "id"
        ]
        if called in CALLS_WITH_ID_FIRST:
            candidates += node.args[:1]
        for value in candidates:
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                found[value.value] = f"{path.relative_to(ROOT)}:{node.lineno}"
    return found


def test_every_message_id_in_the_code_has_its_sentence() -> None:
    sent: dict[str, str] = {}
    for path in (ROOT / "src/coxa").rglob("*.py"):
        sent |= sent_ids(path)
    assert len(sent) > 20
    assert {name: where for name, where in sent.items() if name not in SENTENCES} == {}


def test_every_sentence_names_its_values_and_can_be_filled_in() -> None:
    for name, sentence in SENTENCES.items():
        fields = [
            field for _, field, _, _ in string.Formatter().parse(sentence) if field is not None
        ]
        assert all(field.isidentifier() for field in fields), f"{name}: {fields}"


def test_a_refusal_shows_no_degrees_because_a_refused_number_has_no_error() -> None:
    refusals = {**MEASURING, **BENT_LEG, **PHONE}
    shown = [name for name, sentence in refusals.items() if "°" in sentence or "_deg}" in sentence]
    assert shown == []
