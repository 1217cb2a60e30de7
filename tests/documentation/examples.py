"""The examples in the README, made from what the project really does.

`make examples` writes them; `test_readme.py` fails when they are no longer true.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient
from strategies.loaded import serving_from

from service.app import create_app
from service.serving import Served
from service.settings import read_settings

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
FENCE = "```\n"
RULE_FILE = "growth/to-governance.yaml"
TYPO = ("work includes portfolio-report", "work includes portfolio-raport")
WIDEST = 100
MOST = {
    "messages": 3,
    "evidence": 2,
    "unknown": 2,
    "certificates": 9,
    "specialisations": 9,
    "levels": 9,
}
"""How many entries of a list are shown; of others one."""


def block(text: str, name: str) -> str:
    """The fenced block that stands below the comment `<!-- name -->`."""
    found = re.search(rf"<!-- {name} -->\n```\w+\n(.*?)```\n", text, re.DOTALL)
    assert found, f"README.md has no block `{name}`"
    return found.group(1)


def client() -> FlaskClient:
    served = Served(serving_from(ROOT / "rules"))
    return create_app(read_settings(rules=ROOT / "rules"), served).test_client()


def posted(command: str) -> tuple[str, dict[str, str], str]:
    """Path, headers and body of a `curl` command."""
    path = re.search(r"http://127\.0\.0\.1:8000(/\S*)", command)
    headers = dict(re.findall(r"--header '([^:]+): ([^']+)'", command))
    body = re.search(r"<<'JSON'\n(.*)^JSON$", command, re.DOTALL | re.MULTILINE)
    assert path is not None
    assert body is not None
    return path.group(1), headers, body.group(1)


def answer(text: str) -> str:
    """What the service answers to the request in the README, shortened."""
    path, headers, body = posted(block(text, "request"))
    response = client().post(path, headers=headers, data=body)
    assert response.status_code == 200, response.text
    return _laid_out(_shortened(response.get_json())) + "\n"


def _shortened(value: Any, name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _shortened(each, key) for key, each in value.items()}
    if isinstance(value, list):
        most = MOST.get(name, 1)
        kept = [_shortened(each) for each in value[:most]]
        return [*kept, "..."] if len(value) > most else kept
    return "sha256:..." if name == "digest" else value


def _laid_out(value: Any, indent: int = 0, before: int = 0) -> str:
    """JSON with everything that fits on one line on one line."""
    flat = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or indent + before + len(flat) < WIDEST:
        return flat
    inner, margin = " " * (indent + 2), " " * indent
    if isinstance(value, list):
        members = [inner + _laid_out(each, indent + 2) for each in value]
        return "[\n" + ",\n".join(members) + f"\n{margin}]"
    keys = {f'"{key}": ': each for key, each in value.items()}
    members = [f"{inner}{key}{_laid_out(each, indent + 2, len(key))}" for key, each in keys.items()]
    return "{\n" + ",\n".join(members) + f"\n{margin}}}"


def first_rule() -> str:
    text = (ROOT / "rules" / RULE_FILE).read_text(encoding="utf-8")
    return text[text.index("- rule:") :].partition("\n\n")[0] + "\n"


def check() -> str:
    """What `vakpad check` says about a spelling mistake in that rule."""
    with tempfile.TemporaryDirectory() as folder:
        rules = Path(folder) / "rules"
        shutil.copytree(ROOT / "rules", rules)
        file = rules / RULE_FILE
        text = file.read_text(encoding="utf-8")
        assert TYPO[0] in first_rule()
        file.write_text(text.replace(*TYPO, 1), encoding="utf-8")
        command = [str(Path(sys.executable).with_name("vakpad")), "check", str(rules)]
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def written(text: str) -> str:
    """The README with every example as it is now."""
    for name, example in (("answer", answer(text)), ("rule", first_rule()), ("check", check())):
        start, old, rest = text.partition(f"<!-- {name} -->\n")
        fence, _, rest = rest.partition("\n")
        text = f"{start}{old}{fence}\n{example}{FENCE}{rest.partition(FENCE)[2]}"
    return text


if __name__ == "__main__":
    README.write_text(written(README.read_text(encoding="utf-8")), encoding="utf-8")
