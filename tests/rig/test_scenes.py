"""The declared scenes and the files rendered from them."""

import json

import pytest

from rig.scene import Bystander, Camera, Movement, Protocol, Scene
from rig.scenes import declared

CLIPS = {clip.scene.name: clip for clip in declared()}


def test_a_scene_survives_json():
    scene = Scene(
        "x",
        refusal="no_person",
        protocol=Protocol(movements=(Movement("left", "internal", (30.0, 31.0)),)),
        camera=Camera(yaw_deg=12),
        bystander=Bystander(),
    )
    assert Scene.from_dict(json.loads(json.dumps(scene.to_dict()))) == scene


def test_an_unknown_field_is_refused():
    with pytest.raises(TypeError, match="wings"):
        Scene.from_dict({"name": "x", "body": {"wings": 2}})


def test_names_are_unique():
    assert len(CLIPS) == len(declared())


@pytest.mark.parametrize("name", CLIPS)
def test_each_declared_clip_is_rendered_and_its_truth_belongs_to_it(name):
    """The scene stored beside a clip is the one declared now; readings fit its movements."""
    clip = CLIPS[name]
    truth = json.loads(clip.truth.read_text())
    assert clip.video.stat().st_size > 5_000
    assert Scene.from_dict(truth["scene"]) == clip.scene
    frames = truth["frames"]
    assert len({len(values) for values in frames.values()}) == 1
    asked = (
        {(m.side, m.direction) for m in clip.scene.protocol.movements}
        if clip.scene.person
        else set()
    )
    found = {(r["side"], r["direction"]) for r in truth["expected"]}
    assert found <= asked
    if clip.scene.refusal is None:
        assert found == asked
    for variant in clip.variants:
        assert (clip.video.parent / variant.file).exists()


def test_fixture_clips_stay_small():
    for clip in CLIPS.values():
        limit = 900_000 if clip.scene.name == "seated-rotation" else 350_000
        assert clip.video.stat().st_size <= limit, clip.scene.name
