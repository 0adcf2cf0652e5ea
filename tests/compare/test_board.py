"""What the page says: who leads, what would turn it, what would make them equal, whom to ask to wait."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from offers.accounts.models import User
from offers.compare.alignment import Wait, waits_of
from offers.compare.bars import bars_of
from offers.compare.board import equals, lead_of, sign_on_cell, stated, values
from offers.compare.by_year import years
from offers.compare.desk import Desk, desk_of
from offers.compare.models import Comparison
from offers.compare.sides import told_of
from offers.engine.policy import Policy
from offers.models import Offer, Stage
from tests.compare.makers import days, make_acme, make_brick, make_locked, make_rate, make_scores
from tests.factories import make_answer, make_terms

MONDAY = date(2026, 3, 9)


def desk(user: User) -> Desk:
    return desk_of(user, None, timezone.localdate())


def test_the_lead_names_who_and_by_how_much(alice: User) -> None:
    make_acme(alice), make_brick(alice)
    found = desk(alice)
    lead = lead_of(found.told, found.found, found.home)
    assert (lead.sentence, lead.figure) == (
        "Acme leads on money; nothing else is scored.",
        "USD\u00a039,200",
    )


def test_a_sum_is_told_in_one_way_in_tables_and_in_sentences(alice: User) -> None:
    make_acme(alice, sign_on=Decimal(10_000)), make_brick(alice)
    found = desk(alice)
    lead, (equal,) = lead_of(found.told, found.found, found.home), equals(found.told, found.found)
    (group,) = values(found.told, found.found, found.home)
    told = " ".join(one.text for one in (*lead.whys, *equal.whys, *group.whys))
    assert (lead.figure, equal.missing) == ("USD\u00a039,533", "USD\u00a039,533")
    assert "Acme is worth 39,533 a year more than Brick." in told
    assert "Acme: 164,533 a year, of it base 140,000, bonus 11,200, sign-on 3,333, grants 10,000." in told
    assert "Brick lacks 39,533 a year to Acme." in told
    assert ".33" not in told


def test_under_two_percent_is_too_close_to_call(alice: User) -> None:
    make_acme(alice), make_brick(alice, base=Decimal(162_000))
    found = desk(alice)
    lead = lead_of(found.told, found.found, found.home)
    assert lead.sentence == "Too close to call; decide on the reasons."
    assert "Grade E" in lead.whys[0].line


def test_a_sign_on_that_a_letter_dropped_is_not_counted_and_said_to_be_gone(alice: User) -> None:
    acme = make_acme(alice, sign_on=Decimal(9_000), sign_on_stated="given")
    make_brick(alice)
    make_terms(acme, kind="verbal", channel="call", base=Decimal(140_000), sign_on=Decimal(9_000))
    make_terms(acme, base=Decimal(140_000), heard_on=date(2026, 11, 12))
    found = desk(alice)
    assert found.told[0].parts["sign_on"] == 0
    assert sign_on_cell(found.told[0]).text == "named before, then left out"
    assert lead_of(found.told, found.found, found.home).gaps == (
        "Acme named a sign-on of USD 9,000, and what came since has no sign-on. It is counted as it stands "
        "now.",
    )


def test_a_base_that_was_only_said_aloud_is_guaranteed_by_nobody(alice: User) -> None:
    acme = make_acme(alice, stated_as="written")
    make_brick(alice)
    make_answer(acme, base=Decimal(165_000), channel="call")
    found = desk(alice)
    (row,) = [row for row in stated(found.told, found.left).rows if row.label == "You have it"]
    assert (row.cells[0].text, row.cells[0].note) == ("in writing", "the base only said aloud")
    first = years(found.told, found.exchange, found.home, found.policy).rows[0]
    assert "once in writing" in first.cells[0].note


def test_a_rate_that_moved_would_turn_the_order(alice: User) -> None:
    make_acme(alice), make_brick(alice, currency="SEK", base=Decimal(1_640_000))
    make_rate(alice, rate=Decimal("0.0985"))
    found = desk(alice)
    assert [turn.text for turn in lead_of(found.told, found.found, found.home).turns] == [
        "With SEK 10% higher, Brick would be worth the most."
    ]


def test_without_a_rate_an_offer_stands_outside_the_order_and_says_so(alice: User) -> None:
    make_acme(alice), make_brick(alice, currency="SEK")
    found = desk(alice)
    lead = lead_of(found.told, found.found, found.home)
    assert (lead.figure, lead.wants_rate, lead.gaps) == (
        "",
        True,
        ("There is no rate for SEK, so Brick stands outside the order.",),
    )
    assert bars_of(found.told, found.found, found.home, found.policy) is None


def test_values_stand_in_their_own_currency_and_in_that_of_home(alice: User) -> None:
    make_acme(alice), make_brick(alice, currency="SEK", base=Decimal(1_000_000))
    make_rate(alice)
    found = desk(alice)
    rows = [row for group in values(found.told, found.found, found.home) for row in group.rows]
    shown = {row.label: [(cell.text.replace("\u00a0", " "), cell.note) for cell in row.cells] for row in rows}
    assert shown == {
        "Worth a year": [("USD 164,200", ""), ("SEK 1,000,000", "")],
        "In USD": [("USD 164,200", ""), ("about USD 95,000", "85,500 to 104,500 if the rate moves")],
    }


def test_a_rate_the_other_way_round_counts_for_the_other_home(alice: User) -> None:
    make_acme(alice), make_brick(alice, currency="SEK", base=Decimal(1_000_000))
    Comparison.objects.create(owner=alice, home="SEK")
    make_rate(alice, currency="USD", home="SEK", rate=Decimal(10))
    assert desk(alice).found.money.rows[0].home == Decimal(1_642_000)


def test_the_years_end_in_a_sum_at_home(alice: User) -> None:
    make_acme(alice), make_brick(alice, currency="SEK", base=Decimal(1_000_000))
    make_rate(alice)
    found = desk(alice)
    group = years(found.told, found.exchange, found.home, found.policy)
    assert group is not None
    assert [row.label for row in group.rows[-2:]] == ["Four years", "Four years, in USD"]
    last = [(cell.text.replace("\u00a0", " "), cell.note) for cell in group.rows[-1].cells]
    assert last == [("USD 665,000", "569,000 guaranteed"), ("USD 380,000", "380,000 once in writing")]


def test_each_other_offer_has_what_would_make_it_equal(alice: User) -> None:
    make_acme(alice), make_brick(alice)
    found = desk(alice)
    (equal,) = equals(found.told, found.found)
    shown = [text.replace("\u00a0", " ") for text in (equal.missing, equal.base, equal.sign_on, equal.grant)]
    assert shown == ["USD 39,200", "USD 164,200", "USD 117,600", "USD 156,800"]


def test_a_base_that_follows_from_a_scale_is_not_raised_to_make_it_equal(alice: User) -> None:
    make_acme(alice), make_brick(alice, employer_type="step_scale")
    found = desk(alice)
    (equal,) = equals(found.told, found.found)
    assert (equal.base, equal.sign_on, equal.grant) == ("", "USD\u00a0117,600", "")
    assert "Base follows from a rule of this employer" in equal.whys[1].text


def test_no_grant_is_proposed_where_they_said_that_there_is_none(alice: User) -> None:
    make_acme(alice), make_brick(alice, equity_stated="none")
    found = desk(alice)
    (equal,) = equals(found.told, found.found)
    assert (equal.base, equal.grant) == ("USD\u00a0164,200", "")


def test_what_rests_on_a_rate_is_told_to_the_thousand(alice: User) -> None:
    make_acme(alice), make_brick(alice, currency="SEK", base=Decimal(1_000_000))
    make_rate(alice)
    found = desk(alice)
    (equal,) = equals(found.told, found.found)
    shown = [text.replace("\u00a0", " ") for text in (equal.missing, equal.base)]
    assert shown == ["about SEK 728,000", "about SEK 1,728,000"]


def test_pay_by_the_hour_is_equal_at_a_base_by_the_hour(alice: User) -> None:
    make_acme(alice), make_brick(alice, base=Decimal(60), unit="hour", hours_per_week=Decimal(40))
    found = desk(alice)
    assert equals(found.told, found.found)[0].base == "USD\u00a078.94 an hour"


def test_scores_lead_and_say_what_would_turn_them(alice: User) -> None:
    make_locked(alice)
    make_scores(make_acme(alice), 72, 60, 48)
    make_scores(make_brick(alice), 60, 80, 50)
    table = desk(alice).found.scores
    assert table is not None
    assert table.gap is not None
    assert [reason.text for reason in table.gap.reasons] == [
        "Acme leads Brick by 1.4 points of 100.",
        "Moving more than 4.38 points from Pay to Growth turns the order.",
    ]


def test_scores_of_an_earlier_lock_count_no_longer(alice: User) -> None:
    made = make_locked(alice)
    make_scores(make_acme(alice), 72, 60, 48)
    make_scores(make_brick(alice), 60, 80, 50)
    Comparison.objects.filter(pk=made.pk).update(lock=2)
    assert desk(alice).found.scores is None


def test_the_bars_hold_every_part_and_the_swing_of_a_rate(alice: User) -> None:
    make_acme(alice), make_brick(alice, currency="SEK", base=Decimal(1_000_000))
    make_rate(alice)
    found = desk(alice)
    bars = bars_of(found.told, found.found, found.home, found.policy)
    assert bars is not None
    assert [(bar.name, len(bar.pieces), bar.low) for bar in bars.bars] == [
        ("Acme", 4, ""),
        ("Brick", 1, "52.07%"),
    ]
    assert [piece.label for piece in bars.bars[0].pieces] == [label for _, label in bars.legend]
    assert bars.swing == "10%"
    assert [(bar.figure, bar.pieces[0].figure) for bar in bars.bars] == [
        ("USD\u00a0164,200", "140,000"),
        ("USD\u00a095,000", "95,000"),
    ]


def waits(alice: User, ends: date, expected: date | None, **fields: Any) -> list[Wait]:
    acme = make_acme(alice, deadline=ends)
    brick = make_brick(alice, **fields)
    told = told_of([Offer.objects.get(pk=acme.pk), Offer.objects.get(pk=brick.pk)], Policy())
    days_of = {brick.pk: expected} if expected else {}
    return waits_of(told, days_of, MONDAY, holidays=frozenset(), policy=Policy())


@pytest.mark.parametrize(
    ("expected", "until", "word"),
    [
        (date(2026, 3, 11), date(2026, 3, 13), "no more time needed"),
        (date(2026, 3, 17), date(2026, 3, 19), "ordinary"),
        (date(2026, 3, 20), date(2026, 3, 24), "needs its reason"),
        (date(2026, 4, 1), date(2026, 4, 3), "risky"),
    ],
)
def test_how_usual_a_wait_is_depends_on_its_length(
    alice: User, expected: date, until: date, word: str
) -> None:
    (wait,) = waits(alice, date(2026, 3, 13), expected)
    assert (wait.name, wait.until, wait.word) == ("Acme", until, word)


def test_without_an_expected_day_the_one_that_ends_first_is_asked_for_what_is_ordinary(alice: User) -> None:
    (wait,) = waits(alice, date(2026, 3, 13), None, deadline=date(2026, 3, 27))
    assert (wait.name, wait.until, wait.cause) == (
        "Acme",
        date(2026, 3, 20),
        "Brick ends later, on 27 March 2026.",
    )


@pytest.mark.parametrize(
    ("deadline", "expected", "fields"),
    [
        (date(2026, 3, 6), date(2026, 3, 17), {}),
        (date(2026, 3, 13), date(2026, 3, 6), {}),
        (date(2026, 3, 13), None, {}),
        (date(2026, 3, 13), date(2026, 3, 17), {"stage": Stage.DECIDED}),
    ],
)
def test_nobody_is_asked_to_wait_for_what_is_over(
    alice: User, deadline: date, expected: date | None, fields: dict[str, Any]
) -> None:
    assert waits(alice, deadline, expected, **fields) == []


def test_the_days_left_are_business_days(alice: User) -> None:
    make_acme(alice, deadline=days(0)), make_brick(alice, deadline=None)
    assert [left.business_days for left in desk(alice).left] == [0, None]
