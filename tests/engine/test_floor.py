"""How the least that a package must be worth comes about, in the person's own parts."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from offers.engine.advice import advise
from offers.engine.floor import floor_reason, in_short
from offers.engine.policy import Policy
from offers.engine.situation import Alternative, Numbers, Situation, Terms, Wishes

D = Decimal
TODAY = date(2026, 3, 2)
CASE = Situation(
    terms=Terms(base=D(100_000), bonus_target=D("0.1"), other_value=D(12_000)),
    numbers=Numbers(target=D(110_000), walk_away=D(90_000)),
    wishes=Wishes(offered={"learning": D(2_000)}),
)


def short(case: Situation) -> str:
    return in_short(advise(case, Policy(), TODAY))


def test_it_is_the_walk_away_with_what_follows_base_and_what_stays() -> None:
    found = floor_reason(advise(CASE, Policy(), TODAY), D(122_000))
    assert found
    assert found.text.startswith(
        "111,000 is your walk-away base of 90,000, with bonus 9,000, grants 10,000 and learning budget 2,000 "
        "a year."
    )
    assert found.text.endswith("What they offer now is worth 122,000, counted in the same way.")


def test_with_base_alone_it_is_the_walk_away_itself() -> None:
    assert short(replace(CASE, terms=Terms(base=D(100_000)), wishes=Wishes())) == (
        "your walk-away base of 90,000"
    )


def test_the_weight_of_base_is_said() -> None:
    case = replace(CASE, terms=Terms(base=D(100_000)), wishes=Wishes(weights={"base": D("1.5")}))
    assert short(case) == "your walk-away base of 90,000, counted 1.5 times as you set it"


def test_a_better_written_offer_sets_it_less_what_one_would_give_up() -> None:
    rival = Alternative(yearly_value=D(140_000), in_writing=True)
    numbers = Numbers(target=D(110_000), walk_away=D(90_000), premium=D(5_000))
    case = replace(CASE, alternatives=(rival,), numbers=numbers)
    assert short(case) == (
        "what your better written offer is worth, less the 5,000 that you would give up for this job"
    )


def test_without_a_walk_away_there_is_none() -> None:
    found = advise(replace(CASE, numbers=Numbers(target=D(110_000))), Policy(), TODAY)
    assert (floor_reason(found), in_short(found)) == (None, "")
