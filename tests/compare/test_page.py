"""The page of a comparison: which offers stand on it, at every limit, and what it never shows."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.compare.models import Comparison, Expectation
from offers.models import Stage
from tests.compare.makers import days, make_acme, make_brick, make_locked, make_rate, make_scores
from tests.compare.steps import PAGE, main, opened_points, post
from tests.conftest import CountQueries
from tests.offers.reading import explained, numbers_of


def columns(desk: Client, query: str = "") -> list[str]:
    return [one.name for one in desk.get(f"{PAGE}{query}").context["desk"].told]


def test_with_one_offer_the_page_says_what_it_needs(desk: Client, alice: User) -> None:
    make_acme(alice)
    assert "You have one so far" in main(desk).text


def test_the_newest_undecided_offers_stand_there_unasked(desk: Client, alice: User) -> None:
    make_brick(alice, company="Example", is_example=True)
    make_brick(alice, company="Decided", stage=Stage.DECIDED)
    for number in range(6):
        make_brick(alice, company=f"Firm {number}")
    assert columns(desk) == ["Firm 2", "Firm 3", "Firm 4", "Firm 5"]


def test_examples_and_decided_offers_are_compared_when_asked(desk: Client, alice: User) -> None:
    one = make_brick(alice, company="Example", is_example=True)
    two = make_brick(alice, company="Decided", stage=Stage.DECIDED)
    assert columns(desk, f"?offer={two.pk}&offer={one.pk}") == ["Example", "Decided"]


@pytest.mark.parametrize("junk", ["", "x", "%00", "1" * 5000, "00000000-0000-0000-0000-000000000000"])
def test_a_number_that_names_no_offer_is_passed_over(desk: Client, alice: User, junk: str) -> None:
    one, two = make_acme(alice), make_brick(alice)
    assert columns(desk, f"?offer={junk}&offer={one.pk}&offer={two.pk}&offer={one.pk}") == ["Acme", "Brick"]
    assert columns(desk, f"?offer={junk}") == []


def test_the_offer_of_somebody_else_is_passed_over(desk: Client, alice: User, bob: User) -> None:
    make_acme(alice)
    assert columns(desk, f"?offer={make_brick(bob).pk}") == []


def test_at_most_six_offers_stand_side_by_side(desk: Client, alice: User) -> None:
    made = [make_brick(alice, company=f"Firm {number}") for number in range(8)]
    query = "&".join(f"offer={offer.pk}" for offer in made)
    assert columns(desk, f"?{query}") == [f"Firm {number}" for number in range(6)]


def test_no_walk_away_stands_on_the_page(desk: Client, alice: User) -> None:
    make_acme(alice), make_brick(alice)
    page = desk.get(PAGE).content.decode()
    assert [figure for figure in ("133,717", "133717", "118,717", "118717") if figure in page] == []


def test_every_number_of_the_page_can_be_opened(desk: Client, alice: User) -> None:
    acme, brick = make_acme(alice), make_brick(alice, currency="SEK", base=Decimal(1_300_000))
    make_rate(alice)
    make_locked(alice)
    make_scores(acme, 72, 60, 48)
    make_scores(brick, 60, 80, 50)
    Expectation.objects.create(offer=brick, expected_on=days(10))
    shown = [
        (text, element)
        for text, element in numbers_of(main(desk))
        # The bars are a picture of the row "Worth a year", which says why.
        if not {"pick", "quiet", "bars"} & {name for above in element.above() for name in above.classes}
        and element.tag not in {"legend", "label", "li"}
    ]
    figures = [(text, explained(element)) for text, element in shown if "if the rate" not in text]
    assert [text for text, is_explained in figures if not is_explained] == []
    assert len(figures) > 40


def test_whose_holidays_are_counted_stands_beside_the_days_that_are_left(desk: Client, alice: User) -> None:
    make_acme(alice), make_brick(alice)
    assert "Choose your country" in main(desk).text
    User.objects.update(country="SE")
    assert "Holidays of Sweden, as you chose under Time and reminders" in main(desk).text


@pytest.mark.parametrize("text", ["\x00", "<script>alert(1)</script>", "{x} {0}", "%s" * 9])
def test_hostile_words_are_refused_or_shown_letter_by_letter(desk: Client, alice: User, text: str) -> None:
    make_acme(alice, company=text.replace("\x00", "x")), make_brick(alice)
    body = {"name_1": text, "points_1": "100", "opened": opened_points(alice), "lock": "on"}
    assert post(desk, "points", body).status_code in {200, 302}
    assert [desk.get(page).status_code for page in (PAGE, reverse("compare:points"))] == [200, 200]
    assert "<script>alert" not in desk.get(PAGE).content.decode()


@pytest.mark.parametrize(
    "fields",
    [
        {"base": Decimal(1_000_000_000), "unit": "hour", "hours_per_week": Decimal(80)},
        {"base": Decimal("0.01"), "bonus_stated": "given", "bonus_target_rate": Decimal(3)},
        {"base": None, "company": "x" * 200},
        {"equity_stated": "given", "equity_grant": Decimal("999999999.99"), "equity_years": 7},
        {
            "bonus_stated": "given",
            "sign_on_stated": "given",
            "equity_stated": "given",
            "leave_stated": "given",
        },
        {"deadline": timezone.localdate() - timedelta(days=4000)},
    ],
)
def test_offers_at_every_limit_are_shown(desk: Client, alice: User, fields: dict[str, Any]) -> None:
    make_acme(alice), make_brick(alice, **fields), make_brick(alice, **fields)
    make_rate(alice, rate=Decimal("0.00000001"), currency="USD", home="SEK")
    Comparison.objects.create(owner=alice, home="SEK")
    assert desk.get(PAGE).status_code == 200


def test_a_form_sent_while_signed_out_keeps_its_words(alice: User) -> None:
    acme, nobody = make_acme(alice), Client()
    kept = [
        post(nobody, "scores", {"score_1": "7", "reason_1": "Words."}, acme.pk),
        post(nobody, "points", {"name_1": "Words.", "points_1": "7"}),
        post(nobody, "unlock", {"why": "Words."}),
    ]
    assert [(one.status_code, "Words." in one.content.decode()) for one in kept] == [(403, True)] * 3


@pytest.mark.parametrize(("shown", "owned"), [(2, 2), (4, 4), (4, 30)])
def test_the_page_asks_the_database_the_same_however_much_there_is(
    desk: Client, alice: User, shown: int, owned: int, django_assert_num_queries: CountQueries
) -> None:
    made = [make_brick(alice, company=f"Firm {number}") for number in range(owned)]
    make_locked(alice)
    for offer in made:
        make_scores(offer, 72, 60, 48)
        Expectation.objects.create(offer=offer, expected_on=days(9))
    with django_assert_num_queries(11):
        assert len(desk.get(PAGE).context["desk"].told) == shown
