"""The commands in bin/; that they work from nothing is tried on bare machines."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


@pytest.mark.parametrize("name", ["run", "test", "lock", "bench", "_ground"])
def test_command_is_a_shell_script_without_syntax_errors(name: str) -> None:
    assert run("sh", "-n", f"bin/{name}").returncode == 0


def test_list_names_every_part_of_the_tests() -> None:
    parts = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir() and path.name[0] not in "_."}
    listed = set(run("bin/test", "--list").stdout.split())
    assert parts - {"bench", "pay_data"} | {"engine-properties", "pay-data"} <= listed


def test_unknown_name_says_which_exist() -> None:
    answer = run("bin/test", "nonsense")
    assert answer.returncode == 2
    assert answer.stderr.startswith("bin/test: there is no nonsense; there are: ")


def test_unknown_bench_is_refused_or_there_are_none_yet() -> None:
    answer = run("bin/bench", "nonsense")
    assert (answer.returncode, answer.stdout) in [(0, "no benches yet\n"), (2, "")]
