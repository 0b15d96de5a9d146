"""No phrase of the article that started this project stands in it."""

from __future__ import annotations

from tests.house.own_words import FINGERPRINTS, RUN_WORDS, fingerprint, runs
from tests.house.tracked import tracked_texts


def test_no_six_words_in_a_row_are_the_articles() -> None:
    kept = set(FINGERPRINTS.read_text(encoding="ascii").split())
    assert len(kept) > 1000
    copied = [
        f"{name}: {run}"
        for name, text in tracked_texts().items()
        for run in runs(text)
        if fingerprint(run) in kept
    ]
    assert copied == []


def test_a_copied_phrase_would_be_found_whatever_stands_between_its_words() -> None:
    phrase = "the quick brown fox isn't lazy"
    assert len(phrase.split()) == RUN_WORDS
    hidden = 'words = "So: The quick,\n  brown *fox* isn’t lazy."'
    assert fingerprint(next(runs(phrase))) in {fingerprint(run) for run in runs(hidden)}
