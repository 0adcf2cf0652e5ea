"""What is written down on the way: kept once, refused beside the field, closed once it is decided."""

from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
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
from tests.factories import make_crowd
from tests.ledger.entries import make_contact, make_figure, make_promise, make_signal
from tests.ledger.steps import changed_contact, post, settled, told

MODELS: dict[str, Any] = {
    "add-promise": Promise,
    "add-signal": Signal,
    "add-figure": Observation,
    "add-contact": Contact,
}
KINDS = list(MODELS)


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
