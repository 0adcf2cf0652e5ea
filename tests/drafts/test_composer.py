"""The first texts: what they ask, what they never say, and that they pass the engine's own check."""

from dataclasses import replace
from decimal import Decimal

import pytest

from offers.accounts.models import User
from offers.drafts.case import numbers_in
from offers.drafts.composer import GAP, compose
from offers.drafts.composer.words import listed
from offers.drafts.record import record_of
from offers.engine.draft import Kind
from offers.engine.tone import check
from offers.engine.tone_finding import Severity
from offers.models import Offer, Wish
from tests.drafts.conftest import NAMES, STARTS, TODAY, MakeRecord
from tests.drafts.steps import paragraph, requests_in
from tests.factories import make_offer

KINDS = (Kind.ACKNOWLEDGE, Kind.COUNTER)
LOWER = "If the base cannot go that far, "
REVIEW = (
    "If a part of this cannot be done, another way could be a review after six months, agreed in writing now."
)


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
    spoken = make_record(name).text(Kind.PHONE)
    assert sentence in spoken.replace("\n", " ")
    assert "The base can stay" not in spoken


@pytest.mark.parametrize("name", ["formula", "pay scale"])
def test_an_answer_does_not_end_the_argument_about_the_inputs(make_record: MakeRecord, name: str) -> None:
    record = make_record(name)
    assert record.basis
    said = compose(Kind.PHONE, replace(record.ground, answered=record.basis.offer))
    assert "I have no request on base, since it follows from your" in said


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


def test_a_draft_stands_on_the_wishes_as_the_room_does(alice: User) -> None:
    made = make_offer(alice)
    Wish.objects.create(offer=made, key="sign_on", movable=False)
    whole = Offer.objects.with_case().get(pk=made.pk)
    bare = Offer.objects.select_related("owner").prefetch_related("colleagues").get(pk=made.pk)
    of_whole, of_bare = (record_of(one, TODAY).text(Kind.COUNTER) for one in (whole, bare))
    assert of_bare == of_whole
    assert "sign-on" not in of_bare
