"""The account of an import as JSON, in one language."""

from typing import Any

from service.imports.model import Imported
from service.rulebook.vocabulary import Language


def import_payload(imported: Imported, language: Language) -> dict[str, Any]:
    """The field `import` of an answer; `schemas.imports` describes its shape."""
    return {
        "format": imported.format,
        "used": [
            {"pointer": each.pointer, "field": each.field, "value": each.value}
            for each in imported.used
        ],
        "ignored": [
            {"pointer": each.pointer, "why": each.why.in_language(language)}
            for each in imported.ignored
        ],
        "unknown": list(imported.unknown),
    }
