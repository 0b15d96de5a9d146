"""How often the answer errs: people simulated with numpy alone, and the report on them.

Nothing of the engine is used but its door: cases go in at ``coxa.evidence.judge_all``, answers
come out.
"""
