"""Which films are made of an exercise: who does it, where the camera stands, take after take.

A film depends on part, seed, exercise, person and place alone. Bodies, clothes and rooms are those
of the seated test's proving ground: films to learn by (``fit``) share none with those that prove.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

import numpy as np

from coxa.body.figure import coach_view, pose_figure
from coxa.catalogue import Exercise, Kind, Orientation, SeenFrom
from coxa.quantities import Side
from rig.body_data import Floats
from rig.exercises.bodies import landmarks_m, rest_of
from rig.exercises.coming import FROM_STANDING
from rig.exercises.script import Aside, Away, Rep, Script, Stay, Take
from rig.exercises.spot import Spot, spot_of
from rig.exercises.stage import middle_of
from rig.exercises.way import course_of, shown_faults
from rig.exercises.ways import Ways, random_ways
from rig.ground.draws import pick, random_look, with_sensor
from rig.ground.parts import Part, supply
from rig.scene import Body, Camera, Look, Room

FilmPart = Literal["dev", "proof", "fresh", "unseen"]
FILM_PARTS: tuple[FilmPart, ...] = get_args(FilmPart)
SUPPLY_OF: dict[FilmPart, Part] = {
    "dev": "fit",
    "proof": "held",
    "fresh": "final",
    "unseen": "final2",
}
Story = Literal["exercise", "nothing"]
Place = Literal["said", "off"]
PLACES: tuple[Place, ...] = get_args(Place)

FPS, STRETCH_FPS = 8.0, 6.0
PEOPLE: dict[FilmPart, int] = {"dev": 4, "proof": 3, "fresh": 3, "unseen": 3}
SPEED, RANGE = (0.7, 1.3), (0.9, 1.05)
AMOUNT = (0.8, 1.3)
LONGEST_MOVE_S = 4.0
STRETCH_HOLD_S, FAULTY_STRETCH_S = (6.0, 8.0), 2.0
"""A stretch is filmed shorter than it is done."""
WAITS_S = (0.4, 1.0)
"""Somebody who hears that the hold is over takes so long to go back."""
FAST, HALF = 3.0, (0.5, 0.6)
FOV_DEG = (46.0, 56.0)
MARGIN_PX, TRIES = 6.0, 60
TURNED_OFF_DEG, HIGHER_OFF_M, FARTHER_OFF_M = (10.0, 20.0), 0.2, 0.2


@dataclass(frozen=True)
class Shake:
    """Somebody handles the camera: it swings by so much about where it looks."""

    from_s: float
    to_s: float
    by_deg: float
    seed: int


@dataclass(frozen=True)
class FilmPlan:
    """Everything that a film is made of."""

    name: str
    part: FilmPart
    story: Story
    exercise: str
    side: Side
    person: int
    place: Place
    body: Body
    look: Look
    room: Room
    spot: Spot
    sensor: Camera
    ways: Ways
    script: Script
    shake: Shake | None = None


def plans(part: FilmPart, exercises: Sequence[Exercise], seed: int) -> Iterator[FilmPlan]:
    """The films of a part, the most telling first: whoever stops early has something whole."""
    for exercise, person, place, story in _order(part, exercises):
        yield plan_of(part, exercise, seed, person, place, story)


def _order(
    part: FilmPart, exercises: Sequence[Exercise]
) -> Iterator[tuple[Exercise, int, Place, Story]]:
    """Every person at every place, and one film of nothing at each place.

    First two people of every exercise, one at each place; then each other; then the other places of
    the article's exercises, and nothing done before each kind of camera; then what is left.
    """
    wanted: list[tuple[Exercise, int, Place, Story]] = []
    for exercise in exercises:
        wanted += [(exercise, k, PLACES[k], "exercise") for k in range(min(2, PEOPLE[part]))]
    for person in range(2, PEOPLE[part]):
        wanted += [(one, person, PLACES[k % 2], "exercise") for k, one in enumerate(exercises)]
    article = [one for one in exercises if one.article_number is not None]
    wanted += _everything(part, article, "exercise")
    wanted += [(one, 0, PLACES[k % 2], "nothing") for k, one in enumerate(_unlike(exercises))]
    wanted += _everything(part, exercises, "exercise") + _everything(part, exercises, "nothing")
    seen: set[tuple[str, int, Place, Story]] = set()
    for exercise, person, place, story in wanted:
        if (exercise.id, person, place, story) not in seen:
            seen.add((exercise.id, person, place, story))
            yield exercise, person, place, story


def _everything(
    part: FilmPart, exercises: Sequence[Exercise], story: Story
) -> list[tuple[Exercise, int, Place, Story]]:
    people = PEOPLE[part] if story == "exercise" else 1
    return [(one, k, place, story) for one in exercises for k in range(people) for place in PLACES]


def _unlike(exercises: Sequence[Exercise]) -> list[Exercise]:
    """One exercise for each way to be placed before a camera."""
    found: dict[tuple[Orientation, SeenFrom], Exercise] = {}
    for exercise in exercises:
        found.setdefault((exercise.end_pose.orientation, exercise.camera.seen_from), exercise)
    return list(found.values())


def plan_of(
    part: FilmPart, exercise: Exercise, seed: int, person: int, place: Place, story: Story
) -> FilmPlan:
    """One film."""
    own = [seed, FILM_PARTS.index(part), person, PLACES.index(place), int(story == "nothing")]
    random = np.random.default_rng([*own, *exercise.id.encode()])
    stock = supply(SUPPLY_OF[part])
    room = pick(random, stock.rooms)
    body = _person(part, person, random)
    look = replace(random_look(random, stock, room), phone="none")
    side = Side.LEFT if (person + PLACES.index(place)) % 2 else Side.RIGHT
    ways = random_ways(random)
    fps = STRETCH_FPS if exercise.kind is Kind.STRETCH else FPS
    leaves = place == "said"
    script = (
        exercise_script(exercise, random, leaves) if story == "exercise" else idle_script(exercise)
    )
    shake = Shake(*standing_about(script), 12.0, own[2] + 1) if story == "nothing" else None
    spot = random_spot(random, exercise, side, body, ways, place)
    return FilmPlan(
        name=f"{exercise.id}_{part}_{seed}_{story}_{person}_{place}",
        part=part, story=story, exercise=exercise.id, side=side, person=person, place=place,
        body=body, look=look, room=room, spot=spot,
        sensor=with_sensor(random, Camera(fps=fps), room),
        ways=ways, script=script, shake=shake,
    )  # fmt: skip


def body_types(part: Part) -> tuple[Body, Body, Body]:
    """Three bodies of a part that differ plainly: the lightest, the heaviest, the most muscular."""
    bodies = sorted(supply(part).bodies, key=lambda body: body.weight)
    return bodies[0], bodies[-1], max(bodies[1:-1], key=lambda body: body.muscle)


def _person(part: FilmPart, person: int, random: np.random.Generator) -> Body:
    if part == "dev" and person == 0:
        return pick(random, supply("fit").bodies)
    return body_types(SUPPLY_OF[part])[person - int(part == "dev")]


def exercise_script(exercise: Exercise, random: np.random.Generator, leaves: bool) -> Script:
    """Coming, right, half and fast repetitions, faults, an interruption, one right again.

    Without ``leaves`` it is a shorter one, without interruption.
    """
    reps = Reps(exercise, random)
    way = FROM_STANDING[exercise.end_pose.orientation]
    up, step_s = 1 / len(way), 1.2 * reps.pace
    stretch = exercise.kind is Kind.STRETCH
    right = 1 if stretch else 2
    halves = [reps.half(peak) for peak in (HALF if leaves else HALF[-1:])]
    wrong = [*halves, reps.fast(), *(reps.fault(name) for name in shown_faults(exercise))]
    # Which comes first must not tell what it is.
    order = random.permutation(len(wrong))
    return Script((
        Aside(1.6, 1.4, 0.0),
        Away(step_s * len(way), 1.0, 0.0),
        Stay(2.5),
        *(reps.right() for _ in range(right)),
        *(wrong[k] for k in order),
        *(interruption(up) if leaves else ()),
        reps.right(),
    ))  # fmt: skip


def interruption(up: float) -> tuple[Take, ...]:
    """Up a little way, and back into the start pose."""
    return Away(1.2, 0.0, up), Away(1.5, up, up), Away(1.3, up, 0.0), Stay(2.5)


def idle_script(exercise: Exercise) -> Script:
    """Walking through, getting half-way down (or sitting down) and up again, standing about."""
    sits = exercise.end_pose.orientation is Orientation.SITTING
    low = 0.0 if sits else 0.45
    return Script((
        Aside(2.6, 2.4, 0.0), Away(1.0, 1.0, 1.0), Away(1.8, 1.0, low), Away(1.6, low, low),
        Away(1.8, low, 1.0), Away(STANDS_ABOUT_S, 1.0, 1.0), Aside(2.8, 0.0, -2.6),
    ))  # fmt: skip


STANDS_ABOUT_S = 3.4


def standing_about(script: Script) -> tuple[float, float]:
    """When the person of an idle script stands before the camera, from and to."""
    placed = list(script.placed())[-2]
    return placed.start_s, placed.end_s


class Reps:
    """Draws the repetitions of one person."""

    def __init__(self, exercise: Exercise, random: np.random.Generator) -> None:
        self.random = random
        self.pace = 1 / float(random.uniform(*SPEED))
        self.reach = float(random.uniform(*RANGE))
        self.stretch = exercise.kind is Kind.STRETCH
        dose = exercise.dose
        self.out_s = min(dose.raise_s or exercise.move_s, LONGEST_MOVE_S) * self.pace
        self.back_s = min(dose.lower_s or exercise.return_s, LONGEST_MOVE_S) * self.pace
        self.hold_s = dose.hold_s

    def right(self) -> Rep:
        hold_s = self.random.uniform(*STRETCH_HOLD_S) if self.stretch else self.hold_s
        return self._rep("right", self._peak(), 1.0, hold_s + self.random.uniform(*WAITS_S))

    def half(self, peak: float) -> Rep:
        return self._rep("half", peak, 0.7, 1.0)

    def fast(self) -> Rep:
        return self._rep("fast", self._peak(), 1 / FAST, 0.0)

    def fault(self, name: str) -> Rep:
        amount = float(self.random.uniform(*AMOUNT))
        hold_s = FAULTY_STRETCH_S if self.stretch else self.hold_s
        hold_s += self.random.uniform(*WAITS_S)
        return self._rep("fault", self._peak(), 1.0, hold_s, {name: amount})

    def _peak(self) -> float:
        return float(np.clip(self.reach + self.random.normal(0, 0.02), *RANGE))

    def _rep(
        self, kind: str, peak: float, slower: float, hold_s: float,
        faults: dict[str, float] | None = None,
    ) -> Rep:  # fmt: skip
        uneven = float(np.exp(self.random.normal(0, 0.08)))
        return Rep(
            kind=kind,  # type: ignore[arg-type]
            peak=peak,
            out_s=self.out_s * slower * uneven,
            hold_s=float(hold_s),
            back_s=self.back_s * slower * uneven,
            rest_s=float(self.random.uniform(0.9, 1.4)),
            faults=faults or {},
        )


def random_spot(
    random: np.random.Generator,
    exercise: Exercise,
    side: Side,
    body: Body,
    ways: Ways,
    place: Place,
) -> Spot:
    """The camera where the catalogue wants it (to a few degrees), or off by what people misjudge.

    Of some tries the first that has the whole person in the picture at start and end.
    """
    marks, middle, said = _seen_from(exercise, side, body, ways)
    best, best_px = said, -np.inf
    for _ in range(TRIES):
        spot = _misplaced(random, said, place)
        inside_px = _inside_px(spot.lens(side, middle, Camera()).pixels(marks))
        if inside_px > best_px:
            best, best_px = spot, inside_px
        if inside_px >= MARGIN_PX:
            break
    return best


def _seen_from(exercise: Exercise, side: Side, body: Body, ways: Ways) -> tuple[Floats, Floats,
                                                                               Spot]:  # fmt: skip
    """Landmarks at start and end (n, 3), the middle at the start, and the catalogue's camera."""
    shares = np.array([0.0, 1.0])
    course = ways.applied(course_of(exercise, shares), shares, shares)
    pose = pose_figure(course, side, rest_of(body))
    said = spot_of(coach_view(exercise, pose, side), side)
    return np.concatenate(list(landmarks_m(pose).values())), middle_of(pose), said


def _misplaced(random: np.random.Generator, said: Spot, place: Place) -> Spot:
    sign = float(random.choice([-1.0, 1.0]))
    off = place == "off"
    aside_deg = sign * random.uniform(*TURNED_OFF_DEG) if off else random.normal(0, 3)
    level_m = said.distance_m * np.cos(np.radians(said.elevation_deg))
    up_m = said.distance_m * np.sin(np.radians(said.elevation_deg))
    level_m += random.uniform(-FARTHER_OFF_M, FARTHER_OFF_M) if off else random.normal(0, 0.04)
    up_m += random.uniform(-HIGHER_OFF_M, HIGHER_OFF_M) if off else random.normal(0, 0.03)
    return Spot(
        azimuth_deg=float(said.azimuth_deg + aside_deg),
        elevation_deg=float(np.degrees(np.arctan2(up_m, level_m))),
        distance_m=float(np.hypot(level_m, up_m)),
        fov_deg=float(random.uniform(*FOV_DEG)),
        roll_deg=float(random.normal(0, 3.0 if off else 1.5)),
        aim_up_deg=float(random.normal(0, 4.0 if off else 2.0)),
        aim_right_deg=float(random.normal(0, 4.0 if off else 2.0)),
    )


def _inside_px(pixels: Floats) -> float:
    """How far inside the picture the outermost landmark is; negative: outside."""
    camera = Camera()
    size = np.array([camera.width_px, camera.height_px])
    return float(np.minimum(pixels, size - pixels).min())
