"""The store in memory keeps the storage contract."""

from __future__ import annotations

import pytest

from coxa.app.memory import MemoryStorage
from tests.app.storage_contract import StorageContract


class TestMemoryStorage(StorageContract):
    @pytest.fixture
    def storage(self) -> MemoryStorage:
        return MemoryStorage()
