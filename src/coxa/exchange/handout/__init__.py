"""What is taken away on one sheet of paper: an exercise, or a plan."""

from coxa.exchange.handout.content import (
    Handout,
    Part,
    Picture,
    Row,
    exercise_handout,
    plan_handout,
)
from coxa.exchange.handout.pdf import SMALLEST_SCALE, pdf_of

__all__ = [
    "SMALLEST_SCALE",
    "Handout",
    "Part",
    "Picture",
    "Row",
    "exercise_handout",
    "pdf_of",
    "plan_handout",
]
