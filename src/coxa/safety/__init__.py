"""What a person may do: questions before the first test, pain rules, and the gates.

Every room that builds or runs anything for a person asks here.
"""

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
    QUESTIONS,
    QUESTIONS_A_PAGE,
    REASK_AFTER_DAYS,
    Consequence,
    Question,
    Whom,
    applicable,
    next_page,
)
from coxa.safety.readings import BONY_LIMIT_DEG, possible_bony_limit
from coxa.safety.screening import (
    Clearance,
    allowed_exercises,
    allowed_tests,
    clearance_at,
    screen,
)

__all__ = [
    "BONY_LIMIT_DEG",
    "PAIN_LIMIT",
    "QUESTIONS",
    "QUESTIONS_A_PAGE",
    "REASK_AFTER_DAYS",
    "Clearance",
    "Consequence",
    "PainDecision",
    "PainStanding",
    "Question",
    "Whom",
    "after_pain",
    "allowed_exercises",
    "allowed_tests",
    "applicable",
    "clearance_at",
    "kind_of",
    "next_page",
    "pain_standing",
    "possible_bony_limit",
    "require_session",
    "require_test",
    "screen",
]
