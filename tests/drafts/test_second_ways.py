"""The second way in a first text: a package, a step down, or what stands beside the base."""

from dataclasses import replace
from decimal import Decimal

import pytest

from offers.accounts.models import User
from offers.drafts.case import numbers_in
from offers.drafts.composer import compose
from offers.drafts.composer.bargaining import second_way
from offers.drafts.composer.ground import Step
from offers.drafts.models import Tone
from offers.drafts.record import record_of
from offers.engine.draft import Kind
from offers.engine.shared import SharedItem, SharedPackage
from offers.engine.tone import check
from offers.models import Offer
from tests.drafts.conftest import TODAY, MakeCase, MakeRecord
from tests.drafts.steps import paragraph, requests_in
from tests.factories import make_offer


def test_where_base_is_spent_the_request_is_for_what_stands_beside_it(make_record: MakeRecord) -> None:
    text = make_record("front-loaded", base=Decimal(216_000), target=Decimal(220_000)).text(Kind.COUNTER)
    assert paragraph(text, 2) == "I have no request on base."
    assert requests_in(text)[0].startswith("Given the level of the role, L5, I would like to ask for")


def test_with_nothing_to_ask_in_base_and_nothing_movable_the_text_says_so(make_record: MakeRecord) -> None:
    record = make_record("formula")
    assert record.basis
    ground = replace(record.ground, basis=replace(record.basis, opening=()))
    text = compose(Kind.COUNTER, ground)
    assert "I have no request on base, since it follows from your formula." in text
    assert "It stays at EUR 61,400 a year." in text
    assert check(text, record.facts(Kind.COUNTER, preferred=False)) == ()


def test_a_package_worth_as_much_as_the_ask_goes_before_a_step_down(make_record: MakeRecord) -> None:
    record = make_record()
    leave = SharedItem(key="leave_days", quantity=Decimal(4))
    package = SharedPackage(base=Decimal(84_000), items=(leave,), phrase="84,000 with 4 more days of leave")
    assert record.basis
    assert second_way(replace(record.ground, package=package), record.basis) == (
        "If the base cannot go that far, USD 84,000 a year with 4 more days of leave would come to the same "
        "for me."
    )


def test_a_package_that_tells_what_a_colleague_earns_is_passed_over(make_record: MakeRecord) -> None:
    record = make_record()
    assert record.basis
    assert [one.base for one in record.basis.opening] == [Decimal(88_500), Decimal(84_500)]
    assert record.package is None


def test_without_colleagues_a_package_of_equal_worth_is_the_second_way(make_case: MakeCase) -> None:
    offer = make_case()
    offer.colleagues.all().delete()
    record = record_of(Offer.objects.with_case().get(pk=offer.pk), TODAY)
    text = record.text(Kind.COUNTER)
    assert paragraph(text, 3) == (
        "If the base cannot go that far, USD 92,000 a year with a sign-on of USD 7,000 would come to the "
        "same for me."
    )
    assert check(text, record.facts(Kind.COUNTER, preferred=False), record.policy) == ()


def test_a_step_near_the_walk_away_is_passed_over(make_record: MakeRecord) -> None:
    record = make_record(walk_away=Decimal(83_900))
    assert record.step != make_record().step
    assert Decimal(84_000) not in numbers_in(record.text(Kind.COUNTER))


def test_with_no_step_to_say_the_second_way_has_no_number(make_record: MakeRecord) -> None:
    record = make_record()
    assert record.basis
    assert second_way(replace(record.ground, package=None, step=None), record.basis) == (
        "If the base cannot go that far, I am open to a sign-on bonus or more leave instead."
    )


@pytest.mark.parametrize("tone", Tone)
def test_a_sign_on_that_is_offered_already_is_asked_for_as_more_of_it(
    make_record: MakeRecord, tone: Tone
) -> None:
    record = make_record(sign_on_stated="given", sign_on=Decimal(10_000))
    text = record.text(Kind.COUNTER, tone)
    assert "I am open to a sign-on bonus above the USD 10,000 offered or more leave instead." in text
    assert check(text, record.facts(Kind.COUNTER, preferred=False), record.policy) == ()


def test_a_second_way_by_the_hour_has_its_currency_and_unit(make_record: MakeRecord) -> None:
    record = make_record(
        unit="hour", currency="EUR", base=Decimal(40), target=Decimal(48), walk_away=Decimal(38)
    )
    assert record.basis
    items = (SharedItem(key="sign_on", quantity=Decimal(4_000)),)
    ground = replace(record.ground, package=None, step=Step(base=Decimal(42), items=items))
    assert second_way(ground, record.basis, aloud=True) == (
        "If the base cannot go that far, EUR 42 an hour with a sign-on of EUR 4,000 could be another way."
    )


def test_a_sign_on_that_they_offer_is_asked_for_in_all(alice: User) -> None:
    made = make_offer(alice, sign_on=1_000, sign_on_stated="given", sign_on_clawback_months=12)
    text = record_of(Offer.objects.with_case().get(pk=made.pk), TODAY).text(Kind.PHONE)
    assert "a sign-on of USD 8,000 in place of USD 1,000" in text
