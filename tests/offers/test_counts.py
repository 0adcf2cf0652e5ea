"""Numbers that are no money: what is typed is read as it is meant, and is never dropped unsaid."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from django import forms
from django.urls import get_resolver, reverse

from offers.accounts.models import User
from offers.counts import COUNTS
from offers.fields import CountField
from offers.models import Offer
from tests.conftest import sign_in
from tests.factories import make_offer
from tests.forms import BENEFITS, OFFER, SIGN_ON
from tests.offers.reading import main_of

LEAVE = BENEFITS | {"leave_stated": "given"}
PAID = SIGN_ON | {"sign_on_stated": "given", "sign_on": "9k"}


def forms_of(kind: type[forms.BaseForm] = forms.BaseForm) -> Iterator[type[forms.BaseForm]]:
    for one in kind.__subclasses__():
        yield one
        yield from forms_of(one)


def test_no_field_is_one_whose_text_a_browser_keeps_to_itself() -> None:
    assert get_resolver().url_patterns  # So that every module with a form is loaded.
    ours = [
        one for one in forms_of() if one.__module__.startswith("offers.") and ".admin" not in one.__module__
    ]
    kept = {
        f"{one.__name__}.{name}"
        for one in ours
        for name, field in getattr(one, "base_fields", {}).items()
        if isinstance(field.widget, forms.NumberInput) and name != "version"  # Which nobody types.
    }
    assert (kept, len(ours) > 30) == (set(), True)


def test_a_number_that_has_to_be_there_says_so_when_it_is_missing() -> None:
    with pytest.raises(forms.ValidationError, match="Give a whole number of years"):
        CountField(what="years", such_as=4, least=1, most=10, required=True).clean("")


def send(alice: User, offer: Offer, key: str, body: dict[str, str], **headers: str) -> str:
    desk = sign_in(alice)
    rights = reverse("offers:rights", args=[offer.pk])
    address = rights if key == "rights" else reverse("offers:step", args=[offer.pk, key])
    opened = desk.get(address).context["form"]["opened"].value()
    answer = desk.post(address, body | {"opened": opened}, headers=headers)
    offer.refresh_from_db()
    return answer.content.decode()


@pytest.mark.parametrize(
    ("key", "body", "name", "kept"),
    [
        ("offer", OFFER | {"hours_per_week": "37,5"}, "hours_per_week", "37.5"),
        ("benefits", LEAVE | {"leave_days": "22,5"}, "leave_days", "22.5"),
        ("benefits", LEAVE | {"leave_days": "0"}, "leave_days", "0"),
        ("sign-on", PAID | {"sign_on_clawback_months": "24"}, "sign_on_clawback_months", "24"),
        ("rights", {"employees": "1,200"}, "employees", "1200"),
    ],
)
def test_a_number_is_kept_as_it_is_meant(
    alice: User, key: str, body: dict[str, str], name: str, kept: str
) -> None:
    offer = make_offer(alice)
    send(alice, offer, key, body)
    assert getattr(offer, name) == Decimal(kept)


@pytest.mark.parametrize(
    ("key", "body", "name", "told"),
    [
        (
            "benefits",
            LEAVE | {"leave_days": "20-25"},
            "leave_days",
            "Give a number of days of leave, such as 25.",
        ),
        ("benefits", LEAVE | {"leave_days": "200"}, "leave_days", "Days of leave are between 0 and 120."),
        ("benefits", BENEFITS | {"public_holidays": "51"}, "public_holidays", "Days are between 0 and 50."),
        (
            "sign-on",
            PAID | {"sign_on_clawback_months": "2 years"},
            "sign_on_clawback_months",
            "Give a whole number of months, such as 12.",
        ),
        ("sign-on", PAID | {"amount_1": "9k", "month_1": "61"}, "month_1", "Months are between 1 and 60."),
        ("offer", OFFER | {"hours_per_week": "375"}, "hours_per_week", "Hours a week are between 1 and 80."),
        ("range", {"role_open_days": "long"}, "role_open_days", "Give a whole number of days, such as 60."),
        ("place", {"onsite_days": "8"}, "onsite_days", "Days a week are between 0 and 7."),
        (
            "place",
            {"commute_minutes": "1,5 h"},
            "commute_minutes",
            "Give a whole number of minutes, such as 60.",
        ),
        ("wishes", {"cap_leave_days": "61"}, "cap_leave_days", "Days are between 0 and 60."),
        ("rights", {"employees": "0"}, "employees", "Give how many people, from 1 to 10,000,000."),
    ],
)
def test_a_number_that_is_none_stays_in_front_of_the_person_with_one_sentence(
    alice: User, key: str, body: dict[str, str], name: str, told: str
) -> None:
    offer = make_offer(alice)
    page = send(alice, offer, key, body)
    typed = [one.attributes for one in main_of(page).walk() if one.attributes.get("name") == name]
    assert told in page
    assert (typed[0]["type"], typed[0]["value"]) == ("text", body[name])
    assert "Saved" not in send(alice, offer, key, body, **{"HX-Request": "true"})


@pytest.mark.parametrize("name", COUNTS)
def test_every_number_has_a_keypad_and_takes_its_own_example(name: str) -> None:
    field = COUNTS[name]()
    assert field.widget.attrs["inputmode"] == ("decimal" if field.places else "numeric")
    example = field.error_messages["invalid"].rpartition(" ")[2].rstrip(".")
    assert field.clean(example) == Decimal(example.replace(",", ""))
