"""Tables: a row per record, holding the record's ``to_dict`` form and what is searched by."""

from coxa.site.models.job import Job
from coxa.site.models.records import (
    AmendmentRow,
    ExperimentRow,
    MeasurementRow,
    PainRow,
    PersonRow,
    PreferencesRow,
    ReadingRow,
    ScreeningRow,
    SessionEventRow,
    SessionRow,
)

__all__ = [
    "AmendmentRow",
    "ExperimentRow",
    "Job",
    "MeasurementRow",
    "PainRow",
    "PersonRow",
    "PreferencesRow",
    "ReadingRow",
    "ScreeningRow",
    "SessionEventRow",
    "SessionRow",
]
