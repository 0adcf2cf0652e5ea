"""The first page of the wizard: however often it is sent, and from however many tabs, it is one offer."""

import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from offers.accounts.models import User
from offers.models import FormToken, Offer
from tests.conftest import sign_in
from tests.forms import ROLE
from tests.offers.steps import send, step_of


def test_the_same_first_page_sent_again_is_the_same_offer(desk: Client) -> None:
    body = ROLE | {"token": str(uuid.uuid4())}
    addresses = {desk.post(reverse("offers:new"), body).headers["Location"] for _ in range(3)}
    assert (len(addresses), Offer.objects.count()) == (1, 1)


def test_the_address_of_a_first_page_finds_the_offer_that_it_made(desk: Client) -> None:
    key = str(uuid.uuid4())
    address = f"{reverse('offers:new')}?key={key}"
    body = ROLE | {name: str(desk.get(address).context["form"][name].value()) for name in ("token", "page")}
    assert (body["token"], body["page"]) == (key, key)
    desk.post(address, body | {"quiet": "yes"})
    offer = Offer.objects.get()
    assert desk.get(address).headers["Location"] == step_of(offer, "role")
    # A page that was asked for before the save was there.
    assert desk.post(address, body | {"company": "Northwind"}).headers["Location"] == step_of(offer, "offer")
    assert Offer.objects.get().company == "Northwind"


@pytest.mark.parametrize("key", ["", "nonsense", "6f9f5b9e-1c1d-4b1e-9d55-0a1f7c1f6a52"])
def test_an_address_with_another_key_is_a_first_page(desk: Client, bob: User, key: str) -> None:
    sign_in(bob).post(reverse("offers:new"), ROLE | {"token": key})
    assert desk.get(reverse("offers:new"), {"key": key}).status_code == 200


def test_the_first_page_saves_quietly_as_one_offer(desk: Client) -> None:
    body = ROLE | {"token": str(uuid.uuid4()), "page": str(uuid.uuid4()), "quiet": "yes"}
    assert "Name the company" in desk.post(reverse("offers:new"), body | {"company": ""}).content.decode()
    assert Offer.objects.count() == 0
    for company in ("North", "Northwind"):
        told = desk.post(reverse("offers:new"), body | {"company": company})
        offer = Offer.objects.get()
        assert (offer.company, told.headers["Content-Location"]) == (company, step_of(offer, "role"))
        assert "Saved at" in told.content.decode()
    assert desk.post(step_of(offer, "role"), body | {"company": "Northwind Software"}).status_code == 200
    assert Offer.objects.get().company == "Northwind Software"


def test_a_first_page_overwrites_no_later_save_of_its_answers(desk: Client) -> None:
    body = ROLE | {"token": str(uuid.uuid4()), "page": str(uuid.uuid4())}
    desk.post(reverse("offers:new"), body)
    send(desk, Offer.objects.get(), "role", ROLE | {"company": "Northwind"})
    page = desk.post(reverse("offers:new"), body | {"company": "Southwind"})
    assert (page.status_code, Offer.objects.get().company) == (409, "Northwind")
    again = dict(page.context["hidden"]) | {"opened": page.context["opened"]}
    assert desk.post(reverse("offers:new"), again).status_code == 302
    assert Offer.objects.get().company == "Southwind"


def test_eight_copies_of_the_first_page_at_once_are_one_offer(transactional_db: None, alice: User) -> None:
    cookie = sign_in(alice).cookies["session"].value
    body = ROLE | {"token": str(uuid.uuid4())}

    def submit(_: int) -> str:
        client = Client()
        client.cookies["session"] = cookie
        try:
            return client.post(reverse("offers:new"), body).headers["Location"]
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        addresses = set(pool.map(submit, range(8)))
    assert (len(addresses), Offer.objects.count(), FormToken.objects.count()) == (1, 1, 1)


@pytest.mark.parametrize("token", ["", "nonsense", "x" * 400])
def test_a_damaged_token_is_no_server_error(desk: Client, token: str) -> None:
    assert desk.post(reverse("offers:new"), ROLE | {"token": token}).status_code in {200, 302}
