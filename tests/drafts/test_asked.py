"""What is kept as the base that a message asked for: the number of its request, as the person has seen it."""

from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from offers.accounts.models import User
from offers.drafts.asked import asked_in, last_asked
from offers.drafts.models import Draft, Kind, Tone
from offers.drafts.services import start_draft
from offers.engine import draft as engine
from offers.models import Offer
from tests.drafts.cases import NAMES
from tests.drafts.conftest import MakeRecord
from tests.drafts.steps import CLEAN, live_check, post, read, text_of
from tests.factories import make_answer, make_draft, make_offer

SECOND = "If the base cannot go that far, USD 84,000 a year with a sign-on of USD 5,000 would do."
KINDS = (Kind.COUNTER, Kind.FALLBACK, Kind.PHONE, Kind.COMPETING)
SHOWN = 'name="asked" value="{}"'


@pytest.fixture
def asks_90(alice: User) -> Offer:
    """An offer of 80,000 with a target of 90,000."""
    made = make_offer(alice, team=(), walk_away=78_000, target=90_000, stated_as="written", level="Level 3")
    return Offer.objects.with_case().get(pk=made.pk)


def start(offer: Offer, kind: Kind = Kind.COUNTER) -> Draft:
    mine = Offer.objects.with_case().get(pk=offer.pk)
    return start_draft(mine, kind=kind, key=uuid4(), today=timezone.localdate())


def kept(window: Client, draft: Draft, **fields: Any) -> Decimal | None:
    """What is kept as asked for once it is marked as sent."""
    response = post(window, "send", draft, **{"override": "My own words."} | fields)
    assert response.status_code == 302, text_of(response)
    return last_asked(Offer.objects.get(pk=draft.offer_id))


def found(draft: Draft, text: str) -> Decimal | None:
    return asked_in(read(draft.offer), draft, text)


@pytest.mark.parametrize(
    ("request_", "asked"),
    [
        (
            "Based on two postings for this role at USD 92,000, I would like to ask for a base of USD 86,000 "
            "a year.",
            86_000,
        ),
        ("I would like to ask for a base of USD 87,000 a year, where others pay USD 92,000.", 87_000),
    ],
)
def test_a_number_that_is_given_as_evidence_is_no_request(
    window: Client, asks_90: Offer, request_: str, asked: int
) -> None:
    assert kept(window, start(asks_90), text=f"{CLEAN} {request_} {SECOND}") == asked
    make_answer(asks_90, base=Decimal(82_000))
    assert (read(asks_90).request or 0) <= asked


def test_a_letter_that_is_older_than_their_last_answer_asked_what_it_says(
    window: Client, alice: User
) -> None:
    money = {"base": 60_000, "posted_minimum": 55_000, "posted_maximum": 75_000, "target": 68_000}
    offer = make_offer(alice, team=(), walk_away=58_000, stated_as="written", **money)
    kept(window, start(offer))
    today = {"heard_on": timezone.localdate()}
    make_answer(offer, base=Decimal(62_000), **today)
    second = f"{CLEAN} Could we settle at a base of USD 66,000 a year?"
    assert kept(window, start(offer), text=second) == 66_000
    make_answer(offer, base=Decimal(62_500), **today)
    third = start(offer)
    make_answer(offer, base=Decimal(63_000), kind="final", **today)
    asked = third.text.split("settle at a base of USD ")[1].split(" a year")[0]
    assert ("55,000 to 75,000" in third.text, asked) == (True, "64,500")
    assert kept(window, third, over="on") == 64_500


def test_the_number_that_they_named_after_it_may_be_what_it_asked(window: Client, asks_90: Offer) -> None:
    draft = start(asks_90)
    make_answer(asks_90, base=Decimal(86_000))
    assert found(draft, "I would like to ask for a base of USD 86,000 a year.") == 86_000


@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", [Kind.COUNTER, Kind.PHONE])
def test_our_own_text_asks_for_what_it_was_composed_from(
    make_record: MakeRecord, name: str, kind: Kind, tone: Tone
) -> None:
    record = make_record(name)
    draft = make_draft(record.offer, kind=kind)
    assert asked_in(record, draft, record.text(engine.Kind(kind), tone)) == record.request


@pytest.mark.parametrize("base", [80_000, 82_000, 84_000])
def test_our_own_fallback_asks_for_what_it_settles_at(asks_90: Offer, base: int) -> None:
    make_answer(asks_90, base=Decimal(base))
    record, draft = read(asks_90), start(asks_90, Kind.FALLBACK)
    assert record.settle is not None
    assert found(draft, draft.text) == record.settle.base


def test_a_text_without_a_request_asked_for_nothing(window: Client, asks_90: Offer) -> None:
    assert kept(window, start(asks_90), text=f"{CLEAN} Could we say more?") is None


def test_a_sign_on_is_no_base_that_was_asked(alice: User) -> None:
    money = {"unit": "month", "base": Decimal(4_100), "target": Decimal(4_800), "walk_away": Decimal(4_000)}
    draft = start(make_offer(alice, employer_type="step_scale", team=(), **money))
    assert ("sign-on of USD" in draft.text, found(draft, draft.text)) == (True, None)


@pytest.mark.parametrize("kind", Kind)
def test_what_asks_for_base_shows_what_will_be_kept(window: Client, asks_90: Offer, kind: Kind) -> None:
    text = "I would like to ask for a base of USD 86,000 a year."
    response = window.get(make_draft(asks_90, kind=kind, text=text).get_absolute_url())
    assert (SHOWN.format("86,000") in response.content.decode()) == (kind in KINDS)
    assert ("The base you asked for" in text_of(response)) == (kind in KINDS)


def test_it_is_asked_in_the_measure_of_the_offer(window: Client, alice: User) -> None:
    money = {"unit": "hour", "currency": "EUR", "base": 40, "target": 48, "walk_away": 38}
    draft = start(make_offer(alice, team=(), **money))
    assert "In EUR an hour, kept as your request." in text_of(window.get(draft.get_absolute_url()))


@pytest.mark.parametrize(("given", "asked"), [("87k", 87_000), ("80,000", 80_000), ("", None)])
def test_what_is_kept_is_what_the_field_says(
    window: Client, asks_90: Offer, given: str, asked: int | None
) -> None:
    text = "I would like to ask for a base of USD 86,000 a year."
    assert kept(window, start(asks_90), text=text, asked=given, **{"initial-asked": "86,000"}) == asked


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ("a lot", "Give an amount such as 80,000 or 80k."),
        ("79,999", "That is below the base that they offered, USD 80,000. Give what you asked for,"),
        ("€86,000", "This offer is in USD; give the amount in USD."),
        ("7,000 a month", "That is for a month. Give what it comes to in a year."),
    ],
)
def test_what_cannot_be_asked_for_is_said_beside_the_field(
    window: Client, asks_90: Offer, given: str, sentence: str
) -> None:
    response = post(window, "send", start(asks_90), text=CLEAN, asked=given)
    assert sentence in text_of(response)
    assert (f'value="{given}"' in response.content.decode(), CLEAN in text_of(response)) == (True, True)
    assert Draft.objects.sent().count() == 0
    assert post(window, "edit", Draft.objects.get(), asked=given).status_code == 302


def test_a_text_that_changed_after_the_page_was_made_is_looked_at_once_more(
    window: Client, asks_90: Offer
) -> None:
    draft = start(asks_90)
    given = {"text": "I would like to ask for a base of USD 86,000 a year.", "override": "My own words."}
    shown = {"asked": "88,000", "initial-asked": "88,000"}
    response = post(window, "send", draft, **given | shown)
    assert "The text has changed, and this with it. Look at it once more" in text_of(response)
    assert SHOWN.format("86,000") in response.content.decode()
    assert kept(window, draft, **given, asked="86,000", **{"initial-asked": "86,000"}) == 86_000


@pytest.mark.parametrize(
    ("typed", "moves"), [("88,000", SHOWN.format("86,000")), ("87,000", ""), ("86,000", "")]
)
def test_it_follows_the_text_until_another_is_given(
    window: Client, asks_90: Offer, typed: str, moves: str
) -> None:
    text = "I would like to ask for a base of USD 86,000 a year."
    shown = "86,000" if typed == "86,000" else "88,000"
    part = live_check(window, start(asks_90), text, asked=typed, **{"initial-asked": shown})
    assert ('id="asked" hx-swap-oob' in part, moves in part) == (bool(moves), True)
