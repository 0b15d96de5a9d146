"""A table per kind of record: ``data`` is the record, the other columns find and order it."""

from __future__ import annotations

from django.db import models


class PersonRow(models.Model):
    """The one person; there is a single row, number 1."""

    data = models.JSONField()


class PreferencesRow(models.Model):
    """What the person wants and has; there is a single row, number 1."""

    data = models.JSONField()


class ExperimentRow(models.Model):
    """The sealed schedule of a comparison: a row for each that was drawn, in their order."""

    data = models.JSONField()


class ScreeningRow(models.Model):
    at = models.DateTimeField(db_index=True)
    data = models.JSONField()

    class Meta:
        ordering = ("at", "id")


class MeasurementRow(models.Model):
    id = models.CharField(primary_key=True, max_length=32)
    taken_at = models.DateTimeField(db_index=True)
    data = models.JSONField()

    class Meta:
        ordering = ("taken_at", "id")


class ReadingRow(models.Model):
    """A reading; a deleted one stays, marked, so that deleting can be undone."""

    id = models.CharField(primary_key=True, max_length=32)
    taken_at = models.DateTimeField(db_index=True)
    test = models.CharField(max_length=40)
    direction = models.CharField(max_length=10)
    side = models.CharField(max_length=5)
    device = models.CharField(max_length=20)
    deleted = models.BooleanField(default=False)
    data = models.JSONField()

    class Meta:
        ordering = ("taken_at", "id")


class AmendmentRow(models.Model):
    """Numbered in the order in which the changes were made."""

    number = models.BigAutoField(primary_key=True)
    id_hex = models.CharField(unique=True, max_length=32)
    reading_id = models.CharField(max_length=32, db_index=True)
    data = models.JSONField()

    class Meta:
        ordering = ("number",)


class SessionRow(models.Model):
    id = models.CharField(primary_key=True, max_length=32)
    started_at = models.DateTimeField(db_index=True)
    data = models.JSONField()

    class Meta:
        ordering = ("started_at", "id")


class SessionEventRow(models.Model):
    """The coach's event log; a session is replayed from it."""

    session_id = models.CharField(max_length=32)
    number = models.PositiveIntegerField()
    data = models.JSONField()

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("session_id", "number"), name="one_event_per_number"),
        )


class PainRow(models.Model):
    at = models.DateTimeField(db_index=True)
    data = models.JSONField()

    class Meta:
        ordering = ("at", "id")
