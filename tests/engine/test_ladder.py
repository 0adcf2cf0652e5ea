"""The fallback ladder: the team of the worked example, and each rung at its edges."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from offers.engine.bargain import Bargain
from offers.engine.ladder import CONTINGENT, Ladder, Rung, closing_step, ladder
from offers.engine.money import round_half_up
from offers.engine.packages import MESO, Package, PackageList, Packages, Pick, packages
from offers.engine.policy import RULES_15, TANDEM
from offers.engine.reason import ARITHMETIC, MIDPOINTS, PRACTITIONER, Grade
from offers.engine.situation import Unit
from tests.engine.bargains import POLICY, item, small, team

D = Decimal
SIGN_BY = date(2026, 3, 9)
NONE = PackageList(gain=D(0), packages=())


def of(bargain: Bargain, ground: str = "") -> Ladder:
    return ladder(bargain, packages(bargain, POLICY), ground=ground, policy=POLICY)


def rung(code: str, found: Ladder) -> Rung:
    return next(one for one in found.rungs if one.code == code)


def listed(*bases_and_values: tuple[str, str]) -> Packages:
    """A fallback list of plain packages, base and value."""
    made = tuple(Package(base=D(base), picks=(), value=D(value)) for base, value in bases_and_values)
    return Packages(opening=NONE, fallback=PackageList(gain=D(0), packages=made))


def kept(found: Ladder) -> list[str]:
    return [one.code for one in found.rungs]


def dropped(found: Ladder) -> list[tuple[str, str]]:
    return [(one.code, one.reason.code) for one in found.dropped]


def test_ladder_of_the_team_steps_down_from_the_ask() -> None:
    found = of(team(walk_away_value=D(79000)))
    assert [(one.code, round_half_up(one.value)) for one in found.rungs] == [
        ("R1", D("88500.00")),
        ("R2", D("86785.24")),
        ("R3", D("84513.00")),
        ("R4", D("80000.00")),
        ("R5", D("80000.00")),
    ]
    assert (found.dropped, round_half_up(found.best), found.say_now) == ((), D("93823.70"), None)


def test_ladder_of_the_team_reads_as_the_employer_reads_it() -> None:
    bargain = team(walk_away_value=D(79000))
    found = ladder(
        bargain,
        packages(bargain, POLICY),
        ground="based on the posted range",
        sign_by=SIGN_BY,
        policy=POLICY,
    )
    assert [one.say.text for one in found.rungs] == [
        "I would like to ask for a base of 88,500, based on the posted range.",
        "If we can settle on 84,000 with a sign-on of 8,000, I can sign by 9 March 2026.",
        "I understand that base is limited. What would work for me is 82,250 with a sign-on of 6,500, or "
        "80,000 with a sign-on of 8,000, 5 more days of leave and a learning budget of 400.",
        "I could start at 80,000 with a review after 6 months, agreed in writing now: what it looks at, and "
        "84,500 when that is met.",
        "Thank you for looking into it. I am glad to accept once all terms are in writing.",
    ]


def test_ladder_of_the_team_gives_the_person_its_reasons() -> None:
    reasons = [one.reason for one in of(team()).rungs]
    assert [(one.code, one.source, one.grade) for one in reasons] == [
        ("RUNG_R1", RULES_15, Grade.D),
        ("RUNG_R2", PRACTITIONER, Grade.D),
        ("RUNG_R3", MESO, Grade.C),
        ("RUNG_R4", CONTINGENT, Grade.D),
        ("RUNG_R5_DECIDE", ARITHMETIC, Grade.FACT),
    ]
    assert str(CONTINGENT) == "Malhotra & Bazerman, 2007, Negotiation Genius"
    assert {(one.say.source, one.say.grade) for one in of(team()).rungs} == {(PRACTITIONER, Grade.D)}


@pytest.mark.parametrize(
    ("given", "code", "text"),
    [
        ({}, "R1", "Name one number and one reason; the rungs below wait for the answer."),
        (
            {"ceiling_exception": D(1155)},
            "R1",
            "It may be said as a range, since its top is still defensible; never below the number.",
        ),
        (
            {},
            "R2",
            "A round number that needs no exception, and money that is paid once, is easy to approve.",
        ),
        ({}, "R4", "It costs them nothing today. It is worth the offer now; count only what is in writing."),
        ({}, "R5", "Without a walk-away number this is for you to decide."),
        (
            {"walk_away_value": D(1000)},
            "R5",
            "The offer as it stands reaches your walk-away value, so accept it.",
        ),
        (
            {"walk_away_value": D(1001)},
            "R5",
            "The offer as it stands is under your walk-away value, so decline it.",
        ),
    ],
)
def test_each_rung_tells_the_person_why(given: dict[str, Any], code: str, text: str) -> None:
    assert rung(code, of(small(unit=Unit.HOUR, **given))).reason.text == text


@pytest.mark.parametrize(
    ("given", "code", "text"),
    [
        ({"ask": None}, "R1", "Base is not asked for."),
        ({}, "R3", "What may move leaves no package with less base."),
        ({"walk_away_value": D(1001)}, "R4", "It is under your walk-away value."),
    ],
)
def test_each_dropped_rung_tells_the_person_why(given: dict[str, Any], code: str, text: str) -> None:
    left = {one.code: one.reason.text for one in of(small(**given)).dropped}
    assert left[code] == text


def test_the_first_rung_is_the_ask_alone() -> None:
    assert of(small()).rungs[0].packages == (Package(base=D(1100), picks=(), value=D(1100)),)


def test_ladder_of_the_team_warns_that_its_steps_grow() -> None:
    warnings = of(team()).warnings
    assert [one.text for one in warnings] == [
        "R3 gives up 2,272, more than the step before it (1,715). A larger step can sound as if there were "
        "more to come, so take it only after a clear no.",
        "R4 gives up 4,513, more than the step before it (2,272). A larger step can sound as if there were "
        "more to come, so take it only after a clear no.",
    ]
    assert {(one.code, one.source, one.grade) for one in warnings} == {("STEP_GROWS", MIDPOINTS, Grade.C)}


@pytest.mark.parametrize(("value", "warned"), [("1050", []), ("1049.99", ["R3"]), ("1050.01", ["R4"])])
def test_a_step_is_warned_of_only_when_it_is_larger_than_the_one_before(
    value: str, warned: list[str]
) -> None:
    """R1 is worth 1,150, R2 1,100 and R4 1,000; R3 lies between the last two."""
    bargain = small(ask=D(1150), ceiling=D(1100), ceiling_exception=D(1150), unit=Unit.HOUR)
    found = ladder(bargain, listed(("1050", value)), policy=POLICY)
    assert [round_half_up(one.value, D(1)) for one in found.rungs[:2]] == [D(1150), D(1100)]
    assert [one.params["rung"] for one in found.warnings] == warned


@pytest.mark.parametrize(("exception", "top"), [("1154.99", None), ("1155", D("1155.00"))])
def test_the_ask_may_be_a_range_only_when_its_top_is_defensible(exception: str, top: Decimal | None) -> None:
    first = of(small(ceiling_exception=D(exception))).rungs[0]
    assert first.range_top == top
    assert (first.reason.code, first.say.text) == (
        ("RUNG_R1", "I would like to ask for a base of 1,100.")
        if top is None
        else ("RUNG_R1_RANGE", "I would like to ask for a base between 1,100 and 1,155.")
    )


def test_the_ask_as_a_range_carries_its_reason_and_source() -> None:
    first = of(small(ceiling_exception=D(1155)), ground="given the scope of the role").rungs[0]
    assert (
        first.say.text
        == "I would like to ask for a base between 1,100 and 1,155, given the scope of the role."
    )
    assert (first.reason.source, first.reason.grade) == (TANDEM, Grade.C)


@pytest.mark.parametrize(
    ("amount", "unit", "step"),
    [
        ("49999.99", Unit.YEAR, "500"),
        ("50000", Unit.YEAR, "1000"),
        ("50000", Unit.MONTH, "50"),
        ("50000", Unit.HOUR, "0.25"),
    ],
)
def test_closing_step_follows_amount_and_unit(amount: str, unit: Unit, step: str) -> None:
    assert closing_step(D(amount), unit, POLICY) == D(step)


@pytest.mark.parametrize(
    ("ceiling", "closing"),
    [
        ("49999", "49500"),
        ("50000", "50000"),
        ("50999", "50000"),
        ("48500", "48500"),
        ("48499", "48499"),
    ],
)
def test_the_closing_number_is_round_but_stays_above_the_baseline(ceiling: str, closing: str) -> None:
    """Offered 48,000: 48,499 rounds to the offer itself, so it stays as it is."""
    bargain = small(offer=D(48000), ask=D(52000), ceiling=D(ceiling), ceiling_exception=D(52000), ga=D(2))
    second = of(bargain).rungs[1]
    assert (second.packages, second.value) == (
        (Package(base=D(closing), picks=(), value=D(closing)),),
        D(closing),
    )


def test_the_closing_number_of_an_hourly_offer_is_a_quarter() -> None:
    bargain = small(
        offer=D("41.00"),
        ask=D("43.25"),
        ceiling=D("42.23"),
        ceiling_exception=D("43.46"),
        unit=Unit.HOUR,
        units_a_year=D(2080),
        items=(item("sign_on", cap="8000", worth="0.0002", unit="500"),),
    )
    found = ladder(bargain, Packages(opening=NONE, fallback=NONE), policy=POLICY)
    assert rung("R2", found).packages[0].phrase == "42 with a sign-on of 4,000"
    assert rung("R2", found).say.text == (
        "If we can settle on 42 with a sign-on of 4,000, I can sign once it is in writing."
    )


@pytest.mark.parametrize(
    ("ask", "cap", "sign_on"),
    [
        ("84500", "8000", None),
        ("84800", "8000", None),
        ("85000", "8000", "500"),
        ("87000", "8000", "3000"),
        ("88500", "8000", "5500"),
        ("94500", "20000", "8000"),
        ("94500", "7000", "7000"),
        ("94500", "200", None),
    ],
)
def test_the_sign_on_beside_it_is_worth_what_is_missing_within_its_limits(
    ask: str, cap: str, sign_on: str | None
) -> None:
    """Missing base x k x GA (here 1.1 x 1.25 = 1.375), at most a tenth of the offer and the cap, in 500s."""
    bargain = team(
        ask=D(ask),
        ceiling_exception=D(94500),
        k=D("1.1"),
        ga=D("1.25"),
        items=(item("learning", cap="900"), item("sign_on", cap=cap, worth="0.5", unit="500")),
    )
    package = rung("R2", of(bargain)).packages[0]
    picks = () if sign_on is None else (Pick(key="sign_on", quantity=D(sign_on), value=D(sign_on) / 2),)
    assert (package.base, package.picks) == (D(84000), picks)
    assert package.value == D(84000) * D("1.1") + sum(pick.value for pick in picks)


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


def test_what_the_employer_reads_is_the_same_whatever_the_walk_away() -> None:
    offered = packages(team(), POLICY)
    free = {one.code: one.say for one in ladder(team(), offered, policy=POLICY).rungs[:-1]}
    for floor in ("79123.45", "83210", "86543.21"):
        bargain = team(walk_away=D(floor), walk_away_value=D(floor))
        found = ladder(bargain, offered, policy=POLICY)
        assert {one.code: one.say for one in found.rungs[:-1]}.items() <= free.items()
