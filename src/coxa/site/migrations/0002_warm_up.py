"""Whether a person had warmed up is asked; an old "no" was a box left empty, so it is unknown."""

from typing import Any

from django.db import migrations, models


def forget_unasked(apps: Any, schema_editor: Any) -> None:
    """An unticked box was never an answer."""
    for row in apps.get_model("coxa", "ReadingRow").objects.all():
        if _make_unknown(row.data):
            row.save(update_fields=["data"])
    for row in apps.get_model("coxa", "AmendmentRow").objects.all():
        changed = [_make_unknown(row.data[which]) for which in ("before", "after")]
        if any(changed):
            row.save(update_fields=["data"])


def _make_unknown(reading: dict[str, Any] | None) -> bool:
    if reading is None or reading.get("after_exercise") is not False:
        return False
    reading["after_exercise"] = None
    return True


class Migration(migrations.Migration):
    dependencies = [("coxa", "0001_initial")]

    operations = [
        migrations.AddField("job", "after_exercise", models.BooleanField(null=True)),
        migrations.RunPython(forget_unasked, migrations.RunPython.noop),
    ]
