"""What the JSON door answers about one offer: exact keys, amounts to the cent, every field read."""

import pytest

from tests.engine.door import TEAM, answered

CAPS = {"caps": {"sign_on": "8000", "days": "5", "learning": "2000"}, "weights": {"learning": "0.5"}}


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
