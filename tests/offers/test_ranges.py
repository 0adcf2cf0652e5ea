"""Ranges that a person was told or has found: theirs alone, and one press from the range of an offer."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from offers.accounts.models import User
from offers.forms import RangeForm
from offers.models import KnownRange, Offer, Stage
from offers.ranges import MOST
from tests.conftest import CountQueries
from tests.factories import make_offer
from tests.forms import KNOWN_RANGE
from tests.market.steps import text_of

pytestmark = pytest.mark.django_db
LIST, NEW = reverse("market:ranges"), reverse("market:new-range")
PAGE = "5f0f9d0e-6a43-4e0e-8f0a-6f6f3f0a7c21"


def keep(owner: User, **fields: Any) -> KnownRange:
    given = {
        "title": "Product Analyst",
        "place": "Austin, TX",
        "source": "A friend",
        "minimum": Decimal(80_000),
    }
    given |= {"maximum": Decimal(110_000), "seen_on": date(2026, 11, 20)}
    return KnownRange.objects.create(owner=owner, **given | fields)


def test_a_range_is_kept_as_it_was_told(desk: Client, alice: User) -> None:
    assert "None yet." in text_of(desk.get(LIST))
    assert desk.post(NEW, KNOWN_RANGE).headers["Location"] == LIST
    kept = KnownRange.objects.get()
    assert (kept.owner, kept.currency, kept.minimum, kept.maximum) == (alice, "USD", 80_000, 110_000)
    page = text_of(desk.get(LIST))
    assert "USD 80,000 to 110,000 a year" in page
    assert "The recruiter, on the phone (the employer), 20 November 2026" in page


@pytest.mark.parametrize(
    ("ends", "words"),
    [
        ({"minimum": "80k", "maximum": ""}, "USD from 80,000 a year"),
        ({"minimum": "", "maximum": "55.50", "unit": "hour"}, "USD up to 55.50 an hour"),
        ({"midpoint": "95000"}, "USD 80,000 to 110,000 a year, midpoint 95,000"),
    ],
)
def test_one_end_is_enough(desk: Client, ends: dict[str, str], words: str) -> None:
    desk.post(NEW, KNOWN_RANGE | ends)
    assert words in text_of(desk.get(LIST))


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"title": ""}, "title", "Name the job."),
        ({"place": ""}, "place", "Name the place, or write remote."),
        ({"source": ""}, "source", "Say who said it, or where it stands."),
        ({"seen_on": ""}, "seen_on", "Say when; about is enough."),
        ({"seen_on": "1999-12-31"}, "seen_on", "Give a date between 2000 and 2100."),
        (
            {"currency": "US"},
            "currency",
            "Give a currency code of three capital letters, such as USD or EUR.",
        ),
        ({"unit": "day"}, "unit", "Select a valid choice. day is not one of the available choices."),
        ({"minimum": "", "maximum": ""}, "minimum", "Give the lower end or the upper end, or both."),
        ({"minimum": "120k"}, "maximum", "The maximum is below the minimum."),
        ({"midpoint": "70k"}, "midpoint", "The midpoint is below the minimum."),
        ({"midpoint": "120k"}, "midpoint", "The midpoint is above the maximum."),
        ({"minimum": "€80k"}, "minimum", "This range is in USD; give the amount in USD."),
        ({"minimum": "much"}, "minimum", "Give an amount such as 80,000 or 80k."),
        ({"minimum": "0"}, "minimum", "Leave it empty if it is not known; an amount is more than zero."),
        ({"title": "x" * 151}, "title", "Ensure this value has at most 150 characters (it has 151)."),
    ],
)
def test_a_mistake_stands_beside_its_field(
    desk: Client, changed: dict[str, str], field: str, sentence: str
) -> None:
    page = desk.post(NEW, KNOWN_RANGE | changed)
    assert (page.status_code, page.context["form"].errors) == (200, {field: [sentence]})
    assert not KnownRange.objects.exists()


def test_the_same_page_sent_twice_is_one_range(desk: Client) -> None:
    for _ in range(2):
        desk.post(NEW, KNOWN_RANGE | {"page": PAGE})
    assert KnownRange.objects.count() == 1


def test_a_stale_page_gets_both_versions(desk: Client, alice: User) -> None:
    address = reverse("market:range", args=[keep(alice).pk])
    opened = desk.get(address).context["form"]["opened"].value()
    body = KNOWN_RANGE | {"opened": opened}
    desk.post(address, body | {"maximum": "115k"})
    page = desk.post(address, body | {"maximum": "120k", "from_employer": ""})
    assert page.status_code == 409
    assert page.context["rows"] == [
        ("Maximum", "115,000", "120k"),
        ("The employer said it", "yes", "No"),
    ]
    again = dict(page.context["hidden"]) | {"opened": page.context["opened"]}
    assert desk.post(address, again).status_code == 302
    assert KnownRange.objects.get().maximum == 120_000


def test_a_range_is_removed_after_a_question(desk: Client, alice: User) -> None:
    address = reverse("market:remove-range", args=[keep(alice).pk])
    assert "Remove Product Analyst, Austin, TX?" in text_of(desk.get(address))
    assert desk.post(address).headers["Location"] == LIST
    assert not KnownRange.objects.exists()


def test_nobody_sees_or_uses_the_range_of_another(desk: Client, bob: User, alice: User) -> None:
    theirs, mine = keep(bob, title="Canary"), make_offer(alice)
    assert "Canary" not in text_of(desk.get(LIST))
    for name in ("market:range", "market:remove-range"):
        address = reverse(name, args=[theirs.pk])
        assert [desk.get(address).status_code, desk.post(address, KNOWN_RANGE).status_code] == [404, 404]
    page = text_of(use(desk, mine, str(theirs.pk)))
    assert "That range is not here any more. Nothing was filled in." in page
    assert KnownRange.objects.get().title == "Canary"


def test_a_hundred_are_the_most(desk: Client, alice: User) -> None:
    KnownRange.objects.bulk_create(
        KnownRange(owner=alice, title=str(n), place="x", source="x", minimum=1, seen_on=date(2026, 1, 1))
        for n in range(MOST)
    )
    page = desk.post(NEW, KNOWN_RANGE)
    assert page.context["form"].non_field_errors() == [
        "At most 100 ranges fit. Remove one that you need no more."
    ]
    assert KnownRange.objects.count() == MOST


@pytest.mark.parametrize(
    "wrong", [{"minimum": None, "maximum": None}, {"minimum": 2, "maximum": 1}, {"unit": "day"}]
)
def test_the_database_keeps_no_range_that_is_none(alice: User, wrong: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        keep(alice, **wrong)


def step(offer: Offer) -> str:
    return reverse("offers:step", args=[offer.pk, "range"])


def use(desk: Client, offer: Offer, key: str, **typed: str) -> Any:
    return desk.post(step(offer), typed | {"use": "mine", "mine": key})


def test_a_range_is_filled_into_an_offer_and_saved_by_the_person(desk: Client, alice: User) -> None:
    offer, known = make_offer(alice), keep(alice, from_employer=True, midpoint=Decimal(95_000))
    assert "Product Analyst, Austin, TX: 80,000 to 110,000" in text_of(desk.get(step(offer)))
    answer = use(desk, offer, str(known.pk), posted_minimum="70k", range_basis="hire")
    values = {name: answer.context["form"][name].value() for name in ("range_minimum", "range_midpoint")}
    assert values == {"range_minimum": "80,000", "range_midpoint": "95,000"}
    page = answer.content.decode()
    assert [f'value="{text}"' in page for text in ("110,000", "70k", "A friend, 20 November 2026")] == [
        True
    ] * 3
    assert "Filled in: 80,000 to 110,000, from “A friend”. It is not saved yet" in text_of(answer)
    assert Offer.objects.get().range_minimum is None
    body = {name: field.value() or "" for name, field in ((f.name, f) for f in answer.context["form"])}
    desk.post(step(offer), body | {"opened": RangeForm(instance=offer).state})
    saved = Offer.objects.get()
    assert (saved.range_minimum, saved.range_source) == (80_000, "A friend, 20 November 2026")
    assert (saved.range_from_employer, saved.posted_minimum, saved.range_basis) == (False, 70_000, "hire")


def test_a_range_that_no_employer_said_takes_the_tick_away(desk: Client, alice: User) -> None:
    offer, known = make_offer(alice), keep(alice, maximum=None)
    answer = use(desk, offer, str(known.pk), range_maximum="130k", range_from_employer="on")
    form = answer.context["form"]
    assert (form["range_from_employer"].value(), form["range_maximum"].value()) == (False, "")


@pytest.mark.parametrize("key", ["", "0", "-1", "x", "9" * 30, "١"])
def test_what_names_no_range_of_mine_keeps_what_was_typed(desk: Client, alice: User, key: str) -> None:
    answer = use(desk, make_offer(alice), key, range_minimum="77k")
    assert (answer.status_code, answer.context["form"]["range_minimum"].value()) == (200, "77k")


def test_ranges_in_other_currencies_or_units_are_not_offered(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    keep(alice, currency="EUR")
    keep(alice, unit="hour")
    assert "Use one of your ranges" not in text_of(desk.get(step(offer)))
    keep(alice, title="Nurse", seen_on=date(2026, 11, 22))
    keep(alice)
    shown = desk.get(step(offer)).context["my_ranges"]
    assert [one.title for one in shown] == ["Product Analyst", "Nurse"]


def test_a_decided_offer_takes_no_range(desk: Client, alice: User) -> None:
    offer, known = make_offer(alice), keep(alice)
    Offer.objects.update(stage=Stage.DECIDED)
    assert "Use one of your ranges" not in text_of(desk.get(step(offer)))
    use(desk, offer, str(known.pk))
    assert Offer.objects.get().range_minimum is None


@pytest.mark.parametrize("many", [1, 30])
def test_the_pages_ask_the_same_of_the_database_however_many_there_are(
    desk: Client, alice: User, many: int, django_assert_num_queries: CountQueries
) -> None:
    offer, known = make_offer(alice), [keep(alice) for _ in range(many)][-1]
    with django_assert_num_queries(3):
        desk.get(LIST)
    with django_assert_num_queries(3):
        desk.get(reverse("market:range", args=[known.pk]))
    with django_assert_num_queries(6):
        desk.get(step(offer))


def test_no_administrator_has_a_page_of_it() -> None:
    with pytest.raises(Exception, match="Reverse for"):
        reverse("admin:offers_knownrange_changelist")
