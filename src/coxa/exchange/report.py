"""A measurement as one stand-alone page: to print, to keep, to hand to somebody."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from html import escape

from coxa.exchange.drawing import (
    CHART_CSS,
    ENGLISH,
    Words,
    for_screens,
    rotation_plot,
    rotation_table,
)
from coxa.records import Measurement, Reading

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""What a browser may load for the page: nothing from anywhere else."""

STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem;
  background: var(--coxa-paper); }
h1 { font-size: 1.6rem; line-height: 1.2; } h2 { font-size: 1.15rem; margin-top: 2rem; }
.readings { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 1rem; }
.reading b { display: block; font-size: 2rem; font-variant-numeric: tabular-nums; }
.left { color: var(--coxa-left); } .right { color: var(--coxa-right); }
.left::before { content: "\\25CF\\00A0" / ""; } .right::before { content: "\\25A0\\00A0" / ""; }
.quiet { opacity: .75; font-size: .9rem; }
.scroll { overflow-x: auto; margin-top: 1rem; }
table { width: 100%; } caption { text-align: start; opacity: .75; font-size: .9rem; }
th, td { border-bottom: 1px solid #8886; }
img { max-width: 100%; border-radius: .5rem; }
@page { size: A4; margin: 15mm; }
@media print {
  body { margin: 0; max-width: none; padding: 0; }
  svg, img, tr, .reading { break-inside: avoid; } h2 { break-after: avoid; }
  img { max-height: 10cm; }
}
"""


def html_report(
    measurement: Measurement, picture_jpeg: bytes | None = None, *, words: Words = ENGLISH
) -> str:
    """The page as a string; it asks for nothing outside of itself.

    Parameters
    ----------
    picture_jpeg : the moment measured, as ``coxa.capture.picture_of`` gives it.
    words : how it speaks.
    """
    title = escape(words("report_title"))
    return "\n".join(
        [
            '<!doctype html><html lang="en"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            f"<title>{title}</title><style>{CHART_CSS}{STYLE}</style></head><body><main>",
            f"<h1>{title}</h1>",
            f'<p class="quiet">{escape(_source(measurement, words))}</p>',
            *_accepted(measurement, words),
            *_refused(measurement, words),
            *_curves(measurement, words),
            *_picture(picture_jpeg, words),
            f'<p class="quiet">{escape(words("report_not_medical"))}</p>',
            "</main></body></html>\n",
        ]
    )


def _source(measurement: Measurement, words: Words) -> str:
    return words(
        "report_source",
        source=measurement.source,
        seconds=round(measurement.duration_s),
        method=measurement.method,
    )


def _accepted(measurement: Measurement, words: Words) -> Iterator[str]:
    if measurement.accepted:
        yield '<section class="readings">'
        yield from (_reading(reading, words) for reading in measurement.accepted)
        yield "</section>"


def _reading(reading: Reading, words: Words) -> str:
    size_deg = reading.direction.sign * (reading.value_deg or 0.0)
    side, way = words.side(reading.side), words.direction(reading.direction)
    field = words(f"report_{reading.direction.value}")
    error = words("report_give_or_take", error=f"{reading.error95_deg:.0f}")
    return (
        f'<div class="reading"><span class="{reading.side.value}">{escape(side)}</span> '
        f"{escape(way)}<b>{size_deg:.0f}°</b>{escape(error)}"
        f'<br><span class="quiet">{escape(field)}</span></div>'
    )


def _refused(measurement: Measurement, words: Words) -> Iterator[str]:
    concerned: dict[str, list[str]] = {}
    for reading in measurement.readings:
        for reason in reading.reasons:
            name = f"{words.side(reading.side)} {words.direction(reading.direction)}"
            concerned.setdefault(words.say(reason), []).append(name)
    if concerned:
        yield f"<h2>{escape(words('report_refused'))}</h2><ul>"
        for sentence, names in concerned.items():
            yield f"<li>{escape(', '.join(names))}: {escape(sentence)}</li>"
        yield "</ul>"


def _curves(measurement: Measurement, words: Words) -> Iterator[str]:
    if measurement.curves:
        yield f"<h2>{escape(words('chart_rotation_title'))}</h2>"
        yield for_screens(
            lambda width: rotation_plot(
                measurement.curves, measurement.readings, width=width, words=words
            )
        )
        table = rotation_table(measurement.readings, words=words, caption=words("report_as_table"))
        yield f'<div class="scroll" tabindex="0">{table}</div>'


def _picture(picture_jpeg: bytes | None, words: Words) -> Iterator[str]:
    if picture_jpeg:
        data = base64.b64encode(picture_jpeg).decode("ascii")
        caption = escape(words("report_picture"))
        yield f'<h2>{caption}</h2><img alt="{caption}" src="data:image/jpeg;base64,{data}">'
