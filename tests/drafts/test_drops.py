"""What they named on the phone and left out of the letter: asked back first, never given away."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from offers.accounts.models import User
from offers.bands.reference import load_industries
from offers.drafts.models import Kind, Tone
from offers.drafts.record import Record, record_of
from offers.drafts.starts import starts_of
from offers.engine import draft as engine
from offers.engine.policy import Policy
from offers.engine.tone_text import Page
from offers.ledger.models import Promise, Terms
from offers.models import Offer
from tests.drafts.cases import NAMES, TODAY, make_dropped_case, make_late_case
from tests.drafts.test_letters import is_of_usual_length, serious
from tests.factories import make_answer, make_offer

MakeDropped = Callable[..., Record]
ONLY = {"leave_days": 25}


@pytest.fixture
def make_dropped(alice: User) -> MakeDropped:
    load_industries(Policy())
    return lambda name="worked", **letter: record_of(make_dropped_case(alice, name, **letter), TODAY)


def text(record: Record, kind: Kind, tone: Tone = Tone.PLAIN) -> str:
    return record.text(engine.Kind(kind), tone)


def again(record: Record) -> Record:
    return record_of(Offer.objects.with_case().get(pk=record.offer.pk), TODAY)


def test_questions_ask_first_for_what_the_letter_dropped(make_dropped: MakeDropped) -> None:
    asked = text(make_dropped(), Kind.QUESTIONS)
    assert asked.split("\n\n")[2] == (
        "On the phone you named a sign-on of USD 5,000 and 25 days of leave. The letter has no sign-on and "
        "22 days. Do they still stand?"
    )
    assert ("paid back" in asked, "days of paid leave" in asked) == (False, False)


def test_an_acceptance_asks_for_what_was_dropped_and_does_not_list_it(make_dropped: MakeDropped) -> None:
    accepted = text(make_dropped(**ONLY), Kind.ACCEPT)
    assert "- Sign-on" not in accepted
    assert (
        "A sign-on of USD 5,000 was named on the phone and is not in the letter. Please write it into the "
        "contract as it was named."
    ) in accepted


def test_an_acceptance_asks_back_what_was_lowered_and_lists_it_nowhere(make_dropped: MakeDropped) -> None:
    accepted = text(make_dropped(sign_on=5_000), Kind.ACCEPT)
    assert "- Leave:" not in accepted
    assert (
        "25 days of leave were named on the phone and are not in the letter. The letter has 22 days. Please "
        "write it into the contract"
    ) in accepted


def test_a_promise_of_the_same_part_is_not_said_twice(make_dropped: MakeDropped) -> None:
    record = make_dropped(**ONLY)
    said = {"what": "A sign-on of 5,000", "promised_on": TODAY}
    Promise.objects.create(offer=record.offer, key=uuid4(), **said)
    accepted = text(again(record), Kind.ACCEPT)
    assert (accepted.lower().count("a sign-on of"), "promised to me" in accepted) == (1, False)


@pytest.mark.parametrize("state", ["written", "waived"])
def test_what_was_promised_in_writing_or_waived_is_settled(make_dropped: MakeDropped, state: str) -> None:
    record = make_dropped(**ONLY)
    said = {"what": "Sign-on: USD 5,000", "promised_on": TODAY, "state": state, "settled_on": TODAY}
    Promise.objects.create(offer=record.offer, key=uuid4(), **said)
    assert again(record).drops == ()


@pytest.mark.parametrize(("leave", "open_again"), [(25, []), (24, ["leave_days"])])
def test_what_is_named_again_as_it_was_is_no_longer_open(
    make_dropped: MakeDropped, leave: int, open_again: list[str]
) -> None:
    record = make_dropped(sign_on=5_000)
    said = {"kind": "revised", "channel": "mail", "heard_on": TODAY, "leave_days": leave, "sign_on": 5_000}
    Terms.objects.create(offer=record.offer, key=uuid4(), base=record.offer.base, **said)
    assert {one.name for one in again(record).drops} <= set(open_again)


@pytest.mark.parametrize("kind", [Kind.COUNTER, Kind.FALLBACK])
def test_a_dropped_sign_on_is_put_back_and_not_sold_again(make_dropped: MakeDropped, kind: Kind) -> None:
    said = text(make_dropped(**ONLY), kind)
    assert (
        "I take it that the sign-on of USD 5,000 stands, because you named it on the phone. The letter does "
        "not have it as you named it." in said
    )
    assert said.count("sign-on") == 1


def test_the_phone_script_puts_it_back_in_one_sentence(make_dropped: MakeDropped) -> None:
    said = text(make_dropped(**ONLY), Kind.PHONE)
    assert "I take it that the sign-on of USD 5,000 stands, because you named it on the phone." in said
    assert said.count("sign-on") == 1


def test_more_time_does_not_speak_of_paying_it_back(make_dropped: MakeDropped) -> None:
    assert "paid back" not in text(make_dropped(**ONLY), Kind.EXTENSION)


@pytest.mark.parametrize("letter", [{}, ONLY, {"sign_on": 5_000}], ids=["both", "gone", "lowered"])
@pytest.mark.parametrize("kind", [one for one in Kind if one not in (Kind.FALLBACK, Kind.ACCEPT)])
@pytest.mark.parametrize("name", NAMES)
def test_every_message_about_a_dropped_part_may_go_out(
    make_dropped: MakeDropped, name: str, kind: Kind, letter: dict[str, Any]
) -> None:
    record = make_dropped(name, **letter)
    for tone in Tone:
        assert serious(record, kind, tone) == []
        said = text(record, kind, tone)
        assert is_of_usual_length(record, kind, said), Page(said).words()


def test_after_a_final_package_the_follow_up_asks_to_confirm_what_is_open(alice: User) -> None:
    load_industries(Policy())
    record = record_of(make_late_case(alice, "front-loaded"), TODAY)
    assert text(record, Kind.FOLLOW_UP).split("\n\n")[2].splitlines() == [
        "I am still very interested in the role. Could you confirm this in writing?",
        "- a bonus target of 15%",
        "- a sign-on of USD 40,000",
        "- a grant of USD 240,000",
        "- 20 days of leave",
        "- A laptop of my choice",
    ]


def test_the_follow_up_is_suggested_until_it_has_gone_out(alice: User) -> None:
    load_industries(Policy())
    offer = make_late_case(alice, "worked")
    kinds = []
    for _ in range(2):
        first = starts_of(record_of(Offer.objects.with_case().get(pk=offer.pk), TODAY)).first
        kinds.append(first.kind if first else None)
        offer.drafts.create(key=uuid4(), kind="follow_up", text="Hello", sent_on=TODAY - timedelta(days=0))
    assert kinds == [Kind.FOLLOW_UP, None]


@pytest.mark.parametrize(
    ("answer", "dropped"),
    [
        ({"channel": "letter"}, ["sign_on", "leave_days"]),
        ({"channel": "call"}, []),
        ({"channel": "mail"}, []),
        ({"channel": "mail", "leave_days": 20}, ["leave_days"]),
        ({"channel": "call", "leave_days": 26, "sign_on": 9_000}, []),
    ],
)
def test_an_answer_drops_what_it_names_lower_and_on_paper_what_it_leaves_out(
    alice: User, answer: dict[str, Any], dropped: list[str]
) -> None:
    given = {"sign_on_stated": "given", "sign_on": 8_000, "leave_stated": "given", "leave_days": 25}
    offer = make_offer(alice, stated_as="written", **given)
    make_answer(offer, base=Decimal(84_000), **answer)
    record = record_of(Offer.objects.with_case().get(pk=offer.pk), TODAY)
    assert [one.name for one in record.drops] == dropped


def test_a_part_that_is_lowered_after_it_was_left_out_is_told_as_lowered(alice: User) -> None:
    given = {"leave_stated": "given", "leave_days": 25}
    offer = make_offer(alice, stated_as="written", **given)
    make_answer(offer, base=Decimal(84_000), heard_on=TODAY - timedelta(days=3))
    make_answer(offer, base=Decimal(84_000), leave_days=22, channel="letter", heard_on=TODAY)
    (drop,) = record_of(Offer.objects.with_case().get(pk=offer.pk), TODAY).drops
    assert (drop.said, drop.has) == ("25 days of leave", "22 days")
