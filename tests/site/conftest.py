"""A client, and a person whom nothing keeps from measuring."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from coxa.records import ScreeningAnswers
from coxa.safety import QUESTIONS

if TYPE_CHECKING:
    from django.test import Client

    from coxa.site.storage import DjangoStorage

# Models are imported where they are used: this file may be read before Django is set up.


@pytest.fixture
def storage(db: None) -> Iterator[DjangoStorage]:
    """Empty, and what a test hands in is gone with its records."""
    from django.conf import settings

    from coxa.site.storage import DjangoStorage

    yield DjangoStorage()
    for left in settings.HOME.uploads.iterdir():
        shutil.rmtree(left) if left.is_dir() else left.unlink()


@pytest.fixture
def cleared(storage: DjangoStorage) -> DjangoStorage:
    """All questions answered with no."""
    answers = {question.id: False for question in QUESTIONS}
    storage.add_screening(ScreeningAnswers(at=datetime.now(UTC), answers=answers))
    return storage


@pytest.fixture
def web(storage: DjangoStorage) -> Client:
    from django.test import Client

    return Client(HTTP_HOST="localhost")
