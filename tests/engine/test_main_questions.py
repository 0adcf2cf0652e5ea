"""The other questions at the JSON door: the room, pay, comparing, equity, tone."""

import pytest

from tests.engine.door import TEAM, answered, ask


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
    assert found["days"]["ask"]["on"] == "2026-03-04"


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
