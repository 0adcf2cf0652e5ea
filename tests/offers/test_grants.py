"""Grants one by one: each is understood aloud, and together they are the one figure that drafts read."""

from decimal import Decimal
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from offers.accounts.models import User
from offers.grants import MOST
from offers.models import Grant, Offer, Stage
from tests.factories import make_offer
from tests.forms import EQUITY, GRANT
from tests.offers.reading import main_of

PAGE = "5f0f9d0e-6a43-4e0e-8f0a-6f6f3f0a7c21"
OPTIONS = GRANT | {"units": "20000", "price": "7.50", "strike": "2"}


def add(desk: Client, offer: Offer, body: dict[str, str]) -> HttpResponse:
    return desk.post(reverse("offers:new-grant", args=[offer.pk]), body)


def step(offer: Offer) -> str:
    return reverse("offers:step", args=[offer.pk, "equity"])


def summary(offer: Offer) -> tuple[Any, ...]:
    now = Offer.objects.get(pk=offer.pk)
    return now.equity_stated, now.equity_grant, now.equity_years, now.equity_believed_rate


def test_grants_sum_to_the_figure_of_the_offer(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    assert add(desk, offer, GRANT | {"figure": "50k", "meaning": "per_year"}).headers["Location"] == step(
        offer
    )
    add(desk, offer, OPTIONS | {"is_private": "on", "schedule": "even_3_yearly"})
    assert summary(offer) == ("given", Decimal(310_000), 4, Decimal("0.6452"))
    told = main_of(desk.get(step(offer)).content.decode()).text
    assert "200,000 in total: 50,000 a year for 4 years." in told
    assert "20,000 options gain 110,000 over their strike of 2; exercising them all costs 40,000." in told


def test_the_last_grant_that_goes_takes_the_figure_with_it(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    add(desk, offer, GRANT | {"figure": "50k"})
    address = reverse("offers:remove-grant", args=[offer.pk, offer.grants.get().pk])
    assert "gone for good" in desk.get(address).content.decode()
    desk.post(address)
    assert summary(offer) == ("given", None, None, None)


@pytest.mark.parametrize(("stated_as", "ticked"), [("verbal", False), ("written", True)])
def test_what_was_said_aloud_stands_in_no_letter(
    desk: Client, alice: User, stated_as: str, ticked: bool
) -> None:
    offer = make_offer(alice, stated_as=stated_as)
    form = desk.get(reverse("offers:new-grant", args=[offer.pk])).context["form"]
    assert form["is_written"].value() is ticked


def test_a_figure_that_was_typed_for_the_whole_is_not_asked_again(desk: Client, alice: User) -> None:
    offer = make_offer(alice, equity_stated="given", equity_grant=Decimal(90_000), equity_years=3)
    form = desk.get(reverse("offers:new-grant", args=[offer.pk])).context["form"]
    assert (form["figure"].value(), form["schedule"].value()) == ("90,000", "even_3_yearly")


def test_the_address_of_a_new_grant_finds_the_one_that_it_made(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    address = f"{reverse('offers:new-grant', args=[offer.pk])}?key={PAGE}"
    assert str(desk.get(address).context["form"]["page"].value()) == PAGE
    add(desk, offer, GRANT | {"figure": "50k", "page": PAGE})
    grant = offer.grants.get()
    assert desk.get(address).headers["Location"] == reverse("offers:grant", args=[offer.pk, grant.pk])


def test_the_same_page_sent_twice_is_one_grant(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    for _ in range(2):
        add(desk, offer, GRANT | {"figure": "50k", "page": PAGE})
    assert offer.grants.count() == 1


def test_a_page_saves_its_grant_quietly_again_and_again(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    body = GRANT | {"page": PAGE, "quiet": "yes"}
    assert "Give a figure, or the number of shares" in add(desk, offer, body).content.decode()
    for figure in ("50k", "60k"):
        told = add(desk, offer, body | {"figure": figure})
        assert "Saved at" in told.content.decode()
    one = reverse("offers:grant", args=[offer.pk, offer.grants.get().pk])
    assert (told.headers["Content-Location"], summary(offer)[1]) == (one, Decimal(60_000))
    desk.post(one, body | {"figure": "70k"})
    assert desk.post(one, GRANT | {"page": PAGE, "figure": "80k"}).status_code == 302
    assert summary(offer)[1] == Decimal(80_000)


def test_a_quiet_save_overwrites_no_other_tab(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    add(desk, offer, GRANT | {"figure": "50k"})
    one = reverse("offers:grant", args=[offer.pk, offer.grants.get().pk])
    told = desk.post(one, GRANT | {"figure": "60k", "page": PAGE, "quiet": "yes"})
    assert "Changed in another tab. Press Save the grant to see both." in told.content.decode()
    assert summary(offer)[1] == Decimal(50_000)


def test_the_same_page_sent_for_two_grants_is_no_server_error(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    for figure in ("50k", "60k"):
        add(desk, offer, GRANT | {"figure": figure})
    for grant in offer.grants.all():
        one = reverse("offers:grant", args=[offer.pk, grant.pk])
        opened = desk.get(one).context["form"]["opened"].value()
        assert desk.post(one, GRANT | {"figure": "9k", "page": PAGE, "opened": opened}).status_code == 302
    assert summary(offer)[1] == Decimal(18_000)


def test_a_stale_page_gets_both_versions(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    add(desk, offer, GRANT | {"figure": "50k"})
    address = reverse("offers:grant", args=[offer.pk, offer.grants.get().pk])
    opened = desk.get(address).context["form"]["opened"].value()
    desk.post(address, GRANT | {"figure": "60k", "opened": opened})
    page = desk.post(address, GRANT | {"figure": "70k", "opened": opened})
    assert (page.status_code, "60,000" in page.content.decode(), "70k" in page.content.decode()) == (
        409,
        True,
        True,
    )
    again = dict(page.context["hidden"]) | {"opened": page.context["opened"]}
    assert desk.post(address, again).status_code == 302
    assert summary(offer)[1] == Decimal(70_000)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({}, "figure"),
        ({"figure": "5k", "units": "5"}, "units"),
        ({"figure": "5k", "strike": "1"}, "strike"),
        ({"figure": "5k", "schedule": "own"}, "points"),
        ({"figure": "5k", "schedule": "own", "points": "25, 25"}, "points"),
        ({"figure": "5k", "schedule": "own", "points": "a lot"}, "points"),
        ({"figure": "5k", "schedule": "own", "points": "0, 100", "meaning": "first_year"}, "meaning"),
        ({"figure": "5k", "schedule": "own", "points": "100", "cliff_months": "13"}, "cliff_months"),
        ({"figure": "5k", "believed_rate": "101"}, "believed_rate"),
        ({"units": "1000000000", "price": "1000000"}, "units"),
        ({"units": "9" * 40}, "units"),
        ({"figure": "5k", "label": "x" * 5_000}, "label"),
    ],
)
def test_a_mistake_stands_beside_its_field(
    desk: Client, alice: User, changed: dict[str, str], field: str
) -> None:
    offer = make_offer(alice)
    page = add(desk, offer, GRANT | changed)
    assert (page.status_code, list(page.context["form"].errors)) == (200, [field])
    assert not Grant.objects.exists()


def test_a_schedule_of_ones_own_is_kept_in_basis_points(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    body = GRANT | {"figure": "100k", "schedule": "own", "points": "12.5 37.5 50", "vests_every": "3"}
    add(desk, offer, body)
    grant = offer.grants.get()
    assert (grant.points, grant.vests_every) == ([1250, 3750, 5000], 3)
    form = desk.get(reverse("offers:grant", args=[offer.pk, grant.pk])).context["form"]
    assert form["points"].value() == "12.5, 37.5, 50"


def test_nobody_says_that_there_is_none_above_a_list_of_grants(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    add(desk, offer, GRANT | {"figure": "50k"})
    form = desk.post(step(offer), EQUITY | {"equity_stated": "none"}).context["form"]
    assert list(form.errors) == ["equity_stated"]
    assert summary(offer)[1] == Decimal(50_000)


def test_the_page_of_equity_goes_on_where_there_are_grants(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    add(desk, offer, GRANT | {"figure": "50k"})
    opened = desk.get(step(offer)).context["form"]["opened"].value()
    answer = desk.post(step(offer), {"equity_stated": "given", "opened": opened})
    assert answer.headers["Location"] == reverse("offers:step", args=[offer.pk, "benefits"])
    assert summary(offer) == ("given", Decimal(50_000), 4, Decimal(1))


def test_there_is_an_end_to_grants(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    Grant.objects.bulk_create(Grant(offer=offer, units=1) for _ in range(MOST))
    page = add(desk, offer, GRANT | {"figure": "50k"})
    assert "At most 20 grants fit" in page.content.decode()


def test_no_grant_is_begun_once_it_is_decided(desk: Client, alice: User) -> None:
    decided = make_offer(alice, stage=Stage.DECIDED)
    led = desk.get(reverse("offers:new-grant", args=[decided.pk]))
    assert (led.status_code, led.url) == (302, step(decided))


def test_a_grant_of_another_offer_is_not_there(desk: Client, alice: User, bob: User) -> None:
    grant = Grant.objects.create(offer=make_offer(bob), units=5)
    for offer in (make_offer(alice), grant.offer):
        for name in ("offers:grant", "offers:remove-grant"):
            assert desk.post(reverse(name, args=[offer.pk, grant.pk]), GRANT).status_code == 404
    assert Grant.objects.exists()
