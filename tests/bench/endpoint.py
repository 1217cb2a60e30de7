"""How many profiles a second `POST /v1/recommendations` answers, beside an endpoint that only
validates them and answers with as many bytes.

    python tests/bench/endpoint.py [--seconds 5] [--rounds 5] [--workers 1,2]

Both endpoints stand in one service, started as `vakpad serve` starts it. wrk sends them the same
profiles in turns, and what is told is the median of the rounds.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from flask import Response, current_app, request

from service.api.current import served_now
from service.api.json_body import json_body
from service.app import create_app
from service.log import configure_logging
from service.reading.profile import ProfileRefused
from service.reading.sent import profile_from
from service.rulebook import Rulebook, load_rulebook
from service.server import address_of, listen, serve
from service.serving import Served, serving_of
from service.settings import Settings, default_rules

ADVISE, VALIDATE = "/v1/recommendations", "/bench/validate"
CONNECTIONS = 8
PROFILES = 500
SEED = 7

SCRIPT = """
local requests = {}
for line in io.lines(os.getenv("VAKPAD_BENCH_REQUESTS")) do
  local size, body = line:match("^(%d+) (.*)$")
  local path = wrk.path .. "?bytes=" .. size
  local headers = { ["Content-Type"] = "application/json" }
  requests[#requests + 1] = wrk.format("POST", path, headers, body)
end
local number = 0
request = function()
  number = number % #requests + 1
  return requests[number]
end
done = function(summary, latency, _)
  local failed = 0
  for _, count in pairs(summary.errors) do failed = failed + count end
  print(string.format(
    '{"requests": %d, "microseconds": %d, "failed": %d, "p50": %d, "p99": %d}',
    summary.requests, summary.duration, failed, latency:percentile(50), latency:percentile(99)
  ))
end
"""
"""For wrk: sends the profiles one after the other, and tells what came of it as JSON."""


@dataclass(frozen=True)
class Measured:
    """`each_second` requests; the times in milliseconds."""

    each_second: float
    p50: float
    p99: float


def profiles(rulebook: Rulebook, count: int = PROFILES) -> list[dict[str, Any]]:
    """Varied profiles that are all right: of few and of many words, from every kind of title."""
    chance = Random(SEED)
    names = [name for entry in rulebook.titles.entries for name in entry.names]
    wishes = [goal.phrases[0] for goal in rulebook.goals if goal.phrases]
    return [_profile(chance, rulebook, names, wishes) for _ in range(count)]


def _profile(
    chance: Random, rulebook: Rulebook, names: list[str], wishes: list[str]
) -> dict[str, Any]:
    competences = [competence.id for competence in rulebook.competences]
    profile: dict[str, Any] = {
        "title": chance.choice(names),
        "language": chance.choice(["nl", "en"]),
    }
    if chance.random() < 1 / 2:
        profile["current"] = {
            "specialisation": chance.choice(rulebook.specialisation_ids),
            "level": chance.choice(rulebook.level_ids),
        }
    if chance.random() < 2 / 3:
        profile["experience"] = {"years_in_role": chance.randint(0, 15)}
    rated = chance.sample(competences, chance.choice([0, 2, 6, 12]))
    profile["competences"] = {competence: chance.randint(1, 5) for competence in rated}
    if chance.random() < 1 / 2:
        profile["certificates"] = [each.name for each in chance.sample(rulebook.certificates, 2)]
    if chance.random() < 1 / 2:
        profile["work"] = [each.id for each in chance.sample(rulebook.work, chance.randint(0, 6))]
    if chance.random() < 1 / 2:
        profile["ambition"] = chance.choice(wishes)
    return profile


def _validate() -> Response:
    """What the real endpoint does before it gives advice, and as many bytes as it answers."""
    body = json_body(request)
    advisor = served_now().advisor
    profile = profile_from(body, advisor.mistakes_in)
    if mistakes := advisor.mistakes_in(profile):
        raise ProfileRefused(mistakes)
    filling = current_app.extensions["bench"][: int(request.args["bytes"])]
    return Response(filling, mimetype="application/json")


class _NoRules:
    """Nothing watches the rules here."""

    def start(self) -> None: ...

    def ask(self) -> None: ...


def _serve(workers: int) -> None:
    configure_logging("plain", "info")
    settings = Settings(default_rules(), "127.0.0.1", 0, workers, None, "plain", "info")
    app = create_app(settings, Served(serving_of(load_rulebook(settings.rules))))
    app.extensions["bench"] = b"x" * 1_000_000
    app.add_url_rule(VALIDATE, view_func=_validate, methods=["POST"])
    listener = listen(settings.host, settings.port)
    print(address_of(listener), flush=True)
    serve(app, settings, listener, _NoRules())


@contextmanager
def _served(workers: int) -> Iterator[str]:
    """The address of a service in processes of its own."""
    command = [sys.executable, __file__, "--serve", "--workers", str(workers)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


def _requests(folder: Path) -> Path:
    """A line for each profile: how many bytes its answer has, and the profile."""
    rulebook = load_rulebook(default_rules())
    client = create_app(
        Settings(default_rules(), "127.0.0.1", 0, 1, None, "plain", "error"),
        Served(serving_of(rulebook)),
    ).test_client()
    lines = []
    for profile in profiles(rulebook):
        answer = client.post(ADVISE, json=profile)
        assert answer.status_code == 200, answer.text
        lines.append(f"{len(answer.data)} {json.dumps(profile, ensure_ascii=False)}\n")
    found = folder / "requests"
    found.write_text("".join(lines), encoding="utf-8")
    return found


def _load(url: str, seconds: int, folder: Path) -> Measured:
    command = ["wrk", "--threads", "1", "--connections", str(CONNECTIONS)]
    command += ["--duration", f"{seconds}s", "--script", str(folder / "script.lua"), url]
    environment = os.environ | {"VAKPAD_BENCH_REQUESTS": str(folder / "requests")}
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    told = json.loads(re.findall(r"^\{.*\}$", ran.stdout, re.MULTILINE)[-1])
    assert told["failed"] == 0, ran.stdout
    each_second = told["requests"] / told["microseconds"] * 1e6
    return Measured(each_second, told["p50"] / 1e3, told["p99"] / 1e3)


def measure(workers: int, seconds: int, rounds: int, folder: Path) -> dict[str, Measured]:
    """The medians of both endpoints, measured in turns."""
    found: dict[str, list[Measured]] = {ADVISE: [], VALIDATE: []}
    with _served(workers) as address:
        for path in found:
            _load(address + path, 1, folder)
        for _ in range(rounds):
            for path, measured in found.items():
                measured.append(_load(address + path, seconds, folder))
    return {
        path: Measured(
            median(each.each_second for each in measured),
            median(each.p50 for each in measured),
            median(each.p99 for each in measured),
        )
        for path, measured in found.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--workers", default="1,2")
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.serve:
        _serve(int(asked.workers))
        return
    if shutil.which("wrk") is None:
        sys.exit("The load generator wrk is needed: apt-get install wrk")
    configure_logging("plain", "error")
    print(f"{'workers':>7}  {'endpoint':<20} {'req/s':>8} {'p50 ms':>8} {'p99 ms':>8}")
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "script.lua").write_text(SCRIPT, encoding="utf-8")
        _requests(folder)
        for workers in map(int, asked.workers.split(",")):
            found = measure(workers, asked.seconds, asked.rounds, folder)
            for path, each in found.items():
                print(
                    f"{workers:>7}  {path:<20} {each.each_second:>8.0f} {each.p50:>8.2f} "
                    f"{each.p99:>8.2f}"
                )
            advise, validate = found[ADVISE], found[VALIDATE]
            print(
                f"{workers:>7}  {'ratio':<20} {advise.each_second / validate.each_second:>8.2f} "
                f"{advise.p50 / validate.p50:>8.2f} {advise.p99 / validate.p99:>8.2f}"
            )


if __name__ == "__main__":
    main()
