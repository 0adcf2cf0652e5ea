"""The timeline of an offer: what was written down, part by part, and one log of it all."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.models import Offer, Stage
from offers.outcome.models import Decision
from tests.conftest import CountQueries
from tests.factories import make_answer, make_crowd, make_draft, make_offer, make_terms
from tests.ledger.entries import make_contact, make_figure, make_promise, make_signal
from tests.timeline.reading import addresses, open_page, part, words

ALL = ("terms", "promises", "signals", "figures", "people", "log")
BUTTONS = ("settle", "remove", "strike", "dropped", "/new/", "terms/")


def decide(offer: Offer) -> None:
    Decision.objects.create(
        offer=offer, outcome="accepted", decided_on=timezone.localdate(), stage_before=Stage.FINAL
    )
    Offer.objects.update(stage=Stage.DECIDED)


def write_all(offer: Offer, times: int = 1) -> None:
    for number in range(times):
        make_terms(offer, sign_on=Decimal(8_000), base=Decimal(80_000 + number), person="Mr Oduya")
        make_answer(offer, base=Decimal(83_000 + number))
        make_promise(offer)
        make_promise(offer, state="written", settled_on=date(2026, 11, 20))
        make_signal(offer)
        make_figure(offer)
        make_contact(offer)
        make_draft(offer, sent_on=date(2026, 11, 19), basis={"ask": "88500"})


def test_an_empty_part_teaches_in_a_line_and_leads_to_its_form(desk: Client, offer: Offer) -> None:
    main = open_page(desk, offer)
    for name, form in (
        ("promises", "add-promise"),
        ("signals", "add-signal"),
        ("figures", "add-figure"),
        ("people", "add-contact"),
    ):
        found = part(main, name)
        assert len(found.having("teach")) == 1
        assert addresses(found) == [reverse(f"ledger:{form}", args=[offer.pk])]
    assert len(part(main, "terms").having("teach")) == 1


def test_a_version_says_what_moved_and_what_was_dropped(desk: Client, offer: Offer) -> None:
    make_terms(offer, base=Decimal(80_000), sign_on=Decimal(8_000))
    make_answer(offer, base=Decimal(84_000))
    found = part(open_page(desk, offer), "terms")
    newest, first = found.having("version")
    assert [words(change) for change in newest.having("dd")] == [
        "USD 80,000 → USD 84,000 USD 4,000 more",
        "USD 8,000 → not mentioned ▼ ask whether it stands",
    ]
    assert [words(value) for value in first.having("dd")] == ["USD 80,000", "USD 8,000"]
    assert [words(drop) for drop in newest.having("drops")[0].having("li")] == [
        "Sign-on: it was USD 8,000 Write it down as a promise: Sign-on"
    ]


def test_a_drop_that_is_written_down_has_no_button_any_more(desk: Client, offer: Offer) -> None:
    make_terms(offer, base=Decimal(80_000), sign_on=Decimal(8_000))
    answer = make_answer(offer)
    desk.post(reverse("ledger:keep-drop", args=[offer.pk, answer.pk, "sign_on"]))
    (drops,) = part(open_page(desk, offer), "terms").having("drops")
    assert words(drops.having("li")[0]) == "Sign-on: it was USD 8,000 written down as a promise"


def test_the_posted_range_stands_with_the_terms(desk: Client, alice: User) -> None:
    offer = make_offer(alice, posted_minimum=Decimal(70_000), posted_maximum=Decimal(99_000))
    assert "Posted range: USD 70,000 to USD 99,000 a year." in words(part(open_page(desk, offer), "terms"))


def test_open_promises_come_first_and_are_warned_about(desk: Client, offer: Offer) -> None:
    make_promise(offer, what="A desk", state="waived", settled_on=date(2026, 11, 19))
    make_promise(offer, what="A review in June", promised_on=date(2026, 11, 21))
    found = part(open_page(desk, offer), "promises")
    assert "Until these are in writing, think before you accept." in words(found)
    assert [words(title) for title in found.having("entry-title")] == ["A review in June", "A desk"]


def test_signals_of_two_days_are_a_pattern_and_say_what_they_change(desk: Client, offer: Offer) -> None:
    make_signal(offer)
    assert "One data point, not yet a pattern." in words(part(open_page(desk, offer), "signals"))
    make_signal(offer, seen_on=date(2026, 11, 20))
    found = part(open_page(desk, offer), "signals")
    assert [words(tag) for tag in found.having("tag")] == ["calls for care"]
    assert "A pattern: 2 signals." in words(found)
    assert "They pressed before the details were in writing, so accepting asks twice." in words(found)


def test_a_later_word_does_not_replace_a_letter(desk: Client, offer: Offer) -> None:
    make_terms(offer, base=Decimal(80_000))
    make_figure(offer, value=Decimal(82_000), person="Mr Oduya")
    (beliefs,) = part(open_page(desk, offer), "figures").having("beliefs")
    assert words(beliefs.having("dt")[0]) == "Base, what they offer"
    assert words(beliefs.having("dd")[0]) == (
        "USD 80,000 in a written offer, 10 November 2026 from the terms Since then: USD 82,000, said aloud "
        "on 18 November 2026, Mr Oduya. Have it in writing."
    )


def test_a_figure_that_was_struck_out_is_read_and_no_longer_believed(desk: Client, offer: Offer) -> None:
    make_figure(offer, figure="advertised", value=Decimal(90_000), struck_at=timezone.now())
    found = part(open_page(desk, offer), "figures")
    assert [words(one) for one in found.having("del")] == ["Base, advertised: USD 90,000"]
    assert "Base, advertised" not in [words(title) for title in found.having("dt")]


def test_figures_follow_from_posting_named_number_and_counters(desk: Client, alice: User) -> None:
    offer = make_offer(alice, posted_minimum=Decimal(70_000), named_number=Decimal(86_000))
    make_draft(offer, sent_on=date(2026, 11, 19), basis={"ask": "88500"})
    (beliefs,) = part(open_page(desk, offer), "figures").having("beliefs")
    found = zip(beliefs.having("dt"), beliefs.having("figure"), beliefs.having("tag"), strict=True)
    assert [tuple(map(words, one)) for one in found] == [
        ("Lowest base, advertised", "USD 70,000", "from the posting"),
        ("Base, what you said you want", "USD 86,000", "from your answers"),
        ("Base, what they offer", "USD 80,000", "from your answers"),
        ("Base, what you asked", "USD 88,500", "from your counter"),
    ]


def test_the_log_tells_everything_newest_first_each_with_its_page(desk: Client, offer: Offer) -> None:
    Offer.objects.update(created_at="2026-11-01T12:00:00Z")
    write_all(offer)
    log = part(open_page(desk, offer), "log")
    assert [words(line) for line in log.having("p")] == [
        "Promise put in writing: A review after six months",
        "Their answer: base USD 83,000, said aloud",
        "You sent: counter",
        "A figure: Base, what they offer: USD 81,000",
        "A sign that calls for care: They pressed for a decision before the details were in writing",
        "They promised: A review after six months Ms Berg",
        "They promised: A review after six months Ms Berg",
        "Written offer: base USD 80,000, in a written offer Mr Oduya",
        "Offer entered here",
    ]
    assert len(addresses(log)) == 9


def test_a_long_log_is_cut_into_pages(desk: Client, offer: Offer) -> None:
    for _ in range(60):
        make_figure(offer)
    first, second = (part(open_page(desk, offer, query), "log") for query in ("", "?page=2"))
    assert [len(one.having("li")) for one in (first, second)] == [50, 11]
    assert "51 to 61 of 61" in words(second)
    assert len(part(open_page(desk, offer, "?page=x"), "log").having("li")) == 50


def test_a_decided_offer_stays_readable_and_offers_no_change(desk: Client, offer: Offer) -> None:
    write_all(offer)
    decide(offer)
    main = open_page(desk, offer)
    found = [address for name in ALL for address in addresses(part(main, name))]
    assert [address for address in found if any(button in address for button in BUTTONS)] == []
    assert main.having("form") == []
    assert words(main.having("btn-primary")[0]) == "How it ended"
    (title,) = [one for one in main.walk() if one.attributes.get("id") == "stage-title"]
    assert words(title).startswith("Accepted, ")


def test_the_walk_away_is_nowhere_on_the_page(desk: Client, alice: User) -> None:
    offer = make_offer(alice, walk_away=Decimal(77_123))
    write_all(offer)
    assert "77,123" not in words(open_page(desk, offer))


def test_hostile_words_are_shown_letter_by_letter(desk: Client, offer: Offer) -> None:
    hostile = "<script>alert(1)</script>"
    make_promise(offer, what=hostile, person=hostile)
    make_signal(offer, sign="own_red", label="{0.__class__}", quote=hostile, person=hostile)
    make_figure(offer, person=hostile)
    make_contact(offer, name=hostile, notes=hostile)
    make_terms(offer, other=hostile, level=hostile, person=hostile)
    page = desk.get(reverse("timeline:page", args=[offer.pk])).content.decode()
    assert ("<script>alert" in page, "{0.__class__}." in page) == (False, True)


@pytest.mark.parametrize("stage", ["verbal", "written"])
def test_an_offer_without_any_number_has_a_timeline(desk: Client, alice: User, stage: str) -> None:
    open_page(desk, make_offer(alice, base=None, target=None, walk_away=None, stated_as=stage))


@pytest.mark.parametrize("many", [1, 30])
def test_the_page_asks_the_database_ten_times(
    desk: Client, alice: User, many: int, django_assert_num_queries: CountQueries
) -> None:
    offers = make_crowd(alice, many)
    write_all(offers[0], many)
    with django_assert_num_queries(10):
        desk.get(reverse("timeline:page", args=[offers[0].pk]))
