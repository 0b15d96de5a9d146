"""The guided test: leads a person through a rotation test that is watched while it is done.

::

    capture = LiveCapture(width_px, height_px)          # coxa.capture
    watcher = Watcher(width_px, height_px)
    state = start(random_plan(seed))
    for packet in packets:
        frame = capture.take(packet)                    # None: came twice or late
        if frame is not None:
            state, cues = step(state, watcher.look(frame))
            view(state).to_dict()                       # at most ten a second
    state, cues = step(state, Told(time_s, Press.PINCH))   # a press, at any time
    state, cues = step(state, Clock(time_s))               # no frame for two seconds
    if state.over:                                      # done, stopped, or pinched
        assess(capture.recording(mirrored=state.mirrored, takes=state.kept))

``step`` is pure: the same plan and the same events give the same states and cues. A phone has no
watcher: it makes its own ``Look(time_s, left_deg=...)`` of one leg and starts with
``start(plan, phase=Phase.NEUTRAL)``. What is said are ``Cue`` records (``GuidedCue``); degrees of a
view are *about*, the reading is always made of the recording.
"""

from coxa.assessment.guided.events import Clock, Event, Look, Place, Press, Remark, Told
from coxa.assessment.guided.plan import GuidedPlan, Part, plan_of, random_plan
from coxa.assessment.guided.state import Break, GuidedState, Phase
from coxa.assessment.guided.step import replay, start, step
from coxa.assessment.guided.view import GuidedView, view
from coxa.assessment.guided.watcher import Watcher
from coxa.records import Cue as GuidedCue

__all__ = [
    "Break",
    "Clock",
    "Event",
    "GuidedCue",
    "GuidedPlan",
    "GuidedState",
    "GuidedView",
    "Look",
    "Part",
    "Phase",
    "Place",
    "Press",
    "Remark",
    "Told",
    "Watcher",
    "plan_of",
    "random_plan",
    "replay",
    "start",
    "step",
    "view",
]
