"""What a counter proposed beside base: taken whole it is a yes, and a part of it is not."""

from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from offers.accounts.models import User
from offers.drafts.models import Draft, Kind
from offers.drafts.starts import starts_of
from offers.models import Offer, Wish
from tests.drafts.steps import page, read, send, text
from tests.factories import make_answer, make_offer
from tests.replies.reading import page_of, part, rows, told

TODAY = timezone.localdate()
RANGE = {"range_minimum": 130_000, "range_midpoint": 150_000, "range_maximum": 170_000}
SIGN_ON = {"sign_on_stated": "given", "sign_on": 20_000, "sign_on_clawback_months": 12}


@pytest.fixture
def fallback(alice: User) -> Offer:
    """A fallback that asks for 145,000 with a sign-on and leave, after an answer of 145,000."""
    fields: dict[str, Any] = {"base": Decimal(140_000), "target": 155_000, "walk_away": 138_000, **SIGN_ON}
    made = make_offer(alice, team=(), stated_as="written", range_from_employer=True, **fields, **RANGE)
    Wish.objects.create(offer=made, key="sign_on", movable=True, cap=Decimal(30_000))
    make_answer(made, base=Decimal(145_000), sign_on=Decimal(20_000), heard_on=TODAY, key=uuid4())
    send(alice, made, Kind.FALLBACK)
    return made


def proposed(offer: Offer) -> dict[str, Any]:
    found: dict[str, Any] = Draft.objects.get(offer=offer, sent_on__isnull=False).basis["proposed"]
    return found


def test_what_was_proposed_is_kept_with_the_message(fallback: Offer) -> None:
    found = proposed(fallback)
    assert Decimal(found["base"]) >= 145_000
    assert Decimal(found["items"]["sign_on"]) > 20_000
    assert (found["review"], found["is_all"]) == ("", True)


def test_while_it_is_out_what_stands_is_no_reason_to_sign(desk: Client, fallback: Offer) -> None:
    main = page_of(desk, fallback)
    assert "met now" not in part(main, "stop").text
    assert "Accept" not in [told(row)[1] for row in rows(main)]


@pytest.mark.parametrize("short", [1, 10_000])
@pytest.mark.parametrize("kind", ["revised", "final"])
def test_its_base_without_the_rest_is_not_what_was_asked(
    alice: User, desk: Client, fallback: Offer, kind: str, short: int
) -> None:
    found = proposed(fallback)
    given = {"base": Decimal(found["base"]), "sign_on": Decimal(found["items"]["sign_on"]) - short}
    make_answer(fallback, kind=kind, heard_on=TODAY, channel="mail", key=uuid4(), **given)
    record = read(fallback)
    assert (record.is_reached, record.request, record.lacks_the_rest) == (False, None, True)
    assert "You can say yes" not in page(alice, "outcome:page", fallback)
    assert "met now" not in part(page_of(desk, fallback), "stop").text
    assert ("as I proposed?" in page(alice, "outcome:page", fallback)) == (kind == "revised")
    assert ("as I proposed?" in page(alice, "replies:page", fallback)) == (kind == "revised")


def test_taken_whole_it_is_a_yes_on_every_page(alice: User, desk: Client, fallback: Offer) -> None:
    found = proposed(fallback)
    leave = Decimal(found["items"].get("leave_days", 0))
    Offer.objects.filter(pk=fallback.pk).update(leave_stated="given", leave_days=25)
    whole = {"base": Decimal(found["base"]), "sign_on": Decimal(found["items"]["sign_on"])}
    make_answer(fallback, **whole, heard_on=TODAY, leave_days=25 + leave, channel="mail", key=uuid4())
    assert read(fallback).is_reached
    assert "You can say yes" in page(alice, "outcome:page", fallback)
    assert "met now" in part(page_of(desk, fallback), "stop").text
    assert "No number to ask for now" in page(alice, "offers:room", fallback)


def asking(alice: User) -> Offer:
    """An offer whose counter would take less base with a sign-on as well."""
    fields: dict[str, Any] = {"base": Decimal(140_000), "target": 155_000, "walk_away": 138_000}
    made = make_offer(alice, team=(), stated_as="written", range_from_employer=True, **fields, **RANGE)
    Wish.objects.create(offer=made, key="sign_on", movable=True, cap=Decimal(30_000))
    return made


@pytest.fixture
def counter(alice: User) -> Offer:
    send(alice, made := asking(alice))
    return made


def test_the_second_way_of_a_counter_taken_whole_is_a_yes(alice: User, desk: Client, counter: Offer) -> None:
    found = proposed(counter)
    assert not found["is_all"]
    items = {key: Decimal(amount) for key, amount in found["items"].items()}
    make_answer(counter, heard_on=TODAY, base=Decimal(found["base"]), channel="mail", **items)
    record = read(counter)
    assert (record.is_reached, record.request) == (True, None)
    for name in ("offers:room", "outcome:page", "replies:page"):
        assert "Could we settle" not in page(alice, name, counter), name
    assert "met now" in part(page_of(desk, counter), "stop").text


def test_without_its_rest_the_second_way_leaves_a_step_in_base(counter: Offer) -> None:
    make_answer(counter, heard_on=TODAY, base=Decimal(proposed(counter)["base"]))
    record = read(counter)
    assert (record.is_reached, record.lacks_the_rest) == (False, False)
    assert record.request


def test_a_second_way_that_was_edited_away_is_no_proposal(alice: User) -> None:
    made = asking(alice)
    send(alice, made, text=text(made, Kind.COUNTER).split("If the base cannot")[0])
    assert proposed(made) is None


def test_a_review_that_was_proposed_is_still_to_be_put_in_writing(alice: User) -> None:
    made = make_offer(alice, stated_as="written")
    make_answer(made, base=Decimal(84_000), heard_on=TODAY, key=uuid4())
    send(alice, made, Kind.FALLBACK)
    found = proposed(made)
    assert (found["items"], found["review"]) == ({}, "6")
    make_answer(made, base=Decimal(found["base"]), heard_on=TODAY, channel="mail", key=uuid4())
    assert read(made).lacks_the_rest
    assert "Could we also agree on a review after 6 months, as I proposed?" in page(
        alice, "outcome:page", made
    )


def test_under_its_base_the_whole_proposal_is_asked_for(alice: User) -> None:
    made = asking(alice)
    send(alice, made, Kind.FALLBACK)
    found = proposed(made)
    make_answer(made, heard_on=TODAY, base=Decimal(found["base"]) - 1_000, key=uuid4())
    record = read(made)
    assert record.reply is not None
    assert record.rest.startswith("a sign-on of USD")
    assert record.reply.say.text.endswith(f" with {record.rest}?")
    for kind in (Kind.COUNTER, Kind.PHONE):
        assert f" with {record.rest}?" in text(made, kind)
    make_answer(made, heard_on=TODAY, base=record.request, key=uuid4())
    assert read(made).lacks_the_rest
    send(alice, made, Kind.FALLBACK)
    assert read(made).rest == record.rest


def test_the_message_for_what_is_missing_is_the_fallback_with_it(alice: User, fallback: Offer) -> None:
    given = {"base": Decimal(proposed(fallback)["base"]), "sign_on": 20_000, "channel": "mail"}
    make_answer(fallback, heard_on=TODAY, key=uuid4(), **given)
    Offer.objects.filter(pk=fallback.pk).update(stage="final")
    record = read(fallback)
    starts = starts_of(record)
    assert starts.first is not None
    assert starts.first.kind == Kind.FALLBACK
    assert f"That base would work for me with {record.rest}." in text(fallback, Kind.FALLBACK)
    assert "See what can be said to their answer" in page(alice, "offers:room", fallback)
    send(alice, fallback, Kind.FALLBACK)
    assert read(fallback).rest == record.rest


def test_the_line_to_sign_at_names_the_rest(desk: Client, fallback: Offer) -> None:
    found = proposed(fallback)
    given = {"base": Decimal(found["base"]), "sign_on": 20_000, "channel": "mail"}
    make_answer(fallback, heard_on=TODAY, key=uuid4(), **given)
    stop = part(page_of(desk, fallback), "stop").text
    assert f"With {read(fallback).rest}, once all of it is in writing." in stop
    assert "they are here Sign" not in " ".join(stop.split())


def test_a_fallback_that_waits_is_promised_a_signature_for_its_base_by_no_line(alice: User) -> None:
    made = asking(alice)
    send(alice, made, Kind.FALLBACK)
    replies = page(alice, "replies:page", made)
    assert read(made).rest
    assert "and the rest as offered, I can sign" not in replies
    assert f"I am looking for a base of 150,000 with {read(made).rest}." in replies
    assert f"I would like to ask for a base of 150,000 with {read(made).rest}." in replies
    assert f"Sign: base is USD 150,000 or more with {read(made).rest}, and all the terms" in replies


def test_a_second_way_in_ones_own_words_counts_too(alice: User) -> None:
    made = make_offer(alice, stated_as="written", base=Decimal(80_000), target=90_000, walk_away=78_000)
    own = (
        "Thank you. I would like to ask for a base of USD 86,000 a year. "
        "If the base cannot go that far, USD 84,000 with a sign-on of USD 5,000 would do."
    )
    send(alice, made, text=own)
    assert proposed(made)["base"] == "84000"
    make_answer(made, heard_on=TODAY, base=Decimal(84_000), sign_on=Decimal(5_000), channel="mail")
    Offer.objects.filter(pk=made.pk).update(stage="final")
    assert read(made).is_reached
    room = page(alice, "offers:room", made)
    assert ("then decide" in room, "No number to ask for now" in room) == (True, True)
