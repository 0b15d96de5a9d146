"""The model behind the answer: exact inference in a linear-Gaussian state-space model.

`days` and `design` put a case into rows and columns, `whiten` filters them, `posterior` works out
what is believed at every node of the assumptions, `mixture` weighs the nodes together, `verdict`
and `boundary` make a word of it. `priors` holds all that is assumed. `docs/answer.md` tells the
whole in formulas.
"""

from coxa.evidence.model.judge import judge, judge_all

__all__ = ["judge", "judge_all"]
