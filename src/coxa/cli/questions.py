"""``coxa questions``: the safety questions, asked in the terminal before the first reading."""

from __future__ import annotations

from collections.abc import Mapping

import click

from coxa.app.screening import answer_questions, clearance, counted_answers
from coxa.cli.records import local_now, open_records
from coxa.cli.speaking import print_json
from coxa.safety import Clearance, next_page, screen
from coxa.wording import say


@click.command("questions")
@click.option("--json", "as_json", is_flag=True, help="Ask nothing; print what is allowed now.")
def command(as_json: bool) -> None:
    """Answer the questions that come before every test and session, with y or n.

    Nothing is kept unless you answer to the end, or an answer ends it.
    """
    storage = open_records()
    if as_json:
        print_json(clearance(storage, local_now()).to_dict())
        return
    answers = _ask(counted_answers(storage, local_now()))
    _print(answer_questions(storage, answers, at=local_now()))


def _ask(counted: Mapping[str, bool]) -> dict[str, bool]:
    """The answers; asking ends early where one of them closes everything the same day.

    Questions whose earlier answers still count are left out, but for one that asks for changes.
    """
    answers: dict[str, bool] = {}
    while page := next_page(answers, counted):
        question = page[0]
        click.echo(f"\n{question.question}\n  {question.why}")
        answers[question.id] = click.confirm("  Yes or no", default=None)
        found = screen(answers)
        if found.because and found.same_day:
            break
    return answers


def _print(found: Clearance) -> None:
    for message in [*found.because, *found.advice]:
        click.echo(say(message))
    if found.tests_closed and found.tests_allowed:
        click.echo(f"Closed tests: {', '.join(test.value for test in found.tests_closed)}.")
    if found.tests_allowed:
        click.echo("You may measure: coxa type, coxa measure.")
