"""A phone in the browser whose sensors tell what a shin does; and the app that lets it in."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from tests.synthetic_phone import Floats, G, Leg, Strap, Z, _phone, back, times, turned

if TYPE_CHECKING:
    from playwright.sync_api import Page

# The same app, in a hurry, and let in over this machine's own address.
QUICK = """
from coxa.site.start import start
start()
from coxa.app.phone_script import Pace
from coxa.site.phone import registry
registry.lan_addresses = lambda: ("127.0.0.1",)
registry.phone_tests.pace = Pace(
    place_s=1.5, lie_down_s=1.5, settle_s=0.5, first_go_s=1.8, go_s=1.8, react_s=0.4, back_s=1.8,
    rest_s=0.8, other_way_s=1.5, done_s=0.5,
)
"""
KINDS = (
    "accelerometer",
    "linear-acceleration",
    "gyroscope",
    "relative-orientation",
    "absolute-orientation",
)
READ_STEP = """() => {
    const root = document.querySelector("coxa-phone-test").shadowRoot;
    const shown = root.querySelector("[data-phase]");
    const screen = root.querySelector("[data-stage]");
    return [shown?.dataset.phase ?? null, Number(shown?.dataset.step ?? -1),
            screen?.dataset.stage ?? "running"];
}"""
SPEED_DEG_S = 40.0
TICK_S = 0.02
HALF_WAY = 14
"""The step at which the foot goes the other way; seated, prone, supine and standing alike."""


@dataclass
class Shin:
    """Does what the phone's page asks for, and tells the page's sensors so.

    Where the leg is follows from bones turned by quaternions, which share nothing with the program.
    """

    page: Page
    leg: Leg
    strap: Strap = field(default_factory=Strap)
    internal_deg: float = 33.0
    external_deg: float = -41.0
    rotation_deg: float = 0.0

    def __post_init__(self) -> None:
        self._cdp = self.page.context.new_cdp_session(self.page)
        self._last = self._turned()
        self._felt_s = self._moved_s = time.monotonic()
        for kind in KINDS:
            self._send("setSensorOverrideEnabled", enabled=True, type=kind)
        self.feel()

    def strap_to(self, leg: Leg, strap: Strap, internal_deg: float, external_deg: float) -> None:
        """The same phone on another shin."""
        self.leg, self.strap = leg, strap
        self.internal_deg, self.external_deg, self.rotation_deg = internal_deg, external_deg, 0.0
        self.feel()

    def feel(self) -> None:
        """Tell the sensors how the phone is turned now."""
        q = self._turned()
        pull = turned(back(q), G * Z)[0]
        now_s = time.monotonic()
        rate = 2 * times(back(q), q - self._last)[0, 1:] / max(now_s - self._felt_s, 1e-3)
        self._last, self._felt_s = q, now_s
        self._read("accelerometer", xyz=_named(pull))
        self._read("linear-acceleration", xyz=_named(np.zeros(3)))
        self._read("gyroscope", xyz=_named(rate))
        w, x, y, z = (float(value) for value in q[0])
        turn = {"x": x, "y": y, "z": z, "w": w}
        self._read("relative-orientation", quaternion=turn)
        self._read("absolute-orientation", quaternion=turn)

    def do(self, *, until: str, at_most_s: float = 90.0) -> None:
        """Follow what is asked until the page shows this stage, or this phase."""
        end_s = time.monotonic() + at_most_s
        shown: list[Any] = [None, -1, ""]
        tick = 0
        while time.monotonic() < end_s:
            began_s = time.monotonic()
            if tick % 4 == 0:
                shown = self.page.evaluate(READ_STEP)
                if until in shown:
                    return
            tick += 1
            self._move(self._wanted_deg(shown[0], shown[1]))
            self.feel()
            time.sleep(max(0.0, TICK_S - (time.monotonic() - began_s)))
        raise AssertionError(f"the phone's page shows {shown} and never {until}")

    def _turned(self) -> Floats:
        """The quaternion of the phone now."""
        here = np.zeros(1)
        return _phone(here, lambda _: here + self.rotation_deg, self.leg, self.strap)[0]

    def _wanted_deg(self, phase: str | None, step: int) -> float:
        if phase not in ("go", "hold"):
            return 0.0
        return self.internal_deg if step < HALF_WAY else self.external_deg

    def _move(self, wanted_deg: float) -> None:
        """As fast as a leg does, however busy the machine."""
        now_s = time.monotonic()
        most_deg = SPEED_DEG_S * min(now_s - self._moved_s, 0.2)
        self._moved_s = now_s
        self.rotation_deg += float(np.clip(wanted_deg - self.rotation_deg, -most_deg, most_deg))

    def _read(self, kind: str, **reading: Any) -> None:
        self._send("setSensorOverrideReadings", type=kind, reading=reading)

    def _send(self, what: str, **params: Any) -> None:
        self._cdp.send(f"Emulation.{what}", params)


def _named(vector: Floats) -> dict[str, float]:
    return dict(zip("xyz", (float(value) for value in vector), strict=True))


# Before a page's own scripts: a voice that only writes down what it is told to say, and when.
VOICE = """
window.__said = [];
class Utterance extends EventTarget {
    constructor(text) { super(); this.text = text; }
}
Object.defineProperty(window, "SpeechSynthesisUtterance", {value: Utterance});
Object.defineProperty(window, "speechSynthesis", {value: {
    getVoices: () => [{lang: "en-GB", localService: true}],
    speak: (one) => {
        window.__said.push([Date.now() / 1000, one.text]);
        setTimeout(() => one.dispatchEvent(new Event("start")));
    },
    cancel: () => {}, addEventListener: () => {}, removeEventListener: () => {},
}});
"""


def said(page: Page) -> list[str]:
    """What the page's voice has been told to say."""
    return [text for _, text in said_at(page)]


def said_at(page: Page) -> list[tuple[float, str]]:
    """The same, with the time in seconds.

    Without the empty words that let a page speak at all later on, said at the first tap.
    """
    return [(time_s, text) for time_s, text in page.evaluate("window.__said") if text]
