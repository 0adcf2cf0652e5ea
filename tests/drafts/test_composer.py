"""The first texts: what they ask, what they never say, and that they pass the engine's own check."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from offers.accounts.models import User
from offers.drafts.case import numbers_in
from offers.drafts.checks import check_text
from offers.drafts.composer import GAP, compose
from offers.drafts.composer.bargaining import second_way
from offers.drafts.composer.ground import NothingToSayError, Step
from offers.drafts.composer.words import listed
from offers.drafts.models import Tone
from offers.drafts.record import Record, record_of
from offers.engine.draft import Kind
from offers.engine.shared import SharedItem, SharedPackage
from offers.engine.tone import check
from offers.engine.tone_finding import Severity
from offers.models import Offer, Wish
from tests.drafts.conftest import NAMES, STARTS, TODAY, MakeCase
from tests.factories import make_answer, make_draft, make_offer

MakeRecord = Callable[..., Record]
KINDS = (Kind.ACKNOWLEDGE, Kind.COUNTER)
LOWER = "If the base cannot go that far, "
REVIEW = (
    "If a part of this cannot be done, another way could be a review after six months, agreed in writing now."
)


def paragraph(text: str, number: int) -> str:
    return text.split("\n\n")[number]


def requests_in(text: str) -> list[str]:
    return [
        sentence.strip()
        for sentence in text.replace("\n", " ").split(". ")
        if "I would like to ask" in sentence
    ]


@pytest.mark.parametrize(
    ("name", "ask", "second"),
    [
        (
            "worked",
            "a base of USD 88,500 a year",
            f"{LOWER}I am open to a sign-on bonus or more leave instead.",
        ),
        (
            "front-loaded",
            "a base of USD 199,000 a year",
            f"{LOWER}I am open to more leave instead.",
        ),
        ("formula", "a sign-on of EUR 6,000 and 5 more days of leave", REVIEW),
        ("pay scale", "a sign-on of EUR 5,000 and 5 more days of leave", REVIEW),
        (
            "start-up",
            "a base of USD 155,000 a year",
            f"{LOWER}I am open to a sign-on bonus or more leave instead.",
        ),
    ],
)
def test_a_counter_asks_for_one_thing_and_names_nothing_that_is_worth_less(
    make_record: MakeRecord, name: str, ask: str, second: str
) -> None:
    text = make_record(name).text(Kind.COUNTER)
    (request,) = requests_in(text)
    assert request.endswith(f"I would like to ask for {ask}")
    assert paragraph(text, 4 if ask.startswith("a sign-on") else 3) == second


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("name", NAMES)
def test_the_check_finds_nothing_to_fix_in_any_first_text(
    make_record: MakeRecord, name: str, start: str
) -> None:
    record = make_record(name, **STARTS[start])
    for kind in KINDS:
        found = check(record.text(kind), record.facts(kind, preferred=False), record.policy)
        assert [(one.code, one.reason.text) for one in found if one.severity is not Severity.OK] == []


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("name", NAMES)
def test_no_first_text_holds_the_walk_away_or_the_pay_of_a_colleague(
    make_record: MakeRecord, name: str, start: str
) -> None:
    record = make_record(name, **STARTS[start])
    private = {record.offer.walk_away, *record.colleagues}
    for kind in KINDS:
        assert private.isdisjoint(numbers_in(record.text(kind)))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("start", STARTS)
def test_the_request_is_the_same_whatever_has_happened_before(
    make_record: MakeRecord, name: str, start: str
) -> None:
    plain, other = make_record(name), make_record(name, **STARTS[start])
    assert requests_in(other.text(Kind.COUNTER)) == requests_in(plain.text(Kind.COUNTER))


def test_a_number_that_was_named_is_answered_by_what_was_learned_since(make_record: MakeRecord) -> None:
    text = make_record(named_number=Decimal(82_000)).text(Kind.COUNTER)
    assert (
        "I named a number earlier, before I knew the level, the scope and the whole offer. "
        "Please take what I write here in its place. Given the level of the role, Level 3, I would" in text
    )
    assert "82,000" not in text


@pytest.mark.parametrize("kind", KINDS)
def test_after_the_deadline_the_first_question_is_whether_the_offer_stands(
    make_record: MakeRecord, kind: Kind
) -> None:
    text = make_record(**STARTS["deadline passed"]).text(kind)
    assert paragraph(text, 2) == (
        "Friday 20 November, the day for my answer, has passed. Does the offer still stand?"
    )


def test_an_acknowledgement_asks_for_what_nobody_has_named(make_record: MakeRecord) -> None:
    assert make_record().text(Kind.ACKNOWLEDGE) == (
        "Hello,\n\n"
        "Thank you for offering me the role of Product Analyst at Northwind Software.\n\n"
        "Could you send me the offer in writing, with the bonus terms, any equity, the days of leave, the "
        "reporting line and the benefits? I will read it with care and answer within 3 business days of "
        "having it.\n\nKind regards"
    )


def test_a_written_offer_is_answered_by_a_day(make_record: MakeRecord) -> None:
    text = make_record(stated_as="written").text(Kind.ACKNOWLEDGE)
    assert "I will read it with care and answer by Thursday 26 November." in text


def test_a_written_offer_is_not_asked_for_again(make_record: MakeRecord) -> None:
    text = make_record("front-loaded").text(Kind.ACKNOWLEDGE)
    assert "Thank you for the written offer for the role of Site Reliability Engineer" in text
    assert "Could you also send me the reporting line?" in text


def test_a_sign_on_without_its_conditions_is_asked_about(make_record: MakeRecord) -> None:
    text = make_record("front-loaded", sign_on_clawback_months=None).text(Kind.ACKNOWLEDGE)
    assert "when the sign-on would have to be paid back and the reporting line?" in text


def test_where_base_is_spent_the_request_is_for_what_stands_beside_it(make_record: MakeRecord) -> None:
    text = make_record("front-loaded", base=Decimal(216_000), target=Decimal(220_000)).text(Kind.COUNTER)
    assert paragraph(text, 2) == "I have no request on base."
    assert requests_in(text)[0].startswith("Given the level of the role, L5, I would like to ask for")


def test_the_answer_comes_before_a_deadline_that_is_near(make_record: MakeRecord) -> None:
    assert make_record(deadline=date(2026, 11, 24)).ground.answer_on == date(2026, 11, 24)


def test_an_acknowledgement_needs_no_base(make_record: MakeRecord) -> None:
    record = make_record(base=None)
    assert record.text(Kind.ACKNOWLEDGE).startswith("Hello,\n\nThank you for offering me the role")
    with pytest.raises(NothingToSayError, match="Enter the base they offered"):
        record.text(Kind.COUNTER)


def test_the_range_they_stated_is_the_reason_beside_the_request(make_record: MakeRecord) -> None:
    text = make_record("front-loaded").text(Kind.COUNTER)
    assert "Given the range you have stated, USD 160,000 to 215,000, I would" in text


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("formula", "it follows from your formula. Could you show me the level, the location and the step"),
        ("pay scale", "it follows from your scale. Could you tell me at which step my years of experience"),
    ],
)
def test_where_base_follows_from_a_rule_its_inputs_are_asked_about(
    make_record: MakeRecord, name: str, sentence: str
) -> None:
    assert sentence in make_record(name).text(Kind.COUNTER)


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


@pytest.mark.parametrize(
    ("parts", "sentence"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_parts_are_listed_as_a_sentence_has_them(parts: list[str], sentence: str) -> None:
    assert listed(parts) == sentence


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("name", NAMES)
def test_no_first_text_promises_to_sign(make_record: MakeRecord, name: str, start: str) -> None:
    text = make_record(name, **STARTS[start]).text(Kind.COUNTER)
    promises = ("i can sign", "i will sign", "accept", "settle on", "i could start")
    assert [promise for promise in promises if promise in text.lower()] == []


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


@pytest.mark.parametrize("kind", KINDS)
def test_without_a_range_and_a_level_the_reason_is_a_gap_that_is_blocked(
    make_record: MakeRecord, kind: Kind
) -> None:
    record = make_record(level="")
    text = record.text(kind)
    found = check(text, record.facts(kind, preferred=False), record.policy)
    blocked = [text[one.start : one.end] for one in found if one.severity is Severity.BLOCK]
    assert blocked == ([GAP] if kind is Kind.COUNTER else [])


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("name", NAMES)
def test_no_first_text_claims_experience_for_the_person(
    make_record: MakeRecord, name: str, start: str
) -> None:
    text = make_record(name, **STARTS[start]).text(Kind.COUNTER)
    assert "experience" not in text.replace("at which step my years of experience place me?", "")


def test_a_filled_gap_is_no_longer_blocked(make_record: MakeRecord) -> None:
    record = make_record(level="")
    text = record.text(Kind.COUNTER).replace(GAP, "four years of running such a product")
    assert check(text, record.facts(Kind.COUNTER, preferred=False), record.policy) == ()


@pytest.mark.parametrize("tone", Tone)
def test_what_was_asked_for_is_asked_again_under_the_name_of_that_message(alice: User, tone: Tone) -> None:
    made = make_offer(alice, stated_as="written")
    today = timezone.localdate()
    make_draft(made, kind="acknowledge", sent_on=today)
    record = record_of(Offer.objects.with_case().get(pk=made.pk), today)
    text = record.text(Kind.QUESTIONS, tone)
    assert f"I am following up on my message of {today:%A} {today.day} {today:%B}" in text
    assert "These points are still open:" in text
    found = check_text(text, record, Kind.QUESTIONS, preferred=False)
    assert [remark.label for remark in found.remarks] == []


@pytest.fixture
def answered(alice: User) -> Record:
    """They answered an ask of 88,500 with 84,000."""
    made = make_offer(alice)
    make_answer(made, base=Decimal(84_000))
    return record_of(Offer.objects.with_case().get(pk=made.pk), TODAY)


@pytest.mark.parametrize("kind", [Kind.COUNTER, Kind.PHONE])
def test_after_an_answer_the_next_step_is_asked_for_and_a_settlement_after_it(
    answered: Record, kind: Kind
) -> None:
    text = answered.text(kind)
    assert "could we settle at a base of USD 86,000 a year?" in text
    assert "88,500" not in text
    assert answered.settle is not None
    assert answered.settle.base == 84_000
    assert ("84,000 a year with a review after 6 months" in text) == (kind is Kind.PHONE)


@pytest.mark.parametrize("tone", Tone)
def test_the_phone_script_thanks_once_after_an_answer(answered: Record, tone: Tone) -> None:
    assert answered.text(Kind.PHONE, tone).count("Thank you") == 1


def test_a_note_on_another_offer_asks_for_the_next_step_too(alice: User, answered: Record) -> None:
    other = make_offer(alice, company="Harbour Foods", base=Decimal(90_000), stated_as="written")
    text = record_of(Offer.objects.with_case().get(pk=answered.offer.pk), TODAY).text(Kind.COMPETING)
    assert other.company not in text
    assert "a base of USD 86,000 a year would make my decision easier" in text.replace("A base", "a base")


@pytest.mark.parametrize("kind", [Kind.COUNTER, Kind.PHONE, Kind.FALLBACK])
@pytest.mark.parametrize(
    ("fields", "reached"), [({}, 88_500), ({"employer_type": "formula", "target": 82_000}, 82_000)]
)
def test_nothing_is_asked_for_once_they_have_reached_what_is_accepted(
    alice: User, fields: dict[str, Any], reached: int, kind: Kind
) -> None:
    made = make_offer(alice, **fields)
    make_answer(made, base=Decimal(reached))
    record = record_of(Offer.objects.with_case().get(pk=made.pk), TODAY)
    with pytest.raises(NothingToSayError, match="They have reached the base that you accept"):
        record.text(kind)


@pytest.mark.parametrize("kind", [Kind.COUNTER, Kind.PHONE])
def test_no_more_base_is_asked_of_those_who_called_it_final(alice: User, kind: Kind) -> None:
    made = make_offer(alice)
    make_answer(made, base=Decimal(84_000), kind="final")
    record = record_of(Offer.objects.with_case().get(pk=made.pk), TODAY)
    with pytest.raises(NothingToSayError, match="They called their answer final"):
        record.text(kind)
    assert record.settle is None or record.settle.base == 84_000


@pytest.mark.parametrize("base", range(80_500, 88_500, 500))
def test_a_settlement_is_worth_less_than_the_request_before_it(alice: User, base: int) -> None:
    made = make_offer(alice)
    make_answer(made, base=Decimal(base))
    record = record_of(Offer.objects.with_case().get(pk=made.pk), TODAY)
    step, asked = record.settle, record.request
    assert step is not None
    assert asked is not None
    worth = step.base + sum(one.quantity for one in step.items) * Decimal("0.348")
    assert base <= step.base <= worth < asked


def test_a_base_that_they_cut_is_asked_back_before_more(alice: User) -> None:
    made = make_offer(alice, stated_as="written")
    make_answer(made, base=Decimal(79_500))
    text = record_of(Offer.objects.with_case().get(pk=made.pk), TODAY).text(Kind.COUNTER)
    assert (
        "You offered a base of USD 80,000 a year, and I see that your last base is USD 79,500 a year." in text
    )
    assert "Starting from the first, I would like to ask for one more step." in text


def test_what_they_gave_beside_a_base_that_cannot_move_counts(alice: User) -> None:
    made = make_offer(alice, employer_type="formula")
    make_answer(made, base=Decimal(80_000), sign_on=Decimal(3_000), leave_days=Decimal(28))
    Offer.objects.filter(pk=made.pk).update(leave_stated="given", leave_days=25)
    text = record_of(Offer.objects.with_case().get(pk=made.pk), TODAY).text(Kind.COUNTER)
    assert "a sign-on of USD 8,000 in place of USD 3,000 and 2 more days of leave" in text


def test_a_sign_on_that_they_offer_is_asked_for_in_all(alice: User) -> None:
    made = make_offer(alice, sign_on=1_000, sign_on_stated="given", sign_on_clawback_months=12)
    text = record_of(Offer.objects.with_case().get(pk=made.pk), TODAY).text(Kind.PHONE)
    assert "a sign-on of USD 8,000 in place of USD 1,000" in text


def test_a_draft_stands_on_the_wishes_as_the_room_does(alice: User) -> None:
    made = make_offer(alice)
    Wish.objects.create(offer=made, key="sign_on", movable=False)
    whole = Offer.objects.with_case().get(pk=made.pk)
    bare = Offer.objects.select_related("owner").prefetch_related("colleagues").get(pk=made.pk)
    of_whole, of_bare = (record_of(one, TODAY).text(Kind.COUNTER) for one in (whole, bare))
    assert of_bare == of_whole
    assert "sign-on" not in of_bare
