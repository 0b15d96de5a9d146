"""Two phones with the code in the same moment: one is let in."""

from __future__ import annotations

import time
from threading import Barrier, Thread

import pytest

from coxa.errors import UsageFault
from coxa.site.codes import same_code
from coxa.site.phone.pairing import Pairing

PHONES = ("a" * 32, "b" * 32)


def test_of_two_phones_at_once_one_is_let_in(monkeypatch: pytest.MonkeyPatch) -> None:
    def slowly(typed: str, code: str) -> bool:
        time.sleep(0.05)  # so that both would be looked at before either is let in
        return same_code(typed, code)

    monkeypatch.setattr("coxa.site.phone.pairing.same_code", slowly)
    pairing, together = Pairing(lambda: 0.0), Barrier(len(PHONES))
    let_in: list[str] = []
    turned_away: list[str] = []

    def come(phone: str) -> None:
        together.wait()
        try:
            pairing.pair(pairing.code, phone)
            let_in.append(phone)
        except UsageFault as fault:
            turned_away.append(fault.message_id)

    threads = [Thread(target=come, args=(phone,)) for phone in PHONES]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(let_in) == 1
    assert turned_away == ["phone_another_paired"]
