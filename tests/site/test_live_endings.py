"""What a live test leaves: its reading, a pinch, nothing; and the page that holds it."""

from __future__ import annotations

import asyncio
import re
from threading import Event
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from django.test import Client
from django.utils import timezone

from coxa.app.measure_live import LIVE_SUFFIX, LiveTest
from coxa.assessment import assess, guided
from coxa.capture import LiveCapture, load_recording
from coxa.errors import BlockedForSafety
from coxa.records import Message
from coxa.site.live.messages import MOST_FRAMES
from coxa.site.live.registry import LiveTests, Ticket
from coxa.site.live.socket import LiveSocket
from coxa.site.measuring import jobs
from coxa.site.models import Job
from coxa.site.models.job import JobState
from coxa.site.pages.live_words import live_words
from coxa.site.storage import DjangoStorage
from coxa.wording import say
from tests.live_sitter import Run
from tests.site.live_fixtures import (
    SEED,
    app,
    clock,
    tests,
    ticket,
    whole_test,
    words,
)
from tests.site.live_page import Clock, Page, play

__all__ = ["app", "clock", "tests", "ticket", "whole_test"]


# --- What it leaves


def done(
    app: LiveSocket, ticket: Ticket, run: Run, together: int = 1
) -> tuple[Job, list[dict[str, Any]]]:
    """The job of a whole test, so many frames a message, and all that the page heard."""

    async def scene() -> list[dict[str, Any]]:
        page = Page(app, ticket.test_id)
        await page.hello(ticket.secret)
        for begin in range(0, len(run.packets), together):
            page.frame(b"".join(run.packets[begin : begin + together]))
        return await page.hear_all()

    heard = play(scene)
    assert heard[-2]["kind"] == "done", heard[-2]
    return Job.objects.get(pk=heard[-2]["job"]), heard


@pytest.mark.parametrize("together", [1, 4, MOST_FRAMES])
def test_a_whole_test_gives_the_degrees_that_the_recorded_path_gives(
    app: LiveSocket, cleared: DjangoStorage, ticket: Ticket, whole_test: Run, together: int
) -> None:
    job, heard = done(app, ticket, whole_test, together)
    state = whole_test.state
    alone = LiveCapture(640, 640)
    for one in whole_test.packets:
        alone.take(one)
    expected = assess(alone.recording(mirrored=state.mirrored, takes=state.kept))
    measurement = jobs.measurement_of(job)
    assert measurement is not None
    assert len(measurement.accepted) == 4
    assert measurement == expected.model_copy(update={"method": expected.method + LIVE_SUFFIX})
    recording = load_recording(jobs.landmarks_file(job.id))
    assert assess(recording).readings == expected.readings
    spoken = [cue["text"] for said in heard if said["kind"] == "view" for cue in said["cues"]]
    assert [text for text in spoken if text] == [say(cue) for cue in _said_by(whole_test)]


def _said_by(run: Run) -> list[Message]:
    """What the guide alone says to the same packets."""
    capture, watcher = LiveCapture(640, 640), guided.Watcher(640, 640)
    state, said = guided.start(guided.random_plan(SEED)), []
    for one in run.packets:
        frame = capture.take(one)
        if frame is not None:
            state, cues = guided.step(state, watcher.look(frame))
            said += [cue.message for cue in cues if cue.message]
    return said


def test_the_job_is_shown_kept_and_a_series_of_its_own(
    app: LiveSocket, web: Client, cleared: DjangoStorage, ticket: Ticket, whole_test: Run
) -> None:
    job, _ = done(app, ticket, whole_test)
    assert (job.state, job.source, job.after_exercise) == (JobState.DONE, "live camera", False)
    shown = web.get(f"/measure/{job.id}/")
    assert "Your reading" in shown.content.decode()
    kept = web.post(f"/measure/{job.id}/keep/", {"taken_at": timezone.localtime().isoformat()[:16]})
    assert kept.status_code == 302
    readings = cleared.readings()
    assert len(readings) == 4
    assert all(reading.series.method.endswith(LIVE_SUFFIX) for reading in readings)
    assert (jobs.home().recordings / f"{job.id}.npz").exists()
    assert not jobs.folder_of(job.id).exists()


def test_a_reading_may_be_let_go_for_another_test(
    app: LiveSocket, web: Client, cleared: DjangoStorage, ticket: Ticket, whole_test: Run
) -> None:
    job, _ = done(app, ticket, whole_test)
    shown = web.get(f"/measure/{job.id}/").content.decode()
    assert "Measure again instead" in shown
    assert "When was it recorded?" not in shown
    again = web.post(f"/measure/{job.id}/let-go/", {"again": "measure-live"})
    assert again["Location"] == "/measure/live/"
    assert not Job.objects.exists()
    assert not cleared.readings()


def test_a_refused_test_offers_to_measure_live_again(
    app: LiveSocket, web: Client, cleared: DjangoStorage, ticket: Ticket, whole_test: Run
) -> None:
    job, _ = done(app, ticket, whole_test)
    measurement = jobs.measurement_of(job)
    assert measurement is not None
    no_number = {"accepted": False, "value_deg": None, "error95_deg": None}
    no_number["reasons"] = (Message(id="no_movement"),)  # type: ignore[assignment]
    readings = tuple(one.model_copy(update=no_number) for one in measurement.readings)
    job.measurement = measurement.model_copy(update={"readings": readings}).to_dict()
    job.save()
    page = web.get(f"/measure/{job.id}/").content.decode()
    assert 'href="/measure/live/"' in page
    assert "/measure/video/" not in page


def test_the_page_knows_when_something_may_be_skipped(
    app: LiveSocket, cleared: DjangoStorage, ticket: Ticket, clock: Clock, whole_test: Run
) -> None:
    async def scene() -> list[dict[str, Any]]:
        page = Page(app, ticket.test_id)
        await page.hello(ticket.secret)
        for one in whole_test.packets:
            page.frame(one)
        return [heard["view"] for heard in await page.hear_all() if heard["kind"] == "view"]

    may = {(view["phase"], view["may_skip"]) for view in play(scene)}
    assert {("place", False), ("raise_hand", True), ("neutral", True), ("go", True)} <= may
    assert {("rest", False), ("done", False)} <= may
    assert ("rest", True) not in may


def test_a_pinch_ends_it_is_written_down_and_nothing_else_is_kept(
    app: LiveSocket, cleared: DjangoStorage, ticket: Ticket, whole_test: Run
) -> None:
    async def scene() -> list[dict[str, Any]]:
        page = Page(app, ticket.test_id)
        await page.hello(ticket.secret)
        for one in whole_test.packets[:-15]:
            page.frame(one)
        page.press("pinch")
        page.press("pinch")
        return await page.hear_all()

    *_, last, closed = play(scene)
    assert last["kind"] == "view"
    assert last["view"]["phase"] == "stopped"
    assert last["view"]["caption"] == words("live_pinch")
    assert closed["code"] == 1000
    assert [report.groin_pinch for report in cleared.pain()] == [True]
    assert not Job.objects.exists()
    with pytest.raises(BlockedForSafety):
        jobs.submit_sample()


def test_a_pinch_told_while_it_is_being_read_keeps_it_from_being_handed_in(
    app: LiveSocket,
    cleared: DjangoStorage,
    ticket: Ticket,
    whole_test: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = Event()
    measure = LiveTest.measure

    def slowly(test: LiveTest) -> Any:
        assert told.wait(30)
        return measure(test)

    async def scene() -> list[dict[str, Any]]:
        page = Page(app, ticket.test_id)
        await page.hello(ticket.secret)
        for one in whole_test.packets:
            page.frame(one)
        page.press("pinch")
        while not await sync_to_async(cleared.pain)():
            await asyncio.sleep(0.01)
        told.set()
        return await page.hear_all()

    monkeypatch.setattr(LiveTest, "measure", slowly)
    heard = play(scene)
    assert heard[-2]["kind"] == "fault"
    assert len(cleared.pain()) == 1
    assert not Job.objects.exists()


def test_stopping_keeps_what_was_done_and_says_when_there_is_nothing(
    app: LiveSocket, cleared: DjangoStorage, tests: LiveTests, whole_test: Run
) -> None:
    def stopped_after(count: int) -> dict[str, Any]:
        ticket = tests.issue(after_exercise=None, take_over=True)

        async def scene() -> dict[str, Any]:
            page = Page(app, ticket.test_id)
            await page.hello(ticket.secret)
            for one in whole_test.packets[:count]:
                page.frame(one)
            page.press("stop")
            return (await page.hear_all())[-2]

        return play(scene)

    assert stopped_after(30)["message"] == words("live_nothing_read")
    assert not Job.objects.exists()
    assert stopped_after(len(whole_test.packets) // 2)["kind"] == "done"
    measurement = jobs.measurement_of(Job.objects.get())
    assert measurement is not None
    assert 1 <= len(measurement.readings) <= 3


# --- Its page


def test_the_page_asks_for_warmth_first_and_then_holds_a_ticket(
    web: Client, cleared: DjangoStorage, tests: LiveTests
) -> None:
    assert web.get("/measure/live/").context.get("ticket") is None
    assert web.post("/measure/live/", {}).status_code == 422
    page = web.post("/measure/live/", {"after_exercise": "yes"})
    ticket = page.context["ticket"]
    assert ticket.after_exercise is True
    text = page.content.decode()
    assert f'data-socket="/live/{ticket.test_id}"' in text
    assert 'data-next="/measure/{job}/"' in text
    assert "connect-src 'self'" in page["Content-Security-Policy"]
    assert "camera=(self)" in page["Permissions-Policy"]
    assert page["Cache-Control"] == "no-store"


def test_a_ticket_is_issued_to_the_apps_own_page_only(cleared: DjangoStorage) -> None:
    strict = Client(HTTP_HOST="localhost", enforce_csrf_checks=True)
    assert strict.post("/measure/live/", {"after_exercise": "no"}).status_code == 403


def test_measuring_live_is_the_first_way(web: Client, cleared: DjangoStorage) -> None:
    page = web.get("/measure/").content.decode()
    assert page.index("/measure/live/") < page.index("/measure/video/")


def test_the_page_has_every_word_that_the_element_reads(root: Any) -> None:
    source = (root / "frontend/src/live/words.ts").read_text(encoding="utf-8")
    body = source[source.index("export interface LiveWords") :]
    named = re.findall(r"^  (\w+):", body, re.MULTILINE)
    assert set(named) == set(live_words())
    faults = live_words()["faults"]
    assert isinstance(faults, dict)
    camera = (root / "frontend/src/live/camera.ts").read_text(encoding="utf-8")
    test = (root / "frontend/src/live/live-test.ts").read_text(encoding="utf-8")
    unions = (
        source[source.index(f"export type {name} ") :].split(";")[0]
        for name, source in (("CameraFault", camera), ("FaultId", test), ("LastWord", test))
    )
    assert set(re.findall(r'"(\w+)"', "".join(unions))) == set(faults)
