"""The store on Django's models keeps the storage contract."""

from __future__ import annotations

import pytest

from coxa.site.storage import DjangoStorage
from tests.app.storage_contract import StorageContract


@pytest.mark.django_db
class TestDjangoStorage(StorageContract):
    @pytest.fixture
    def storage(self) -> DjangoStorage:
        return DjangoStorage()
