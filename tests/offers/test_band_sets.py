"""What publishing a set does to people's offers, and how little of it an administrator learns."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.band_sets import colours_of, publish_set
from offers.bands.models import Band, BandSet
from offers.bands.sets import copy, set_in_force, state_of
from offers.models import Offer, Stage
from tests.conftest import CountQueries, make_person, sign_in
from tests.factories import make_band, make_offer

TODAY = date(2026, 11, 23)


@pytest.fixture
def desk(ada: User) -> Client:
    return sign_in(ada, second_factor=True)


def crowd(many: int, band: Band, **fields: Any) -> None:
    """So many people, each with an offer of 120,000 on the band."""
    for number in range(many):
        make_offer(make_person(f"person{number}"), band=band, base=Decimal(120_000), target=None, **fields)


def lower(band_set: BandSet, maximum: int = 115_000) -> BandSet:
    """A draft in which the band ends under what those people were offered."""
    draft = copy(band_set)
    draft.bands.update(midpoint=Decimal(112_000), maximum=Decimal(maximum), version=2)
    return draft


def bring(band_set: BandSet) -> None:
    publish_set(band_set, shown=state_of(band_set, set_in_force(band_set)), today=TODAY)


def told(draft: BandSet) -> list[tuple[str, str, str, str]]:
    found = colours_of(draft, TODAY)
    assert found.shifts is not None
    return [(one.light, one.now, one.then, one.many) for one in found.shifts]


def test_offers_are_counted_by_their_colours_now_and_then(db: None) -> None:
    band = make_band()
    crowd(6, band, walk_away=None, team=())
    assert told(lower(band.band_set)) == [
        ("Approval", "green", "red", "6"),
        ("Band", "green", "red", "6"),
    ]


def test_a_small_count_is_not_told_exactly(db: None) -> None:
    band = make_band()
    crowd(6, band, walk_away=None, team=())
    Offer.objects.filter(owner__email="person0@example.org").update(base=None)
    assert told(lower(band.band_set)) == [
        ("Approval", "green", "red", "5"),
        ("Approval", "no base yet", "no base yet", "1 to 4"),
        ("Band", "green", "red", "5"),
        ("Band", "no base yet", "no base yet", "1 to 4"),
    ]


def test_nothing_is_counted_where_few_people_stand_on_the_set(db: None, alice: User) -> None:
    band = make_band()
    crowd(4, band, walk_away=None)
    for _ in range(6):
        make_offer(User.objects.get(email="person0@example.org"), band=band)
    make_offer(alice, band=band, stage=Stage.DECIDED)
    assert colours_of(lower(band.band_set), TODAY).shifts is None


def test_answers_that_do_not_fit_break_no_page(db: None) -> None:
    band = make_band()
    crowd(5, band, walk_away=None)
    Offer.objects.update(
        inside_minimum=200_000, inside_maximum=None, inside_by="manager", inside_in_writing=True
    )
    assert ("Band", "answers that do not fit", "answers that do not fit", "5") in told(lower(band.band_set))


def test_open_offers_follow_and_go_back_with_the_set(db: None, alice: User) -> None:
    band = make_band()
    is_open, decided = make_offer(alice, band=band), make_offer(alice, band=band, stage=Stage.DECIDED)
    draft = lower(band.band_set)
    bring(draft)
    assert Offer.objects.get(pk=is_open.pk).band == draft.bands.get()
    assert Offer.objects.get(pk=decided.pk).band == band
    bring(BandSet.objects.get(name="First set"))
    assert Offer.objects.get(pk=is_open.pk).band == band


def test_an_offer_whose_job_the_set_does_not_have_keeps_its_band(db: None, alice: User) -> None:
    band = make_band()
    offer = make_offer(alice, band=band)
    draft = copy(band.band_set)
    draft.bands.update(title="Another")
    bring(draft)
    assert Offer.objects.get(pk=offer.pk).band == band
    page = sign_in(alice).get(reverse("offers:step", args=[offer.pk, "range"]))
    titles = {one.title for one in page.context["form"].fields["band"].queryset}
    assert titles == {"Software Engineer", "Another"}


def test_an_administrator_publishes_what_was_shown_and_goes_back_with_one_press(
    desk: Client, alice: User
) -> None:
    band = make_band()
    make_offer(alice, band=band, company="Secret Robotics", base=Decimal(123_456))
    first = band.band_set
    desk.post(reverse("admin:bands_bandset_copy", args=[first.pk]))
    draft = BandSet.objects.exclude(pk=first.pk).get()
    draft.bands.update(maximum=Decimal(150_000), version=2)
    page = desk.get(reverse("admin:bands_bandset_publish", args=[draft.pk]))
    text = page.content.decode()
    assert [word in text for word in ("alice", "Secret", "123,456", "95,000")] == [False] * 4
    assert "Offers of fewer than 5 people rest on the set in force." in text
    assert "USD 110,000 – 135,000 – 150,000 a year" in text
    address = reverse("admin:bands_bandset_publish", args=[draft.pk])
    assert desk.post(address, {"shown": page.context["shown"]}).status_code == 302
    assert Offer.objects.get().band == draft.bands.get()
    change = desk.get(reverse("admin:bands_bandset_change", args=[draft.pk]))
    assert "Go back to First set" in change.content.decode()
    back = reverse("admin:bands_bandset_publish", args=[first.pk])
    assert desk.post(back, {"shown": change.context["way_back"]}).status_code == 302
    assert Offer.objects.get().band == band
    assert desk.get(back).status_code == 302


def test_what_changed_meanwhile_is_shown_again_and_not_published(desk: Client) -> None:
    band = make_band()
    draft = lower(band.band_set)
    address = reverse("admin:bands_bandset_publish", args=[draft.pk])
    shown = desk.get(address).context["shown"]
    draft.bands.update(version=3)
    answer = desk.post(address, {"shown": shown})
    assert (answer.status_code, "Look at it again" in answer.content.decode()) == (409, True)
    assert BandSet.objects.get(pk=draft.pk).state == "draft"


def test_a_set_for_next_year_is_shown_and_cannot_be_published_before(desk: Client) -> None:
    draft = lower(make_band().band_set)
    draft.bands.update(valid_from=timezone.localdate() + timedelta(1))
    address = reverse("admin:bands_bandset_publish", args=[draft.pk])
    page = desk.get(address)
    text = page.content.decode()
    assert ("would have no band until" in text, 'value="Publish"' in text) == (True, False)
    answer = desk.post(address, {"shown": page.context["shown"]})
    assert (answer.status_code, "would have no band until" in answer.content.decode()) == (409, True)
    assert BandSet.objects.get(pk=draft.pk).state == "draft"


def test_bands_of_an_archived_set_cannot_be_edited(desk: Client) -> None:
    band = make_band()
    bring(copy(band.band_set))
    page = desk.get(reverse("admin:bands_band_change", args=[band.pk]))
    assert (page.status_code, 'name="_save"' in page.content.decode()) == (200, False)


@pytest.mark.parametrize("pk", ["999999", "99999999999999999999"])
def test_a_set_that_is_not_there_is_not_found(desk: Client, pk: str) -> None:
    assert desk.get(f"/admin/bands/bandset/{pk}/publish/").status_code == 404


@pytest.mark.parametrize("many", [1, 30])
def test_the_page_takes_the_same_queries_however_many_bands_and_offers(
    desk: Client, many: int, django_assert_num_queries: CountQueries
) -> None:
    band = make_band()
    for number in range(many):
        make_band(level=f"L{number + 10}")
    crowd(many + 4, band, walk_away=None)
    draft = lower(band.band_set)
    with django_assert_num_queries(17):
        desk.get(reverse("admin:bands_bandset_publish", args=[draft.pk]))
