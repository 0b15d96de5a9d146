"""Sentences of what an exercise does to the muscles, and the muscles' names."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # names of muscle parts
    "muscle_piriformis": "Piriformis",
    "muscle_obturator_internus": "Obturator internus",
    "muscle_gemellus_superior": "Gemellus (upper)",
    "muscle_gemellus_inferior": "Gemellus (lower)",
    "muscle_obturator_externus": "Obturator externus",
    "muscle_quadratus_femoris": "Quadratus femoris",
    "muscle_gluteus_medius_front": "Gluteus medius (front part)",
    "muscle_gluteus_medius_middle": "Gluteus medius (middle part)",
    "muscle_gluteus_medius_back": "Gluteus medius (back part)",
    "muscle_gluteus_minimus_front": "Gluteus minimus (front part)",
    "muscle_gluteus_minimus_middle": "Gluteus minimus (middle part)",
    "muscle_gluteus_minimus_back": "Gluteus minimus (back part)",
    "muscle_tensor_fasciae_latae": "Tensor fasciae latae",
    "muscle_gluteus_maximus_upper": "Gluteus maximus (upper part)",
    "muscle_gluteus_maximus_middle": "Gluteus maximus (middle part)",
    "muscle_gluteus_maximus_lower": "Gluteus maximus (lower part)",
    "muscle_iliacus": "Iliacus",
    "muscle_psoas": "Psoas",
    "muscle_rectus_femoris": "Rectus femoris",
    "muscle_sartorius": "Sartorius",
    "muscle_pectineus": "Pectineus",
    "muscle_adductor_brevis": "Adductor brevis",
    "muscle_adductor_longus": "Adductor longus",
    "muscle_adductor_magnus_upper": "Adductor magnus (upper part)",
    "muscle_adductor_magnus_middle": "Adductor magnus (middle part)",
    "muscle_adductor_magnus_lower": "Adductor magnus (lower part)",
    "muscle_adductor_magnus_hamstring": "Adductor magnus (back part)",
    "muscle_gracilis": "Gracilis",
    "muscle_biceps_femoris": "Biceps femoris (long head)",
    "muscle_semimembranosus": "Semimembranosus",
    "muscle_semitendinosus": "Semitendinosus",
    # names of whole muscles, where all parts do the same
    "muscle_gluteus_medius": "Gluteus medius",
    "muscle_gluteus_minimus": "Gluteus minimus",
    "muscle_gluteus_maximus": "Gluteus maximus",
    "muscle_adductor_magnus": "Adductor magnus",
    "muscle_gemellus": "The gemelli",
    # what happens at the end of the movement
    "muscles_lengthen": "These get longer: {muscles}.",
    "muscles_shorten": "These get shorter: {muscles}.",
    "muscles_work_chiefly": "These do most of the work: {muscles}.",
    "muscles_work_helping": "These help: {muscles}.",
    "muscles_rest": "The leg rests: no muscle needs to work.",
    "muscles_bearing_unknown": (
        "This leg bears weight, and the floor or your hands carry a part of it. "
        "So which muscles work, and how much, was not computed."
    ),
    "muscles_nothing_changes": "No muscle of the hip gets notably longer or shorter.",
    "muscles_load_in": (
        "To stay there, the muscles must turn the hip in, with about {nm} newton metres."
    ),
    "muscles_load_out": (
        "To stay there, the muscles must turn the hip out, with about {nm} newton metres."
    ),
    "muscles_load_none": "Nothing notable pulls against the turning.",
    "muscles_against_gravity": "They work against the weight of the leg.",
    "muscles_against_body": "They work against the weight of the body.",
    "muscles_against_band": (
        "They work against a light band that pulls with 3 kilograms, and the weight of the leg."
    ),
    "muscles_against_press": (
        "They work against a gentle press of 3 kilograms, and the weight of the leg."
    ),
    "muscles_reference": (
        "Compared with the same bend of hip and knee, the thigh straight ahead and not turned."
    ),
    # what people do not expect
    "muscles_surprise_piriformis_shorter": (
        "You may be surprised: this stretch does not lengthen the piriformis. With the hip bent "
        "this far, turning in makes it shorter."
    ),
    "muscles_surprise_only_sideways": (
        "You may be surprised: this hardly loads the turning. The work is to lift the leg sideways "
        "against its weight."
    ),
    "muscles_surprise_hip_flexors": (
        "You may be surprised: most of the work is to hold the thigh up, by the muscles at the "
        "front of the hip. The turning itself is only a small part."
    ),
    "muscles_surprise_no_resistance": (
        "You may be surprised: nothing resists the turning here, the weight of the leg neither. "
        "You practise the movement; to get stronger, something must push against it."
    ),
    "muscles_surprise_held_back": (
        "You may be surprised: past upright, the weight of the foot pulls the hip further round. "
        "What works at the end are the muscles that turn it the other way: they hold it back."
    ),
    # how sure
    "muscles_how_known": (
        "Computed with a model of one body (MyoLeg) in this very pose. It knows bones and muscles, "
        "not the joint's capsule and ligaments, which hold back turning too. Nobody measured it "
        "on you."
    ),
    "muscles_confidence_medium": (
        "Medium confidence: it stays the same when the muscles are attached a centimetre elsewhere."
    ),
    "muscles_confidence_low": (
        "Low confidence: it may be otherwise in another body, or studies disagree."
    ),
    # faults
    "muscles_not_computed": (
        "What {exercise} does to the muscles was not computed. Nothing of yours is lost, and the "
        "exercise works as always. Whoever changes coxa: run make body."
    ),
    "muscles_of_other_poses": (
        "The key poses of {exercise} have changed since its muscles were computed, so they are not "
        "shown. Nothing of yours is lost. Whoever changes coxa: run make body."
    ),
}
