"""Offers side by side: money, scores, and whether it is a close call."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from offers.engine.breakeven import Side
from offers.engine.comparison import Comparison, compare
from offers.engine.errors import EngineError
from offers.engine.money import plain
from offers.engine.policy import Policy
from offers.engine.reason import Grade
from offers.engine.situation import ExchangeRate
from offers.engine.weights import Scored
from tests.engine.test_flips import scored

POLICY = Policy()
ACME = Side(name="Acme", base=Decimal(140000), k=Decimal("1.10"), rest=Decimal(2900), currency="EUR")
BRICK = Side(name="Brick", base=Decimal(125000), k=Decimal("1.15"), rest=Decimal(5000), currency="EUR")
USD = ExchangeRate(currency="USD", rate=Decimal("0.90"), on=date(2026, 3, 2))


def compared(
    *sides: Side, scores: tuple[Scored, ...] = (), rates: tuple[ExchangeRate, ...] = ()
) -> Comparison:
    return compare(sides, scored=scores, rates=rates, policy=POLICY)


def test_compare_puts_the_offer_worth_more_first() -> None:
    money = compared(BRICK, ACME).money
    assert [(row.name, row.home) for row in money.rows] == [("Acme", 156900), ("Brick", 148750)]
    assert (money.best, money.lead, money.close) == ("Acme", 8150, False)
    assert [reason.text for reason in money.reasons] == ["Acme is worth 8,150 a year more than Brick."]


def test_compare_moves_no_rate_for_an_offer_at_home() -> None:
    row = compared(ACME).money.rows[0]
    assert (row.own, row.low, row.high, row.reason) == (156900, 156900, 156900, None)


def test_compare_says_what_would_make_the_other_equal() -> None:
    (brick,) = compared(ACME, BRICK).money.break_even
    assert (brick.name, plain(brick.base), brick.sign_on, brick.grant) == ("Brick", "132086.96", 24450, 32600)


@pytest.mark.parametrize(
    ("base", "close"),
    [(98000, False), (98001, True), (100000, True), (102040, True), (102041, False), (102100, False)],
)
def test_compare_calls_less_than_two_percent_of_the_better_offer_close(base: int, close: bool) -> None:
    found = compared(Side(name="Acme", base=Decimal(100000)), Side(name="Brick", base=Decimal(base)))
    assert (found.close, found.verdict.code == "CLOSE_CALL") == (close, close)


def test_compare_of_worthless_offers_is_close_only_when_equal() -> None:
    nothing = Side(name="Acme", base=Decimal(0), rest=Decimal(-100))
    equal = compared(nothing, replace(nothing, name="Brick"))
    assert (equal.close, equal.money.reasons[0].text) == (True, "Acme and Brick are worth the same.")
    assert compared(nothing, replace(nothing, name="Brick", rest=Decimal(-101))).close is False


def test_compare_turns_another_currency_at_the_typed_rate() -> None:
    dollars = Side(name="Coast", base=Decimal(180000), currency="USD")
    money = compared(ACME, dollars, rates=(USD,)).money
    coast = money.rows[0]
    assert (coast.own, coast.home, coast.low, coast.high) == (180000, 162000, 145800, 178200)
    assert coast.reason is not None
    assert coast.reason.params["on"] == date(2026, 3, 2)
    assert money.reasons[1].text == "With USD 10% lower, Acme would be worth the most."
    assert (money.reasons[1].grade, money.break_even[0].base) == (Grade.E, Decimal(159100) / Decimal("1.10"))


def test_compare_gives_the_break_even_in_the_offers_own_currency() -> None:
    dollars = Side(name="Coast", base=Decimal(150000), currency="USD")
    (coast,) = compared(ACME, dollars, rates=(USD,)).money.break_even
    assert plain(coast.base) == "174333.33"


def test_compare_tries_a_higher_rate_as_well() -> None:
    dollars = Side(name="Coast", base=Decimal(160000), currency="USD")
    _, reason = compared(ACME, dollars, rates=(USD,)).money.reasons
    assert (reason.code, reason.text) == (
        "FX_TURNS_HIGHER",
        "With USD 10% higher, Coast would be worth the most.",
    )


def test_compare_in_one_foreign_currency_keeps_its_order_at_any_rate() -> None:
    sides = tuple(replace(side, currency="USD") for side in (ACME, BRICK))
    money = compare(sides, home="EUR", rates=(USD,), policy=POLICY).money
    assert (money.best, money.lead) == ("Acme", 7335)
    assert [reason.code for reason in money.reasons] == ["MONEY_LEAD"]


def test_compare_leaves_offers_without_rate_or_base_outside_the_order() -> None:
    pounds, empty = replace(BRICK, name="Coast", currency="GBP"), replace(BRICK, name="Dale", base=None)
    money = compared(pounds, empty, BRICK, replace(ACME, currency=""), rates=(USD,)).money
    assert [row.name for row in money.rows] == ["Acme", "Coast", "Dale", "Brick"]
    assert [reason.text for reason in money.reasons[1:]] == [
        "The base of Dale is not known, so it stands outside the order.",
        "There is no rate for EUR, so Brick stands outside the order.",
    ]


def test_compare_of_nothing_or_one_cannot_say() -> None:
    for found in (compared(), compared(ACME), compared(replace(ACME, base=None))):
        assert (found.close, found.scores, found.money.lead) == (False, None, None)
        assert found.verdict.text == "Not enough is known to put two offers in order."


@pytest.mark.parametrize(
    ("base", "points", "binding"),
    [(125000, 62, "scores"), (140000, 80, "money"), (140000, 62, "money and scores")],
)
def test_compare_says_which_of_the_two_is_too_close(base: int, points: int, binding: str) -> None:
    scores = (scored("Acme", points, points, points), scored("Brick", 60, 60, 60))
    rival = replace(ACME, name="Brick", base=Decimal(base))
    verdict = compared(ACME, rival, scores=scores).verdict
    assert (verdict.code, verdict.binding, verdict.grade) == ("CLOSE_CALL", binding, Grade.E)


@pytest.mark.parametrize(
    ("acme", "brick", "text"),
    [
        (80, 60, "Acme leads on money and on what you scored."),
        (
            60,
            80,
            "Acme leads on money, Brick on what you scored: decide which of the two counts more.",
        ),
        (62, 60, "Too close to call; decide on the reasons."),
    ],
)
def test_compare_sets_money_beside_the_scores(acme: int, brick: int, text: str) -> None:
    scores = (scored("Acme", acme, acme, acme), scored("Brick", brick, brick, brick))
    assert compared(ACME, BRICK, scores=scores).verdict.text == text


def test_compare_leads_on_money_or_on_scores_alone() -> None:
    scores = (scored("Acme", 80, 80, 80), scored("Brick", 60, 60, 60))
    unknown = replace(BRICK, base=None)
    assert compared(ACME, BRICK).verdict.text == "Acme leads on money; nothing else is scored."
    assert compared(ACME, unknown, scores=scores).verdict.text == (
        "Acme leads on what you scored; the money cannot be compared yet."
    )


def test_compare_with_one_scored_offer_has_no_gap_in_scores() -> None:
    found = compared(ACME, BRICK, scores=(scored("Acme", 80, 80, 80),))
    assert (found.close, found.verdict.code) == (False, "LEADS_ON_MONEY")


@pytest.mark.parametrize(
    ("sides", "scores", "rates", "sentence"),
    [
        ((ACME, ACME), (), (), "Two of the offers have the same name."),
        ((ACME,), (scored("Coast", 1, 1, 1),), (), "Coast is scored but not compared."),
        ((ACME,), (), (USD, replace(USD, rate=Decimal(1))), "There are two rates for USD."),
        ((ACME,), (), (replace(USD, rate=Decimal(0)),), "An exchange rate is above zero."),
    ],
)
def test_compare_refuses_what_cannot_be_told_apart(
    sides: tuple[Side, ...], scores: tuple[Scored, ...], rates: tuple[ExchangeRate, ...], sentence: str
) -> None:
    with pytest.raises(EngineError) as caught:
        compared(*sides, scores=scores, rates=rates)
    assert caught.value.sentence == sentence
