"""Which rungs stay and which are left out: each a step down, none under the walk-away value."""

import pytest

from offers.engine.ladder import ladder
from offers.engine.packages import Package
from offers.engine.situation import Unit
from tests.engine.answers import dropped, kept, listed, of, rung
from tests.engine.bargains import POLICY, D, item, small


def test_the_fallback_rung_holds_only_packages_with_less_base() -> None:
    offered = listed(("1060", "1060"), ("1030", "1055"), ("1000", "1058"))
    third = rung("R3", ladder(small(), offered, policy=POLICY))
    assert ([one.base for one in third.packages], third.value) == ([D(1030), D(1000)], D(1055))
    assert third.reason.text == "It needs less base. A second package worth the same lets them choose."


def test_packages_worth_as_much_as_the_closing_number_are_no_step_down() -> None:
    """Without a sign-on R2 is worth what the fallback packages are worth, so they stay in their list."""
    found = of(small(unit=Unit.HOUR, items=(item("learning", cap="90"),)))
    assert (kept(found), dropped(found)) == (["R1", "R2", "R4", "R5"], [("R3", "RUNG_NOT_BELOW")])


def test_the_fallback_rung_of_one_package_says_one() -> None:
    third = rung("R3", ladder(small(), listed(("1000", "1055")), policy=POLICY))
    assert third.say.text == "I understand that base is limited. What would work for me is 1,000."


def test_a_ladder_without_packages_drops_the_fallback_rung() -> None:
    found = of(small())
    assert (kept(found), dropped(found)) == (["R1", "R2", "R4", "R5"], [("R3", "RUNG_NO_PACKAGE")])


@pytest.mark.parametrize(("value", "codes"), [("1059.99", ["R3"]), ("1060", []), ("1060.01", [])])
def test_a_rung_must_be_worth_less_than_the_one_before(value: str, codes: list[str]) -> None:
    bargain = small(unit=Unit.HOUR)
    found = ladder(bargain, listed(("1030", value)), policy=POLICY)
    assert kept(found) == ["R1", "R2", *codes, "R4", "R5"]
    assert [one.reason.text for one in found.dropped] == (
        [] if codes else ["It is not worth less than R2, so it would be no step."]
    )


@pytest.mark.parametrize(
    ("floor", "codes", "last"),
    [
        (None, ["R1", "R2", "R4", "R5"], "RUNG_R5_DECIDE"),
        ("1000", ["R1", "R2", "R4", "R5"], "RUNG_R5_ACCEPT"),
        ("1000.01", ["R1", "R2", "R5"], "RUNG_R5_DECLINE"),
        ("1060", ["R1", "R2", "R5"], "RUNG_R5_DECLINE"),
        ("1060.01", ["R1", "R5"], "RUNG_R5_DECLINE"),
        ("1100", ["R1", "R5"], "RUNG_R5_DECLINE"),
        ("1100.01", ["R5"], "RUNG_R5_DECLINE"),
    ],
)
def test_rungs_under_the_walk_away_value_are_dropped(floor: str | None, codes: list[str], last: str) -> None:
    bargain = small(unit=Unit.HOUR, walk_away_value=None if floor is None else D(floor))
    found = of(bargain)
    assert (kept(found), found.rungs[-1].reason.code) == (codes, last)
    assert {reason for code, reason in dropped(found) if code != "R3"} <= {"RUNG_BELOW_WALK_AWAY"}


@pytest.mark.parametrize(
    ("floor", "text"),
    [(None, "I will give you my answer on the offer as it stands."), ("1001", "I will not be joining.")],
)
def test_the_last_rung_says_what_was_decided(floor: str | None, text: str) -> None:
    last = of(small(walk_away_value=None if floor is None else D(floor))).rungs[-1]
    assert last.say.text.endswith(text)
    assert last.packages == (Package(base=D(1000), picks=(), value=D(1000)),)


@pytest.mark.parametrize(
    ("floor", "code"),
    [("1100", None), ("1190", "NO_RUNG_REACHES"), ("1190.01", "NO_PACKAGE_REACHES")],
)
def test_the_ladder_says_now_when_nothing_reaches_the_walk_away_value(floor: str, code: str | None) -> None:
    found = of(small(walk_away_value=D(floor), items=(item("learning", cap="90"),)))
    assert (found.best, found.say_now and found.say_now.code) == (D(1190), code)


def test_the_ladder_says_when_only_everything_together_would_reach() -> None:
    reason = of(small(walk_away_value=D(1190), items=(item("learning", cap="90"),))).say_now
    assert reason is not None
    assert reason.text == (
        "No rung reaches your walk-away value. Only the ask with everything that may move on top, worth "
        "1,190, would."
    )


def test_the_ladder_says_by_how_much_it_is_out_of_reach() -> None:
    reason = of(small(walk_away_value=D(1200), other=D(5))).say_now
    assert reason is not None
    assert reason.text == (
        "The best that can be reached is worth 1,105, under your walk-away value of 1,200. Say so now "
        "rather than later."
    )


def test_a_ladder_without_an_ask_starts_from_the_package_list() -> None:
    found = of(small(ask=None, target=D(1040), items=(item("learning", cap="90"),)))
    assert kept(found) == ["R3", "R4", "R5"]
    assert dropped(found) == [("R1", "RUNG_NO_ASK"), ("R2", "RUNG_NO_ASK")]
    assert [one.phrase for one in rung("R3", found).packages] == ["1,000 with a learning budget of 40"]
    assert found.best == D(1090)


@pytest.mark.parametrize(
    ("ask", "code", "ending"),
    [
        (1100, "SAY_R4", "what it looks at, and 1,060 when that is met."),
        (None, "SAY_R4_OPEN", "what it looks at, and by how much base rises when that is met."),
    ],
)
def test_the_review_names_an_amount_where_base_is_asked_for(ask: int | None, code: str, ending: str) -> None:
    fourth = rung("R4", of(small(ask=ask and D(ask))))
    assert (fourth.say.code, fourth.say.text.split(": ")[1]) == (code, ending)
    assert (fourth.packages[0].base, fourth.value) == (D(1000), D(1000))


def test_the_review_says_what_its_amounts_are_for() -> None:
    said = rung("R4", of(small(unit=Unit.HOUR))).say.text
    assert (said.partition(" with ")[0], said.partition("and ")[2]) == (
        "I could start at 1,000 an hour",
        "1,060 an hour when that is met.",
    )


def test_a_ladder_below_the_band_starts_from_the_minimum() -> None:
    bargain = small(
        offer=D(50000),
        ask=D(56000),
        baseline=D(56000),
        ceiling=D(56000),
        ceiling_exception=D(56000),
    )
    found = of(bargain)
    assert (kept(found), dropped(found)) == (
        ["R1", "R4", "R5"],
        [("R2", "RUNG_NOT_BELOW"), ("R3", "RUNG_NO_PACKAGE")],
    )
