"""The report as one stand-alone web page that prints on two sheets of A4."""

from __future__ import annotations

from html import escape

from coxa.exchange.answer_figures import Rows, rows_table
from coxa.exchange.answer_report.blocks import (
    Block,
    Bullets,
    Heading,
    Lead,
    Paragraph,
    Picture,
    Report,
)
from coxa.exchange.drawing import CHART_CSS, for_screens
from coxa.exchange.report import POLICY, STYLE

REPORT_CSS = """
.report .lead { font-size: 1.2rem; margin: .25rem 0; font-weight: 600; }
.report h2 { margin: 1.25rem 0 .25rem; } .report p, .report li { max-width: none; }
.report p, .report ul { margin: .25rem 0; }
.report td { font-variant-numeric: tabular-nums; vertical-align: top; }
.report .page + .page { margin-top: 3rem; }
.report .scroll { margin-top: .5rem; overflow-x: auto; } .report figure { margin: .5rem 0; }
.report caption { font-weight: 600; opacity: 1; }
@page { size: A4; margin: 9mm 11mm; }
@media print {
  .on-screen { display: none !important; }
  .report { font-size: 7pt; line-height: 1.18; background: #fff; break-inside: auto; }
  .report h1 { font-size: 14pt; margin: 0; } .report .lead { font-size: 10pt; }
  .report h2 { font-size: 8.5pt; margin: 1.2mm 0 .3mm; }
  .report p, .report ul { margin: .3mm 0; } .report .quiet { font-size: 6.8pt; }
  .report li + li { margin: 0; }
  .report .scroll { overflow: visible; margin-top: .6mm; } .report figure { margin: .6mm 0; }
  .report .scroll, .report table { margin-bottom: 0; }
  .report .coxa-chart { max-height: 108mm; }
  .report table, .report caption { font-size: 7pt; } .report caption { padding: 0; }
  .report .coxa-table th, .report .coxa-table td { padding: .1mm 2mm .1mm 0; }
  .report .coxa-table tbody th { font-weight: 400; }
  .report .page + .page { break-before: page; margin-top: 0; }
}
"""
"""How the report looks, on a page of its own or within another."""


def report_page(report: Report, *, language: str = "en") -> str:
    """A page of its own as a string; it asks for nothing outside of itself."""
    return "\n".join(
        [
            f'<!doctype html><html lang="{escape(language)}"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            f"<title>{escape(report.title)}</title>",
            f"<style>{CHART_CSS}{STYLE}{REPORT_CSS}</style></head>",
            f'<body><main class="report">{report_body(report)}</main></body></html>\n',
        ]
    )


def report_body(report: Report) -> str:
    """The two sheets as HTML, to stand within a page that brings ``REPORT_CSS``."""
    first, second = report.pages
    return "\n".join(
        [
            f'<section class="page"><h1>{escape(report.title)}</h1>',
            f'<p class="quiet">{escape(report.origin)}</p>',
            *map(_block, first),
            '</section><section class="page">',
            *map(_block, second),
            f'<p class="quiet">{escape(report.foot)}</p>',
            "</section>",
        ]
    )


def _block(block: Block) -> str:
    match block:
        case Heading(words):
            return f"<h2>{escape(words)}</h2>"
        case Lead(words):
            return f'<p class="lead">{escape(words)}</p>'
        case Paragraph(words, quiet):
            return f'<p class="quiet">{escape(words)}</p>' if quiet else f"<p>{escape(words)}</p>"
        case Bullets(lines):
            return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"
        case Picture(draw):
            return f"<figure>{for_screens(draw)}</figure>"
        case Rows():
            return f'<div class="scroll" tabindex="0">{rows_table(block)}</div>'
