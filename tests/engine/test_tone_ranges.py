"""The forms of a range, and which ranges of a draft are asked for."""

from decimal import Decimal

import pytest

from offers.engine.draft import DraftFacts
from offers.engine.errors import ContradictionError, EngineError
from offers.engine.policy import Policy
from offers.engine.tone import check
from offers.engine.tone_ranges import RangeForm, range_form


@pytest.mark.parametrize(
    ("low", "high", "target", "walk_away", "form"),
    [
        (78, 96, 95, 79, RangeForm.FLOOR_LEAK),
        (79, 96, 95, 79, RangeForm.FLOOR_LEAK),
        (79, 96, None, 79, RangeForm.FLOOR_LEAK),
        (80, 95, 95, 79, RangeForm.BACKDOWN),
        (80, 96, 95, 79, RangeForm.BRACKETING),
        (70, 140, 95, None, RangeForm.BRACKETING),
        (95, 114, 95, 79, RangeForm.BOLSTERING),
        (96, 100, 95, None, RangeForm.BOLSTERING),
        (95, 115, 95, 79, RangeForm.TOO_WIDE),
        (80, 97, None, None, RangeForm.TOO_WIDE),
        (80, 96, None, None, None),
        (0, 0, None, None, None),
    ],
)
def test_range_form_is_judged_from_target_and_walk_away(
    low: int, high: int, target: int | None, walk_away: int | None, form: RangeForm | None
) -> None:
    wanted = None if target is None else Decimal(target)
    floor = None if walk_away is None else Decimal(walk_away)
    assert range_form(Decimal(low), Decimal(high), target=wanted, walk_away=floor) is form


def test_range_form_follows_the_policy_on_width() -> None:
    strict = Policy(range_wide=Decimal("0.05"))
    ends = Decimal(95), Decimal(104)
    found = range_form(*ends, target=ends[0]), range_form(*ends, target=ends[0], policy=strict)
    assert found == (RangeForm.BOLSTERING, RangeForm.TOO_WIDE)


def test_range_upside_down_names_both_ends() -> None:
    with pytest.raises(ContradictionError) as error:
        range_form(Decimal(90), Decimal(80))
    assert (error.value.field, error.value.value, error.value.other) == ("low", Decimal(90), "high")


@pytest.mark.parametrize(("low", "high", "field"), [("-1", "5", "low"), ("1", "NaN", "high")])
def test_range_of_impossible_numbers_is_refused(low: str, high: str, field: str) -> None:
    with pytest.raises(EngineError) as error:
        range_form(Decimal(low), Decimal(high))
    assert error.value.field == field


FACTS = DraftFacts(
    target=Decimal(95_000), walk_away=Decimal(79_000), figures=(Decimal(56_000), Decimal(70_000))
)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("I would like 90,000 to 100,000.", ["G3"]),
        ("Based on the market, I would like 90,000 to 100,000.", ["G3"]),
        ("Your posted range is 90,000 to 100,000.", []),
        ("I saw that the market pays 90,000 to 100,000.", []),
        ("Could you move the base from 90,000 to 100,000?", []),
        ("It says 56,000 to 70,000.", []),
        ("I would like 56,000 to 70,000.", ["G2"]),
        ("From 90,000 to 100,000 is what I ask.", ["G3"]),
        ("A sign-on of 8,000 to 10,000 would help.", []),
        ("I would like 41 to 44 an hour.", []),
        ("I would like 900,000 to 950,000.", []),
        ("The survey is clear. 90,000 to 100,000 it is.", ["G3"]),
    ],
)
def test_range_is_judged_only_when_it_is_asked_for(text: str, form: list[str]) -> None:
    assert [f.code for f in check(text, FACTS) if f.code.startswith("G")] == form


def test_range_of_ordinary_width_without_a_target_has_no_form() -> None:
    assert [f.code for f in check("I would like 90,000 to 100,000.")] == []


def test_range_is_judged_by_the_walk_away_when_no_target_is_known() -> None:
    facts = DraftFacts(walk_away=Decimal(95_000))
    assert [f.code for f in check("I would like 90,000 to 100,000.", facts)] == ["G2"]


def test_place_of_a_range_covers_both_ends() -> None:
    text = "I would like 90,000 to 100,000."
    (found,) = check(text, DraftFacts(target=Decimal(95_000)))
    assert text[found.start : found.end] == "90,000 to 100,000"
