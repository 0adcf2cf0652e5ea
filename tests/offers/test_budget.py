"""Facts about the employer's budget: yes, no or not known, listed by the budget light without a colour."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.case import advice_on
from offers.forms import BUDGET
from offers.models import Offer
from offers.room import room_of
from tests.factories import make_offer

RANGE = {"range_basis": "position"}


def send(desk: Client, offer: Offer, body: dict[str, str]) -> Any:
    address = reverse("offers:step", args=[offer.pk, "range"])
    form = desk.get(address).context["form"]
    opened = {name: str(form[name].value()) for name in ("opened", "page")}
    return desk.post(address, RANGE | opened | body)


def light(offer: Offer) -> tuple[str, list[str]]:
    """What the budget light says of the offer, and the facts behind it."""
    saved, today = Offer.objects.with_case().get(pk=offer.pk), timezone.localdate()
    advice = advice_on(saved, today)
    assert advice is not None
    lamps = room_of(saved, advice, today).screens[0].lamps
    (budget,) = [lamp for lamp in lamps if lamp.key == "budget"]
    return budget.word, [why.text for why in budget.whys]


def test_each_fact_stands_by_the_budget_light_which_stays_without_a_colour(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    before = light(offer)[1]
    sent = send(
        desk, offer, {"headcount_frozen": "yes", "competing_candidates": "no", "role_open_days": "90"}
    )
    assert sent.status_code == 302
    word, told = light(offer)
    assert word == "Facts only"
    assert [text for text in told if text not in before] == [
        "The role has been open for long; leaving it open costs them as well.",
        "No other candidate is in the final round.",
        "Headcount is frozen, so each change is looked at twice.",
    ]


def test_what_is_not_known_says_nothing(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    before = light(offer)
    send(desk, offer, {"recruiter_hesitates": "no", "fiscal_year_ending": "no", "role_open_days": "60"})
    assert light(offer) == before
    send(desk, offer, dict.fromkeys(BUDGET, "") | {"role_open_days": ""})
    offer.refresh_from_db()
    assert [getattr(offer, name) for name in (*BUDGET, "role_open_days")] == [None] * 5


def test_a_no_is_an_answer(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    send(desk, offer, {"headcount_frozen": "no"})
    page = desk.get(reverse("offers:check", args=[offer.pk]))
    lines = {step.key: lines for step, lines in page.context["answers"]}["range"]
    assert ("Hiring is frozen there", "No") in [(one.label, one.words) for one in lines]
    assert {line.step.key: line.state for line in page.context["progress"]}["range"] == "answered"


@pytest.mark.parametrize(
    ("body", "field"),
    [({"headcount_frozen": "perhaps"}, "headcount_frozen"), ({"role_open_days": "9999"}, "role_open_days")],
)
def test_a_mistake_stands_beside_its_field(
    desk: Client, alice: User, body: dict[str, str], field: str
) -> None:
    assert list(send(desk, make_offer(alice), body).context["form"].errors) == [field]


def test_the_database_keeps_the_days_in_their_limits(alice: User) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_offer(alice, role_open_days=4_000)
