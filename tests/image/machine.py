"""What this machine knows about reaching packages, made ready for a root filesystem.

Taken from the settings of pip and apt themselves, so that no address stands in the project.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

PROXIES = ("http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY")
REACHING = {"index-url", "extra-index-url", "trusted-host", "proxy", "default-timeout", "cert"}
"""The settings of pip that say how to reach an index; the others are the Dockerfile's to say."""


def debian_mirror() -> str | None:
    """Where this machine gets Debian's own packages from, if it is a Debian."""
    targets = ["indextargets", "--format", "$(ORIGIN)|$(CODENAME)|$(REPO_URI)"]
    for line in _output("apt-get", *targets, "Created-By: Packages").splitlines():
        origin, codename, address = line.split("|")
        if origin == "Debian" and "-" not in codename:
            return address
    return None


def write_settings(folder: Path, seen_as: str) -> dict[str, str]:
    """Writes settings into a folder that a command sees as `seen_as`; gives the environment."""
    folder.mkdir()
    (folder / "apt.conf").write_text(_apt_settings(), encoding="utf-8")
    environment = {"APT_CONFIG": f"{seen_as}/apt.conf", "PIP_CONFIG_FILE": f"{seen_as}/pip.conf"}

    pip = _pip_settings()
    certificates = pip.pop("cert", os.environ.get("SSL_CERT_FILE", ""))
    if certificates and Path(certificates).is_file():
        shutil.copy(certificates, folder / "certificates.pem")
        pip["cert"] = f"{seen_as}/certificates.pem"
    lines = ["[global]", *(f"{name} = {value}" for name, value in pip.items())]
    (folder / "pip.conf").write_text("\n".join(lines) + "\n", encoding="utf-8")

    # What an engine passes on to RUN by itself.
    return environment | {name: os.environ[name] for name in PROXIES if name in os.environ}


def _pip_settings() -> dict[str, str]:
    found: dict[str, str] = {}
    listed = _output(sys.executable, "-m", "pip", "config", "list")
    for source, name, value in re.findall(r"^(\S+)\.([\w-]+)='(.*)'$", listed, re.MULTILINE):
        # The environment goes before the files. A folder of this machine is not in the root.
        if name in REACHING and "file:" not in value and (source == ":env:" or name not in found):
            found[name] = value
    return found


def _apt_settings() -> str:
    dumped = _output("apt-config", "dump").splitlines()
    return "\n".join(line for line in dumped if line.startswith("Acquire::")) + "\n"


def _output(*command: str) -> str:
    """What a command writes; nothing if there is no such command, or it fails."""
    if not shutil.which(command[0]):
        return ""
    return subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8", check=False
    ).stdout
