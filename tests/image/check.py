"""Tries the Dockerfile without a container engine; "make image-check" starts this.

It makes the base with debootstrap, executes the Dockerfile in it, and runs what comes out as an
engine would: as its own user, read-only, without rights and without a network.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from signal import Signals

from image.build import Build, Failed, Image, size_of, step
from image.container import Container, first_process
from image.dockerfile import Stage, read_dockerfile
from image.machine import debian_mirror

CHECKOUT = Path(__file__).resolve().parents[2]

PATIENCE = 30
"""Seconds for the service to start; less than a second is usual."""
GRACE = 10
"""Seconds that an engine waits, after asking a service to stop, before it ends it."""

PROFILE = {
    "language": "en",
    "title": "PMO'er",
    "current": {"specialisation": "office", "level": "medior"},
    "work": ["portfolio-report"],
}

POST = """
import http.client, os, sys
service = http.client.HTTPConnection("localhost", int(os.environ["PORT"]), timeout=10)
headers = {"Content-Type": "application/json"}
service.request("POST", "/v1/recommendations", sys.stdin.read(), headers)
answer = service.getresponse()
print(answer.status, answer.getheader("Vakpad-Rulebook"), answer.read().decode(), sep="\\n")
"""

HOLD_A_CONNECTION = """
import http.client, os, time
service = http.client.HTTPConnection("localhost", int(os.environ["PORT"]), timeout=10)
service.request("GET", "/healthz")
service.getresponse().read()
print("held", flush=True)
time.sleep(60)
"""


@dataclass(frozen=True, slots=True)
class Service:
    """A service that was started from the image."""

    container: Container
    started: subprocess.Popen[bytes]
    first: int
    """Its process 1, by its number outside."""
    log: Path
    healthcheck: Sequence[str]

    def python(self, code: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        return self.container.execute(self.first, ["python", "-Ic", code], stdin)

    def is_healthy(self) -> bool:
        return self.container.execute(self.first, self.healthcheck).returncode == 0

    def advice(self) -> tuple[str, dict[str, object]]:
        """The digest of the rulebook, and the advice for `PROFILE`."""
        done = self.python(POST, json.dumps(PROFILE))
        expect(done.returncode == 0, f"A profile could not be posted: {done.stderr}")
        status, digest, body = done.stdout.split("\n", 2)
        expect(status == "200", f"A profile was answered with {status}: {body}")
        return digest, json.loads(body)


def main() -> None:
    parser = argparse.ArgumentParser(description="Try the Dockerfile without a container engine.")
    parser.add_argument(
        "--base", type=Path, help="a root filesystem to start from, instead of making one"
    )
    asked = parser.parse_args()

    stages = read_dockerfile((CHECKOUT / "Dockerfile").read_text(encoding="utf-8"))
    folder = Path(tempfile.mkdtemp(prefix="vakpad-image-"))
    try:
        base = asked.base or make_base(stages[-1].base, folder / "base")
        image = Build(base, CHECKOUT, folder).run(stages)
        size, of_base = size_of(image.root), size_of(base)
        print(f"size: {(size - of_base) / 1e6:.0f} MB on top of a base of {of_base / 1e6:.0f} MB")
        check_run(image, stages[-1], folder)
    except Failed as failed:
        print(failed, file=sys.stderr)
        sys.exit(1)
    finally:
        # What was mounted was so only for the processes that are gone.
        shutil.rmtree(folder)
    print("The image builds, runs and stops as it should.")


def expect(truth: bool, otherwise: str) -> None:
    if not truth:
        raise Failed(otherwise)


def make_base(name: str, root: Path) -> Path:
    """A Debian like the image of that name, made by debootstrap."""
    suite = re.fullmatch(r"debian:([a-z]+)-slim", name)
    if not suite:
        raise Failed(f"How to make the base {name} is not known; --base names a folder with one.")
    mirror = debian_mirror()
    command = ["debootstrap", "--variant=minbase", suite[1], root, *([mirror] if mirror else [])]
    with step(f"debootstrap {suite[1]}"):
        made = subprocess.run(
            # With mounts of its own, so that none is left behind.
            ["unshare", "--mount", *command],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        expect(made.returncode == 0, made.stdout)
    make_slim(root)
    return root


def make_slim(root: Path) -> None:
    """Does what the Debian images do as well: no documentation, and nothing kept of apt."""
    unwanted = [f"/usr/share/{name}" for name in ("doc", "info", "locale", "man")]
    kept_of_apt = ["/var/cache/apt", "/var/lib/apt/lists"]
    for place in (*unwanted, *kept_of_apt):
        shutil.rmtree(root / place.lstrip("/"), ignore_errors=True)
    for place in kept_of_apt:
        (root / place.lstrip("/")).mkdir()
    dpkg = [*(f"path-exclude={place}/*" for place in unwanted), "force-unsafe-io"]
    (root / "etc/dpkg/dpkg.cfg.d/slim").write_text("\n".join(dpkg) + "\n", encoding="ascii")
    apt = [
        'Dir::Cache::pkgcache "";',
        'Dir::Cache::srcpkgcache "";',
        'APT::Keep-Downloaded-Packages "false";',
    ]
    (root / "etc/apt/apt.conf.d/slim").write_text("\n".join(apt) + "\n", encoding="ascii")


def check_run(image: Image, stage: Stage, folder: Path) -> None:
    """Runs the image as it is."""
    with running(image, stage, folder) as service:
        with step("it has no rights, and writes nowhere but in memory"):
            check_confinement(service)
        with step("HEALTHCHECK says no where nothing answers"):
            deaf = replace(service, container=with_environment(service.container, PORT="1"))
            expect(not deaf.is_healthy(), "HEALTHCHECK says yes where nothing answers.")
        with step("a profile gets advice"):
            digest, advice = service.advice()
            expect(advice["outcome"] == "recommend", f"The outcome was {advice['outcome']}.")
        print(f"memory: {memory_of(service.first) / 1e6:.0f} MB in all processes")
    log = service.log.read_text(encoding="utf-8").splitlines()
    with step("every line of the log is JSON, and one is about the request"):
        try:
            paths = [json.loads(line).get("path") for line in log]
        except json.JSONDecodeError as error:
            raise Failed(f"The log has a line that is not JSON: {error.doc}") from None
        expect(paths.count("/v1/recommendations") == 1, f"The log has requests for {paths}.")
    check_own_rules(image, stage, folder, shipped=digest)


def check_own_rules(image: Image, stage: Stage, folder: Path, *, shipped: str) -> None:
    """Runs it with other rules, laid over a folder, and on another port."""
    rules = folder / "rules"
    shutil.copytree(CHECKOUT / "rules", rules)
    actions = rules / "actions.yaml"
    text = actions.read_text(encoding="utf-8")
    actions.write_text(text.replace("en: ", "en: Now ", 1), encoding="utf-8")
    rules.chmod(0o755)

    own = {"VAKPAD_RULES": "/rules", "PORT": "8080", "VAKPAD_WORKERS": "1"}
    with (
        running(image, stage, folder, mounts=((rules, "/rules"),), **own) as service,
        step("rules of one's own are checked and served, on another port"),
    ):
        checked = service.container.execute(service.first, ["vakpad", "check"])
        expect(checked.returncode == 0, f"`vakpad check` says: {checked.stdout}{checked.stderr}")
        digest, _ = service.advice()
        expect(digest != shipped, "The rules in VAKPAD_RULES are not the ones served.")


@contextmanager
def running(
    image: Image,
    stage: Stage,
    folder: Path,
    *,
    mounts: tuple[tuple[Path, str], ...] = (),
    **settings: str,
) -> Iterator[Service]:
    """The image's command, started, healthy, and in the end asked to stop."""
    etc = folder / "etc-of-service"
    etc.mkdir(exist_ok=True)
    (etc / "hosts").write_text("127.0.0.1 localhost\n::1 localhost\n", encoding="ascii")
    container = Container(
        image.root,
        etc=etc,
        user=image.user,
        workdir=image.workdir,
        environment=image.environment | settings,
        mounts=mounts,
        served=True,
    )
    command = [*stage.last("ENTRYPOINT").command(), *stage.last("CMD").command()]
    log = folder / "service.log"
    with log.open("wb") as output:
        started = container.start(command, output)
    healthcheck = stage.last("HEALTHCHECK").command()
    service = Service(container, started, first_process(started), log, healthcheck)
    try:
        with step(f"{' '.join(command)}, until HEALTHCHECK says yes"):
            wait_until_healthy(service)
        yield service
        with step("it stops when asked, though a portal keeps its connection open"):
            check_stop(service, stage.last("STOPSIGNAL").rest)
    except Failed as failed:
        raise Failed(f"{failed}\n{log.read_text(encoding='utf-8')}") from None
    finally:
        started.kill()
        started.wait()


def wait_until_healthy(service: Service) -> None:
    end = time.monotonic() + PATIENCE
    while service.started.poll() is None:
        if service.is_healthy():
            return
        expect(time.monotonic() < end, f"Not healthy after {PATIENCE} seconds.")
        time.sleep(0.2)
    raise Failed(f"The service ended with {service.started.returncode}.")


def check_confinement(service: Service) -> None:
    status = Path(f"/proc/{service.first}/status").read_text(encoding="utf-8")
    found = dict(re.findall(r"^(\w+):\s+(.*)$", status, re.MULTILINE))
    expect("0" not in found["Uid"].split(), "It runs as root.")
    expect(int(found["CapPrm"], 16) == 0, f"It has capabilities: {found['CapPrm']}.")
    for place in ("/tmp", "/opt/vakpad", "/dev"):
        tried = service.python(f"open('{place}/tried', 'w')")
        expect(tried.returncode != 0, f"It can write in {place}.")
    for tool in ("gcc", "pip"):
        tried = service.python(f"import shutil, sys; sys.exit(shutil.which('{tool}') is None)")
        expect(tried.returncode != 0, f"It still has {tool}, which only the build needs.")


def check_stop(service: Service, signal: str) -> None:
    holder = service.container.hold(service.first, ["python", "-Ic", HOLD_A_CONNECTION])
    try:
        os.kill(service.first, Signals[signal])
        code = service.started.wait(timeout=GRACE)
    except subprocess.TimeoutExpired:
        raise Failed(f"It did not stop within {GRACE} seconds.") from None
    finally:
        holder.kill()
        holder.wait()
    expect(code == 0, f"It stopped with {code}.")


def memory_of(process: int) -> int:
    """Bytes of a process and all below it; what they share is counted once."""
    rollup = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    (own,) = re.findall(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE)
    return int(own) * 1024 + sum(memory_of(int(child)) for child in children.split())


def with_environment(container: Container, **values: str) -> Container:
    return replace(container, environment={**container.environment, **values})


if __name__ == "__main__":
    main()
