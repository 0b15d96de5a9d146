"""The API: what its OpenAPI file promises, and no fault of the server for any input."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from django.test import Client
from hypothesis import HealthCheck, Phase, settings

from coxa.records import ScreeningAnswers
from coxa.safety import QUESTIONS
from coxa.site.measuring import jobs
from coxa.site.models import Job
from coxa.site.storage import DjangoStorage

TOKEN = "a" * 32
schema = schemathesis.openapi.from_wsgi(
    "/api/openapi.json", get_wsgi_application(), headers={"Host": "localhost"}
)


@pytest.fixture
def answered(db: None) -> Iterator[None]:
    DjangoStorage().add_screening(
        ScreeningAnswers(at=datetime.now(UTC), answers={q.id: False for q in QUESTIONS})
    )
    yield
    for job in Job.objects.all():
        jobs.drop_files(job.id)


@pytest.mark.usefixtures("answered")
@schema.parametrize()
@settings(
    max_examples=12,
    derandomize=True,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_no_input_breaks_the_server(case: schemathesis.Case[Any]) -> None:
    headers = {"Host": "localhost", "X-CSRFToken": TOKEN, "Cookie": f"csrftoken={TOKEN}"}
    response = case.call(headers=headers)
    assert response.status_code < 500, response.text
    if response.status_code in {400, 403, 404, 422} and "json" in str(response.headers):
        told = response.json()
        assert told["id"]
        assert told["message"]


def test_a_page_from_elsewhere_may_not_change_anything(cleared: DjangoStorage) -> None:
    strict = Client(HTTP_HOST="localhost", enforce_csrf_checks=True)
    response = strict.put("/api/you/person", {"year_of_birth": 1980}, "application/json")
    assert response.status_code == 403
    assert cleared.person().year_of_birth is None


def test_a_blocked_person_gets_no_test(web: Client) -> None:
    response = web.post("/api/measurements/sample")
    assert response.status_code == 403
    assert response.json()["id"] == "blocked_unanswered"


def test_a_reading_goes_in_and_comes_out_as_the_same_record(
    web: Client, cleared: DjangoStorage
) -> None:
    body = {
        "test": "seated-rotation",
        "device": "inclinometer",
        "mode": "active",
        "side": "right",
        "direction": "external",
        "size_deg": 40,
        "taken_at": "2026-03-01T08:00:00+01:00",
    }
    made = web.post("/api/readings", body, "application/json")
    assert made.status_code == 201, made.content
    assert made.json()["value_deg"] == -40
    assert web.get("/api/readings").json() == [cleared.readings()[0].to_dict()]
    reading_id = made.json()["id"]
    web.delete(f"/api/readings/{reading_id}")
    assert web.get("/api/readings").json() == []
    change = web.get("/api/readings/changes").json()[0]
    web.post(f"/api/readings/changes/{change['id']}/undo")
    assert web.get(f"/api/readings/{reading_id}").json()["side"] == "right"
