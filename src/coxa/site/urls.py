"""Every address of the app."""

from __future__ import annotations

from importlib.util import find_spec

from django.urls import include, path
from django.views.i18n import set_language

from coxa.site.api import api
from coxa.site.pages import (
    about,
    answer,
    article,
    exercises,
    figure,
    handout,
    hip_rotation,
    job,
    live,
    looks,
    measure,
    morning,
    own,
    person,
    phone,
    plan,
    preferences,
    progress,
    readings,
    screening,
    settings,
    today,
    typing,
    voice,
)

urlpatterns = [
    path("", today.today, name="today"),
    path("questions/", screening.screening, name="screening"),
    path("questions/result/", screening.screening_result, name="screening-result"),
    path("morning/", morning.morning, name="morning"),
    path("measure/", measure.measure, name="measure"),
    path("measure/live/", live.measure_live, name="measure-live"),
    path("measure/phone/", phone.measure_phone, name="phone"),
    path("measure/phone/state/", phone.phone_state, name="phone-state"),
    path("measure/phone/press/", phone.phone_press, name="phone-press"),
    path("measure/video/", measure.measure_video, name="measure-video"),
    path("measure/sample/", measure.measure_sample, name="measure-sample"),
    path("measure/type/", typing.measure_type, name="measure-type"),
    path("measure/pinch/", measure.pinch, name="pinch"),
    path("measure/<slug:job_id>/", job.job, name="job"),
    path("measure/<slug:job_id>/status/", job.job_status, name="job-status"),
    path("measure/<slug:job_id>/cancel/", job.job_cancel, name="job-cancel"),
    path("measure/<slug:job_id>/keep/", job.job_keep, name="job-keep"),
    path("measure/<slug:job_id>/let-go/", job.job_discard, name="job-discard"),
    path(
        "measure/<slug:job_id>/<slug:side>-<slug:direction>.jpg",
        job.job_picture,
        name="job-picture",
    ),
    path("plan/", plan.plan, name="plan"),
    path("plan/calendar.ics", plan.calendar, name="plan-calendar"),
    path("plan/compare/", plan.compare, name="compare"),
    path("plan/compare/stop/", plan.stop_comparing, name="stop-comparing"),
    path("plan/handout/", handout.plan_page, name="plan-handout"),
    path("plan/handout.pdf", handout.plan_pdf, name="plan-pdf"),
    path("exercises/", exercises.exercises, name="exercises"),
    path("exercises/<slug:exercise_id>/", exercises.exercise, name="exercise"),
    path("exercises/<slug:exercise_id>/motion.json", figure.moving, name="exercise-motion"),
    path(
        "exercises/<slug:exercise_id>/muscles.json",
        figure.muscles,
        name="exercise-muscles",
    ),
    path("exercises/<slug:exercise_id>/handout/", handout.exercise_page, name="exercise-handout"),
    path("exercises/<slug:exercise_id>/handout.pdf", handout.exercise_pdf, name="exercise-pdf"),
    path("article/", article.article, name="article"),
    path("hip-rotation/", hip_rotation.hip_rotation, name="hip-rotation"),
    path("answer/", answer.answer, name="answer"),
    path("progress/", progress.progress, name="progress"),
    path("settings/", settings.settings, name="settings"),
    path("settings/language/", set_language, name="language"),
    path("settings/voice/", voice.voice, name="voice"),
    path("settings/you/", person.person, name="person"),
    path("settings/want/", preferences.want, name="want"),
    path("settings/have/", preferences.have, name="have"),
    path("settings/readings/", readings.readings, name="readings"),
    path("settings/readings/<slug:reading_id>/", readings.reading, name="reading"),
    path("settings/readings/<slug:reading_id>/move/", readings.move, name="reading-move"),
    path("settings/readings/<slug:reading_id>/delete/", readings.delete, name="reading-delete"),
    path("settings/readings/<slug:reading_id>/picture.jpg", readings.picture, name="picture"),
    path("settings/readings/<slug:reading_id>/drop/", readings.drop_picture, name="picture-drop"),
    path("settings/changes/<slug:change_id>/undo/", readings.undo_change, name="undo"),
    path("settings/export/", own.export, name="export"),
    path("settings/import/", own.take_in, name="import"),
    path("settings/delete/", own.delete, name="delete"),
    path("about/", about.about, name="about"),
    path("looks/charts.css", looks.charts, name="charts"),
    path("api/", api.urls),
]

# The session's pages hang in under /session/; their module names its own addresses.
if find_spec("coxa.site.pages.session") is not None:
    urlpatterns.append(path("session/", include("coxa.site.pages.session")))
