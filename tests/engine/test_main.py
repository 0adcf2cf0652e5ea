"""The JSON door itself: one line for bad input, help, and the command that opens it."""

import json
import runpy
import subprocess
import sys
from io import BytesIO, StringIO, TextIOWrapper

import pytest

import offers.engine.__main__
from offers.engine.__main__ import HELP, main
from tests.engine.door import TEAM, answered, ask


@pytest.mark.parametrize(
    ("case", "line"),
    [
        ({}, "offer: this is needed."),
        ({"offer": "0"}, "offer: give a number of at least 0.01."),
        ({"offer": "-5"}, "offer: an amount cannot be below zero."),
        ({"offer": "80 000"}, "offer: give a plain number such as 80000 or 0.05."),
        ({"offer": "80000", "salary": 1}, "salary: there is no such field."),
        ({"offer": "80000", "band": {"low": 1}}, "band.low: there is no such field."),
        ({"offer": "80000", "band": {"min": 9, "max": 8}}, "band.min: band.min (9) is above band.max (8)."),
        ({"offer": "80000", "peers": ["1", "x"]}, "peers[1]: give a plain number such as 80000 or 0.05."),
        ({"offer": "80000", "peers": ["0"]}, "peers[0]: give a number of at least 0.01."),
        ({"offer": "80000", "industry": "games"}, "industry: choose one of technology, general, pay_scale."),
        ({"offer": "80000", "payments_per_year": 11}, "payments_per_year: give 12, 13 or 14."),
        ({"offer": "80000", "caps": {"sign_on": "-1"}}, "caps.sign_on: an amount cannot be below zero."),
        ({"offer": "80000", "weights": {"sign_on": 3}}, "weights.sign_on: A weight is a number from 0 to 2."),
        (
            {"offer": "80000", "target": "90000", "walk_away": "95000"},
            "walk_away: Your walk-away (95,000) is above your target (90,000); change one of the two.",
        ),
        ({"offer": "80000", "a\nb": 1}, "a b: there is no such field."),
        ("not json", "case: this is not JSON (line 1, column 1)."),
        ("[1]", "case: give an object with named fields."),
    ],
)
def test_bad_input_is_one_line_that_names_the_field(case: object, line: str) -> None:
    assert ask(case) == (2, "", f"{line}\n")


def test_bytes_that_are_no_text_are_refused() -> None:
    errors = StringIO()
    source = TextIOWrapper(BytesIO(b'{"offer": "\xff"}'), encoding="utf-8")
    assert main([], source, StringIO(), errors) == 2
    assert errors.getvalue() == "case: this is not text in UTF-8.\n"


@pytest.mark.parametrize("arguments", [("guess",), ("advice", "pay"), ("--version",)])
def test_an_unknown_question_is_refused(arguments: tuple[str, ...]) -> None:
    line = "question: choose one of advice, room, pay, compare, equity, tone; see --help.\n"
    assert ask({}, *arguments) == (2, "", line)


@pytest.mark.parametrize("argument", ["--help", "-h"])
def test_help_is_printed(argument: str) -> None:
    assert ask("", argument) == (0, HELP, "")


def test_advice_may_be_named() -> None:
    assert answered(TEAM, "advice") == answered(TEAM)


def test_the_module_runs_from_the_command_line() -> None:
    run = [sys.executable, "-m", "offers.engine"]
    done = subprocess.run(run, input=json.dumps(TEAM), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr, json.loads(done.stdout)["ask"]) == (0, "", "88500.00")


def test_the_module_ends_with_the_code_of_its_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["offers.engine", "pay"])
    monkeypatch.setattr(sys, "stdin", StringIO("{}"))
    monkeypatch.setattr(sys, "stderr", errors := StringIO())
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(offers.engine.__main__.__file__, run_name="__main__")
    assert (ended.value.code, errors.getvalue()) == (2, "base: this is needed.\n")
