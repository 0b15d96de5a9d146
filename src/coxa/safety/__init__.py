"""What a person may do: questions before the first test, pain rules, and the gates.

Every room that builds or runs anything for a person asks here.
"""

from coxa.safety.again import LONG_PAUSE, AskedAnew, answers_that_count, asked_anew
from coxa.safety.gates import require_session, require_test
from coxa.safety.pain import (
    PAIN_LIMIT,
    PainDecision,
    PainStanding,
    after_pain,
    kind_of,
    pain_standing,
)
from coxa.safety.questions import (
    CHANGED,
    QUESTIONS,
    QUESTIONS_A_PAGE,
    Consequence,
    Question,
    Whom,
    applicable,
    next_page,
    still_open,
)
from coxa.safety.readings import (
    BONY_LIMIT_DEG,
    LOW_TURN_DEG,
    low_turn_with_groin_pain,
    possible_bony_limit,
)
from coxa.safety.screening import (
    Clearance,
    allowed_exercises,
    allowed_tests,
    clearance_at,
    screen,
)

__all__ = [
    "BONY_LIMIT_DEG",
    "CHANGED",
    "LONG_PAUSE",
    "LOW_TURN_DEG",
    "PAIN_LIMIT",
    "QUESTIONS",
    "QUESTIONS_A_PAGE",
    "AskedAnew",
    "Clearance",
    "Consequence",
    "PainDecision",
    "PainStanding",
    "Question",
    "Whom",
    "after_pain",
    "allowed_exercises",
    "allowed_tests",
    "answers_that_count",
    "applicable",
    "asked_anew",
    "clearance_at",
    "kind_of",
    "low_turn_with_groin_pain",
    "next_page",
    "pain_standing",
    "possible_bony_limit",
    "require_session",
    "require_test",
    "screen",
    "still_open",
]
