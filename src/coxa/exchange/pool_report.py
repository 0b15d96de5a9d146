"""The pooled answer as one stand-alone page: to print, to keep, to hand on."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from coxa.evidence import PoolAnswer, Pooled, dose_words, group_words, pool_headline
from coxa.exchange.drawing import CHART_CSS, ENGLISH, Words, for_screens, forest_plot, forest_table
from coxa.exchange.pool_figures import pool_figures_table, pool_kind_words
from coxa.exchange.report import POLICY, STYLE

OWN_STYLE = """
section + section { margin-top: 3rem; }
td { font-variant-numeric: tabular-nums; }
@media print { section + section { break-before: page; margin-top: 0; } }
"""
METHOD = ("pool_method_average", "pool_method_prediction", "pool_method_shared", "pool_method_own")


def pool_report(found: PoolAnswer, *, words: Words = ENGLISH) -> str:
    """The page as a string; it asks for nothing outside of itself and names nobody."""
    title = escape(words("pool_title"))
    empty = [] if found.pools else [f"<p>{escape(words('pool_nobody'))}</p>"]
    return "\n".join(
        [
            '<!doctype html><html lang="en"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            f"<title>{title}</title><style>{CHART_CSS}{STYLE}{OWN_STYLE}</style></head>",
            f"<body><main><h1>{title}</h1>",
            f'<p class="quiet">{escape(words("pool_people", count=found.people))}</p>',
            *empty,
            *(line for one in found.pools for line in _section(one, words)),
            *(f"<p>{escape(words.say(note))}</p>" for note in found.notes),
            f"<section><h2>{escape(words('pool_method'))}</h2>",
            *(f"<p>{escape(words(sentence))}</p>" for sentence in METHOD),
            "</section></main></body></html>\n",
        ]
    )


def _section(found: Pooled, words: Words) -> Iterator[str]:
    first, *others = pool_headline(found)
    yield f"<section><h2>{escape(pool_kind_words(found, words))}</h2>"
    yield f"<p><strong>{escape(words.say(first))}</strong></p>"
    for sentence in others:
        yield f"<p>{escape(words.say(sentence))}</p>"
    said = (*dose_words(found), *group_words(found), *found.notes)
    yield f"<ul>{''.join(f'<li>{escape(words.say(one))}</li>' for one in said)}</ul>"
    yield for_screens(lambda width: forest_plot(found, width=width, words=words))
    yield _scrolling(pool_figures_table(found, words))
    yield _scrolling(forest_table(found, words=words))
    yield "</section>"


def _scrolling(content: str) -> str:
    """A table that scrolls sideways on its own where the screen is narrow."""
    return f'<div class="scroll" tabindex="0">{content}</div>'
