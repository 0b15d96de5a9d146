"""One line for each repetition, for whoever looks for what went wrong."""

from __future__ import annotations

from collections.abc import Iterator

from validation.coach.judged import JudgedFilm, JudgedRep


def details(film: JudgedFilm) -> Iterator[str]:
    """A film, and its repetitions."""
    start = "" if film.recognised else ", start pose not seen in time"
    verdict = "exact" if film.exact else "WRONG"
    stray = f"stray {film.stray}, stray faults {film.stray_faults}"
    yield f"{film.film.name}: {verdict}, {stray}{start}"
    for rep in film.reps:
        yield "    " + _line(rep)


def _line(rep: JudgedRep) -> str:
    told = ", ".join(
        f"{name} {rep.fault_late_s[name]:+.2f} s" if name in rep.fault_late_s else f"{name} FALSE"
        for name in sorted(rep.told)
    )
    missed = ", ".join(sorted(set(rep.rep.faults) - rep.told))
    return (
        f"{rep.rep.starts_s:6.1f} s {rep.rep.kind:6} {'exact' if rep.exact else 'WRONG'} "
        f"full {rep.full} half {rep.half} fast {rep.fast} "
        f"held {_time(rep.held_s)} clocked {_time(rep.clocked_s)} of {_time(rep.rep.hold_s)} "
        f"late {_time(rep.end_late_s)} {_time(rep.back_late_s)} told [{told}] missed [{missed}]"
    )


def _time(value: float | None) -> str:
    return "   –" if value is None else f"{value:4.2f}"
