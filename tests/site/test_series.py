"""Series on the pages: kept apart and said why, the error with its origin, the sample no day."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from coxa.app.keep_measurement import keep_measurement
from coxa.programme import READINGS_BEFORE_TRAINING
from coxa.quantities import Device, Direction, Mode, Side, Test
from coxa.records import KeptReading, Series
from coxa.site.storage import DjangoStorage
from tests.exchange.one_of_each import ONE_OF_EACH

SEATED = Series(
    test=Test.SEATED,
    direction=Direction.INTERNAL,
    mode=Mode.ACTIVE,
    device=Device.INCLINOMETER,
    method="typed",
)


def keep(storage: DjangoStorage, series: Series, days: int, number: int = 0) -> None:
    """Readings of both sides on so many days up to yesterday."""
    start = timezone.now() - timedelta(days=days)
    storage.add_readings(
        [
            KeptReading(
                id=f"{number + 2 * day + turn:032x}",
                taken_at=start + timedelta(days=day),
                series=series,
                side=side,
                value_deg=30.0 + (day * 7 + turn * 3) % 5,
                error95_deg=7.6,
                after_exercise=False,
            )
            for day in range(days)
            for turn, side in enumerate(Side)
        ]
    )


def text_of(web: Client, address: str) -> str:
    page = web.get(address).content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", page).replace("&#x27;", "'").split())


@pytest.mark.parametrize("address", ["/progress/", "/answer/"])
@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"device": Device.GONIOMETER}, "more than one instrument"),
        ({"test": Test.PRONE}, "more than one position"),
        ({"mode": Mode.PASSIVE}, "a hand that moved the leg"),
    ],
)
def test_two_techniques_are_shown_apart_and_it_is_said_why(
    web: Client, cleared: DjangoStorage, address: str, change: dict[str, object], why: str
) -> None:
    keep(cleared, SEATED, 3)
    assert why not in text_of(web, address)
    keep(cleared, SEATED.model_copy(update=change), 2, number=1000)
    assert why in text_of(web, address)
    page = web.get(address).content.decode()
    assert page.count('<section class="sheet">') == 2


@pytest.mark.parametrize("address", ["/progress/", "/answer/"])
def test_two_calibrations_are_told_apart_by_their_name(
    web: Client, cleared: DjangoStorage, address: str
) -> None:
    filmed = SEATED.model_copy(update={"device": Device.CAMERA, "method": "heavy/first-1"})
    keep(cleared, filmed, 3)
    assert "Read with" not in text_of(web, address)
    keep(cleared, filmed.model_copy(update={"method": "heavy/second-2"}), 3, number=1000)
    text = text_of(web, address)
    assert "Read with heavy/first-1" in text
    assert "Read with heavy/second-2" in text
    assert "camera's pictures was changed" in text


def test_phases_of_one_technique_do_not_stand_behind_another(
    web: Client, cleared: DjangoStorage
) -> None:
    """Twenty days of one, two of the other: only the first has a band of baseline."""
    keep(cleared, SEATED, 20)
    alone = web.get("/progress/").content.decode().count(">before training<")
    assert alone > 0
    keep(cleared, SEATED.model_copy(update={"device": Device.PHONE}), 2, number=1000)
    assert web.get("/progress/").content.decode().count(">before training<") == alone


@pytest.mark.parametrize("address", ["/progress/", "/answer/"])
def test_the_error_is_the_methods_until_six_baseline_days(
    web: Client, cleared: DjangoStorage, address: str
) -> None:
    keep(cleared, SEATED, 7)
    text = text_of(web, address)
    assert "The method One reading is typically off by about 3.9° (SEM)" in text
    assert "must differ by more than 11° (MDC95)" in text
    assert "Spörk 2021" in text
    assert "You Not known yet" in text
    assert "from 6 days of readings before training, after two days of practice. You have 5" in text


@pytest.mark.parametrize("address", ["/progress/", "/answer/"])
def test_then_both_stand_there_the_methods_and_the_persons_own(
    web: Client, cleared: DjangoStorage, address: str
) -> None:
    keep(cleared, SEATED, 8)
    text = text_of(web, address)
    assert "The method One reading is typically off by about 3.9° (SEM)" in text
    assert "Spörk 2021" in text
    assert "You One of your readings is typically off by about" in text
    assert "from 12 readings on 6 days before training" in text
    assert "leans on the method's figure" in text


def test_a_direction_that_was_begun_later_lays_no_second_bands_over_the_first(
    web: Client, cleared: DjangoStorage
) -> None:
    keep(cleared, SEATED, 20)
    bands = re.compile(r'<rect[^>]*opacity="0\.(?:06|15)"[^>]*>')
    before = [re.findall(r' (?:x|width)="[^"]*"', band) for band in bands.findall(_page(web))]
    assert before
    keep(cleared, SEATED.model_copy(update={"direction": Direction.EXTERNAL}), 5, number=1000)
    after = [re.findall(r' (?:x|width)="[^"]*"', band) for band in bands.findall(_page(web))]
    assert after == before


def _page(web: Client) -> str:
    return web.get("/progress/").content.decode()


def test_the_picture_of_both_directions_says_the_method_once(
    web: Client, cleared: DjangoStorage
) -> None:
    keep(cleared, SEATED, 8)
    keep(cleared, SEATED.model_copy(update={"direction": Direction.EXTERNAL}), 5, number=1000)
    text = text_of(web, "/progress/")
    assert text.count("by about 3.9° (SEM)") == 1
    assert "You, turns in One of your readings" in text
    assert "You, turns out Not known yet" in text


def test_the_camera_starts_from_six(web: Client, cleared: DjangoStorage) -> None:
    keep(cleared, SEATED.model_copy(update={"device": Device.CAMERA, "method": "heavy/1"}), 3)
    text = text_of(web, "/answer/")
    assert "The method One reading is typically off by about 6.0°" in text
    assert "a cautious 6° is taken" in text


@pytest.fixture
def sample_only(cleared: DjangoStorage) -> DjangoStorage:
    at = timezone.now() - timedelta(minutes=5)
    keep_measurement(
        cleared,
        ONE_OF_EACH.measurements[0].measurement,
        measurement_id="c" * 32,
        taken_at=at,
        now=timezone.now(),
        of_sample=True,
    )
    return cleared


@pytest.mark.parametrize("address", ["/plan/", "/answer/"])
def test_the_sample_is_said_not_to_be_the_person(
    web: Client, sample_only: DjangoStorage, address: str
) -> None:
    text = text_of(web, address)
    assert "It shows a drawn person, not you" in text
    assert "measured on" not in text
    keep(sample_only, SEATED, 1)
    assert "drawn person" not in text_of(web, address)
    assert f"measured on 1 of {READINGS_BEFORE_TRAINING} days" in text_of(web, "/plan/")


def test_the_sample_is_no_reading_of_this_week(web: Client, sample_only: DjangoStorage) -> None:
    assert not any(day["read"] for day in web.get("/").context["week"])
    keep(sample_only, SEATED, 1)
    assert any(day["read"] for day in web.get("/").context["week"])
