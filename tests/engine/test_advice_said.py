"""What the advice says beside its numbers: how sure it is, and what the edge cases ask for."""

from dataclasses import replace
from datetime import date

import pytest

from offers.engine.confidence import Confidence
from offers.engine.flags import Flag
from offers.engine.situation import Alternative, Buffer, ExchangeRate, Measure, RangeBasis, Situation, Wishes
from tests.engine.advised import BAND, EXAMPLE, advice
from tests.engine.cases import GENERAL, TEAM, TODAY, D, band, peers, posting, situation

LOW, MEDIUM, HIGH = Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH


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


def test_another_currency_weakens_what_rests_on_it() -> None:
    euro = peers("70000", "72000", measure=Measure(currency="EUR"))
    rate = ExchangeRate(currency="EUR", rate=D("1.1"), on=TODAY)
    found = advice(situation("75000", "80000", peers=euro, rates=(rate,), industry=GENERAL))
    assert (found.ceilings.no_exception, found.flags[0], found.confidence.ceilings) == (
        D(79200),
        Flag.FX,
        LOW,
    )
