"""A recording that waits to be read, is being read, or has been read and awaits a decision."""

from __future__ import annotations

from django.db import models


class JobState(models.TextChoices):
    """How far a job has come."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Job(models.Model):
    """Its video stands in ``uploads/<id>/`` under its own name until it has been read."""

    id = models.CharField(primary_key=True, max_length=32)
    created_at = models.DateTimeField(db_index=True)
    state = models.CharField(max_length=10, choices=JobState.choices, default=JobState.QUEUED)
    progress = models.FloatField(default=0.0)
    source = models.CharField(max_length=255)
    test = models.CharField(max_length=40)
    mirrored = models.BooleanField(default=False)
    is_sample = models.BooleanField(default=False)
    after_exercise = models.BooleanField(null=True)
    """Whether the person had warmed up before; unknown until they say so."""
    cancel_asked = models.BooleanField(default=False)
    measurement = models.JSONField(null=True)
    fault = models.JSONField(null=True)

    class Meta:
        ordering = ("created_at", "id")
