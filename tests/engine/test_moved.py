"""Once they have moved: padding counts from their first base, no request grows, and more comes on top."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from offers.engine.advice import Advice, advise
from offers.engine.equity import Colour
from offers.engine.items import item_phrase
from offers.engine.lights import lights
from offers.engine.policy import Policy
from offers.engine.situation import Numbers, Peer, Peers, Situation, Terms, Wishes

TODAY = date(2026, 11, 23)
PAID = Peers(salaries=tuple(Peer(pay=Decimal(pay)) for pay in (78_000, 82_000, 84_500)))
TEAM = Peers(salaries=tuple(Peer(pay=Decimal(pay)) for pay in (78_000, 82_000, 94_500)))


def advice(
    base: int,
    *,
    peers: Peers | None = None,
    wishes: Wishes | None = None,
    target: int = 95_000,
    **terms: int,
) -> Advice:
    case = Situation(
        terms=Terms(base=Decimal(base), **{name: Decimal(value) for name, value in terms.items()}),
        numbers=Numbers(target=Decimal(target)),
        peers=peers,
        wishes=wishes or Wishes(),
    )
    return advise(case, Policy(), TODAY)


def test_padding_counts_from_the_base_they_offered_first() -> None:
    first, moved = advice(80_000), advice(84_000, first_base=80_000)
    assert moved.ceilings.no_exception == first.ceilings.no_exception
    assert moved.ceilings.no_exception < advice(84_000).ceilings.no_exception
    assert moved.ask.amount is not None
    assert moved.ask.amount <= (first.ask.amount or 0)


def test_the_light_of_padding_counts_from_there_too() -> None:
    number = Decimal(91_000)
    moved, fresh = advice(84_000, first_base=80_000), advice(84_000)
    assert lights(number, fresh.state).padding.colour is Colour.GREEN
    assert lights(number, moved.state).padding.colour is not Colour.GREEN


def test_a_first_base_above_the_offer_changes_nothing() -> None:
    assert advice(80_000, first_base=85_000).ask.amount == advice(80_000).ask.amount


def test_base_that_has_moved_through_its_room_is_not_asked_for() -> None:
    found = advice(97_000, first_base=80_000, target=99_000)
    assert found.ask.amount is None
    assert found.ask.why.text == (
        "They have moved base as far as first offers usually leave room. Ask outside base."
    )


def test_no_later_request_is_higher_than_the_last_one_that_went_out() -> None:
    found = advice(84_000, peers=TEAM, first_base=80_000, asked=86_300)
    assert found.ask.amount == 86_300
    assert found.ask.why.text == "You have asked for 86,300; more now would take your word back."
    assert max(package.base for rung in found.ladder.rungs for package in rung.packages) <= 86_300


def test_a_lower_ask_of_today_stays_below_what_was_asked() -> None:
    assert advice(80_000, asked=99_000).ask.amount == advice(80_000).ask.amount


@pytest.mark.parametrize("asked", [84_000, 83_000])
def test_what_was_asked_and_is_offered_is_not_asked_again(asked: int) -> None:
    found = advice(84_000, first_base=80_000, asked=asked)
    assert found.ask.amount is None
    assert found.ask.why.text == (
        "They offer what you asked for in base. Asking again would reopen what is settled."
    )


def test_a_sign_on_comes_on_top_of_the_one_they_offer_and_is_said_in_all() -> None:
    plain = advice(80_000, peers=PAID)
    more = advice(80_000, peers=PAID, wishes=Wishes(offered={"sign_on": Decimal(1_000)}))
    (item,) = [item for item in more.bargain.items if item.key == "sign_on"]
    (before,) = [item for item in plain.bargain.items if item.key == "sign_on"]
    assert (item.cap, before.cap, item.offered) == (7_000, 8_000, 1_000)
    said = [package.phrase for package in more.packages.opening.packages if package.picks]
    assert all("a sign-on of 8,000 in place of 1,000" in phrase for phrase in said)
    assert said


def test_no_sign_on_is_asked_for_where_they_offer_as_much_as_is_usual() -> None:
    found = advice(80_000, wishes=Wishes(offered={"sign_on": Decimal(12_000)}))
    lists = (found.packages.opening, found.packages.fallback)
    keys = {pick.key for each in lists for package in each.packages for pick in package.picks}
    assert "sign_on" not in keys
    assert "sign_on" not in {
        pick.key for rung in found.ladder.rungs for one in rung.packages for pick in one.picks
    }


@pytest.mark.parametrize(
    ("key", "phrase"),
    [
        ("relocation", "USD 8,000 towards the move in place of USD 5,000"),
        ("learning", "a learning budget of USD 8,000 in place of USD 5,000"),
        ("leave_days", "3,000 more days of leave"),
    ],
)
def test_what_is_paid_once_is_said_in_all_and_the_rest_as_more(key: str, phrase: str) -> None:
    assert item_phrase(key, Decimal(3_000), "USD", Decimal(5_000)) == phrase


def test_facts_that_nobody_gave_change_nothing() -> None:
    case = Situation(terms=Terms(base=Decimal(80_000)))
    same = replace(case, terms=replace(case.terms, first_base=Decimal(80_000)))
    assert advise(case, Policy(), TODAY).ceilings == advise(same, Policy(), TODAY).ceilings
