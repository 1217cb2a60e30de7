"""The certificates that are recognised."""

from typing import Any

from service.rulebook.model import Rulebook
from service.rulebook.vocabulary import Certificate, Language


def certificates_payload(rulebook: Rulebook, language: Language) -> dict[str, Any]:
    """A certificate has the same name in every language."""
    return {"items": [_certificate(each) for each in rulebook.certificates]}


def _certificate(certificate: Certificate) -> dict[str, Any]:
    return {
        "id": certificate.id,
        "name": certificate.name,
        "aliases": list(certificate.aliases),
        "valid_years": certificate.valid_years,
    }
