"""People on the other side: changed, removed, never overwritten from another tab."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from offers.accounts.models import User
from offers.ledger.models import Contact
from offers.models import Offer
from tests.conftest import CountQueries
from tests.factories import make_crowd
from tests.ledger.entries import make_contact
from tests.ledger.steps import changed_contact, post


def test_people_are_suggested_from_the_contacts(desk: Client, offer: Offer) -> None:
    make_contact(offer, name="Ms <Berg>")
    page = desk.get(reverse("ledger:add-promise", args=[offer.pk])).content.decode()
    assert '<datalist id="people"><option value="Ms &lt;Berg&gt;"></option></datalist>' in page
    assert 'list="people"' in page


def test_a_contact_is_changed(desk: Client, offer: Offer) -> None:
    assert changed_contact(desk, make_contact(offer), phone="+1 512 555 0100").status_code == 302
    saved = Contact.objects.get()
    assert (saved.phone, saved.version) == ("+1 512 555 0100", 2)


def test_a_contact_sent_twice_is_changed_once(desk: Client, offer: Offer) -> None:
    contact = make_contact(offer)
    assert [changed_contact(desk, contact, phone="1").status_code for _ in range(2)] == [302, 302]
    assert Contact.objects.get().version == 2


def test_two_tabs_with_one_contact_show_both_and_overwrite_nothing(desk: Client, offer: Offer) -> None:
    contact = make_contact(offer)
    changed_contact(desk, contact, phone="1 first")
    response = changed_contact(desk, contact, phone="2 second")
    assert (response.status_code, response.context["rows"]) == (409, [("Phone", "1 first", "2 second")])
    assert Contact.objects.get().phone == "1 first"
    changed_contact(desk, contact, phone="2 second", version="2")
    assert Contact.objects.get().phone == "2 second"


def test_words_for_a_contact_that_is_gone_are_shown(desk: Client, offer: Offer) -> None:
    contact = make_contact(offer)
    Contact.objects.all().delete()
    response = changed_contact(desk, contact, notes="Typed with care.")
    assert (response.status_code, "Typed with care." in response.content.decode()) == (404, True)


def test_a_contact_is_removed_unless_another_tab_has_changed_it(desk: Client, offer: Offer) -> None:
    contact = make_contact(offer)
    changed_contact(desk, contact, phone="1")
    response = post(desk, offer, "remove-contact", {"version": "1"}, contact.pk)
    assert response.headers["Location"] == reverse("ledger:contact", args=[offer.pk, contact.pk])
    assert Contact.objects.count() == 1
    post(desk, offer, "remove-contact", {"version": "2"}, contact.pk)
    assert Contact.objects.count() == 0


@pytest.mark.parametrize("many", [1, 30])
def test_the_page_of_a_contact_asks_the_database_three_times(
    desk: Client, alice: User, many: int, django_assert_num_queries: CountQueries
) -> None:
    people = [make_contact(offer) for offer in make_crowd(alice, many)]
    with django_assert_num_queries(3):
        desk.get(reverse("ledger:contact", args=[people[0].offer_id, people[0].pk]))


@pytest.mark.parametrize(
    "address", ['"a\x0bb"@example.org', "a\x1c@example.org", "a@exämple.org", "a b@example.org"]
)
def test_an_address_that_no_mail_can_be_headed_with_is_refused(
    desk: Client, offer: Offer, address: str
) -> None:
    path = reverse("ledger:add-contact", args=[offer.pk])
    sent = {"key": str(uuid4()), "name": "Ms Berg", "part": "manager", "email": address}
    assert "email" in desk.post(path, sent).context["form"].errors
    assert Contact.objects.count() == 0
