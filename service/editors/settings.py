"""The settings that let Visual Studio Code help with rule files, by the YAML language server."""

import json
from pathlib import Path
from typing import Any

from service.editors.files import FILES, FOLDER

SETTINGS = Path(".vscode", "settings.json")
EXTENSIONS = Path(".vscode", "extensions.json")
"""In the folder that is opened in the editor."""


def editor_files(rules: str) -> dict[Path, dict[str, Any]]:
    """What goes into the files of the editor; `rules` leads from their folder to the rule files.

    It is empty when those are the same, else it ends with `/`.
    """
    return {
        SETTINGS: {
            "yaml.schemas": {
                f"./{rules}{FOLDER}/{name}.json": f"{rules}{files}" for name, files in FILES.items()
            },
            "yaml.schemaStore.enable": False,
            "[yaml]": {
                "editor.insertSpaces": True,
                "editor.tabSize": 2,
                "editor.quickSuggestions": {"other": True, "comments": False, "strings": True},
            },
        },
        EXTENSIONS: {"recommendations": ["redhat.vscode-yaml"]},
    }


def set_up(folder: Path, rules: str) -> tuple[list[Path], list[Path]]:
    """Writes the files of the editor that are not there yet.

    Returns those that were written, and those that were there and say something else: they are
    someone's own, and stay as they are.
    """
    made: list[Path] = []
    other: list[Path] = []
    for name, content in editor_files(rules).items():
        path, text = folder / name, written(content)
        if not path.exists():
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
            made.append(path)
        elif path.read_bytes() != text.encode():
            other.append(path)
    return made, other


def written(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
