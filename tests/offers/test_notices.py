"""What may be a slip is asked about beside the answer, and nothing is refused for it."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.models import Offer, Stage
from offers.notices import notices
from tests.conftest import sign_in
from tests.factories import make_offer
from tests.offers.reading import main_of

TODAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("offer", "told"),
    [
        (Offer(base=Decimal(80_000), target=Decimal(95_000), deadline=TODAY), {}),
        (
            Offer(deadline=TODAY - timedelta(days=1)),
            {"deadline": "9 March 2026 has passed. Is the date right, or did they give you longer?"},
        ),
        (Offer(starts_on=TODAY), {}),
        (
            Offer(starts_on=TODAY - timedelta(days=1)),
            {"starts_on": "9 March 2026 has passed. Is the first day right?"},
        ),
        (Offer(starts_on=TODAY - timedelta(days=1), stage=Stage.DECIDED), {}),
        (
            Offer(base=Decimal(140_000), range_minimum=Decimal(130)),
            {"range_minimum": "130 a year? Type 130k or 130,000."},
        ),
        (
            Offer(base=Decimal(1_300)),
            {"base": "Is 1,300 what they pay in a year? If it is for a month, say so beside it."},
        ),
        (Offer(base=Decimal(1_300), unit="month"), {}),
        (
            Offer(bonus_target_rate=Decimal("0.001"), health_coinsurance_rate=Decimal(0)),
            {"bonus_target_rate": "Is it 0.1%? It is in percent, so type 10 for a tenth."},
        ),
        (Offer(bonus_target_rate=Decimal("0.01")), {}),
        (
            Offer(base=Decimal(80_000), target=Decimal(75_000)),
            {"target": "The target is below the offer of 80,000; is it the number you aim for?"},
        ),
        (
            Offer(base=Decimal(80_000), target=Decimal(41), unit="year"),
            {"target": "Base is 80,000 a year; is 41 a year or an hour? Give it a year."},
        ),
    ],
)
def test_each_slip_has_its_own_sentence(offer: Offer, told: dict[str, str]) -> None:
    assert notices(offer, TODAY) == told


def test_a_slip_is_asked_about_on_its_page_and_beside_the_answer(alice: User) -> None:
    offer = make_offer(alice, target=Decimal(75_000), walk_away=None, deadline=timezone.localdate())
    desk, sentence = sign_in(alice), "The target is below the offer of 80,000; is it the number you aim for?"
    pages = {key: reverse("offers:step", args=[offer.pk, key]) for key in ("offer", "numbers")}
    mains = {key: main_of(desk.get(page).content.decode()) for key, page in pages.items()}
    shown = {key: [one.text for one in main.having("notice-warning")] for key, main in mains.items()}
    check = main_of(desk.get(reverse("offers:check", args=[offer.pk])).content.decode())
    assert shown == {"offer": [], "numbers": [sentence]}
    assert [one.text for one in check.having("odd")] == [sentence]


def test_the_walk_away_alone_is_marked_as_private(alice: User) -> None:
    page = sign_in(alice).get(reverse("offers:check", args=[make_offer(alice).pk])).content.decode()
    marked = [line.text for line in main_of(page).walk() if line.tag == "dt" and line.having("tag")]
    assert marked == ["Walk-away private"]
