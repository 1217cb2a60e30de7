"""Words for what no rule may look at: protected attributes and what commonly stands in for them."""

import re

_WORDS = """
    age ages aged leeftijd leeftijden oud jong young old older younger birth birthdate birthday born
    dob geboorte geboortedatum geboortejaar generation generatie
    gender sex sekse geslacht man men vrouw vrouwen woman women male female mannelijk vrouwelijk
    transgender sexuality orientation geaardheid
    nationality nationaliteit origin herkomst afkomst ethnicity ethnic etniciteit race ras colour
    skin migration migratie paspoort passport accent
    religion religious belief geloof religie levensovertuiging
    health gezondheid illness sick sickness ziekte ziek verzuim absence absenteeism disability
    disabled handicap beperking burnout pregnancy pregnant zwanger zwangerschap bmi medical medisch
    marital married gehuwd burgerlijke kinderen children family gezin mantelzorg care-leave
    hours hour uren uur parttime part-time fulltime full-time deeltijd fte
    salary salaris wage loon pay income inkomen schaal
    union vakbond works-council ondernemingsraad political politiek
    tenure dienstjaren name naam voornaam achternaam photo foto postcode zipcode address adres
"""

PROTECTED_WORDS = frozenset(_WORDS.split())

TERMS_OF_THE_FIELD = ("health-check",)
"""Ids in which such a word means something else: a health check examines a project."""


def protected_word(text: str) -> str | None:
    """The protected word in an id or an attribute, if there is one."""
    lowered = text.lower()
    if lowered in TERMS_OF_THE_FIELD:
        return None
    if lowered in PROTECTED_WORDS:
        return lowered
    parts = re.split(r"[^a-zà-ÿ]+", lowered)
    return next((part for part in parts if part in PROTECTED_WORDS), None)
