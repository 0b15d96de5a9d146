"""Exercises and tests, published norms and sources: data, checked on load."""

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
    Ceilings,
    CommonFault,
    Correction,
    DoseChange,
    DoseRange,
    Effect,
    Equipment,
    Exercise,
    Variant,
    View,
)
from coxa.catalogue.files import Fault
from coxa.catalogue.in_use import load_catalogue, packs_faults, use_packs
from coxa.catalogue.load import SHIPPED, Catalogue, load_shipped, read_folder
from coxa.catalogue.norms import CitedNorm, Norm, Source
from coxa.catalogue.packs import faults_of, is_catalogue, with_packs
from coxa.catalogue.poses import KeyPose, LegAngles, Tilts
from coxa.catalogue.protocols import Camera, Spoiler, TestProtocol
from coxa.catalogue.rules import STRETCH_CEILING_S, STRETCH_WEEK_CEILING_S
from coxa.catalogue.schema import schema
from coxa.catalogue.terms import (
    Aim,
    Condition,
    EffectLeg,
    HandPlace,
    Kind,
    Mark,
    Orientation,
    OtherLeg,
    Place,
    SeenFrom,
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
    "DoseChange",
    "DoseRange",
    "Effect",
    "EffectLeg",
    "Equipment",
    "Exercise",
    "Explanation",
    "Fault",
    "Finding",
    "HandPlace",
    "KeyPose",
    "Kind",
    "LegAngles",
    "Mark",
    "Norm",
    "Orientation",
    "OtherLeg",
    "Place",
    "SeenFrom",
    "Severity",
    "Source",
    "Spoiler",
    "Statement",
    "StopSign",
    "Study",
    "TestProtocol",
    "Tilts",
    "Topic",
    "Variant",
    "Verdict",
    "View",
    "faults_of",
    "is_catalogue",
    "load_catalogue",
    "load_shipped",
    "packs_faults",
    "read_folder",
    "schema",
    "use_packs",
    "with_packs",
]
