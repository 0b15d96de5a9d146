"""The answer to "did it improve?": gain, interval, verdict, and what would settle it."""

from coxa.evidence.records import Answer, SeriesAnswer, SideAnswer, Verdict

__all__ = ["Answer", "SeriesAnswer", "SideAnswer", "Verdict"]
