"""Runs one command in a root filesystem, the way a container engine does, and becomes it.

To be started by `unshare`, as the first process of new namespaces (see `container.py`): what is
mounted here is gone when it ends.
"""

import argparse
import ctypes
import fcntl
import os
import shutil
import socket
import struct
import subprocess
from pathlib import Path

DEVICES = ("full", "null", "random", "tty", "urandom", "zero")

PR_SET_NO_NEW_PRIVS = 38
SIOCSIFFLAGS, IFF_UP = 0x8914, 0x1


def main() -> None:
    asked = _asked()
    _mount("--bind", asked.root, asked.root)
    _mount("-t", "proc", "proc", asked.root / "proc")
    _fill_dev(asked.root / "dev", asked.machine)
    for file in asked.etc.iterdir():
        _lay_over(file, asked.root / "etc" / file.name)
    for source, target in asked.mount:
        (asked.root / target.lstrip("/")).mkdir(exist_ok=True)
        _lay_over(Path(source), asked.root / target.lstrip("/"))
    if asked.read_only:
        _mount("-o", "remount,bind,ro", asked.root)
    if asked.loopback:
        _bring_up_loopback()
    _become(asked.root, asked.user, asked.workdir)
    os.execvp(asked.command[0], asked.command)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", type=Path, required=True)
    parser.add_argument("--etc", type=Path, required=True, help="files for /etc, never kept")
    parser.add_argument("--machine", type=Path, help="files for /dev/machine, never kept")
    parser.add_argument("--mount", nargs=2, action="append", default=[], help="read-only")
    parser.add_argument("--read-only", action="store_true", help="root filesystem and /dev")
    parser.add_argument("--loopback", action="store_true", help="bring up a new network's")
    parser.add_argument("--user", default="0:0", help="number of user and group")
    parser.add_argument("--workdir", default="/")
    parser.add_argument("command", nargs="+")
    return parser.parse_args()


def _mount(*arguments: str | Path) -> None:
    subprocess.run(["mount", *map(str, arguments)], check=True, env={"PATH": os.defpath})


def _fill_dev(dev: Path, machine: Path | None) -> None:
    _mount("-t", "tmpfs", "-o", "mode=755", "dev", dev)
    for name in DEVICES:
        (dev / name).touch()
        _mount("--bind", f"/dev/{name}", dev / name)
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        (dev / name).symlink_to(f"/proc/self/fd/{number}")
    (dev / "fd").symlink_to("/proc/self/fd")
    (dev / "shm").mkdir()
    _mount("-t", "tmpfs", "-o", "mode=1777,size=64m,noexec", "shm", dev / "shm")
    if machine:
        shutil.copytree(machine, dev / "machine")


def _lay_over(source: Path, target: Path) -> None:
    if source.is_file():
        target.touch()
    _mount("--bind", source, target)
    _mount("-o", "remount,bind,ro", target)


def _bring_up_loopback() -> None:
    with socket.socket() as any_socket:
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sH14x", b"lo", IFF_UP))


def _become(root: Path, user: str, workdir: str) -> None:
    number, _, group = user.partition(":")
    os.chroot(root)
    os.chdir(workdir)
    if user != "0:0":
        # From root to another user, all capabilities go; and none comes back.
        ctypes.CDLL(None).prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        os.setgroups([])
        os.setgid(int(group))
        os.setuid(int(number))


main()
