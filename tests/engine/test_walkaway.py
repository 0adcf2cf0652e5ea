"""The walk-away: derived with its binding reason, held against the ceilings."""

from dataclasses import replace

import pytest

from offers.engine.ceilings import ceilings
from offers.engine.errors import EngineError
from offers.engine.flags import Flag
from offers.engine.money import round_half_up
from offers.engine.walkaway import WalkAwayFacts, derive_walk_away, walk_away_notes
from tests.engine.cases import POLICY, D, Given, band, number, situation, state

FACTS = WalkAwayFacts(
    spending=D(48000),
    tax_rate=D("0.28"),
    alternative_value=D(78000),
    switching_loss=D(9000),
    other_value=D(4000),
    k=D("1.12"),
    resent=D(70000),
)
NOTHING = WalkAwayFacts()


def test_walk_away_is_the_highest_of_need_alternative_and_resentment() -> None:
    found = derive_walk_away(FACTS, POLICY)
    assert found.need is not None
    assert round_half_up(found.need) == D("66666.67")
    assert (found.alternative, found.resent, found.amount) == (D(68750), D(70000), D(70000))


@pytest.mark.parametrize(
    ("facts", "amount", "binding", "text"),
    [
        (
            FACTS,
            "70000",
            "resent",
            "Below 70,000 you would resent the job within six months; nothing else asks for more.",
        ),
        (
            replace(FACTS, resent=None),
            "68750",
            "alternative",
            "68,750 makes this offer worth your best alternative; nothing else asks for more.",
        ),
        (
            WalkAwayFacts(spending=D(36000), tax_rate=D("0.28")),
            "50000",
            "need",
            "Your spending takes 50,000 before tax; nothing else asks for more.",
        ),
        (NOTHING, None, "", "Nothing is known yet to derive a walk-away from."),
    ],
)
def test_walk_away_names_what_binds(facts: WalkAwayFacts, amount: Given, binding: str, text: str) -> None:
    found = derive_walk_away(facts, POLICY)
    assert (found.amount, found.why.binding, found.why.text) == (number(amount), binding, text)


@pytest.mark.parametrize(
    ("facts", "need", "alternative"),
    [
        (WalkAwayFacts(spending=D(48000)), "48000", None),
        (WalkAwayFacts(alternative_value=D(60000)), None, "60000"),
        (WalkAwayFacts(switching_loss=D(9000)), None, "3000"),
        (WalkAwayFacts(alternative_value=D(60000), other_value=D(-1200)), None, "61200"),
        (WalkAwayFacts(alternative_value=D(3000), other_value=D(4000)), None, "0"),
        (WalkAwayFacts(other_value=D(4000), tax_rate=D("0.28")), None, None),
    ],
)
def test_each_fact_may_be_left_out(facts: WalkAwayFacts, need: Given, alternative: Given) -> None:
    found = derive_walk_away(facts, POLICY)
    assert (found.need, found.alternative, found.resent) == (number(need), number(alternative), None)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"spending": D(-1)}, "spending"),
        ({"alternative_value": D(-1)}, "alternative_value"),
        ({"switching_loss": D(-1)}, "switching_loss"),
        ({"resent": D(-1)}, "resent"),
        ({"other_value": D("NaN")}, "other_value"),
        ({"tax_rate": D("1.01")}, "tax_rate"),
        ({"tax_rate": D(1)}, "tax_rate"),
        ({"k": D(0)}, "k"),
        ({"k": D(-1)}, "k"),
    ],
)
def test_an_impossible_fact_is_named(change: dict[str, object], field: str) -> None:
    with pytest.raises(EngineError) as caught:
        derive_walk_away(replace(FACTS, **change), POLICY)
    assert caught.value.field == field


BAND = band("60000", "66000", "72000")


@pytest.mark.parametrize(
    ("floor", "codes"),
    [
        (None, [Flag.NO_WALKAWAY]),
        ("68000", []),
        ("68000.01", [Flag.OFFER_BELOW_WALKAWAY]),
        ("69000", [Flag.OFFER_BELOW_WALKAWAY]),
        ("69000.01", [Flag.NEEDS_EXCEPTION, Flag.OFFER_BELOW_WALKAWAY]),
        ("70000", [Flag.NEEDS_EXCEPTION, Flag.OFFER_BELOW_WALKAWAY]),
        ("70000.01", [Flag.NO_ZOPA_PLAUSIBLE, Flag.OFFER_BELOW_WALKAWAY]),
        ("72000", [Flag.NO_ZOPA_PLAUSIBLE, Flag.OFFER_BELOW_WALKAWAY]),
        ("72000.01", [Flag.NO_ZOPA_BASE, Flag.OFFER_BELOW_WALKAWAY]),
    ],
)
def test_walk_away_is_held_against_each_ceiling(floor: Given, codes: list[Flag]) -> None:
    found = state("68000", "80000", floor, band=BAND, team=("70000", "69900"), buffer=None)
    limits = replace(ceilings(found), no_exception=D(69000), exception=D(70000))
    assert [note.code for note in walk_away_notes(found, limits)] == codes


def test_walk_away_notes_say_by_how_much() -> None:
    found = state(situation("68000", "80000", "76000", band=BAND, strong_alternative=True))
    assert [note.text for note in walk_away_notes(found, ceilings(found))] == [
        "Your walk-away is 4,000 over the band: only other items or another level close that.",
        "The offered base is 8,000 under your walk-away.",
    ]
