"""How far single readings of each method scatter, before anything is known of the person."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from types import MappingProxyType

from coxa.evidence.normal import Z95
from coxa.quantities import Device
from coxa.records import Message


@dataclass(frozen=True)
class MethodError:
    """A method's standard error of measurement (SEM), and where it comes from."""

    sem_deg: float
    source: Message

    @property
    def error95_deg(self) -> float:
        """Half-width of the 95 % interval of one reading, to a tenth of a degree."""
        return round(Z95 * self.sem_deg, 1)


# No study of people measuring their own hips was found, so none of these is the 1.9 degrees of a
# clinician (Krause 2015). An inclinometer or a phone laid on the shin: 3.9, the standard error of
# a phone under everyday conditions (Spörk 2021: minimal detectable change 10.9, over 2.77).
# A goniometer: 4.7, the upper end of trained testers (Pua 2008: 13.0 over 2.77).
# The camera: proven on rendered people, who do not vary from day to day; until there are pairs of
# readings of real people with a trusted instrument, no answer takes less than 6 for granted.
# Another instrument: nothing is known of it, so it is trusted no more than the camera.
METHOD_ERRORS: Mapping[Device, MethodError] = MappingProxyType(
    {
        Device.INCLINOMETER: MethodError(3.9, Message(id="error_from_spork")),
        Device.PHONE: MethodError(3.9, Message(id="error_from_spork")),
        Device.GONIOMETER: MethodError(4.7, Message(id="error_from_pua")),
        Device.OTHER: MethodError(6.0, Message(id="error_other_cautious")),
        Device.CAMERA: MethodError(6.0, Message(id="error_camera_cautious")),
    }
)

LEAST_SEM = MethodError(1.9, Message(id="error_least"))
"""One clinician with a digital inclinometer (Krause 2015: minimal detectable change 5.4, over
2.77): whatever a person states, no answer takes less for granted."""


def method_error(device: Device, errors95_deg: Sequence[float]) -> MethodError:
    """The error to start from: what the readings themselves state, on average.

    A typed reading states the figure of its device above unless the person stated another. A
    camera's reading states how exactly that recording was read; it cannot know of the person's
    days, so 6° is the least here.
    """
    usual = METHOD_ERRORS[device]
    stated_deg = math.sqrt(fmean((error95 / Z95) ** 2 for error95 in errors95_deg))
    if device is Device.CAMERA and stated_deg <= usual.sem_deg:
        return usual
    if all(error95 == usual.error95_deg for error95 in errors95_deg):
        return MethodError(stated_deg, usual.source)
    if stated_deg < LEAST_SEM.sem_deg:
        return LEAST_SEM
    return MethodError(stated_deg, Message(id="error_as_stated"))
