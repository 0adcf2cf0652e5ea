"""Versions of the terms: what the letter says is held against what was said, and the offer takes it on."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.ledger.models import Terms
from offers.ledger.parts import Turn, open_drops, standing, versions_of
from offers.ledger.terms import NOTHING, TO_COME
from offers.models import Offer, Stage
from tests.conftest import CountQueries
from tests.factories import make_answer, make_crowd, make_offer, make_terms

SAID = {
    "sign_on_stated": "given",
    "sign_on": Decimal(8_000),
    "leave_stated": "given",
    "leave_days": Decimal(25),
}


@pytest.fixture
def offer(alice: User) -> Offer:
    return make_offer(alice, **SAID)


def letter(**changed: str) -> dict[str, str]:
    today = timezone.localdate().isoformat()
    return {"key": str(uuid4()), "base": "80k", "heard_on": today, "channel": "letter"} | changed


def post(desk: Client, offer: Offer, body: dict[str, str], kind: str = "written") -> HttpResponse:
    return desk.post(reverse("ledger:terms", args=[offer.pk, kind]), body)


def changes_of(offer: Offer) -> dict[str, tuple[Turn, bool]]:
    """What the newest version of the terms changed."""
    newest = versions_of(Offer.objects.prefetch_related("terms").get(pk=offer.pk))[0]
    return {change.name: (change.kind, change.is_drop) for change in newest.changes}


def test_what_the_letter_leaves_out_or_lowers_stands_out(desk: Client, offer: Offer) -> None:
    assert post(desk, offer, letter(leave_days="20", level="L3")).status_code == 302
    assert changes_of(offer) == {
        "level": (Turn.NEW, False),
        "base": (Turn.SAME, False),
        "sign_on": (Turn.UNSAID, True),
        "leave_days": (Turn.LESS, True),
    }


def test_what_was_said_before_the_letter_is_kept_as_its_own_version(desk: Client, offer: Offer) -> None:
    post(desk, offer, letter())
    first = Terms.objects.get(kind="verbal")
    assert (first.base, first.sign_on, first.channel) == (Decimal(80_000), Decimal(8_000), "call")
    post(desk, offer, letter(base="82k"))
    assert list(Terms.objects.values_list("kind", flat=True)) == ["written", "written", "verbal"]


def test_the_offer_takes_on_what_is_named_and_moves_to_its_review(desk: Client, offer: Offer) -> None:
    day = timezone.localdate() + timedelta(days=9)
    post(desk, offer, letter(base="82k", bonus_target_rate="10", decide_by=day.isoformat()))
    now = Offer.objects.get(pk=offer.pk)
    assert (now.stated_as, now.stage, now.base, now.deadline) == ("written", Stage.REVIEWED, 82_000, day)
    assert (now.bonus_stated, now.bonus_target_rate) == ("given", Decimal("0.1"))
    assert (now.sign_on, now.leave_days) == (Decimal(8_000), Decimal(25))


def test_an_older_letter_entered_later_replaces_nothing(desk: Client, offer: Offer) -> None:
    post(desk, offer, letter(base="81k"))
    post(desk, offer, letter(base="82k", heard_on=(timezone.localdate() - timedelta(days=3)).isoformat()))
    assert Offer.objects.get(pk=offer.pk).base == Decimal(81_000)


def test_a_call_after_the_letter_does_not_replace_what_it_says(desk: Client, offer: Offer) -> None:
    post(desk, offer, letter(base="81k"))
    post(desk, offer, letter(base="80,500", channel="call"), kind="verbal")
    now = Offer.objects.get(pk=offer.pk)
    assert (now.base, now.stated_as, now.stage) == (Decimal(81_000), "written", Stage.REVIEWED)


def test_what_was_advertised_is_no_version_before_another(alice: User) -> None:
    offer = make_offer(alice, **SAID)
    make_terms(offer, kind="advertised", base=Decimal(60_000), heard_on=date(2026, 11, 15))
    make_answer(offer, sign_on=Decimal(8_000), leave_days=Decimal(25))
    assert changes_of(offer)["base"] == (Turn.MORE, False)
    loaded = Offer.objects.prefetch_related("terms").get(pk=offer.pk)
    assert (standing(loaded)["base"], open_drops(loaded)) == (Decimal(84_000), [])


@pytest.mark.parametrize(("kind", "channel"), [("written", "call"), ("verbal", "letter")])
def test_what_is_in_writing_was_not_said_aloud(desk: Client, offer: Offer, kind: str, channel: str) -> None:
    assert "channel" in post(desk, offer, letter(channel=channel), kind=kind).context["form"].errors


def test_what_was_advertised_changes_nothing_of_the_offer(desk: Client, offer: Offer) -> None:
    before = Offer.objects.values().get()
    assert post(desk, offer, letter(base="90k", channel="memory"), kind="advertised").status_code == 302
    assert Offer.objects.values().get() == before
    assert Terms.objects.get().kind == "advertised"


def test_the_same_form_sent_twice_is_one_version(desk: Client, offer: Offer) -> None:
    body = letter(base="82k")
    assert [post(desk, offer, body).status_code for _ in range(2)] == [302, 302]
    assert Terms.objects.filter(kind="written").count() == 1


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"base": ""}, "__all__", NOTHING),
        ({"base": "soon"}, "base", "Give an amount such as 80,000 or 80k."),
        ({"sign_on": "€8k"}, "sign_on", "This offer is in USD; give the amount in USD."),
        ({"bonus_target_rate": "ten"}, "bonus_target_rate", "Give a percentage such as 10 or 12.5."),
        ({"heard_on": "2099-01-01"}, "heard_on", TO_COME),
        ({"sign_on_clawback_months": "99"}, "sign_on_clawback_months", "Months are between 0 and 60."),
        ({"base": "82"}, "base", "82 a year? Type 82k or 82,000."),
        ({"base": "40/hr"}, "base", "That is for an hour. Give what it comes to in a year."),
        ({"leave_days": "20-25"}, "leave_days", "Give a number of days of leave, such as 25."),
        ({"leave_days": "366"}, "leave_days", "Days of leave are between 0 and 120."),
    ],
)
def test_what_cannot_be_read_is_said_beside_the_field_and_stays(
    desk: Client, offer: Offer, changed: dict[str, str], field: str, sentence: str
) -> None:
    response = post(desk, offer, letter(person="Ms Berg", **changed))
    assert (response.status_code, response.context["form"].errors) == (200, {field: [sentence]})
    assert "Ms Berg" in response.content.decode()
    assert Terms.objects.count() == 0


def test_the_form_of_a_decided_offer_is_not_opened(desk: Client, alice: User) -> None:
    decided = make_offer(alice, stage=Stage.DECIDED)
    led = desk.get(reverse("ledger:terms", args=[decided.pk, "written"]), follow=True)
    assert led.redirect_chain == [(reverse("timeline:page", args=[decided.pk]), 302)]
    assert "This is decided." in led.content.decode()


def test_nothing_is_written_down_once_it_is_decided(desk: Client, alice: User) -> None:
    decided = make_offer(alice, stage=Stage.DECIDED)
    assert "This is decided." in post(desk, decided, letter()).content.decode()
    assert Terms.objects.count() == 0


@pytest.mark.parametrize("kind", ["final", "revised", "nothing"])
def test_answers_are_not_entered_here(desk: Client, offer: Offer, kind: str) -> None:
    assert desk.get(reverse("ledger:terms", args=[offer.pk, kind])).status_code == 404


def test_a_version_taken_back_leaves_the_offer_as_it_is(desk: Client, offer: Offer) -> None:
    post(desk, offer, letter(base="82k"))
    written = Terms.objects.get(kind="written")
    desk.post(reverse("ledger:remove-terms", args=[offer.pk, written.pk]))
    assert Terms.objects.filter(kind="written").count() == 0
    assert Offer.objects.get(pk=offer.pk).base == Decimal(82_000)


def test_no_version_is_taken_back_once_it_is_decided(desk: Client, alice: User) -> None:
    kept = make_terms(decided := make_offer(alice, stage=Stage.DECIDED))
    desk.post(reverse("ledger:remove-terms", args=[decided.pk, kept.pk]))
    assert Terms.objects.get() == kept


def test_what_stands_is_the_offer_and_what_they_answered_over_it(alice: User) -> None:
    offer = make_offer(alice, **SAID)
    make_terms(offer, base=Decimal(60_000), reporting_line="Head of Data")
    make_answer(offer, base=Decimal(84_000), heard_on=date(2026, 11, 21))
    now = standing(Offer.objects.prefetch_related("terms").get(pk=offer.pk))
    assert now == {
        "base": Decimal(84_000),
        "sign_on": Decimal(8_000),
        "leave_days": Decimal(25),
        "reporting_line": "Head of Data",
    }


@pytest.mark.parametrize(("channel", "marked"), [("call", []), ("mail", ["level"])])
def test_a_level_that_nobody_repeats_on_the_phone_was_not_dropped(
    alice: User, channel: str, marked: list[str]
) -> None:
    make_answer(offer := make_offer(alice, level="L3"), channel=channel)
    assert [name for name, (_, is_drop) in changes_of(offer).items() if is_drop] == marked


def test_a_longer_clawback_is_less_and_a_shorter_one_more(alice: User) -> None:
    offer = make_offer(alice)
    for months, day in ((12, 1), (24, 2), (6, 3)):
        make_terms(offer, sign_on_clawback_months=months, heard_on=date(2026, 11, day))
    found = versions_of(Offer.objects.prefetch_related("terms").get(pk=offer.pk))
    assert [one.changes[0].kind for one in found] == [Turn.MORE, Turn.LESS, Turn.NEW]


@pytest.mark.parametrize("many", [1, 30])
def test_the_page_asks_the_database_four_times(
    desk: Client, alice: User, many: int, django_assert_num_queries: CountQueries
) -> None:
    offers = make_crowd(alice, many)
    for _ in range(many):
        make_terms(offers[0], base=Decimal(80_000))
    with django_assert_num_queries(4):
        desk.get(reverse("ledger:terms", args=[offers[0].pk, "written"]))
