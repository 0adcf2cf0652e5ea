"""The acceptance names every term that was entered, and nothing that is known is asked."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from offers.accounts.models import User
from offers.drafts.composer.ground import NothingToSayError
from offers.drafts.models import Kind as Message
from offers.drafts.record import Record, record_of
from offers.drafts.starts import starts_of, unsayable
from offers.engine.draft import Kind
from offers.engine.tone import check
from offers.engine.tone_finding import Severity
from offers.ledger.models import Settled, Terms
from offers.ledger.services import promise_again, settle
from offers.models import Grant, Instalment, MatchTier, Offer
from tests.drafts.conftest import TODAY
from tests.drafts.steps import text
from tests.factories import make_answer, make_offer

FIRST_DAY = "Which first day do you have in mind?"
SIGN_ON = {"sign_on_stated": "given", "sign_on": 6_000, "sign_on_clawback_months": 12}


def record_with(alice: User, **fields: Any) -> Record:
    made = make_offer(alice, currency="GBP", base=60_000, stated_as="written", **fields)
    return record_of(Offer.objects.with_case().get(pk=made.pk), TODAY)


def line_of(record: Record, label: str) -> str:
    """The term as the acceptance says it; empty where it is not named."""
    lines = (line.removeprefix("- ") for line in record.text(Kind.ACCEPT).splitlines())
    return next((line for line in lines if line.startswith(f"{label}: ")), "").removeprefix(f"{label}: ")


def blocked(record: Record) -> list[str]:
    found = check(record.text(Kind.ACCEPT), record.facts(Kind.ACCEPT, preferred=False))
    return [one.reason.text for one in found if one.severity in (Severity.BLOCK, Severity.FIX)]


def test_the_first_day_that_was_entered_is_named_and_not_asked_for(alice: User) -> None:
    record = record_with(alice, starts_on=date(2027, 3, 1))
    assert line_of(record, "Start date") == "Monday 1 March 2027"
    assert FIRST_DAY not in record.text(Kind.QUESTIONS)
    assert FIRST_DAY in record_with(alice).text(Kind.QUESTIONS)


def test_a_first_day_that_they_named_wins_over_the_one_that_was_entered(alice: User) -> None:
    record = record_with(alice, starts_on=date(2027, 3, 1))
    named = {"heard_on": TODAY - timedelta(days=1), "channel": "mail", "starts_on": date(2027, 4, 1)}
    Terms.objects.create(offer=record.offer, key=uuid4(), kind="written", **named)
    assert line_of(record, "Start date") == "Thursday 1 April 2027"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "repayable if I leave within 12 months"),
        ({"sign_on_clawback_months": 0}, "not to be paid back"),
        (
            {"clawback_kind": "prorated"},
            "repayable if I leave within 12 months: less with each month, counted from the first day of work",
        ),
        (
            {"clawback_kind": "cliff", "clawback_from": "payment", "clawback_gross": "net"},
            "repayable if I leave within 12 months: all of it until the last month, counted from the day of "
            "each payment, what I received after tax",
        ),
        (
            {"clawback_gross": "gross"},
            "repayable if I leave within 12 months: counted from the first day of work, the amount before "
            "tax",
        ),
    ],
)
def test_a_sign_on_is_named_with_what_is_owed_back(alice: User, fields: dict[str, Any], said: str) -> None:
    assert line_of(record_with(alice, **SIGN_ON | fields), "Sign-on") == f"GBP 6,000, {said}"


def test_a_sign_on_is_named_in_its_parts_while_they_sum_to_it(alice: User) -> None:
    record = record_with(alice, **SIGN_ON)
    for amount, month in ((4_000, 1), (2_000, 13)):
        Instalment.objects.create(offer=record.offer, amount=amount, month=month)
    parts = "GBP 6,000 (GBP 4,000 in month 1 and GBP 2,000 in month 13), repayable"
    assert line_of(record, "Sign-on").startswith(parts)
    assert blocked(record_with(alice, **SIGN_ON, starts_on=date(2027, 3, 1))) == []
    Offer.objects.filter(pk=record.offer.pk).update(sign_on=7_000)
    again = record_of(Offer.objects.with_case().get(pk=record.offer.pk), TODAY)
    assert line_of(again, "Sign-on").startswith("GBP 7,000, repayable")


@pytest.mark.parametrize(
    ("fields", "label", "said"),
    [
        (
            {"bonus_stated": "given", "bonus_target_rate": "0.1", "bonus_first_guaranteed": True},
            "Bonus",
            "a target of 10% of base, the first bonus guaranteed",
        ),
        ({"raise_rate": "0.03"}, "Raise", "3% of base each year"),
        (
            {"variable_stated": "given", "on_target": 90_000, "ramp_months": 6, "draw": 2_000},
            "Variable pay",
            "GBP 90,000 a year together with base when every target is met, paid in full after 6 months, at "
            "least GBP 2,000 a month until it is paid in full, as an advance on what I earn later",
        ),
        ({"leave_stated": "given", "leave_days": 25}, "Leave", "25 days of paid leave"),
        ({"health_stated": "given"}, "Health plan", "as offered"),
        (
            {
                "health_stated": "given",
                "health_premium": 200,
                "health_deductible": 1_500,
                "health_most": 4_000,
            },
            "Health plan",
            "a premium of GBP 200 a month for me, a deductible of GBP 1,500 a year, at most GBP 4,000 a year "
            "for care",
        ),
        (
            {"health_stated": "given", "health_coinsurance_rate": "0.2", "health_account": 500},
            "Health plan",
            "a share of 20% for me after the deductible, GBP 500 a year from you into a health account",
        ),
        ({"learning_budget": 1_000}, "Learning budget", "GBP 1,000 a year"),
        ({"relocation": 5_000}, "Relocation", "GBP 5,000, paid once"),
        ({"onsite_days": "2.5"}, "Days on site", "2.5 a week"),
        ({"hours_per_week": "32", "fte": "0.8"}, "Hours", "32 a week, 80% of full time"),
        ({"unit": "month", "payments_per_year": 13}, "Base", "GBP 60,000 a month, 13 salaries a year"),
    ],
)
def test_each_term_of_the_wizard_is_named(alice: User, fields: dict[str, Any], label: str, said: str) -> None:
    record = record_with(alice, **fields, starts_on=date(2027, 3, 1))
    assert line_of(record, label) == said
    assert blocked(record) == []


def test_a_match_is_named_with_each_of_its_steps(alice: User) -> None:
    record = record_with(alice, match_stated="given", starts_on=date(2027, 3, 1))
    assert line_of(record, "Pension match") == "as offered"
    for rate, low, high in (("1", "0", "0.03"), ("0.5", "0.03", "0.05")):
        MatchTier.objects.create(offer=record.offer, rate=rate, low=low, high=high)
    again = record_of(Offer.objects.with_case().get(pk=record.offer.pk), TODAY)
    said = "100% of what I put in up to 3% of base, 50% of what I put in from 3% to 5% of base"
    assert line_of(again, "Pension match") == said
    assert blocked(again) == []


def test_grants_that_are_known_in_detail_are_named_each(alice: User) -> None:
    together = {"equity_stated": "given", "equity_grant": 110_000, "equity_years": 4}
    record = record_with(alice, **together, starts_on=date(2027, 3, 1))
    assert line_of(record, "Equity") == "a grant of GBP 110,000, vesting over 4 years"
    options = {"label": "Options", "units": 20_000, "price": "7.5", "strike": "2"}
    Grant.objects.create(offer=record.offer, **options, schedule="even_4_quarterly")
    again = record_of(Offer.objects.with_case().get(pk=record.offer.pk), TODAY)
    assert line_of(again, "Equity") == (
        "a grant of GBP 110,000, vesting over 4 years (Options: 20,000 options at a strike price of GBP 2, "
        "even over 4 years, quarterly after a one-year cliff)"
    )
    assert blocked(again) == []


def test_what_only_the_person_expects_is_no_term(alice: User) -> None:
    own = {"health_care": 900, "commute_cost": 8, "hour_value": 30, "match_own_rate": "0.04"}
    record = record_with(alice, **own, starts_on=date(2027, 3, 1))
    assert record.text(Kind.ACCEPT) == record_with(alice, starts_on=date(2027, 3, 1)).text(Kind.ACCEPT)


def test_another_message_may_not_name_what_only_an_acceptance_repeats(alice: User) -> None:
    record = record_with(alice, relocation=5_000)
    assert "5,000" in record.text(Kind.ACCEPT)
    assert "5,000" not in text(record.offer, Message.QUESTIONS)


GRANTED = {"equity_stated": "given", "equity_grant": 120_000, "equity_years": 4}


def after(alice: User, **answer: Any) -> Record:
    """They answered a counter with this, on paper."""
    offer = make_offer(alice, level="Level 3", stated_as="written", starts_on=date(2027, 3, 1), **GRANTED)
    terms = {"base": Decimal(84_000), "level": "Level 3", "equity_grant": Decimal(120_000), "equity_years": 4}
    make_answer(offer, channel="letter", **terms | answer)
    return record_of(Offer.objects.with_case().get(pk=offer.pk), TODAY)


@pytest.mark.parametrize("grant", [Decimal(60_000), None])
def test_a_part_that_is_asked_back_is_agreed_nowhere(alice: User, grant: Decimal | None) -> None:
    record = after(alice, equity_grant=grant, equity_years=None)
    said = record.text(Kind.ACCEPT)
    assert [line for line in said.splitlines() if "Equity:" in line] == []
    assert "A grant of USD 120,000 was named in the written offer" in said
    assert "Base: USD 84,000 a year" in said
    assert blocked(record) == []


def test_a_yes_waits_until_a_base_that_they_lowered_has_been_asked_back(alice: User) -> None:
    record = after(alice, base=Decimal(79_000))
    why_not = (
        "Ask first whether the base of USD 80,000 still stands, with the questions; or waive it on the "
        "timeline."
    )
    with pytest.raises(NothingToSayError, match=why_not):
        record.text(Kind.ACCEPT)
    assert unsayable(record, Message.ACCEPT) == why_not
    first = starts_of(record).first
    assert first
    assert first.kind == Message.QUESTIONS


def test_a_base_that_was_waived_is_accepted_as_low_as_it_stands(alice: User) -> None:
    offer = after(alice, base=Decimal(79_000)).offer
    promise = promise_again(offer.terms.get(), "base")
    assert promise
    settle(promise, Settled.WAIVED, was=Settled.OPEN, today=TODAY)
    record = record_of(Offer.objects.with_case().get(pk=offer.pk), TODAY)
    assert "Base: USD 79,000 a year" in record.text(Kind.ACCEPT)
    assert "80,000" not in record.text(Kind.ACCEPT)
