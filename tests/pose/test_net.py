"""A net reads its picture and gives its outputs without copies."""

from __future__ import annotations

import numpy as np
import pytest

from coxa.pose.net import Net
from coxa.pose.weights_file import DETECTOR, weights_path

PICTURE = np.random.default_rng(5).integers(0, 256, (224, 224, 3), np.uint8)


@pytest.fixture(scope="module")
def net() -> Net:
    return Net(weights_path(DETECTOR), threads=1, input_range=(-1.0, 1.0))


def test_outputs_are_those_of_the_picture_in_the_range_and_order_of_the_net(net: Net) -> None:
    found = [output.copy() for output in net.run(PICTURE)]
    values = PICTURE[:, :, ::-1].astype(np.float32) / 127.5 - 1
    inputs, outputs = net._net.get_input_details(), net._net.get_output_details()
    net._net.set_tensor(inputs[0]["index"], values[None])
    net._net.invoke()
    for output, detail in zip(found, outputs, strict=True):
        expected = net._net.get_tensor(detail["index"])[0]
        np.testing.assert_allclose(output, expected, atol=1e-3)


def test_another_picture_gives_other_outputs(net: Net) -> None:
    first = [output.copy() for output in net.run(PICTURE)]
    second = [output.copy() for output in net.run(255 - PICTURE)]
    assert all(np.abs(a - b).max() > 0.01 for a, b in zip(first, second, strict=True))


def test_an_output_that_is_still_held_cannot_be_overwritten(net: Net) -> None:
    held = net.run(PICTURE)
    with pytest.raises(RuntimeError, match="reference"):
        net.run(PICTURE)
    held.clear()
    net.run(PICTURE)
