"""The recordings of the lying and standing tests that the tests read."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from rig.positions.scene import LegShape, PositionPosture, PositionScene
from rig.scene import Body, Camera, Look, Movement, Protocol, Room, Side

FOLDER = Path(__file__).parent.parent.parent / "tests" / "clips" / "positions"

ADAM = Body(sex=1.0, age_years=32, height=0.53)
BERTA = Body(sex=0.0, age_years=45, weight=0.62, height=0.52)
LIGHT = Look(skin="#c98f6b", bottom="#39424e")
DARK = Look(
    skin="#6a4430", hair="#1b1512", hair_style="long", top="#c9b458", bottom="#5f6b78",
    footwear="bare",
)  # fmt: skip


def camera(elevation_deg: float, distance_m: float, middle_m: float) -> Camera:
    """A camera that looks down at the hips' level by `elevation_deg`, ten pictures a second."""
    e = np.radians(elevation_deg)
    return Camera(
        pitch_deg=-elevation_deg,
        distance_m=float(distance_m * np.cos(e)),
        height_m=float(middle_m + distance_m * np.sin(e)),
        fov_deg=46.0,
        fps=10.0,
    )


def protocol(side: Side, internal_deg: float, external_deg: float, seed: int) -> Protocol:
    """Two held repeats inward, two outward."""
    return Protocol(
        movements=(
            Movement(side, "internal", (internal_deg, internal_deg - 1.5)),
            Movement(side, "external", (external_deg + 1.0, external_deg)),
        ),
        neutral_s=1.8,
        hold_s=1.4,
        rest_s=0.4,
        speed_deg_s=48.0,
        resting_right_deg=1.0,
        resting_left_deg=-1.0,
        hike_deg=0.8,
        seed=seed,
    )


def short(scene: PositionScene, name: str, story: str, refusal: str) -> PositionScene:
    """The first movement only, and a reason to refuse it."""
    first = _one(scene.protocol, 0)
    return replace(scene, name=name, story=story, refusal=refusal, protocol=first)


def _one(whole: Protocol, number: int) -> Protocol:
    """One of its movements."""
    return replace(whole, movements=whole.movements[number : number + 1])


def declared() -> list[PositionScene]:
    """Every clip."""
    prone = PositionScene(
        "prone_right",
        "prone",
        story="Right knee bent, hands under the forehead, camera 36 degrees above the hips.",
        body=ADAM,
        look=LIGHT,
        posture=PositionPosture(
            "right", LegShape(1.0, 5.0, 90.0, 10.0), LegShape(0.0, 7.0, 3.0, 62.0),
            heading_deg=5.0, hands="forehead",
        ),
        protocol=protocol("right", 33.0, 36.0, 21),
        camera=camera(36.0, 2.6, 0.25),
    )  # fmt: skip
    supine = PositionScene(
        "supine_right",
        "supine",
        story="Right hip and knee at a right angle, camera 40 degrees above the hips.",
        body=BERTA,
        look=LIGHT,
        posture=PositionPosture(
            "right", LegShape(90.0, 3.0, 90.0, 10.0), LegShape(0.0, 7.0, 3.0, 25.0),
            heading_deg=-6.0,
        ),
        protocol=protocol("right", 30.0, 38.0, 23),
        camera=camera(40.0, 2.6, 0.25),
    )  # fmt: skip
    standing = PositionScene(
        "standing_right",
        "standing",
        story="Right knee lifted, left hand on a chair, camera in front at the height of the hips.",
        body=ADAM,
        look=DARK,
        posture=PositionPosture(
            "right", LegShape(87.0, 4.0, 90.0, 12.0), LegShape(0.0, 3.0, 0.0, 0.0),
            heading_deg=-4.0, hands="chair",
        ),
        protocol=protocol("right", 28.0, 34.0, 25),
        camera=camera(2.0, 3.0, 0.85),
    )  # fmt: skip
    return [
        prone,
        _left(prone, BERTA, DARK, protocol("left", 38.0, 31.0, 22), Room(wall="#b7bcc4")),
        short(
            replace(prone, camera=camera(12.0, 2.6, 0.25)),
            "prone_camera_low", "The camera stands on the floor behind the head.",
            "camera_too_low",
        ),
        supine,
        _left(supine, ADAM, DARK, _one(protocol("left", 35.0, 30.0, 24), 1), Room(wall="#9aa59a")),
        short(
            replace(supine, posture=replace(supine.posture, heading_deg=180.0)),
            "supine_from_feet", "The camera stands at the feet.", "not_supine_test",
        ),
        replace(standing, protocol=_one(standing.protocol, 1)),
        _left(standing, BERTA, LIGHT, _one(protocol("left", 31.0, 29.0, 26), 0), Room()),
        short(
            replace(standing, protocol=replace(standing.protocol, hike_deg=13.0)),
            "standing_pelvis_tips", "The pelvis tips with the leg.", "pelvis_lifts",
        ),
    ]  # fmt: skip


def _left(
    scene: PositionScene, body: Body, look: Look, movements: Protocol, room: Room
) -> PositionScene:
    """The same test with the left leg, by somebody else in another room."""
    posture = replace(scene.posture, tested="left", heading_deg=-scene.posture.heading_deg)
    return replace(
        scene,
        name=scene.name.replace("right", "left"),
        story=scene.story.replace("Right", "Left").replace("left hand", "right hand"),
        body=body,
        look=look,
        posture=posture,
        protocol=movements,
        room=room,
    )
