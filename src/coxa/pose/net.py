"""One neural net on ai-edge-litert: a float image in, named float arrays out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Floats = NDArray[np.float32]


class Net:
    """A TFLite net with one picture as its input.

    Parameters
    ----------
    path
        The weights.
    threads
        Threads of the processor that one run may use.
    input_range
        What black and white become at the input.
    """

    def __init__(self, path: Path, threads: int, input_range: tuple[float, float]) -> None:
        from ai_edge_litert.interpreter import Interpreter  # 0.1 s: paid only when used

        with _quiet_stderr():
            self._net: Any = Interpreter(model_path=str(path), num_threads=threads)
            self._net.allocate_tensors()
        details = self._net.get_input_details()[0]
        self._input = details["index"]
        self._outputs = [detail["index"] for detail in self._net.get_output_details()]
        self.side_px = int(details["shape"][1])
        self._offset = input_range[0]
        self._scale = (input_range[1] - input_range[0]) / 255.0

    def run(self, picture_bgr: Pixels) -> list[Floats]:
        """The outputs for a picture of shape (side_px, side_px, 3), without the batch axis."""
        rgb = cv2.cvtColor(picture_bgr, cv2.COLOR_BGR2RGB)
        values = np.multiply(rgb, self._scale, dtype=np.float32)
        if self._offset:
            values += np.float32(self._offset)
        self._net.set_tensor(self._input, values[None])
        self._net.invoke()
        return [self._net.get_tensor(index)[0] for index in self._outputs]


@contextmanager
def _quiet_stderr() -> Iterator[None]:
    """Keep the runtime's own notice on its delegate out of what a person reads."""
    sys.stderr.flush()
    saved = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(saved, 2)
        os.close(saved)
        os.close(nowhere)
