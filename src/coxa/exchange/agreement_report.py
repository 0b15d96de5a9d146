"""The agreement with a reference as one stand-alone page: to print, to keep, to hand on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from coxa.evidence import Agreement, Pair, agreement_headline
from coxa.exchange.agreement_figures import SIDE_HEAD, figure_rows, kind_words, side_rows
from coxa.exchange.drawing import (
    CHART_CSS,
    ENGLISH,
    Words,
    agreement_plot,
    for_screens,
    pairs_table,
)
from coxa.exchange.drawing.table import table
from coxa.exchange.markup import to_html
from coxa.exchange.report import POLICY, STYLE

OWN_STYLE = """
section + section { margin-top: 3rem; }
td { font-variant-numeric: tabular-nums; }
@media print { section + section { break-before: page; margin-top: 0; } }
"""


def agreement_report(
    found: Sequence[Agreement], pairs: Sequence[Pair], source: str, *, words: Words = ENGLISH
) -> str:
    """The page as a string; it asks for nothing outside of itself and names no participant.

    Parameters
    ----------
    source : the name of the file that the pairs came from.
    """
    title = escape(words("validate_title"))
    return "\n".join(
        [
            '<!doctype html><html lang="en"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            f"<title>{title}</title><style>{CHART_CSS}{STYLE}{OWN_STYLE}</style></head>",
            f"<body><main><h1>{title}</h1>",
            f'<p class="quiet">{escape(words("validate_source", source=source))}</p>',
            *([] if found else [f"<p>{escape(words('agreement_no_pairs'))}</p>"]),
            *(line for one in found for line in _section(one, pairs, words)),
            f'<p class="quiet">{escape(words("validate_foot"))}</p>',
            "</main></body></html>\n",
        ]
    )


def _section(found: Agreement, pairs: Sequence[Pair], words: Words) -> Iterator[str]:
    yield f"<section><h2>{escape(kind_words(found, words))}</h2>"
    if found.differences is not None:
        counts = {"pairs": found.differences.pairs, "people": found.differences.people}
        yield f'<p class="quiet">{escape(words("validate_counts", **counts))}</p>'
    said = " ".join(words.say(sentence) for sentence in agreement_headline(found))
    yield f"<p><strong>{escape(said)}</strong></p>"
    if found.notes:
        yield f"<ul>{''.join(f'<li>{escape(words.say(note))}</li>' for note in found.notes)}</ul>"
    if found.differences is not None:
        yield for_screens(lambda width: agreement_plot(found, pairs, width=width, words=words))
        yield from _tables(found, pairs, words)
    yield "</section>"


def _tables(found: Agreement, pairs: Sequence[Pair], words: Words) -> Iterator[str]:
    head = [words(f"validate_{name}") for name in ("figure", "value", "interval")]
    figures = table(words("validate_all_figures"), head, figure_rows(found, words))
    yield _scrolling(to_html(figures))
    sides = table(
        words("validate_by_side"), [words(name) for name in SIDE_HEAD], side_rows(found, words)
    )
    yield _scrolling(to_html(sides))
    own = [pair for pair in pairs if pair.kind == found.kind]
    yield _scrolling(pairs_table(own, words=words))


def _scrolling(content: str) -> str:
    """A table that scrolls sideways on its own where the screen is narrow."""
    return f'<div class="scroll" tabindex="0">{content}</div>'
