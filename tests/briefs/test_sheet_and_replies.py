"""The call sheet says what the page of replies and the private brief say: one ladder, and the same rows."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from offers.accounts.models import User
from offers.briefs.kinds import Choices, read
from offers.briefs.more import more_of
from offers.briefs.sheet import THANKS, Sheet, sheet_of
from offers.drafts.composer.phone import ANYTHING
from offers.drafts.record import Record, record_of
from offers.engine.advice import Advice
from offers.models import Offer
from offers.replies.table import ASKED_BACK, THEIRS, rows_of
from tests.factories import make_answer, make_offer

ANSWERS: dict[str, dict[str, Any]] = {
    "in writing": {"base": Decimal(72_500), "channel": "letter"},
    "aloud": {"base": Decimal(72_500)},
    "final": {"base": Decimal(72_500), "kind": "final"},
}


def make_low_offer(owner: User, **fields: Any) -> Offer:
    """An ask of 77,500, at which a package with less base can be worth more than the next number."""
    return make_offer(
        owner,
        team=(),
        **{
            "base": Decimal(70_000),
            "target": Decimal(78_000),
            "walk_away": Decimal(65_000),
            "industry": None,
            "stated_as": "written",
            "level": "Level 3",
        }
        | fields,
    )


def known(offer: Offer) -> tuple[Record, Advice]:
    loaded, _ = read(Offer.objects.all(), offer.pk, Choices())
    record = record_of(loaded, timezone.localdate())
    assert record.advice
    return record, record.advice


def sheet(offer: Offer, *, private: bool = True) -> Sheet:
    record, advice = known(offer)
    return sheet_of(record, advice, private=private)


def ladder(offer: Offer) -> tuple[str, ...]:
    """What the private brief, as the page of replies, says of the ladder."""
    record, advice = known(offer)
    return tuple(step.say for step in more_of(record, advice, private=True).steps)


def answered(offer: Offer) -> list[tuple[str, str, str]]:
    """The rows of the sheet, with what is left out where the first column has it put back."""
    return [
        (
            one.said,
            one.does.replace("with ", "with USD\u00a0"),
            f"{'' if one.say.startswith('Thank') else THANKS}{one.say}",
        )
        for one in sheet(offer).answers
    ]


def replied(offer: Offer) -> list[tuple[str, str, str]]:
    record, _ = known(offer)
    return [(row.said, row.does, row.say) for row in rows_of(record)]


def marked(offer: Offer) -> list[tuple[str, str]]:
    record, _ = known(offer)
    found = [(row.said, row.mark) for row in rows_of(record) if row.mark]
    assert [(one.said, one.mark) for one in sheet(offer).answers if one.mark] == found
    return found


def test_before_an_answer_the_ways_are_the_steps_between_ask_and_decision(alice: User) -> None:
    offer = make_low_offer(alice)
    assert sheet(offer).ways == ladder(offer)[1:-1]
    assert [way.split(", ")[0] for way in sheet(offer).ways] == [
        "If we can settle on 77,000 with a sign-on of 1,000",
        "I understand that base is limited. What would work for me is 73,500 with a sign-on of 7,000 and 4 "
        "more days of leave.",
        "I could start at 70,000 with a review after 6 months",
    ]


@pytest.mark.parametrize("answer", [ANSWERS["in writing"], ANSWERS["aloud"]], ids=["in writing", "aloud"])
def test_after_an_answer_the_one_way_left_is_what_to_settle_for(alice: User, answer: dict[str, Any]) -> None:
    make_answer(offer := make_low_offer(alice), **answer)
    assert sheet(offer).now.figure == "USD\u00a075,500"
    assert sheet(offer).ways == ladder(offer)[1:-1]
    assert len(sheet(offer).ways) == 1


def test_after_a_final_answer_it_settles_first_and_then_decides(alice: User) -> None:
    make_answer(offer := make_low_offer(alice), **ANSWERS["final"])
    found = sheet(offer)
    assert (*found.request, *found.ways) == ladder(offer)
    assert len(found.ways) == 1


def test_a_step_that_holds_a_private_amount_stands_there_without_it(alice: User) -> None:
    """The base after the review is what a colleague earns."""
    offer = make_offer(alice, stated_as="written")
    assert sheet(offer).ways == sheet(offer, private=False).ways == ladder(offer)[1:-1]
    assert sheet(offer).ways[-1].endswith("by how much base rises when that is met.")


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_the_sheet_answers_the_numbers_of_the_page_of_replies(alice: User, answer: dict[str, Any]) -> None:
    offer = make_low_offer(alice)
    assert answered(offer) == replied(offer)
    make_answer(offer, **answer)
    assert answered(offer) == replied(offer)


def test_after_a_final_answer_there_is_no_number_to_answer_with(alice: User) -> None:
    make_answer(offer := make_low_offer(alice), **ANSWERS["final"])
    assert [does for _, does, _ in answered(offer)] == ["Accept"]


def test_no_row_is_under_what_they_have_answered(alice: User) -> None:
    make_answer(offer := make_low_offer(alice), base=Decimal(72_600))
    assert [said for said, _, _ in answered(offer)][-2:] == ["USD\u00a073,000", "USD\u00a072,600"]


def test_their_answer_is_marked_and_nothing_else(alice: User) -> None:
    make_answer(offer := make_low_offer(alice), base=Decimal(72_500))
    assert marked(offer) == [("USD\u00a072,500", THEIRS)]


def test_of_a_base_that_fell_the_one_that_is_asked_back_says_so(alice: User) -> None:
    offer = make_low_offer(alice)
    make_answer(offer, base=Decimal(73_000))
    make_answer(offer, base=Decimal(69_000), heard_on=date(2026, 11, 21))
    assert marked(offer) == [("USD\u00a073,000", ASKED_BACK)]
    assert answered(offer)[-1][0] == "USD\u00a073,000"


def test_a_final_answer_under_their_offer_marks_no_other_number(alice: User) -> None:
    offer = make_low_offer(alice)
    make_answer(offer, base=Decimal(69_000), kind="final")
    assert marked(offer) == []


def test_what_is_settled_for_at_once_is_not_said_again_after_a_no(alice: User) -> None:
    offer = make_low_offer(alice, employer_type="single_rate")
    for key in ("sign_on", "leave_days"):
        offer.wishes.create(key=key, movable=False)
    make_answer(offer, base=Decimal(70_000))
    assert "this would work for me: a base of USD 70,000 a year with a review" in " ".join(
        sheet(offer).request
    )
    assert sheet(offer).ways == (ANYTHING,)
