"""The JSON door: exact keys, amounts to the cent, one line for bad input."""

import json
import runpy
import subprocess
import sys
from io import BytesIO, StringIO, TextIOWrapper
from typing import Any

import pytest

import offers.engine.__main__
from offers.engine.__main__ import HELP, main

TEAM = {
    "offer": "80000",
    "target": "95000",
    "walk_away": "79000",
    "peers": ["78000", "82000", "84500"],
    "industry": "technology",
}
CAPS = {"caps": {"sign_on": "8000", "days": "5", "learning": "2000"}, "weights": {"learning": "0.5"}}


def ask(case: object, *arguments: str) -> tuple[int, str, str]:
    out, errors = StringIO(), StringIO()
    text = case if isinstance(case, str) else json.dumps(case)
    code = main(list(arguments), StringIO(text), out, errors)
    return code, out.getvalue(), errors.getvalue()


def answered(case: object, *arguments: str) -> Any:
    code, out, errors = ask(case, *arguments)
    assert (code, errors) == (0, "")
    return json.loads(out)


def test_answer_has_exactly_the_keys_of_the_door() -> None:
    found = answered(TEAM)
    assert list(found) == [
        "ceiling_no_exception",
        "ceiling_exception",
        "ask",
        "landing",
        "flags",
        "confidence",
        "why",
        "ladder",
        "replies",
        "packages",
    ]
    assert list(found["landing"]) == ["floor", "likely", "no_exception", "with_exception"]
    assert list(found["confidence"]) == ["ceilings", "ask", "landing"]
    assert list(found["why"]) == ["ceiling_no_exception", "ceiling_exception", "ask", "landing"]
    assert [list(why) for why in found["why"].values()] == [["binding", "text"]] * 4
    assert list(found["packages"]) == ["opening", "fallback"]


def test_answer_of_the_team() -> None:
    found = answered(TEAM)
    assert (found["ceiling_no_exception"], found["ceiling_exception"], found["ask"]) == (
        "84500.00",
        "88725.00",
        "88500.00",
    )
    assert list(found["landing"].values()) == ["80000.00", "84250.00", "84500.00", "88500.00"]
    assert found["flags"] == ["BASE_SHORT"]
    assert found["confidence"] == {"ceilings": "MEDIUM", "ask": "MEDIUM", "landing": "MEDIUM"}
    assert found["why"]["ceiling_no_exception"] == {
        "binding": "peers",
        "text": "The best-paid person at this level earns 84,500; more needs an exception.",
    }


@pytest.mark.parametrize(
    ("case", "ceilings", "asked", "landing", "binding"),
    [
        (
            {**TEAM, "stance": "cautious"},
            ["84500.00", "88725.00"],
            "84500.00",
            ["80000.00", "82250.00", "84500.00", "84500.00"],
            "peers",
        ),
        (
            {**TEAM, "hard_to_fill": True},
            ["84500.00", "92950.00"],
            "92500.00",
            ["80000.00", "84500.00", "84500.00", "92500.00"],
            "peers",
        ),
        (
            {
                "offer": "120000",
                "target": "135000",
                "walk_away": "122000",
                "band": {"min": "110000", "mid": "135000", "max": "160000"},
                "industry": "technology",
            },
            ["135000.00", "144000.00"],
            "143500.00",
            ["120000.00", "131750.00", "135000.00", "143500.00"],
            "line",
        ),
        (
            {
                "offer": "98000",
                "target": "104000",
                "walk_away": "95000",
                "band": {"min": "70000", "mid": "82500", "max": "95000"},
                "peers": ["88000", "90000", "91500"],
                "industry": "general",
            },
            ["98000.00", "98000.00"],
            None,
            ["98000.00"] * 4,
            "spent",
        ),
        (
            {
                "offer": "52000",
                "target": "62000",
                "walk_away": "55000",
                "posting": {"min": "56000", "max": "70000"},
            },
            ["61600.00", "66500.00"],
            "62250.00",
            ["52000.00", "59125.00", "61600.00", "62250.00"],
            "buffer",
        ),
        (
            {
                "offer": "41.00",
                "target": "44.00",
                "walk_away": "41.00",
                "band": {"min": "38", "mid": "43", "max": "48"},
                "peers": ["42.10", "43.50", "44.00"],
                "industry": "pay_scale",
                "unit": "hour",
            },
            ["42.23", "43.46"],
            "43.25",
            ["41.00", "42.13", "42.23", "43.25"],
            "buffer",
        ),
        (
            {
                "offer": "68000",
                "target": "80000",
                "walk_away": "76000",
                "band": {"min": "60000", "mid": "66000", "max": "72000"},
                "industry": "general",
                "strong_alternative": True,
            },
            ["69000.00", "72000.00"],
            "71750.00",
            ["68000.00", "69000.00", "69000.00", "71750.00"],
            "line",
        ),
        (
            {"offer": "95000", "target": "110000", "posting": {"min": "50000", "max": "100000"}},
            ["100000.00", "100000.00"],
            "99500.00",
            ["95000.00", "97250.00", "99500.00", "99500.00"],
            "max",
        ),
        (
            {
                "offer": "50000",
                "target": "62000",
                "band": {"min": "56000", "mid": "63000", "max": "70000"},
                "peers": ["54000", "55000"],
                "industry": "general",
            },
            ["56000.00", "56000.00"],
            "56000.00",
            ["50000.00", "56000.00", "56000.00", "56000.00"],
            "offer",
        ),
    ],
)
def test_answer_matches_the_table(
    case: object, ceilings: list[str], asked: str | None, landing: list[str], binding: str
) -> None:
    found = answered(case)
    assert [found["ceiling_no_exception"], found["ceiling_exception"]] == ceilings
    assert (found["ask"], list(found["landing"].values())) == (asked, landing)
    assert found["why"]["ceiling_no_exception"]["binding"] == binding


def test_answer_holds_packages_ladder_and_replies() -> None:
    found = answered({**TEAM, **CAPS})
    assert found["packages"]["opening"] == [
        {"base": "88500.00", "items": {}, "value": "88500.00", "text": "88,500"},
        {
            "base": "84500.00",
            "items": {"sign_on": "8000.00", "leave_days": "4"},
            "value": "88516.00",
            "text": "84,500 with a sign-on of 8,000 and 4 more days of leave",
        },
    ]
    assert [rung["rung"] for rung in found["ladder"]] == ["R1", "R2", "R3", "R4", "R5"]
    assert list(found["ladder"][0]) == ["rung", "packages", "value", "range_top", "text", "why"]
    assert found["replies"][0]["action"] == "accept"
    assert found["replies"][1] == {
        "said": "87500.00",
        "action": "reply",
        "reply": "88500.00",
        "text": "Thank you for coming back to me. Could we settle at 88,500? If base has to stay at 87,500, "
        "a sign-on of 3,000 would make up for it.",
        "note": None,
    }


def test_answer_notes_where_base_alone_is_under_the_walk_away() -> None:
    found = answered({"offer": "50000", "target": "55000", "walk_away": "52000"})
    notes = [row["note"] for row in found["replies"]]
    assert notes[0] is None
    assert notes[-1].startswith("Base alone is under your walk-away of 52,000")


def test_every_field_of_a_case_is_read() -> None:
    whole = {
        **TEAM,
        **CAPS,
        "band": {"min": "70000", "mid": "85000", "max": "100000", "basis": "hire", "employer_given": True},
        "posting": {"min": "70000", "max": "100000"},
        "buffer": {"low": "0.04", "high": "0.08"},
        "stance": "standard",
        "strong_alternative": False,
        "hard_to_fill": False,
        "unit": "year",
        "payments_per_year": 12,
        "hours_per_week": "40",
        "fte": "1",
        "level": "professional",
        "accept_at": "86000",
        "other_value": "3000",
        "bonus_target": "0.10",
        "payout": "1",
        "match_rate": "0.04",
    }
    found = answered(whole)
    assert (found["confidence"]["ceilings"], found["ceiling_no_exception"]) == ("HIGH", "84500.00")
    assert found["packages"]["opening"][0]["value"] == "103890.00"
    assert [row["action"] for row in found["replies"]][:4] == ["accept", "accept", "accept", "reply"]


def test_null_means_not_known() -> None:
    empty = dict.fromkeys(
        ["target", "walk_away", "band", "posting", "peers", "industry", "stance", "caps", "fte"]
    )
    assert answered({"offer": 80000, **empty}) == answered({"offer": "80000"})


@pytest.mark.parametrize(
    ("unit", "more", "flags"),
    [("hour", {}, ["HOURS_ASSUMED"]), ("hour", {"hours_per_week": 38}, []), ("month", {}, [])],
)
def test_hours_are_flagged_when_assumed(unit: str, more: dict[str, object], flags: list[str]) -> None:
    found = answered({"offer": "41", "target": "44", "walk_away": "40", "unit": unit, **more})
    assert found["flags"][: len(flags)] == flags


@pytest.mark.parametrize("fte", ["0.5", "0.8", "1"])
def test_a_case_stated_alike_throughout_gives_the_same_answer_at_any_share_of_full_time(fte: str) -> None:
    assert answered({**TEAM, "fte": fte}) == answered(TEAM)


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


def test_room_answers_all_of_it() -> None:
    case = {
        **TEAM,
        "band": {"min": "70000", "max": "100000"},
        "today": "2026-03-04",
        "deadline": "2026-03-13",
    }
    found = answered(case, "room")
    assert {key: found[key] for key in answered(TEAM | {"band": case["band"]})} == answered(
        TEAM | {"band": case["band"]}
    )
    assert found["ranges"] == {
        "band": {
            "ends": ["70000.00", "100000.00"],
            "midpoint": "85000.00",
            "quarters": ["77500.00", "85000.00", "92500.00"],
        },
        "posting": None,
        "internal": None,
    }
    assert found["lights"]["offer"]["position"]["compa_ratio"] == "0.941176"
    assert (found["days"]["counter"]["on"], found["days"]["sign_by"]) == ("2026-03-09", "2026-03-10")


def test_room_knows_no_limit_that_nobody_named() -> None:
    case = {
        "offer": "80000",
        "posting": {"max": "90000"},
        "internal": {"minimum": "70000", "said_by": "manager"},
    }
    found = answered(case, "room")
    assert (found["ranges"]["band"], found["lights"]["ask"]["inversion"]) == (None, None)
    assert found["ranges"]["posting"] == {"ends": ["90000.00"], "midpoint": None, "quarters": []}
    assert found["ranges"]["internal"] == {"ends": ["70000.00"], "midpoint": None, "quarters": []}
    assert found["days"]["counter"]["on"] is None


def test_days_to_a_deadline_are_counted_from_a_day() -> None:
    line = "today: this is needed to count the days to the deadline.\n"
    assert ask({"offer": "80000", "deadline": "2026-03-13"}) == (2, "", line)


def test_pay_answers_month_by_month() -> None:
    case = {
        "base": "120000",
        "start_on": "2026-04-01",
        "raise_rate": "0.03",
        "bonus": {"target": "0.10"},
        "grants": [{"worth": "200000", "vesting": {"points": [2500, 2500, 2500, 2500]}}],
        "sign_on": {"instalments": [{"amount": "30000"}], "clawback": {"months": 12}},
    }
    found = answered(case, "pay")
    assert list(found) == ["strip", "years", "parts", "months", "grants", "beside", "leaving", "reasons"]
    assert {key: figure["amount"] for key, figure in found["strip"].items()} == {
        "guaranteed": "150000.00",
        "year_1": "207200.00",
        "average": "184949.51",
        "average_with_once": "192449.51",
        "year_5": "145865.94",
        "public_formula": "189500.00",
    }
    assert (found["leaving"]["expected_kept"], found["leaving"]["kept_share"]) == ("25500.00", "0.850000")


def test_pay_names_a_field_deep_inside() -> None:
    case = {"base": "1", "grants": [{"worth": "1", "vesting": {"points": [1]}}]}
    code, out, errors = ask(case, "pay")
    assert (code, out) == (2, "")
    assert errors.startswith("grants[0].vesting.points: The vesting row sums to 1 basis points")


def test_compare_finds_break_even_and_flip() -> None:
    scores = {
        "A": {"pay": 72, "growth": 40, "place": 50},
        "B": {"pay": 60, "growth": 60, "place": 52},
    }
    case = {
        "offers": [
            {"name": "A", "base": "130000", "k": "1.15", "rest": "7400"},
            {"name": "B", "base": "128000", "k": "1.15", "rest": "5000"},
        ],
        "weights": {"pay": 50, "growth": 20, "place": 30},
        "scores": {
            offer: {name: {"points": points, "why": "seen on site"} for name, points in given.items()}
            for offer, given in scores.items()
        },
    }
    found = answered(case, "compare")
    assert found["money"]["break_even"][0]["base"] == "132086.96"
    assert (found["scores"]["gap"]["lead"], found["scores"]["gap"]["smallest"]["points"]) == ("1.40", "4.38")


def test_compare_needs_no_scores() -> None:
    found = answered({"offers": [{"name": "A", "base": "1"}, {"name": "B", "base": "2"}]}, "compare")
    assert (found["scores"], found["money"]["best"]) == (None, "B")


def test_compare_refuses_weights_that_are_not_a_hundred() -> None:
    case = {
        "offers": [{"name": "A", "base": "1"}],
        "weights": {"pay": 50},
        "scores": {"A": {"pay": {"points": 1, "why": "x"}}},
    }
    assert ask(case, "compare") == (2, "", "weights: The points sum to 50; share out exactly 100.\n")


@pytest.mark.parametrize(
    ("more", "colour", "safe"),
    [
        ({}, "red", "88725.00"),
        ({"hard_to_fill": True}, "amber", "92950.00"),
        ({"strong_alternative": True}, "amber", "92950.00"),
    ],
)
def test_equity_answers_for_one_number(more: dict[str, object], colour: str, safe: str) -> None:
    case = {"number": "90000", "peers": ["78000", "82000", "84500"], "manager": "89000", **more}
    found = answered(case, "equity")
    assert (found["equity"]["colour"], found["equity"]["safe_maximum"]) == (colour, safe)
    assert (found["equity"]["over_best"], found["equity"]["ripple"]) == ("0.065089", "12000.00")
    assert found["inversion"] == "1000.00"


def test_equity_is_null_without_salaries() -> None:
    assert answered({"number": "90000"}, "equity") == {"equity": None, "inversion": None}


@pytest.mark.parametrize(
    ("case", "line"),
    [
        ({"number": "-1"}, "number: an amount cannot be below zero.\n"),
        ({"number": "1", "peers": ["0"]}, "peers[0]: give a number of at least 0.01.\n"),
        ({"number": "1", "manager": "0"}, "peers.manager: give a number of at least 0.01.\n"),
    ],
)
def test_equity_refuses_impossible_salaries(case: object, line: str) -> None:
    assert ask(case, "equity") == (2, "", line)


def test_tone_finds_what_is_wrong_with_a_draft() -> None:
    text = "My walk-away is 79,000."
    found = answered({"text": text, "facts": {"walk_away": "79000"}}, "tone")
    leak = next(each for each in found["findings"] if each["start"] == text.index("79,000"))
    assert (leak["severity"], text[leak["start"] : leak["end"]]) == ("block", "79,000")


def test_tone_has_nothing_against_a_clean_sentence() -> None:
    assert answered({"text": "I need this offer in writing, please."}, "tone") == {"findings": []}


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
