"""The front door: flags, confidences, sentences, and every part wired to the right numbers."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from offers.engine.advice import Advice, advise
from offers.engine.confidence import Confidence
from offers.engine.errors import ContradictionError, EngineError
from offers.engine.flags import Flag
from offers.engine.levers import levers
from offers.engine.policy import Policy
from offers.engine.situation import (
    Alternative,
    Buffer,
    EmployerType,
    ExchangeRate,
    Measure,
    Numbers,
    RangeBasis,
    Situation,
    Stance,
    Terms,
    Unit,
    Wishes,
)
from offers.engine.value import annuity_factor
from tests.engine.cases import (
    GENERAL,
    HOURLY,
    POLICY,
    TEAM,
    TECHNOLOGY,
    TODAY,
    VECTORS,
    D,
    Given,
    Vector,
    band,
    number,
    peers,
    posting,
    situation,
)

LOW, MEDIUM, HIGH = Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH
EXAMPLE = replace(
    TEAM,
    wishes=Wishes(
        caps={"sign_on": D(8000), "leave_days": D(5), "learning": D(2000)},
        weights={"sign_on": D(1), "leave_days": D(1), "learning": D("0.5")},
    ),
)
BAND = band("60000", "66000", "72000")


def advice(*given: Any, **more: Any) -> Advice:
    case = given[0] if isinstance(given[0], Situation) else situation(*given, **more)
    return advise(case, POLICY, TODAY)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.name)
def test_advice_matches_the_table(vector: Vector) -> None:
    found = advice(vector.situation)
    assert (found.ceilings.no_exception, found.ceilings.exception) == (vector.no_exception, vector.exception)
    marks = found.landing
    assert found.ask.amount == vector.ask
    assert (marks.floor, marks.likely, marks.no_exception, marks.with_exception) == vector.landing


FLAGS = {
    "team": [Flag.BASE_SHORT],
    "team, cautious": [Flag.BASE_SHORT],
    "team, hard to fill": [Flag.BASE_SHORT],
    "band": [Flag.OFFER_BELOW_WALKAWAY],
    "above the band": [
        Flag.AT_OR_ABOVE_MAX,
        Flag.EQUITY_CAP_BELOW_OFFER,
        Flag.NO_BASE_ASK,
        Flag.BASE_SHORT,
    ],
    "below the posting": [
        Flag.BAND_FROM_POSTING,
        Flag.BUFFER_DEFAULT,
        Flag.BELOW_MIN,
        Flag.OFFER_BELOW_WALKAWAY,
    ],
    "hourly": [Flag.BASE_SHORT],
    "better offer in hand": [Flag.BASE_SHORT, Flag.NO_ZOPA_BASE, Flag.OFFER_BELOW_WALKAWAY],
    "target met": [Flag.TARGET_MET],
    "nothing known": [Flag.BUFFER_DEFAULT, Flag.LOW_INFO],
    "wide posting": [
        Flag.BAND_FROM_POSTING,
        Flag.POSTING_WIDE,
        Flag.LOW_INFO,
        Flag.BASE_SHORT,
        Flag.NO_WALKAWAY,
    ],
    "offer and team below the band": [Flag.BELOW_MIN, Flag.BASE_SHORT, Flag.NO_WALKAWAY],
}


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.name)
def test_advice_flags_each_row_in_the_order_of_the_rules(vector: Vector) -> None:
    assert list(advice(vector.situation).flags) == FLAGS[vector.name]


@pytest.mark.parametrize(
    ("case", "ceilings", "landing"),
    [
        (TEAM, MEDIUM, MEDIUM),
        (replace(TEAM, industry=None), MEDIUM, LOW),
        (replace(TEAM, industry=None, buffer=Buffer(high=D("0.1"))), MEDIUM, MEDIUM),
        (situation("70000", "76000"), LOW, LOW),
        (situation("70000", "76000", industry=GENERAL), LOW, LOW),
        (
            replace(TEAM, band=band("70000", None, "99000", employer_given=True)),
            HIGH,
            MEDIUM,
        ),
        (
            situation("80000", band=band("70000", None, "99000", employer_given=True, basis=RangeBasis.HIRE)),
            HIGH,
            LOW,
        ),
        (
            replace(
                TEAM, band=band("70000", None, "99000", employer_given=True), posting=posting("1", "89000")
            ),
            MEDIUM,
            LOW,
        ),
        (replace(TEAM, band=band("81000", None, "99000")), LOW, LOW),
    ],
)
def test_confidence_of_ceilings_ask_and_landing(
    case: Situation, ceilings: Confidence, landing: Confidence
) -> None:
    found = advice(case).confidence
    assert (found.ceilings, found.ask, found.landing) == (ceilings, ceilings, landing)


@pytest.mark.parametrize(
    ("wishes", "confidence"),
    [
        (EXAMPLE.wishes, MEDIUM),
        (Wishes(), LOW),
        (replace(EXAMPLE.wishes, weights={}), LOW),
        (Wishes(caps={"sign_on": D(0), "leave_days": D(0)}), LOW),
    ],
)
def test_confidence_of_packages_needs_caps_and_weights(wishes: Wishes, confidence: Confidence) -> None:
    assert advice(replace(TEAM, wishes=wishes)).confidence.packages is confidence


def test_confidence_of_packages_weakens_like_the_rest() -> None:
    assert advice(replace(EXAMPLE, band=band("81000", None, "99000"))).confidence.packages is LOW


@pytest.mark.parametrize(
    ("case", "said"),
    [
        (
            situation("98000", "104000", band=BAND),
            "The offer has reached the top of the band. Check the band and the level before anything else.",
        ),
        (
            situation("55000", "60000", band=BAND),
            "The offer is below the minimum of the band. Ask first which level it belongs to.",
        ),
        (
            situation("68000", "80000", "76000", band=BAND),
            "Your walk-away is 4,000 over the band: only other items or another level close that.",
        ),
        (
            situation("80000", "79000"),
            "Your target is already met; asking for more is optional and stays within usual padding.",
        ),
        (
            situation("80000", "90000", team=("79000",)),
            "You would already be the best paid at this level. Ask for a sign-on, leave or a start date.",
        ),
        (
            situation("55000", "65000", band=BAND, team=("56000",)),
            "The team is paid below the minimum as well. Ask to be placed at the minimum.",
        ),
        (
            situation("80000", "90000", posting=posting("50000", "100000")),
            "The posted range is too wide to tell where new hires land.",
        ),
        (
            situation("70000", "76000"),
            "Only usual padding is known, so the ask goes no further than that or your target.",
        ),
        (situation("70000", "76000", team=("72000",)), "One colleague's pay is a weak limit."),
        (
            situation("70000", "76000", alternatives=(Alternative(yearly_value=D(1), in_writing=True),)),
            "An offer worth less than this one is left out: its amount would pull the number down.",
        ),
        (
            situation("70000", "76000", alternatives=(Alternative(yearly_value=D(99000)),)),
            "An offer not yet in writing is not counted. One honest sentence about it is allowed.",
        ),
        (
            situation("70000", "76000", deadline=date(2026, 3, 4)),
            "Business days left until 4 March 2026: 2. Ask for a later date before you counter.",
        ),
        (TEAM, "Base stays 6,500 under your target; other terms can close that."),
        (TEAM, "Your target is beyond what an exception reaches; the question to ask is the level."),
    ],
)
def test_advice_says_what_the_edge_cases_ask_for(case: Situation, said: str) -> None:
    assert [note.text for note in advice(case).notes].count(said) == 1


@pytest.mark.parametrize(
    ("deadline", "told"), [(date(2026, 3, 4), True), (date(2026, 3, 5), False), (None, False)]
)
def test_a_short_deadline_asks_for_time_first(deadline: date | None, told: bool) -> None:
    found = advice(replace(TEAM, deadline=deadline))
    assert found.time_left.ask_for_time_first is told
    assert [note.code for note in found.notes].count("DEADLINE_SHORT") == told


def test_a_holiday_shortens_the_time_left() -> None:
    case = replace(TEAM, deadline=date(2026, 3, 5), holidays=frozenset({date(2026, 3, 4)}))
    assert advice(case).time_left.business_days == 2


@pytest.mark.parametrize(("target", "gap"), [("95000", "6500"), ("88000", "0"), ("75000", "0")])
def test_shortfall_is_told_and_closed(target: str, gap: str) -> None:
    found = advice(replace(EXAMPLE, numbers=Numbers(target=D(target))))
    assert found.shortfall == D(gap)
    assert found.closers[0].amount == D(gap) * 3


def test_the_gap_is_closed_by_the_year_whatever_the_unit() -> None:
    wishes = Wishes(sign_on_kept=D("0.5"), vesting_years=D(4), believed_share=D("0.5"))
    found = advice(replace(HOURLY, wishes=wishes))
    assert [closer.amount for closer in found.closers] == [
        D("0.75") * 2080 * 6,
        D("0.75") * 2080 * 8,
        D("0.75") * 260 / D("43.25"),
    ]


def test_the_gap_counts_from_the_offer_when_base_is_not_asked_for() -> None:
    found = advice("98000", "104000", band=BAND)
    assert found.closers[2].amount == D(6000) * 260 / 98000


def test_packages_of_the_primers_team() -> None:
    found = advice(EXAMPLE).packages
    assert [package.phrase for package in found.opening.packages] == [
        "88,500",
        "84,500 with a sign-on of 8,000 and 4 more days of leave",
    ]
    assert [package.phrase for package in found.fallback.packages] == [
        "84,500",
        "82,250 with a sign-on of 6,500",
        "80,000 with a sign-on of 8,000, 5 more days of leave and a learning budget of 400",
    ]


def test_bargain_carries_every_number_of_the_advice() -> None:
    terms = Terms(base=D(50000), bonus_target=D("0.10"), match_rate=D("0.04"), other_value=D(2500))
    case = Situation(
        terms=terms,
        band=band("56000", "63000", "70000"),
        numbers=Numbers(target=D(62000), walk_away=D(51000), accept_at=D(60000), premium=D(1000)),
        alternatives=(Alternative(yearly_value=D(70000), in_writing=True),),
        wishes=Wishes(weights={"base": D("1.2")}),
        industry=TECHNOLOGY,
    )
    found = advice(case)
    bargain = found.bargain
    assert (bargain.offer, bargain.baseline, bargain.ask) == (D(50000), D(56000), found.ask.amount)
    assert (bargain.ceiling, bargain.ceiling_exception) == (
        found.ceilings.no_exception,
        found.ceilings.exception,
    )
    assert (bargain.target, bargain.accept_at, bargain.walk_away) == (D(62000), D(60000), D(51000))
    assert (bargain.k, bargain.base_weight, bargain.other) == (D("1.14"), D("1.2"), D(2500))
    assert bargain.walk_away_value == max(D("1.2") * D("1.14") * 51000 + 2500, D(69000))
    assert (bargain.ga, bargain.units_a_year, bargain.unit) == (annuity_factor(POLICY), D(1), Unit.YEAR)


@pytest.mark.parametrize(
    ("floor", "value", "premium", "expected"),
    [
        (None, None, "0", None),
        ("50000", None, "0", "50000"),
        (None, "90000", "0", "90000"),
        ("50000", "90000", "2000", "88000"),
        ("79000", "81000", "5000", "79000"),
        ("50000", "70000", "0", "50000"),
    ],
)
def test_a_package_has_to_reach_walk_away_and_the_better_offer(
    floor: Given, value: Given, premium: str, expected: Given
) -> None:
    others = () if value is None else (Alternative(yearly_value=D(value), in_writing=True),)
    case = situation(
        "80000", numbers=Numbers(walk_away=number(floor), premium=D(premium)), alternatives=others
    )
    assert advice(case).bargain.walk_away_value == number(expected)


def test_yearly_money_is_spread_over_the_hours_of_the_offer() -> None:
    case = replace(
        HOURLY,
        numbers=replace(HOURLY.numbers, premium=D(2080)),
        alternatives=(Alternative(yearly_value=D(104000), in_writing=True),),
    )
    found = advice(case)
    assert (found.bargain.walk_away_value, found.bargain.units_a_year) == (D(49), D(2080))
    assert found.per_year(D("43.25")) == D(89960)


def test_replies_and_ladder_start_at_the_ask() -> None:
    wishes = replace(EXAMPLE.wishes, ground="based on the posted range", sign_by=date(2026, 3, 9))
    found = advice(replace(EXAMPLE, wishes=wishes))
    assert (found.replies[0].said, found.replies[-1].said) == (D(88500), D(80000))
    assert [rung.code for rung in found.ladder.rungs] == ["R1", "R2", "R3", "R4", "R5"]
    assert (
        found.ladder.rungs[0].say.text
        == "I would like to ask for a base of 88,500, based on the posted range."
    )
    assert found.ladder.rungs[1].say.text.endswith("I can sign by 9 March 2026.")


def test_no_ask_leaves_one_list_of_packages_and_no_replies() -> None:
    found = advice("98000", "104000", band=BAND)
    assert (found.replies, found.ask_lights, found.packages.fallback.packages) == ((), None, ())
    assert [package.base for package in found.packages.opening.packages] == [D(98000)]


def test_levers_follow_employer_and_marks() -> None:
    kind, marks = EmployerType.FORMULA, {"step": True}
    found = advice(replace(TEAM, employer_type=kind, wishes=Wishes(movable=marks)))
    assert found.levers == levers(employer_type=kind, marks=marks)
    assert (found.ask.amount, found.flags[0]) == (None, Flag.NO_BASE_ASK)


@pytest.mark.parametrize(
    ("case", "says"),
    [
        (TEAM, "MANAGER_ABOVE"),
        (replace(TEAM, stance=Stance.CAUTIOUS), "MANAGER_INSIDE"),
        (situation("70000", "76000"), "MANAGER_NO_PEERS"),
    ],
)
def test_deciders_know_the_best_paid_peer_if_anybody_does(case: Situation, says: str) -> None:
    assert advice(case).deciders[1].says.code == says


def test_lights_are_lit_for_offer_target_and_ask() -> None:
    found = advice(TEAM)
    assert found.ask_lights is not None
    numbers = (found.offer_lights.number, found.target_lights.number, found.ask_lights.number)
    assert numbers == (D(80000), D(95000), D(88500))


def test_part_time_amounts_are_held_against_a_full_time_band() -> None:
    half = Measure(fte=D("0.5"))
    whole = band("110000", "135000", "160000", measure=Measure())
    found = advice(
        Situation(
            terms=Terms(base=D(60000), measure=half),
            numbers=Numbers(target=D(67500), walk_away=D(61000)),
            band=whole,
            industry=TECHNOLOGY,
        )
    )
    assert (found.ceilings.no_exception, found.ceilings.exception) == (D(67500), D(72000))
    assert found.ask.amount == D(71750)


def test_another_currency_weakens_what_rests_on_it() -> None:
    euro = peers("70000", "72000", measure=Measure(currency="EUR"))
    rate = ExchangeRate(currency="EUR", rate=D("1.1"), on=TODAY)
    found = advice(situation("75000", "80000", peers=euro, rates=(rate,), industry=GENERAL))
    assert (found.ceilings.no_exception, found.flags[0], found.confidence.ceilings) == (
        D(79200),
        Flag.FX,
        LOW,
    )


def test_advice_needs_nothing_but_an_offer() -> None:
    found = advise(Situation(terms=Terms(base=D(80000))), POLICY, TODAY)
    assert list(found.flags) == [Flag.BUFFER_DEFAULT, Flag.TARGET_ASSUMED, Flag.LOW_INFO, Flag.NO_WALKAWAY]
    assert (found.state.target, found.ask.amount) == (D(86000), D(87500))


def test_advice_stops_at_an_impossible_number() -> None:
    with pytest.raises(EngineError) as caught:
        advice("0")
    assert caught.value.field == "offer"


def test_advice_stops_at_two_numbers_that_disagree() -> None:
    with pytest.raises(ContradictionError) as caught:
        advice("80000", "80000", "90000")
    assert (caught.value.field, caught.value.other) == ("walk_away", "target")


def test_an_edited_policy_reaches_every_number() -> None:
    edited = Policy(equity_tolerance=D("0.02"), tidy_share=D("0.01"))
    found = advise(TEAM, edited, TODAY)
    assert (found.ceilings.exception, found.ask.amount) == (Decimal("86190.00"), D(85000))
