"""The eight exercises and four tests, published norms and sources: data, checked on load."""

from coxa.catalogue.article import (
    Article,
    Claim,
    Explanation,
    Finding,
    Statement,
    Study,
    Topic,
    Verdict,
)
from coxa.catalogue.exercises import (
    STRETCH_CEILING_S,
    STRETCH_WEEK_CEILING_S,
    Ceilings,
    CommonFault,
    Correction,
    DoseRange,
    Effect,
    Equipment,
    Exercise,
)
from coxa.catalogue.files import Fault
from coxa.catalogue.load import SHIPPED, Catalogue, load_catalogue, read_folder
from coxa.catalogue.norms import CitedNorm, Norm, Source
from coxa.catalogue.poses import KeyPose, LegAngles, Tilts
from coxa.catalogue.protocols import Camera, Spoiler, TestProtocol
from coxa.catalogue.schema import schema
from coxa.catalogue.terms import (
    Aim,
    Condition,
    EffectLeg,
    Kind,
    Mark,
    Orientation,
    OtherLeg,
    Severity,
    StopSign,
)

__all__ = [
    "SHIPPED",
    "STRETCH_CEILING_S",
    "STRETCH_WEEK_CEILING_S",
    "Aim",
    "Article",
    "Camera",
    "Catalogue",
    "Ceilings",
    "CitedNorm",
    "Claim",
    "CommonFault",
    "Condition",
    "Correction",
    "DoseRange",
    "Effect",
    "EffectLeg",
    "Equipment",
    "Exercise",
    "Explanation",
    "Fault",
    "Finding",
    "KeyPose",
    "Kind",
    "LegAngles",
    "Mark",
    "Norm",
    "Orientation",
    "OtherLeg",
    "Severity",
    "Source",
    "Spoiler",
    "Statement",
    "StopSign",
    "Study",
    "TestProtocol",
    "Tilts",
    "Topic",
    "Verdict",
    "load_catalogue",
    "read_folder",
    "schema",
]
