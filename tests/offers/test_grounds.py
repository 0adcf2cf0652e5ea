"""What a target rests on: typed with its source, kept as rows, and shown to its owner alone."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from offers.accounts.models import User
from offers.grounds import grounds_of
from offers.models import Evidence, Offer
from tests.factories import make_offer
from tests.forms import NUMBERS
from tests.offers.reading import main_of

TYPED = {
    "source_level": "Posting of the level above",
    "low_level": "92k",
    "high_level": "98k",
    "source_geography": "Two offers in Austin",
    "low_geography": "94,000",
    "source_experience": "Six years of the same work",
}


def address_of(offer: Offer) -> str:
    return reverse("offers:step", args=[offer.pk, "numbers"])


def send(desk: Client, offer: Offer, body: dict[str, str]) -> Any:
    form = desk.get(address_of(offer)).context["form"]
    opened = {name: str(form[name].value()) for name in ("opened", "page")}
    return desk.post(address_of(offer), NUMBERS | opened | body)


def test_each_line_stands_beside_the_target_in_the_room(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    assert send(desk, offer, TYPED).status_code == 302
    lines = grounds_of(Offer.objects.with_case().get())
    assert [(one.label, one.figure, one.source) for one in lines] == [
        ("Level", "USD\xa092,000 to USD\xa098,000", "Posting of the level above"),
        ("Geography", "USD\xa094,000", "Two offers in Austin"),
        ("Experience", "", "Six years of the same work"),
    ]
    text = main_of(desk.get(offer.get_absolute_url()).content.decode()).text
    assert "What your target rests on" in text
    assert "Two offers in Austin" in text


def test_a_room_without_it_says_nothing_of_it(desk: Client, alice: User) -> None:
    room = desk.get(make_offer(alice).get_absolute_url()).content.decode()
    assert "What your target rests on" not in room


def test_it_is_in_no_draft(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    send(desk, offer, {"source_level": "A neighbour", "low_level": "91,357"})
    page = reverse("drafts:list", args=[offer.pk])
    assert "91,357" not in desk.get(page).content.decode()


def test_what_is_taken_out_is_gone(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    send(desk, offer, TYPED)
    send(desk, offer, {"source_level": "Another posting"})
    assert list(offer.evidence.values_list("about", "source", "low")) == [("level", "Another posting", None)]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"low_level": "90k"}, "source_level"),
        ({"source_level": "A site", "low_level": "90k", "high_level": "80k"}, "high_level"),
        ({"source_industry": "x" * 201}, "source_industry"),
        ({"source_level": "A site", "low_level": "a lot"}, "low_level"),
    ],
)
def test_a_mistake_stands_beside_its_field_and_nothing_is_saved(
    desk: Client, alice: User, body: dict[str, str], field: str
) -> None:
    answer = send(desk, make_offer(alice), TYPED | body | ({} if len(body) > 1 else {"source_level": ""}))
    assert field in answer.context["form"].errors
    assert not Evidence.objects.exists()


@pytest.mark.parametrize(
    "fields",
    [
        {"about": "weather", "source": "A site"},
        {"about": "level", "source": ""},
        {"about": "level", "source": "A site", "low": Decimal(9), "high": Decimal(8)},
        {"about": "industry", "source": "Twice"},
    ],
    ids=["another-thing", "no-source", "wrong-order", "twice"],
)
def test_the_database_holds_what_the_page_promises(alice: User, fields: dict[str, Any]) -> None:
    offer = make_offer(alice)
    Evidence.objects.create(offer=offer, about="industry", source="A site")
    with pytest.raises(IntegrityError), transaction.atomic():
        Evidence.objects.create(offer=offer, **fields)
