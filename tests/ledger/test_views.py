"""What is written down on the way: kept once, refused beside the field, never overwritten."""

from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.ledger.forms import IN_DAYS, NAMED, NAMELESS
from offers.ledger.keyed import AGAIN
from offers.ledger.models import Contact, Observation, Promise, Settled, Signal
from offers.ledger.terms import TO_COME
from offers.ledger.views import DECIDED
from offers.models import Offer, Stage
from tests.conftest import CountQueries, sign_in
from tests.factories import make_crowd, make_offer, make_terms
from tests.ledger.entries import make_contact, make_figure, make_promise, make_signal

MODELS: dict[str, Any] = {
    "add-promise": Promise,
    "add-signal": Signal,
    "add-figure": Observation,
    "add-contact": Contact,
}
KINDS = list(MODELS)


@pytest.fixture
def desk(alice: User) -> Client:
    return sign_in(alice)


@pytest.fixture
def offer(alice: User) -> Offer:
    return make_offer(alice, stage=Stage.COUNTERED, stated_as="written")


def body(name: str, /, **changed: str) -> dict[str, str]:
    today = timezone.localdate().isoformat()
    typed = {
        "add-promise": {"what": "A review in June", "promised_on": today, "channel": "call"},
        "add-signal": {"sign": "rushes", "quote": "Today, please.", "seen_on": today},
        "add-figure": {
            "figure": "offered",
            "item": "base",
            "value": "81k",
            "channel": "mail",
            "seen_on": today,
        },
        "add-contact": {"name": "Ms Berg", "part": "manager", "notes": "Calls on Mondays.\r\nKind."},
    }
    return {"key": str(uuid4())} | typed[name] | changed


def post(desk: Client, offer: Offer, name: str, sent: dict[str, str], *more: object) -> HttpResponse:
    return desk.post(reverse(f"ledger:{name}", args=[offer.pk, *more]), sent)


def told(response: HttpResponse) -> list[str]:
    return [str(message) for message in response.wsgi_request._messages]


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("add-promise", "promises"),
        ("add-signal", "signals"),
        ("add-figure", "figures"),
        ("add-contact", "people"),
    ],
)
def test_an_entry_is_kept_and_leads_back_to_its_part_of_the_timeline(
    desk: Client, offer: Offer, name: str, part: str
) -> None:
    response = post(desk, offer, name, body(name))
    timeline = reverse("timeline:page", args=[offer.pk])
    assert (response.status_code, response.headers["Location"]) == (302, f"{timeline}#{part}")
    assert MODELS[name].objects.get().offer == offer


@pytest.mark.parametrize("name", KINDS)
def test_the_same_form_sent_twice_is_one_entry(desk: Client, offer: Offer, name: str) -> None:
    sent = body(name)
    assert [post(desk, offer, name, sent).status_code for _ in range(2)] == [302, 302]
    assert MODELS[name].objects.count() == 1


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("add-promise", {"what": "A desk"}),
        ("add-signal", {"quote": "Now, please."}),
        ("add-figure", {"value": "82k"}),
        ("add-contact", {"name": "Mr Lind"}),
    ],
)
def test_the_same_form_with_other_words_is_asked_about_and_then_kept(
    desk: Client, offer: Offer, name: str, other: dict[str, str]
) -> None:
    first = body(name)
    post(desk, offer, name, first)
    asked: Any = post(desk, offer, name, first | other)
    assert asked.context["form"].errors == {"__all__": [AGAIN]}
    assert MODELS[name].objects.count() == 1
    post(desk, offer, name, first | other | {"key": asked.context["form"]["key"].value()})
    assert MODELS[name].objects.count() == 2


def test_an_amount_is_read_as_people_type_it(desk: Client, offer: Offer) -> None:
    post(desk, offer, "add-figure", body("add-figure", value="81.5k"))
    assert Observation.objects.get().value == Decimal(81_500)


def test_the_end_of_a_line_counts_as_one_character(desk: Client, offer: Offer) -> None:
    post(desk, offer, "add-contact", body("add-contact", notes="\r\n".join(["x" * 9] * 100)))
    assert len(Contact.objects.get().notes) == 999


@pytest.mark.parametrize(
    ("name", "changed", "errors"),
    [
        ("add-promise", {"what": " "}, {"what": ["Say what they promised."]}),
        ("add-promise", {"promised_on": "2099-01-01"}, {"promised_on": [TO_COME]}),
        ("add-signal", {"sign": ""}, {"sign": ["Choose what it was."]}),
        ("add-signal", {"sign": "own_red"}, {"label": [NAMELESS]}),
        ("add-signal", {"label": "Late"}, {"label": [NAMED]}),
        (
            "add-signal",
            {"seen_on": ""},
            {"seen_on": ["Give the day on which it happened."]},
        ),
        ("add-figure", {"value": "soon"}, {"value": ["Give an amount such as 80,000 or 80k."]}),
        ("add-figure", {"value": "€81k"}, {"value": ["This offer is in USD; give the amount in USD."]}),
        ("add-figure", {"item": "leave", "value": "5,000"}, {"value": [IN_DAYS]}),
        ("add-contact", {"name": ""}, {"name": ["Give a name."]}),
        ("add-contact", {"email": "berg"}, {"email": ["Give an address such as name@example.org."]}),
    ],
)
def test_what_cannot_be_read_is_said_beside_the_field_and_stays(
    desk: Client, offer: Offer, name: str, changed: dict[str, str], errors: dict[str, list[str]]
) -> None:
    text = "notes" if name == "add-contact" else "person"
    response = post(desk, offer, name, body(name, **{text: "Typed with care."}, **changed))
    assert (response.status_code, response.context["form"].errors) == (200, errors)
    assert "Typed with care." in response.content.decode()
    assert MODELS[name].objects.count() == 0


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("words", ["\x00", "x" * 2_001, "<script>alert(1)</script>"])
def test_hostile_words_are_refused_or_shown_letter_by_letter(
    desk: Client, offer: Offer, name: str, words: str
) -> None:
    field = {"add-promise": "what", "add-signal": "quote", "add-figure": "person", "add-contact": "notes"}
    response = post(desk, offer, name, body(name, **{field[name]: words}))
    assert response.status_code in {200, 302}
    assert "<script>alert" not in desk.get(reverse("timeline:page", args=[offer.pk])).content.decode()


@pytest.mark.parametrize("name", KINDS)
def test_nobody_writes_on_somebody_elses_offer(bob: User, offer: Offer, name: str) -> None:
    assert post(sign_in(bob), offer, name, body(name)).status_code == 404
    assert MODELS[name].objects.count() == 0


@pytest.mark.parametrize("name", KINDS)
def test_signed_out_what_was_typed_is_not_lost(offer: Offer, name: str) -> None:
    typed = next(text for text in body(name).values() if " " in text or text == "81k")
    response = post(Client(), offer, name, body(name))
    assert (response.status_code, typed in response.content.decode()) == (403, True)


@pytest.mark.parametrize("name", KINDS)
def test_a_decided_offer_takes_nothing_more_and_keeps_what_was_typed_on_screen(
    desk: Client, offer: Offer, name: str
) -> None:
    Offer.objects.update(stage=Stage.DECIDED)
    assert DECIDED in desk.get(reverse(f"ledger:{name}", args=[offer.pk])).content.decode()
    response = post(desk, offer, name, body(name))
    assert response.context["form"].non_field_errors() == [DECIDED]
    assert MODELS[name].objects.count() == 0


def test_people_are_suggested_from_the_contacts(desk: Client, offer: Offer) -> None:
    make_contact(offer, name="Ms <Berg>")
    page = desk.get(reverse("ledger:add-promise", args=[offer.pk])).content.decode()
    assert '<datalist id="people"><option value="Ms &lt;Berg&gt;"></option></datalist>' in page
    assert 'list="people"' in page


def settled(desk: Client, promise: Promise, state: str, was: str) -> HttpResponse:
    return post(desk, promise.offer, "settle-promise", {"state": state, "was": was}, promise.pk)


@pytest.mark.parametrize("state", ["written", "waived"])
def test_a_promise_is_settled_today_and_opened_again(desk: Client, offer: Offer, state: str) -> None:
    promise = make_promise(offer)
    settled(desk, promise, state, "open")
    promise.refresh_from_db()
    assert (promise.state, promise.settled_on) == (state, timezone.localdate())
    settled(desk, promise, "open", state)
    promise.refresh_from_db()
    assert (promise.state, promise.settled_on) == (Settled.OPEN, None)


def test_settling_twice_keeps_the_first_day(desk: Client, offer: Offer) -> None:
    earlier = timezone.localdate() - timedelta(days=3)
    promise = make_promise(offer, state="written", settled_on=earlier)
    settled(desk, promise, "written", "open")
    promise.refresh_from_db()
    assert promise.settled_on == earlier


def test_a_stale_tab_does_not_settle_a_promise_otherwise(desk: Client, offer: Offer) -> None:
    promise = make_promise(offer, state="waived", settled_on=timezone.localdate())
    response = settled(desk, promise, "written", "open")
    assert told(response) == ["Nothing was changed: in another window it was said to be “waived”."]
    assert Promise.objects.get().state == Settled.WAIVED


def test_a_promise_and_a_signal_entered_by_mistake_are_removed(desk: Client, offer: Offer) -> None:
    post(desk, offer, "remove-promise", {}, make_promise(offer).pk)
    post(desk, offer, "remove-signal", {}, make_signal(offer).pk)
    assert (Promise.objects.count(), Signal.objects.count()) == (0, 0)


def test_a_figure_is_struck_out_once_and_never_removed(desk: Client, offer: Offer) -> None:
    figure = make_figure(offer)
    post(desk, offer, "strike-figure", {}, figure.pk)
    first = Observation.objects.get().struck_at
    post(desk, offer, "strike-figure", {}, figure.pk)
    assert first is not None
    assert Observation.objects.get().struck_at == first


def changed_contact(desk: Client, contact: Contact, **typed: str) -> HttpResponse:
    sent = {"name": contact.name, "part": contact.part, "email": contact.email, "version": "1"} | typed
    return post(desk, contact.offer, "contact", sent, contact.pk)


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


def test_nothing_changes_once_it_is_decided(desk: Client, offer: Offer) -> None:
    promise, signal, figure = make_promise(offer), make_signal(offer), make_figure(offer)
    contact = make_contact(offer)
    Offer.objects.update(stage=Stage.DECIDED)
    answers = [
        settled(desk, promise, "written", "open"),
        post(desk, offer, "remove-promise", {}, promise.pk),
        post(desk, offer, "remove-signal", {}, signal.pk),
        post(desk, offer, "strike-figure", {}, figure.pk),
        post(desk, offer, "remove-contact", {"version": "1"}, contact.pk),
    ]
    assert [told(answer)[-1] for answer in answers] == [DECIDED] * 5
    assert changed_contact(desk, contact, phone="1").context["form"].non_field_errors() == [DECIDED]
    kept = (Promise.objects.get().state, Observation.objects.get().struck_at, Contact.objects.get().phone)
    assert (kept, Signal.objects.count()) == ((Settled.OPEN, None, ""), 1)


def test_what_a_version_dropped_becomes_a_promise_once(desk: Client, offer: Offer) -> None:
    make_terms(offer, sign_on=Decimal(8_000), person="Mr Oduya")
    final = make_terms(offer, kind="final", heard_on=timezone.localdate(), base=Decimal(84_000))
    for _ in range(2):
        post(desk, offer, "keep-drop", {}, final.pk, "sign_on")
    promise = Promise.objects.get()
    assert (promise.what.replace("\u00a0", " "), promise.person) == ("Sign-on: USD 8,000", "Mr Oduya")
    assert (promise.channel, str(promise.promised_on)) == ("letter", "2026-11-10")


def test_a_drop_that_only_the_offer_named_is_dated_by_it(desk: Client, alice: User) -> None:
    offer = make_offer(alice, leave_stated="given", leave_days=Decimal(30))
    final = make_terms(offer, kind="final", heard_on=timezone.localdate(), base=Decimal(84_000))
    post(desk, offer, "keep-drop", {}, final.pk, "leave_days")
    promise = Promise.objects.get()
    assert (promise.what, promise.channel, promise.person) == ("Days of leave: 30", "call", "")
    assert promise.promised_on == timezone.localdate(offer.created_at)


@pytest.mark.parametrize("part", ["base", "level", "key", "sign_on"])
def test_only_what_was_dropped_can_be_kept_as_a_promise(desk: Client, offer: Offer, part: str) -> None:
    final = make_terms(offer, kind="final", heard_on=timezone.localdate(), base=Decimal(84_000))
    assert post(desk, offer, "keep-drop", {}, final.pk, part).status_code == 404
    assert Promise.objects.count() == 0


def test_a_long_part_is_shortened_to_what_a_promise_holds(desk: Client, offer: Offer) -> None:
    make_terms(offer, benefits="x" * 300)
    final = make_terms(offer, kind="final", heard_on=timezone.localdate(), base=Decimal(84_000))
    post(desk, offer, "keep-drop", {}, final.pk, "benefits")
    assert (len(Promise.objects.get().what), Promise.objects.get().what[-1]) == (200, "…")


@pytest.mark.parametrize("many", [1, 30])
@pytest.mark.parametrize("name", KINDS)
def test_the_page_of_an_entry_asks_the_database_four_times(
    desk: Client, alice: User, many: int, name: str, django_assert_num_queries: CountQueries
) -> None:
    offers = make_crowd(alice, many)
    for _ in range(many):
        make_contact(offers[0])
    with django_assert_num_queries(4):
        desk.get(reverse(f"ledger:{name}", args=[offers[0].pk]))


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
