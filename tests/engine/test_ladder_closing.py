"""The upper rungs: the ask, alone or as a range, and the closing number with a sign-on beside it."""

from decimal import Decimal

import pytest

from offers.engine.ladder import closing_step, ladder
from offers.engine.packages import Package, Packages, Pick
from offers.engine.policy import TANDEM
from offers.engine.reason import Grade
from offers.engine.situation import Unit
from tests.engine.answers import NONE, of, rung
from tests.engine.bargains import POLICY, D, item, small, team


def test_the_first_rung_is_the_ask_alone() -> None:
    assert of(small()).rungs[0].packages == (Package(base=D(1100), picks=(), value=D(1100)),)


@pytest.mark.parametrize(("exception", "top"), [("1154.99", None), ("1155", D("1155.00"))])
def test_the_ask_may_be_a_range_only_when_its_top_is_defensible(exception: str, top: Decimal | None) -> None:
    first = of(small(ceiling_exception=D(exception))).rungs[0]
    assert first.range_top == top
    assert (first.reason.code, first.say.text) == (
        ("RUNG_R1", "I would like to ask for a base of 1,100.")
        if top is None
        else ("RUNG_R1_RANGE", "I would like to ask for a base between 1,100 and 1,155.")
    )


@pytest.mark.parametrize(("asked", "top"), [(1100, None), (1154, None), (1155, D(1155))])
def test_no_range_goes_above_what_was_asked_before(asked: int, top: Decimal | None) -> None:
    first = of(small(ceiling_exception=D(1155), asked=D(asked))).rungs[0]
    assert (first.range_top, first.reason.code) == (top, "RUNG_R1_RANGE" if top else "RUNG_R1")


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
