"""What matters to a person: typed on its page, kept as rows, and read wherever packages are made."""

from collections.abc import Mapping
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.case import advice_on, wishes_of
from offers.engine.lever_catalogue import Ease
from offers.models import Offer, Wish
from tests.factories import make_offer
from tests.forms import WISHES
from tests.offers.test_levers import packages, page_of


def address_of(offer: Offer) -> str:
    return reverse("offers:step", args=[offer.pk, "wishes"])


def send(desk: Client, offer: Offer, body: Mapping[str, str], **headers: str) -> str:
    """Where the page leads to, or what it says."""
    form = desk.get(address_of(offer)).context["form"]
    opened = {name: str(form[name].value()) for name in ("opened", "page")}
    answer = desk.post(address_of(offer), opened | dict(body), headers=headers)
    return answer.headers.get("Location") or answer.content.decode()


def read(offer: Offer) -> Offer:
    return Offer.objects.with_case().get(pk=offer.pk)


def test_what_is_said_becomes_the_limits_of_the_packages(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    assert send(desk, offer, WISHES) == reverse("offers:check", args=[offer.pk])
    assert packages(page_of(desk, offer), "fallback") == [
        ["USD 84,500"],
        ["USD 82,250", "a sign-on of USD 6,500"],
        ["USD 80,000", "a sign-on of USD 8,000", "5 more days of leave", "a learning budget of USD 400"],
    ]


def test_a_lever_of_which_nothing_is_said_has_no_row(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    send(desk, offer, WISHES)
    assert list(offer.wishes.values_list("key", "movable", "cap", "weight")) == [
        ("learning", None, Decimal(2_000), Decimal("0.5")),
        ("leave_days", None, Decimal(5), None),
        ("sign_on", None, Decimal(8_000), None),
    ]
    send(desk, offer, {})
    assert not offer.wishes.exists()
    assert wishes_of(read(offer)).caps == {}


def test_what_does_not_move_here_is_in_no_package(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    send(desk, offer, {"movable_sign_on": "no", "movable_equity": "yes", "cap_equity": "4k"})
    advice = advice_on(read(offer), timezone.localdate())
    assert advice is not None
    ease = {lever.key: (lever.ease, lever.marked) for lever in advice.levers}
    assert ease["sign_on"] == (Ease.FIXED, False)
    assert ease["equity"] == (Ease.HARD, True)
    assert {item.key for item in advice.bargain.items} == {"leave_days", "equity"}


def test_a_remote_day_counts_with_what_it_is_worth(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    send(desk, offer, {"cap_remote_days": "2"})
    assert "remote_days" not in items_of(offer)
    send(desk, offer, {"cap_remote_days": "2", "each": "1,200"})
    assert items_of(offer)["remote_days"] == (Decimal(2), Decimal(1_200))


def items_of(offer: Offer) -> dict[str, tuple[Decimal, Decimal]]:
    advice = advice_on(read(offer), timezone.localdate())
    assert advice is not None
    return {item.key: (item.cap, item.unit_value) for item in advice.bargain.items}


def test_remote_days_of_which_half_is_said_say_what_is_missing(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    send(desk, offer, {"cap_remote_days": "2"})
    assert "Remote days are in no package yet: say what one of them is worth to you." in odd_on(desk, offer)
    send(desk, offer, {"each": "1,200"})
    assert "Remote days are in no package yet: say how many at most." in odd_on(desk, offer)
    send(desk, offer, {"cap_remote_days": "2", "each": "1,200"})
    assert odd_on(desk, offer) == []


def odd_on(desk: Client, offer: Offer) -> list[str]:
    odd: list[str] = desk.get(address_of(offer)).context["odd"]
    return odd


def test_what_no_package_holds_can_be_marked_too(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    send(desk, offer, {"movable_notice": "no", "movable_remote_policy": "yes"})
    advice = advice_on(read(offer), timezone.localdate())
    assert advice is not None
    ease = {lever.key: (lever.ease, lever.marked) for lever in advice.levers}
    assert ease["notice"] == (Ease.FIXED, False)
    assert ease["remote_policy"] == (Ease.HARD, True)


@pytest.mark.parametrize("worth", ["0.5", "1.0", "1.5", "2.0"])
def test_base_may_weigh_more_or_less_than_the_rest(desk: Client, alice: User, worth: str) -> None:
    offer = make_offer(alice)
    send(desk, offer, {"weight_base": worth})
    advice = advice_on(read(offer), timezone.localdate())
    assert advice is not None
    assert advice.bargain.base_weight == Decimal(worth)
    assert desk.get(reverse("offers:levers", args=[offer.pk])).status_code == 200


def test_no_day_at_all_is_an_answer_and_shown_as_one(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    send(desk, offer, {"cap_leave_days": "0", "cap_learning": "0", "movable_relocation": "no"})
    assert "leave_days" not in items_of(offer)
    page = desk.get(reverse("offers:check", args=[offer.pk]))
    answers = {step.key: lines for step, lines in page.context["answers"]}["wishes"]
    assert [(one.label, one.words) for one in answers] == [
        ("Relocation: can they change it?", "No"),
        ("Leave: days at most", "0"),
        ("Learning budget: at most", "USD\xa00"),
    ]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"cap_sign_on": "a lot"}, "cap_sign_on"),
        ({"cap_sign_on": "-1"}, "cap_sign_on"),
        ({"cap_leave_days": "61"}, "cap_leave_days"),
        ({"cap_remote_days": "8"}, "cap_remote_days"),
        ({"weight_sign_on": "3"}, "weight_sign_on"),
        ({"movable_sign_on": "perhaps"}, "movable_sign_on"),
        ({"each": "0"}, "each"),
        ({"weight_base": "0.0"}, "weight_base"),
    ],
)
def test_a_mistake_stands_beside_its_field_and_nothing_is_saved(
    desk: Client, alice: User, body: dict[str, str], field: str
) -> None:
    offer = make_offer(alice)
    answer = desk.post(address_of(offer), WISHES | body)
    assert list(answer.context["form"].errors) == [field]
    assert not Wish.objects.exists()


def test_a_quiet_save_keeps_what_is_typed(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    told = send(desk, offer, WISHES, **{"HX-Request": "true"})
    assert "Saved at" in told
    assert "8,000" in told
    assert offer.wishes.count() == 3


def test_a_page_that_was_opened_before_another_save_shows_both(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    stale = str(desk.get(address_of(offer)).context["form"]["opened"].value())
    send(desk, offer, WISHES | {"movable_sign_on": "yes"})
    answer = desk.post(address_of(offer), {"cap_sign_on": "9k", "movable_sign_on": "no", "opened": stale})
    assert answer.status_code == 409
    shown = {label: (saved, mine) for label, saved, mine in answer.context["rows"]}
    assert shown["Sign-on: at most"] == ("USD\xa08,000", "9k")
    assert shown["Sign-on: can they change it?"] == ("Yes", "No")
    assert offer.wishes.get(key="sign_on").cap == 8_000


def test_the_page_can_be_skipped_and_counts_as_answered_once_something_is_said(
    desk: Client, alice: User
) -> None:
    offer = make_offer(alice)
    assert desk.get(address_of(offer)).context["can_skip"] is True
    for body, state in (({}, "skipped"), (WISHES, "answered")):
        send(desk, offer, body)
        progress = desk.get(address_of(offer)).context["progress"]
        assert {line.step.key: line.state for line in progress}["wishes"] == state


@pytest.mark.parametrize(
    "fields",
    [
        {"key": "base_exception"},
        {"key": "base", "cap": Decimal(1)},
        {"key": "notice", "weight": Decimal("1.0")},
        {"key": "sign_on", "cap": Decimal(-1)},
        {"key": "sign_on", "weight": Decimal("0.7")},
        {"key": "sign_on", "each": Decimal(5)},
        {"key": "remote_days", "cap": Decimal(8)},
        {"key": "leave_days"},
    ],
    ids=[
        "no-lever-of-all",
        "cap-of-base",
        "weight-of-a-mark",
        "below-zero",
        "another-weight",
        "worth-of-money",
        "eight-days",
        "twice",
    ],
)
def test_the_database_holds_what_the_page_promises(alice: User, fields: dict[str, object]) -> None:
    offer = make_offer(alice)
    Wish.objects.create(offer=offer, key="leave_days")
    with pytest.raises(IntegrityError), transaction.atomic():
        Wish.objects.create(offer=offer, **fields)
