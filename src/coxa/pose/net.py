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

        # A cut of 256 pixels is too small to share out, and OpenCV's threads wait for the net's.
        cv2.setNumThreads(1)
        with _quiet_stderr():
            self._net: Any = Interpreter(model_path=str(path), num_threads=threads)
            self._net.allocate_tensors()
        details = self._net.get_input_details()[0]
        self._input = self._net.tensor(details["index"])
        outputs = self._net.get_output_details()
        self._outputs = [self._net.tensor(detail["index"]) for detail in outputs]
        self.side_px = int(details["shape"][1])
        self._offset = input_range[0]
        self._rgb = np.empty((self.side_px, self.side_px, 3), np.uint8)
        self._scale = (input_range[1] - input_range[0]) / 255.0

    def run(self, picture_bgr: Pixels) -> list[Floats]:
        """The outputs for a picture of shape (side_px, side_px, 3), without the batch axis.

        They are the net's own memory, not copies: keep none, for while one is held the next run
        raises RuntimeError.
        """
        self._show(picture_bgr)
        self._net.invoke()
        return [output()[0] for output in self._outputs]

    def _show(self, picture_bgr: Pixels) -> None:
        rgb = cv2.cvtColor(picture_bgr, cv2.COLOR_BGR2RGB, dst=self._rgb)
        values = self._input()[0]
        np.multiply(rgb, self._scale, out=values, dtype=np.float32)
        if self._offset:
            values += np.float32(self._offset)


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
