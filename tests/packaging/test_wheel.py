"""The wheel, on its own: built, installed away from the checkout and asked for advice.

Nothing here uses the network. The dependencies come from the environment that runs the tests.
"""

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
PROFILE = {"title": "PMO'er", "experience": {"years_in_role": 4}}


def run(*command: str | Path, cwd: Path, stdin: str = "", **settings: str) -> str:
    """What the command prints; fails with its errors if it does not succeed."""
    # Settings of the person who runs the tests must not reach the installed service.
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("VAKPAD_", "PYTHON"))
    }
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment | settings,
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def files_in(folder: Path) -> set[Path]:
    return {file.relative_to(folder) for file in folder.rglob("*") if file.is_file()}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment outside the checkout that holds the wheel, and borrows its dependencies."""
    folder = tmp_path_factory.mktemp("wheel")
    build = (sys.executable, "-m", "hatchling", "build", "--target", "wheel")
    run(*build, "--directory", folder, cwd=CHECKOUT)
    (wheel,) = folder.glob("vakpad-*.whl")

    environment = folder / "environment"
    venv.create(environment, with_pip=False, symlinks=True)
    python = environment / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--quiet", "--python", python)
    run(*pip, "install", "--no-index", "--no-deps", wheel, cwd=folder)

    # Only after the install, because pip would take the checkout's for an installed Vakpad.
    # Python does not read the .pth files of a folder that is itself named in a .pth file, so the
    # borrowed packages do not bring the checkout with them.
    (site_packages,) = environment.glob("lib/python*/site-packages")
    borrowed = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (site_packages / "borrowed.pth").write_text("\n".join(borrowed), encoding="utf-8")
    return environment


@pytest.fixture
def empty_folder(tmp_path: Path) -> Path:
    return tmp_path


def test_the_wheel_brings_its_own_code_and_rules(installed: Path, empty_folder: Path) -> None:
    look = (
        "import json, sys, service, schemas;"
        "print(json.dumps([service.__path__[0], schemas.__path__[0], sys.path]))"
    )
    answer = run(installed / "bin" / "python", "-c", look, cwd=empty_folder)
    service, schemas, path = json.loads(answer)

    assert Path(service).is_relative_to(installed)
    assert Path(schemas).is_relative_to(installed)
    assert str(CHECKOUT) not in path
    assert files_in(Path(service, "shipped_rules")) == files_in(CHECKOUT / "rules")


def test_the_installed_command_gives_advice_in_an_empty_folder(
    installed: Path, empty_folder: Path
) -> None:
    vakpad = installed / "bin" / "vakpad"
    answer = run(vakpad, "advise", "-", "--json", cwd=empty_folder, stdin=json.dumps(PROFILE))

    assert json.loads(answer)["outcome"] in {
        "recommend",
        "recommend_with_caution",
        "needs_more_data",
        "refer",
    }
    assert list(empty_folder.iterdir()) == []


def test_the_installed_command_makes_and_compares_releases(
    installed: Path, empty_folder: Path
) -> None:
    """The migrations of the database come with the wheel."""
    vakpad = installed / "bin" / "vakpad"
    settings = {"VAKPAD_DATABASE": f"sqlite:///{empty_folder / 'vakpad.sqlite3'}"}
    made = run(vakpad, "release", "make", cwd=empty_folder, **settings)
    assert made.startswith("Release 1 is made: ")
    run(vakpad, "release", "export", "1", "rules", cwd=empty_folder, **settings)
    told = run(vakpad, "diff", "release:1", "rules", cwd=empty_folder, **settings)
    assert told.startswith("Van `release:1` naar `rules`. Tussen de twee is geen verschil.\n")
