"""The first tables."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="AmendmentRow",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                ("id_hex", models.CharField(max_length=32, unique=True)),
                ("reading_id", models.CharField(db_index=True, max_length=32)),
                ("data", models.JSONField()),
            ],
            options={
                "ordering": ("number",),
            },
        ),
        migrations.CreateModel(
            name="Job",
            fields=[
                ("id", models.CharField(max_length=32, primary_key=True, serialize=False)),
                ("created_at", models.DateTimeField(db_index=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("queued", "Queued"),
                            ("running", "Running"),
                            ("done", "Done"),
                            ("failed", "Failed"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="queued",
                        max_length=10,
                    ),
                ),
                ("progress", models.FloatField(default=0.0)),
                ("source", models.CharField(max_length=255)),
                ("test", models.CharField(max_length=40)),
                ("mirrored", models.BooleanField(default=False)),
                ("is_sample", models.BooleanField(default=False)),
                ("cancel_asked", models.BooleanField(default=False)),
                ("measurement", models.JSONField(null=True)),
                ("fault", models.JSONField(null=True)),
            ],
            options={
                "ordering": ("created_at", "id"),
            },
        ),
        migrations.CreateModel(
            name="MeasurementRow",
            fields=[
                ("id", models.CharField(max_length=32, primary_key=True, serialize=False)),
                ("taken_at", models.DateTimeField(db_index=True)),
                ("data", models.JSONField()),
            ],
            options={
                "ordering": ("taken_at", "id"),
            },
        ),
        migrations.CreateModel(
            name="PainRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(db_index=True)),
                ("data", models.JSONField()),
            ],
            options={
                "ordering": ("at", "id"),
            },
        ),
        migrations.CreateModel(
            name="PersonRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("data", models.JSONField()),
            ],
        ),
        migrations.CreateModel(
            name="ReadingRow",
            fields=[
                ("id", models.CharField(max_length=32, primary_key=True, serialize=False)),
                ("taken_at", models.DateTimeField(db_index=True)),
                ("test", models.CharField(max_length=40)),
                ("direction", models.CharField(max_length=10)),
                ("side", models.CharField(max_length=5)),
                ("device", models.CharField(max_length=20)),
                ("deleted", models.BooleanField(default=False)),
                ("data", models.JSONField()),
            ],
            options={
                "ordering": ("taken_at", "id"),
            },
        ),
        migrations.CreateModel(
            name="ScreeningRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(db_index=True)),
                ("data", models.JSONField()),
            ],
            options={
                "ordering": ("at", "id"),
            },
        ),
        migrations.CreateModel(
            name="SessionRow",
            fields=[
                ("id", models.CharField(max_length=32, primary_key=True, serialize=False)),
                ("started_at", models.DateTimeField(db_index=True)),
                ("data", models.JSONField()),
            ],
            options={
                "ordering": ("started_at", "id"),
            },
        ),
        migrations.CreateModel(
            name="SessionEventRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("session_id", models.CharField(max_length=32)),
                ("number", models.PositiveIntegerField()),
                ("data", models.JSONField()),
            ],
            options={
                "ordering": ("number",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("session_id", "number"), name="one_event_per_number"
                    )
                ],
            },
        ),
    ]
