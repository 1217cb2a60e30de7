"""Talking to the YAML language server, as an editor does: over its standard input and output."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SERVER = ROOT / ".ci" / "editors" / "node_modules" / "yaml-language-server" / "bin"
NODE = shutil.which("node")


def missing() -> str | None:
    """Why the language server cannot be asked here; None when it can."""
    if NODE is None:
        return "there is no `node` on this machine"
    if not SERVER.is_dir():
        return "the YAML language server is not installed: make editors"
    return None


class LanguageServer:
    """One that has a folder open. Lines and columns count from 0, as the protocol has them."""

    def __init__(self, process: "subprocess.Popen[bytes]", folder: Path) -> None:
        self._process = process
        self._folder = folder
        self._asked = self._version = 0
        self._settings = json.loads((folder / ".vscode" / "settings.json").read_text("utf-8"))

    def start(self) -> None:
        root = self._folder.as_uri()
        self._ask(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": root,
                "workspaceFolders": [{"uri": root, "name": self._folder.name}],
                "capabilities": {
                    "workspace": {"configuration": True},
                    "textDocument": {
                        "completion": {
                            "completionItem": {
                                "snippetSupport": True,
                                "documentationFormat": ["markdown"],
                            }
                        },
                        "publishDiagnostics": {},
                    },
                },
            },
        )
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": {}})
        while self._read().get("method") != "workspace/configuration":
            pass

    def diagnostics(self, name: str, text: str) -> list[str]:
        """What is said about a file with this content: line, column and message."""
        self._open(name, text)
        said = self._diagnosed(name)
        self._close(name)
        return [
            f"{each['range']['start']['line'] + 1}:{each['range']['start']['character'] + 1} "
            f"{each['message']}"
            for each in said
        ]

    def completions(self, name: str, text: str) -> list[dict[str, Any]]:
        """What is proposed where a `^` stands in the text."""
        before, after = text.split("^")
        self._open(name, before + after)
        found = self._ask("textDocument/completion", self._place(name, before))
        self._close(name)
        return list(found["items"] if isinstance(found, dict) else found)

    def hover(self, name: str, text: str) -> str:
        """What is shown about what stands behind the `^`."""
        before, after = text.split("^")
        self._open(name, before + after)
        found = self._ask("textDocument/hover", self._place(name, before))
        self._close(name)
        return "" if found is None else str(found["contents"]["value"])

    def _place(self, name: str, before: str) -> dict[str, Any]:
        line = before.count("\n")
        column = len(before) - (before.rfind("\n") + 1)
        return {
            "textDocument": {"uri": self._uri(name)},
            "position": {"line": line, "character": column},
        }

    def _open(self, name: str, text: str) -> None:
        self._version += 1  # the server remembers a file by its name and version
        document = {
            "uri": self._uri(name),
            "languageId": "yaml",
            "version": self._version,
            "text": text,
        }
        self._tell("textDocument/didOpen", {"textDocument": document})

    def _close(self, name: str) -> None:
        """Closes a file; the server then takes back what it said about it."""
        self._tell("textDocument/didClose", {"textDocument": {"uri": self._uri(name)}})
        while self._diagnosed(name):
            pass

    def _diagnosed(self, name: str) -> list[dict[str, Any]]:
        """The next that the server says about a file by itself."""
        while True:
            message = self._read()
            if message.get("method") == "textDocument/publishDiagnostics":
                params = message["params"]
                if params["uri"] == self._uri(name):
                    return list(params["diagnostics"])

    def _uri(self, name: str) -> str:
        return (self._folder / name).as_uri()

    def _ask(self, method: str, params: Any) -> Any:
        self._asked += 1
        asked = self._asked
        self._send({"id": asked, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == asked and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        """The next message; what the server asks meanwhile is answered."""
        stream = self._process.stdout
        assert stream is not None
        length = 0
        while (line := stream.readline()) != b"\r\n":
            assert line, "the language server has stopped"
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        message: dict[str, Any] = json.loads(stream.read(length))
        if "method" in message and "id" in message:
            self._send({"id": message["id"], "result": self._answer(message)})
        return message

    def _answer(self, message: dict[str, Any]) -> Any:
        if message["method"] != "workspace/configuration":
            return None
        return [self._section(item.get("section", "")) for item in message["params"]["items"]]

    def _section(self, section: str) -> dict[str, Any] | None:
        """The settings that start with this word, as an editor gives them."""
        found: dict[str, Any] = {}
        for name, value in self._settings.items():
            if not name.startswith(f"{section}."):
                continue
            *above, last = name.removeprefix(f"{section}.").split(".")
            inner = found
            for each in above:
                inner = inner.setdefault(each, {})
            inner[last] = value
        return found or None


@contextmanager
def language_server(folder: Path) -> Iterator[LanguageServer]:
    """A language server that has this folder open."""
    assert NODE is not None
    command = [NODE, SERVER / "yaml-language-server", "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        try:
            server = LanguageServer(process, folder)
            server.start()
            yield server
        finally:
            process.kill()
