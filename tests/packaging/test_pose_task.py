"""The bundle of pose models for the browser, read back by other people's readers."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import flatbuffers.number_types as types
import numpy as np
import pytest
from ai_edge_litert import schema_py_generated as schema
from ai_edge_litert.interpreter import Interpreter
from flatbuffers.table import Table

from build_parts.pose_task import Normalisation, metadata_blob, pose_task, with_normalisation

WEIGHTS = Path(__file__).parents[2] / "src/coxa/pose/weights"
NETS = {
    "pose_detector.tflite": ("pose_detection.tflite", 127.5, 127.5),
    "pose_landmarks_detector.tflite": ("pose_landmark_full.tflite", 0.0, 255.0),
}


@pytest.fixture(scope="module")
def bundle() -> bytes:
    detector, landmarks = ((WEIGHTS / name).read_bytes() for name, *_ in NETS.values())
    return pose_task(detector, landmarks)


def test_the_bundle_is_an_uncompressed_zip_that_is_the_same_on_every_day(bundle: bytes) -> None:
    entries = zipfile.ZipFile(io.BytesIO(bundle)).infolist()
    assert [entry.filename for entry in entries] == list(NETS)
    for entry in entries:
        assert entry.compress_type == zipfile.ZIP_STORED
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)


@pytest.mark.parametrize("name", NETS)
def test_each_net_is_behind_its_new_beginning_byte_by_byte(bundle: bytes, name: str) -> None:
    written = zipfile.ZipFile(io.BytesIO(bundle)).read(name)
    original = (WEIGHTS / NETS[name][0]).read_bytes()
    assert written[4:8] == b"TFL3"
    assert written.endswith(original)
    assert (len(written) - len(original)) % 64 == 0


@pytest.mark.parametrize("name", NETS)
def test_a_reader_of_tflite_finds_the_old_model_and_the_metadata(bundle: bytes, name: str) -> None:
    written = zipfile.ZipFile(io.BytesIO(bundle)).read(name)
    file, mean, std = NETS[name]
    old = schema.ModelT.InitFromPackedBuf((WEIGHTS / file).read_bytes())
    new = schema.ModelT.InitFromPackedBuf(written)
    assert new.version == old.version == 3
    assert new.description == old.description
    assert len(new.operatorCodes) == len(old.operatorCodes)
    assert len(new.subgraphs[0].operators) == len(old.subgraphs[0].operators)
    assert len(new.buffers) == len(old.buffers) + 1
    assert len(new.metadata) == len(old.metadata or []) + 1
    for one, other in zip(new.buffers, old.buffers, strict=False):
        assert np.array_equal(one.data, other.data)
    assert new.metadata[-1].name == b"TFLITE_METADATA"
    blob = bytes(new.buffers[new.metadata[-1].buffer].data)
    assert written.index(blob) % 16 == 0
    assert read_normalisation(blob) == (mean, std)


@pytest.mark.parametrize("name", NETS)
def test_each_net_still_computes_the_same(bundle: bytes, name: str) -> None:
    written = zipfile.ZipFile(io.BytesIO(bundle)).read(name)
    original = (WEIGHTS / NETS[name][0]).read_bytes()
    for one, other in zip(outputs(written), outputs(original), strict=True):
        assert np.array_equal(one, other)


def test_the_metadata_is_marked_as_such_and_small() -> None:
    blob = metadata_blob(Normalisation(0, 255))
    assert blob[4:8] == b"M001"
    assert len(blob) == 152


def test_what_is_no_tflite_file_is_turned_down() -> None:
    with pytest.raises(ValueError, match="TFLite"):
        with_normalisation(b"\0" * 64, Normalisation(0, 1))


def outputs(model: bytes) -> list[np.ndarray]:
    """Every output for one random picture."""
    net = Interpreter(model_content=model)
    net.allocate_tensors()
    [taken] = net.get_input_details()
    picture = np.random.default_rng(4).random(taken["shape"], np.float32)
    net.set_tensor(taken["index"], picture)
    net.invoke()
    return [net.get_tensor(given["index"]) for given in net.get_output_details()]


def read_normalisation(blob: bytes) -> tuple[float, float]:
    """Mean and deviation out of ModelMetadata, by the fields' numbers of its public schema."""
    model = Table(blob, int.from_bytes(blob[:4], "little"))
    subgraph = element(model, field=3)
    tensor = element(subgraph, field=2)
    unit = element(tensor, field=4)
    kind = unit.Get(types.Uint8Flags, unit.Pos + unit.Offset(4))
    assert kind == 1, "not NormalizationOptions"
    options = Table(blob, unit.Indirect(unit.Pos + unit.Offset(6)))
    mean, std = (
        options.Get(types.Float32Flags, options.Vector(options.Offset(4 + 2 * number)))
        for number in (0, 1)
    )
    return mean, std


def element(table: Table, field: int) -> Table:
    """The only table in one of a table's vectors."""
    offset = table.Offset(4 + 2 * field)
    assert table.VectorLen(offset) == 1
    return Table(table.Bytes, table.Indirect(table.Vector(offset)))
