"""The movement: out to the end, held still there, and back.

What is taken for a hold is a little stricter than in :mod:`coxa.assessment.holds`, which reads the
recording afterwards: whatever is counted here is found there.
"""

from __future__ import annotations

from coxa.assessment.guided import parts
from coxa.assessment.guided.breaks import moved_away
from coxa.assessment.guided.events import Look
from coxa.assessment.guided.state import Counted, GuidedState, Phase, Swing
from coxa.assessment.guided.words import SENTENCE_S, Stepped, ask_again, say, silent

START_DEG = 7.0
"""Further out, and the leg is on its way; a reading needs six degrees."""
STILL_DEG = 2.5
"""A leg that wavers less is held."""
NEAR_END = 0.84
"""Of the furthest point; below 0.8 a hold is not read."""
HOLD_FROM_S = 0.4
HOLD_MARGIN_S = 0.2
ENOUGH_SHARE = 0.6
"""Of the hold that is asked for; a reading needs 0.7 s."""
SAGGED_S = 0.8
BACK_SHARE = 0.15
BACK_S = 0.2
KEPT_BEFORE_S = 1.0
BREAK_OF_QUIET_S = 0.3
ASTRAY_DEG = 10.0
ASTRAY_S = 0.4
AWAY_S = 1.2
IDLE_AGAIN_S = 8.0
BACK_AGAIN_S = 4.0
BACK_GIVEN_UP_S = 12.0
REST_S = 4.0


def move(state: GuidedState, look: Look) -> Stepped:
    """Before and during the way out and the hold."""
    out_deg = parts.out_deg(state)
    if out_deg is None:
        return silent(state)
    if state.swing is None:
        return _waiting(state, look, out_deg)
    swing = _followed(state.swing, out_deg, look.time_s)
    state = state.but(swing=swing)
    if out_deg < max(parts.QUIET_DEG, BACK_SHARE * swing.peak_deg):
        return _back_early(state, look, swing)
    still_s = look.time_s - swing.anchor_s
    near_end_deg = NEAR_END * swing.peak_deg
    if out_deg < near_end_deg:
        # Still, about the end itself: the first moment of the way back.
        sunk_s = still_s if swing.anchor_deg < near_end_deg else 0.0
        return _sagged(state.but(phase=Phase.GO), sunk_s)
    if still_s >= state.plan.hold_s + HOLD_MARGIN_S:
        held = state.but(phase=Phase.BACK, since_s=look.time_s)
        return say(held, "live_back", beep=True)
    if still_s < HOLD_FROM_S:
        return silent(state.but(phase=Phase.GO))
    return _said_once(state.but(phase=Phase.HOLD), "live_hold")


def _followed(swing: Swing, out_deg: float, t_s: float) -> Swing:
    """The swing one frame later: how far at most, since when still, and where it was held."""
    changes: dict[str, float] = {}
    peak_deg = max(swing.peak_deg, out_deg)
    if abs(out_deg - swing.anchor_deg) > STILL_DEG:
        changes = {"anchor_deg": out_deg, "anchor_s": t_s}
    elif out_deg >= NEAR_END * peak_deg and t_s - swing.anchor_s > swing.held_s:
        changes = {"held_s": t_s - swing.anchor_s, "held_deg": out_deg}
    if swing.held_deg < NEAR_END * peak_deg and "held_s" not in changes:
        changes |= {"held_s": 0.0, "held_deg": 0.0}
    return swing.model_copy(update={**changes, "peak_deg": peak_deg})


def _said_once(state: GuidedState, message_id: str) -> Stepped:
    if state.swing is None or state.swing.told == message_id:
        return silent(state)
    told = state.swing.model_copy(update={"told": message_id})
    return say(state.but(swing=told), message_id)


def _sagged(state: GuidedState, sunk_s: float) -> Stepped:
    """The leg has sunk from its end and stays there: that is no hold of the end."""
    return _said_once(state, "live_to_the_end") if sunk_s >= SAGGED_S else silent(state)


def _back_early(state: GuidedState, look: Look, swing: Swing) -> Stepped:
    """The leg came back before it was told to: a hold nearly as long as asked counts."""
    if swing.held_s >= ENOUGH_SHARE * state.plan.hold_s:
        return _counted(state, look)
    fresh = state.but(phase=Phase.GO, swing=None, prompts=0)
    meant = swing.told or swing.peak_deg >= ASTRAY_DEG
    return say(fresh, "live_hold_longer") if meant else silent(fresh)


def _counted(state: GuidedState, look: Look) -> Stepped:
    assert state.swing is not None  # only ever asked for after a swing
    swing = state.swing
    new = Counted(
        part_index=state.part_index,
        from_s=swing.from_s,
        to_s=look.time_s,
        held_deg=swing.held_deg,
    )
    return parts.count(state, new)


def _waiting(state: GuidedState, look: Look, out_deg: float) -> Stepped:
    """Nothing has begun yet: does it begin, does something else move, is the body elsewhere?"""
    state = _watch_quiet(state, look.time_s)
    other_deg = abs(parts.moved(state, state.part.side.other) or 0.0)
    if out_deg >= START_DEG and out_deg > other_deg:
        began_s = state.since_s if state.quiet_until_s is None else state.quiet_until_s
        since_s = state.since_s if state.quiet_since_s is None else state.quiet_since_s
        from_s = max(state.since_s, since_s, began_s - KEPT_BEFORE_S)
        swing = Swing(from_s=from_s, peak_deg=out_deg, anchor_deg=out_deg, anchor_s=look.time_s)
        return silent(state.but(swing=swing, astray_since_s=None, away_since_s=None))
    astray = _astray(out_deg, other_deg)
    if astray is not None:
        return _told_astray(state, look.time_s, astray)
    state = state.but(astray_since_s=None)
    if moved_away(state, look):
        since_s = look.time_s if state.away_since_s is None else state.away_since_s
        if look.time_s - since_s >= AWAY_S:
            return parts.hang_anew(state, "live_sits_differently")
        return silent(state.but(away_since_s=since_s))
    part = state.part
    message_id = f"live_go_{part.side.value}_{part.direction.value}"
    if state.prompts % 2:
        message_id = "live_cannot_move"
    return ask_again(state.but(away_since_s=None), message_id, IDLE_AGAIN_S)


def _watch_quiet(state: GuidedState, t_s: float) -> GuidedState:
    if not parts.quiet(state):
        return state
    until_s = state.quiet_until_s
    if until_s is None or t_s - until_s > BREAK_OF_QUIET_S:
        return state.but(quiet_since_s=t_s, quiet_until_s=t_s)
    return state.but(quiet_until_s=t_s)


def _astray(out_deg: float, other_deg: float) -> str | None:
    if out_deg < -ASTRAY_DEG and -out_deg > other_deg:
        return "live_wrong_way"
    if other_deg > ASTRAY_DEG and abs(out_deg) < START_DEG:
        return "live_wrong_leg"
    return None


def _told_astray(state: GuidedState, t_s: float, astray: str) -> Stepped:
    since_s = t_s if state.astray_since_s is None else state.astray_since_s
    state = state.but(astray_since_s=since_s)
    if t_s - since_s < ASTRAY_S or t_s - state.said_s < SENTENCE_S:
        return silent(state)
    part = state.part
    if state.caption is not None and state.caption.id.startswith(astray):
        return ask_again(state, state.caption.id, IDLE_AGAIN_S)
    which = part.direction if astray == "live_wrong_way" else part.side
    return say(state, f"{astray}_{which.value}")


def come_back(state: GuidedState, look: Look) -> Stepped:
    """The way back after a hold: the repeat is over when the leg hangs once more."""
    out_deg = parts.out_deg(state)
    if out_deg is None or state.swing is None:
        return silent(state)
    near_deg = max(parts.QUIET_DEG, BACK_SHARE * state.swing.peak_deg)
    waited_s = look.time_s - state.since_s
    if abs(out_deg) > near_deg:
        state = state.but(quiet_since_s=None)
        if waited_s < BACK_GIVEN_UP_S:
            return ask_again(state, "live_let_them_hang", BACK_AGAIN_S)
        return parts.hang_anew(state, "live_sits_differently")
    since_s = look.time_s if state.quiet_since_s is None else state.quiet_since_s
    if look.time_s - since_s < BACK_S:
        return silent(state.but(quiet_since_s=since_s))
    return _counted(state, look)


def rest(state: GuidedState, look: Look) -> Stepped:
    """Between two movements: whatever the legs do now is left out."""
    waited_s = look.time_s - state.since_s
    if waited_s < REST_S:
        return silent(state)
    if waited_s >= BACK_GIVEN_UP_S or moved_away(state, look):
        return parts.hang_anew(state, "live_sits_differently")
    if not parts.quiet(state):
        return ask_again(state, "live_let_them_hang", BACK_AGAIN_S)
    return parts.go(state, "live_go")
