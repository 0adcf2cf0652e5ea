"""The page after a counter: what they answered is kept, read, taken back; the end is kept and taken back."""

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
from offers.ledger.keyed import AGAIN
from offers.ledger.models import Terms
from offers.ledger.services import drop_key
from offers.ledger.terms import BEFORE, TO_COME
from offers.models import Offer, Stage
from offers.outcome.forms import SPOKEN, SURE
from offers.outcome.models import Decision
from tests.conftest import CountQueries
from tests.factories import make_answer, make_crowd, make_draft, make_offer, make_promise, make_signal
from tests.offers.reading import main_of


@pytest.fixture
def offer(alice: User) -> Offer:
    return make_offer(alice, stage=Stage.COUNTERED, stated_as="written")


def heard(**changed: str) -> dict[str, str]:
    today = timezone.localdate().isoformat()
    return {"key": str(uuid4()), "base": "84k", "heard_on": today, "channel": "call"} | changed


def post(desk: Client, offer: Offer, name: str, body: dict[str, Any], **more: Any) -> HttpResponse:
    return desk.post(reverse(f"outcome:{name}", args=[offer.pk, *more.values()]), body)


def decided(outcome: str, **more: Any) -> dict[str, Any]:
    return {"outcome": outcome, "decided_on": timezone.localdate().isoformat()} | more


def stage_of(offer: Offer) -> str:
    return Offer.objects.values_list("stage", flat=True).get(pk=offer.pk)


def page_of(desk: Client, offer: Offer) -> str:
    return main_of(desk.get(reverse("outcome:page", args=[offer.pk])).content.decode()).text


def test_an_answer_is_kept_and_opens_the_final_stage(desk: Client, offer: Offer) -> None:
    response = post(desk, offer, "hear", heard(sign_on="5,000", other="A review in June."))
    assert response.status_code == 302
    kept = Terms.objects.get()
    assert (kept.base, kept.sign_on, kept.other) == (Decimal(84_000), Decimal(5_000), "A review in June.")
    assert stage_of(offer) == Stage.FINAL
    page = page_of(desk, offer)
    assert "A review in June." in page
    assert "One more step is left in base" in page


def test_the_same_form_sent_twice_is_one_answer(desk: Client, offer: Offer) -> None:
    body = heard()
    assert [post(desk, offer, "hear", body).status_code for _ in range(2)] == [302, 302]
    assert Terms.objects.count() == 1


def test_the_same_form_with_other_words_is_not_dropped_without_a_word(desk: Client, offer: Offer) -> None:
    body = heard()
    post(desk, offer, "hear", body)
    refused = post(desk, offer, "hear", body | {"base": "86k"})
    assert refused.context["answer_form"].errors == {"__all__": [AGAIN]}
    key = refused.context["answer_form"]["key"].value()
    assert post(desk, offer, "hear", body | {"base": "86k", "key": key}).status_code == 302
    assert sorted(Terms.objects.values_list("base", flat=True)) == [84_000, 86_000]


def test_an_answer_taken_back_gives_the_deadline_back(desk: Client, alice: User) -> None:
    day = timezone.localdate() + timedelta(days=5)
    offer = make_offer(alice, stage=Stage.COUNTERED, stated_as="written", deadline=day)
    post(desk, offer, "hear", heard(decide_by=(day + timedelta(days=20)).isoformat()))
    post(desk, offer, "remove", {}, entry=Terms.objects.get().pk)
    assert Offer.objects.get(pk=offer.pk).deadline == day


def test_another_day_for_the_same_decision_is_not_said_to_be_saved(desk: Client, offer: Offer) -> None:
    post(desk, offer, "decide", decided("declined"))
    earlier = (timezone.localdate() - timedelta(days=3)).isoformat()
    again = desk.post(
        reverse("outcome:decide", args=[offer.pk]), decided("declined") | {"decided_on": earlier}, follow=True
    )
    assert "This was decided already: I declined on" in again.content.decode()


def test_a_yes_from_a_stale_tab_is_told_that_it_is_decided(desk: Client, offer: Offer) -> None:
    make_signal(offer)
    post(desk, offer, "decide", decided("declined"))
    late = desk.post(reverse("outcome:decide", args=[offer.pk]), decided("accepted"), follow=True)
    assert "This was decided already: I declined on" in late.content.decode()


def test_a_decision_is_not_dated_years_before_the_offer(desk: Client, offer: Offer) -> None:
    refused = post(desk, offer, "decide", decided("declined") | {"decided_on": "2001-01-01"})
    assert "decided_on" in refused.context["ending_form"].errors


def test_a_decision_is_not_written_over_from_another_tab(desk: Client, offer: Offer) -> None:
    make_answer(offer, channel="letter")
    post(desk, offer, "decide", decided("accepted"))
    late = desk.post(reverse("outcome:decide", args=[offer.pk]), decided("declined"), follow=True)
    assert "This was decided already: I accepted" in late.content.decode()
    assert (
        "Take the decision back to write down another answer."
        in post(desk, offer, "hear", heard()).content.decode()
    )
    assert (Decision.objects.get().outcome, Terms.objects.count()) == ("accepted", 1)


def test_what_was_typed_for_an_offer_that_is_gone_is_shown(desk: Client, offer: Offer) -> None:
    path = reverse("outcome:hear", args=[offer.pk])
    offer.delete()
    response = desk.post(path, heard(other="Typed with care."))
    assert response.status_code == 404
    assert "Typed with care." in response.content.decode()


def test_their_new_date_becomes_the_deadline(desk: Client, offer: Offer) -> None:
    day = timezone.localdate() + timedelta(days=9)
    post(desk, offer, "hear", heard(decide_by=day.isoformat()))
    assert Offer.objects.get(pk=offer.pk).deadline == day


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"base": ""}, "base", "Give the base they answered with."),
        ({"base": "soon"}, "base", "Give an amount such as 80,000 or 80k."),
        ({"base": "€84k"}, "base", "This offer is in USD; give the amount in USD."),
        ({"heard_on": ""}, "heard_on", "Give the day on which you heard it."),
        ({"decide_by": "2026-01-05"}, "decide_by", BEFORE),
        (
            {"heard_on": "2099-01-01"},
            "heard_on",
            TO_COME,
        ),
    ],
)
def test_what_cannot_be_read_is_said_beside_the_field_and_stays(
    desk: Client, offer: Offer, changed: dict[str, str], field: str, sentence: str
) -> None:
    response = post(desk, offer, "hear", heard(other="Typed with care.", **changed))
    assert response.status_code == 200
    assert response.context["answer_form"].errors == {field: [sentence]}
    assert "Typed with care." in response.content.decode()
    assert (Terms.objects.count(), stage_of(offer)) == (0, Stage.COUNTERED)


@pytest.mark.parametrize("body", ["\x00", "x" * 1_001, "<script>alert(1)</script>"])
def test_hostile_words_are_refused_or_shown_letter_by_letter(desk: Client, offer: Offer, body: str) -> None:
    response = post(desk, offer, "hear", heard(other=body))
    assert response.status_code in {200, 302}
    assert "<script>alert" not in desk.get(reverse("outcome:page", args=[offer.pk])).content.decode()


def test_an_answer_taken_back_leaves_the_offer_where_it_was(desk: Client, offer: Offer) -> None:
    make_draft(offer, sent_on=timezone.localdate())
    post(desk, offer, "hear", heard())
    post(desk, offer, "remove", {}, entry=Terms.objects.get().pk)
    assert (Terms.objects.count(), stage_of(offer)) == (0, Stage.COUNTERED)


def test_they_are_looking_at_it_is_the_internal_review(desk: Client, offer: Offer) -> None:
    assert "They only said it is being looked at" in page_of(desk, offer)
    post(desk, offer, "review", {})
    assert stage_of(offer) == Stage.REVIEW


def test_a_yes_to_what_was_only_said_asks_once_more(desk: Client, offer: Offer) -> None:
    make_answer(offer)
    refused = post(desk, offer, "decide", decided("accepted"))
    assert refused.context["ending_form"].errors == {"sure": [SURE]}
    assert Decision.objects.count() == 0
    assert post(desk, offer, "decide", decided("accepted", sure=SPOKEN)).status_code == 302
    assert (Decision.objects.get().outcome, stage_of(offer)) == ("accepted", Stage.DECIDED)


def test_a_yes_to_what_stands_in_writing_is_asked_nothing_more(desk: Client, offer: Offer) -> None:
    make_answer(offer, channel="letter")
    assert post(desk, offer, "decide", decided("accepted")).status_code == 302


def test_an_open_promise_and_a_rushed_answer_stop_a_yes_until_each_is_ticked(
    desk: Client, offer: Offer
) -> None:
    make_answer(offer, channel="mail")
    make_promise(offer, what="A review in June")
    make_signal(offer, sign="rushes")
    asked = [
        "They pressed for this answer, and I do want to accept now",
        "Promised and not in writing: A review in June",
    ]
    refused = post(desk, offer, "decide", decided("accepted", sure=asked[:1]))
    form = refused.context["ending_form"]
    assert ([key for key, _ in form.fields["sure"].choices], form.errors) == (asked, {"sure": [SURE]})
    assert "I accepted" in main_of(refused.content.decode()).text
    assert post(desk, offer, "decide", decided("accepted", sure=asked)).status_code == 302


@pytest.mark.parametrize("state", ["written", "waived"])
def test_a_promise_that_is_settled_stops_nothing(desk: Client, offer: Offer, state: str) -> None:
    make_promise(offer, state=state, settled_on=timezone.localdate())
    assert post(desk, offer, "decide", decided("accepted")).status_code == 302


def test_a_part_that_was_dropped_is_asked_about_unless_it_is_a_promise(desk: Client, alice: User) -> None:
    offer = make_offer(alice, stated_as="written", leave_stated="given", leave_days=Decimal(25))
    make_answer(offer, channel="letter")
    asked = ["Days of leave, 25 before: left out without a word"]
    refused = post(desk, offer, "decide", decided("accepted"))
    assert [key for key, _ in refused.context["ending_form"].fields["sure"].choices] == asked
    make_promise(offer, key=drop_key(offer.pk, "leave_days"), what="25 days of leave")
    again = post(desk, offer, "decide", decided("accepted"))
    promised = ["Promised and not in writing: 25 days of leave"]
    assert [key for key, _ in again.context["ending_form"].fields["sure"].choices] == promised


def test_what_was_asked_and_reached_stays_as_it_was(desk: Client, offer: Offer) -> None:
    make_draft(offer, sent_on=timezone.localdate(), basis={"ask": "88500"})
    make_answer(offer, base=Decimal(86_000), channel="letter")
    post(desk, offer, "decide", decided("accepted"))
    Offer.objects.update(base=Decimal(70_000))
    decision = Decision.objects.get()
    assert (decision.asked, decision.got) == (Decimal(88_500), Decimal(86_000))
    kept = desk.get(reverse("outcome:page", args=[offer.pk])).context["kept"]
    assert kept == [("You asked last", "USD\u00a088,500"), ("In the end", "USD\u00a086,000")]


def test_the_end_stays_readable_and_can_be_taken_back(desk: Client, offer: Offer) -> None:
    make_draft(offer, sent_on=timezone.localdate() - timedelta(days=6))
    make_answer(offer, other="Their last word.")
    post(desk, offer, "decide", decided("declined"))
    post(desk, offer, "decide", decided("accepted", sure=SPOKEN))
    assert Decision.objects.get().outcome == "declined"
    page = page_of(desk, offer)
    assert "I declined" in page
    assert "6 days after your first counter" in page
    assert "Their last word." in page
    post(desk, offer, "reopen", {})
    assert (Decision.objects.count(), stage_of(offer)) == (0, Stage.COUNTERED)


def test_the_room_leads_to_their_answer(desk: Client, offer: Offer) -> None:
    room = desk.get(offer.get_absolute_url()).content.decode()
    assert room.count(reverse("outcome:page", args=[offer.pk])) == 2


@pytest.mark.parametrize("many", [1, 30])
def test_the_page_asks_the_database_nine_times(
    desk: Client, alice: User, many: int, django_assert_num_queries: CountQueries
) -> None:
    offers = make_crowd(alice, many)
    for _ in range(many):
        make_answer(offers[0])
    with django_assert_num_queries(9):
        desk.get(reverse("outcome:page", args=[offers[0].pk]))
