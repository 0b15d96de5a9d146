"""The pose models as the ``.task`` bundle that MediaPipe's tasks-vision reads in the browser.

It is a zip, nothing compressed, of detector and landmark net, each with one piece of TFLite
metadata that the nets of npm's ``@mediapipe/pose`` lack: how a pixel becomes an input,
``(pixel - mean) / std``. Everything is fixed, so the same nets give the same bytes.

Layout of a TFLite file: ``schema.fbs`` of TensorFlow Lite; of its metadata:
``metadata_schema.fbs`` of TFLite Support. The numbers in ``fields`` are those schemas' own.
"""

from __future__ import annotations

import io
import struct
import zipfile
from dataclasses import dataclass

from build_parts import flatbuffer as fb

DETECTOR, LANDMARKS = "pose_detector.tflite", "pose_landmarks_detector.tflite"
METADATA_NAME = "TFLITE_METADATA"
# Buffers of a TFLite file are read in place and aligned to 16; so must the old part's be when
# something is put before it. 64 leaves room for whatever a later version may align to.
DATA_ALIGNMENT, FILE_ALIGNMENT = 16, 64

VERSION, BUFFERS, METADATA, FIELDS = 0, 4, 6, 8


@dataclass(frozen=True)
class Normalisation:
    """How a pixel value of 0 to 255 becomes an input of the net."""

    mean: float
    std: float


# The detector takes -1 to 1, the landmark net 0 to 1.
DETECTOR_INPUT, LANDMARKS_INPUT = Normalisation(127.5, 127.5), Normalisation(0, 255)


def pose_task(detector: bytes, landmarks: bytes) -> bytes:
    """The bundle of two TFLite files.

    Raises
    ------
    ValueError
        When one of them is no TFLite file.
    """
    contents = {
        DETECTOR: with_normalisation(detector, DETECTOR_INPUT),
        LANDMARKS: with_normalisation(landmarks, LANDMARKS_INPUT),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as bundle:
        for name, content in contents.items():
            bundle.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    return packed.getvalue()


def with_normalisation(model: bytes, normalisation: Normalisation) -> bytes:
    """The model behind a new beginning that adds the metadata; its own bytes stay as they are.

    Raises
    ------
    ValueError
        When it is no TFLite file.
    """
    if model[4:8] != b"TFL3":
        raise ValueError("not a TFLite file")
    blob = metadata_blob(normalisation)
    # How long the beginning is does not depend on how far on it says that the rest lies.
    length = len(_beginning(model, blob, len(model)))
    length += -length % FILE_ALIGNMENT
    return _beginning(model, blob, length).ljust(length, b"\0") + model


def metadata_blob(normalisation: Normalisation) -> bytes:
    """ModelMetadata with nothing but the normalisation of the one input."""
    options = fb.table({0: fb.floats([normalisation.mean]), 1: fb.floats([normalisation.std])})
    unit = fb.table({0: ("B", 1), 1: options})
    tensor = fb.table({4: fb.vector([unit])})
    subgraph = fb.table({2: fb.vector([tensor])})
    return fb.whole(fb.table({3: fb.vector([subgraph])}), b"M001")


def _beginning(model: bytes, blob: bytes, moved: int) -> bytes:
    """A new root table for a model that will begin at ``moved``."""
    root = fb.follow(model, 0)
    at = {number: fb.field(model, root, number) for number in range(FIELDS)}
    old = {number: fb.follow(model, place) for number, place in at.items() if place and number}
    buffers = fb.targets(model, old[BUFFERS])
    metadata = fb.targets(model, old[METADATA]) if METADATA in old else []
    added_buffer = fb.table({0: fb.octets(blob, DATA_ALIGNMENT)})
    added_metadata = fb.table({0: fb.string(METADATA_NAME), 1: ("I", len(buffers))})
    fields: dict[int, fb.Part | fb.Scalar] = {
        number: fb.there(moved + place) for number, place in old.items()
    }
    fields[VERSION] = ("I", _version(model, at[VERSION]))
    fields[BUFFERS] = fb.vector([*(fb.there(moved + place) for place in buffers), added_buffer])
    fields[METADATA] = fb.vector([*(fb.there(moved + place) for place in metadata), added_metadata])
    return fb.whole(fb.table(fields), b"TFL3")


def _version(model: bytes, at: int | None) -> int:
    return 0 if at is None else int(struct.unpack_from("<I", model, at)[0])
