"""The steps of the page of replies: what to propose next, what is left out, and why."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from offers.accounts.models import User
from offers.models import Stage
from offers.replies.steps import DROPPED
from tests.factories import make_answer, make_draft, make_offer, make_terms
from tests.replies.reading import page_of, part, said
from tests.rooms import ROOMS


def test_no_step_proposes_less_than_they_have_answered_with(desk: Client, alice: User) -> None:
    make_answer(offer := make_offer(alice), base=Decimal(84_400))
    ladder = part(page_of(desk, offer), "ladder")
    assert [one.text for one in ladder.having("rung-figure")] == ["USD 87,000"]
    assert [one.text for one in ladder.having("rungs")[0].having("h3")] == [
        "The next step in base",
        "What to settle for",
        "The decision",
    ]
    assert "a base of USD 84,400 a year with a review after 6 months" in ladder.text
    assert "I will give you my answer on the offer as it stands." in ladder.text


@pytest.mark.parametrize(
    ("answer", "titles"),
    [
        ({"base": Decimal(88_500)}, ["Say yes"]),
        ({"base": Decimal(97_000)}, ["Say yes"]),
        ({"base": Decimal(84_400), "kind": "final"}, ["What to settle for", "The decision"]),
    ],
)
def test_nothing_more_is_proposed_than_their_answer_leaves(
    desk: Client, alice: User, answer: dict[str, Any], titles: list[str]
) -> None:
    make_answer(offer := make_offer(alice), **answer)
    main = page_of(desk, offer)
    assert [one.text for one in part(main, "ladder").having("rungs")[0].having("h3")] == titles
    assert main.having("reply-nearest") == []


def test_what_is_asked_for_beside_a_base_that_stays_counts_their_answer(desk: Client, alice: User) -> None:
    offer = ROOMS["formula"](alice)
    make_answer(offer, base=Decimal(61_400), sign_on=Decimal(2_000))
    assert [one.text for one in page_of(desk, offer).having("packages")] == [
        "EUR 61,400 with a sign-on of EUR 6,000 in place of EUR 2,000 and 5 more days of leave"
    ]
    make_answer(offer, base=Decimal(70_000))
    assert page_of(desk, offer).having("packages") == []


def test_the_ladder_goes_down_and_names_what_is_left_out(desk: Client, alice: User) -> None:
    ladder = part(page_of(desk, ROOMS["walk-away-out-of-reach"](alice)), "ladder")
    assert [one.text for one in ladder.having("rungs")[0].having("h3")] == ["The decision"]
    assert "A closing number: It is under your walk-away value." in ladder.text
    whole = part(page_of(desk, make_offer(alice)), "ladder")
    assert [one.text for one in whole.having("rung-figure")] == [
        "USD 88,500",
        "USD 84,000 with a sign-on of 8,000",
        "USD 82,250 with a sign-on of 6,500",
        "or USD 80,000 with a sign-on of 8,000 and 5 more days of leave",
        "USD 80,000",
        "USD 80,000",
    ]


def test_a_step_that_may_not_be_named_is_left_out_with_its_reason(desk: Client, alice: User) -> None:
    ladder = part(page_of(desk, make_offer(alice, walk_away=Decimal(84_000))), "ladder")
    titles = [one.text for one in ladder.having("rungs")[0].having("h3")]
    assert len(said(ladder)) == len(titles)
    assert "A closing number" not in titles
    assert "A closing number: To propose it you would name an amount that you keep to yourself" in ladder.text


def test_what_they_named_and_dropped_is_not_asked_for_as_new(desk: Client, alice: User) -> None:
    offer = make_offer(alice, stated_as="written", stage=Stage.REVIEWED)
    make_terms(offer, kind="verbal", channel="call", base=Decimal(80_000), sign_on=Decimal(8_000))
    make_terms(offer, base=Decimal(80_000))
    main = page_of(desk, offer)
    steps = part(main, "ladder").having("rungs")[0].having("li")
    assert [step.having("h3")[0].text for step in steps if DROPPED in step.text] == [
        "A closing number",
        "Less base, more of the rest",
    ]
    assert [text for text in said(part(main, "lines")) if "sign-on" in text] == []


def test_a_step_that_grows_is_named_by_its_title(desk: Client, alice: User) -> None:
    ladder = part(page_of(desk, make_offer(alice)), "ladder")
    assert "“Less base, more of the rest” gives up" in ladder.text
    assert "R3" not in ladder.text


def test_while_a_request_waits_no_range_goes_above_it(desk: Client, alice: User) -> None:
    limits = {"posted_minimum": Decimal(130_000), "posted_maximum": Decimal(190_000)}
    money = {"base": Decimal(140_000), "target": Decimal(145_000), "walk_away": Decimal(130_000)}
    offer = make_offer(alice, team=(), stated_as="written", level="Level 3", **limits | money)
    assert "a base between 149,000 and 156,450" in part(page_of(desk, offer), "ladder").text
    make_draft(offer, sent_on=timezone.localdate(), basis={"ask": "149000"})
    ladder = part(page_of(desk, offer), "ladder").text
    assert "I would like to ask for a base of 149,000" in ladder
    assert "between" not in ladder
