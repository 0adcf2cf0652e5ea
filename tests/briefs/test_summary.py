"""The summary for the employer: nothing private is in its words, figures or metadata."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from decimal import Decimal
from email import message_from_bytes, policy
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from offers.accounts.models import User
from offers.bands.demo import load_industries
from offers.briefs.frame import Frame
from offers.briefs.kinds import Choices, read
from offers.briefs.summary import NOT_FINAL, Fact, Summary, context_of, summary_of
from offers.demo import CASES, load_case
from offers.drafts.composer.ground import NothingToSayError
from offers.drafts.composer.words import day
from offers.drafts.mail import letter
from offers.drafts.models import Tone
from offers.drafts.record import record_of
from offers.engine.draft import Kind
from offers.engine.policy import Policy
from offers.engine.shared import SharedBasis, SharedRange
from offers.models import Offer
from tests.briefs.conftest import Printed, text_of
from tests.conftest import CountQueries
from tests.factories import make_answer, make_crowd, make_offer

SUMMARY = "summary"
CASE_NAMES = [str(case["company"]) for case in CASES]
HANDED_OVER = {Summary, Fact, SharedBasis, SharedRange, Frame}
PRIVATE = {
    "walk_away": Decimal("73219.37"),
    "alternative_value": Decimal("73219.38"),
    "switching_loss": Decimal("4321.09"),
    "spending": Decimal("3456.78"),
    "inside_minimum": Decimal("71234.56"),
    "inside_maximum": Decimal("98765.43"),
}
TEAM = ("77654.32", "81234.57")
OTHER = {"base": Decimal("91357.91"), "walk_away": Decimal("86420.13"), "target": Decimal("99753.19")}


def loaded(offer: Offer) -> Offer:
    return read(Offer.objects.all(), offer.pk, Choices())[0]


def values_in(value: object) -> Iterator[object]:
    """The value, and every value of its fields and members."""
    yield value
    if is_dataclass(value):
        for field in fields(value):
            yield from values_in(getattr(value, field.name))
    elif isinstance(value, dict | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from values_in(one)


def raw_text(document: PdfReader) -> str:
    """Words, metadata, XMP, bookmarks and alternative texts: all that anybody could read out of the file."""
    found = [text_of(document), str(document.metadata), str(document.outline)]
    found.append(document.root_object["/Metadata"].get_data().decode())
    for number in range(1, len(document.xref_objStm) + 400):
        try:
            found.append(str(document.get_object(number)))
        except Exception:  # noqa: S112 # Not every number is an object.
            continue
    # The reader names objects by where they lie in memory, which is a number of any digits.
    return re.sub(r"IndirectObject\([^)]*\)", "", " ".join(found))


def shapes(amount: Decimal | str) -> set[str]:
    """How an amount could be written."""
    number = Decimal(amount)
    whole = int(number)
    found = {f"{number:,}", f"{number}", f"{whole:,}", f"{whole}", f"{number.normalize():f}"}
    return {shape for shape in found if len(shape) > 3}  # "36" of an hour stands in many a date.


def secrets_of(offer: Offer) -> set[str]:
    kept = [getattr(offer, name) for name in PRIVATE]
    team = [one.pay for one in offer.colleagues.all()]
    return {shape for amount in (*kept, *team, *OTHER.values()) if amount for shape in shapes(amount)}


def private_offer(owner: User, case: dict[str, Any]) -> Offer:
    """A case with private figures that nothing else resembles, and another offer beside it."""
    load_industries(Policy())
    offer = load_case(owner, case | {"team": TEAM}, timezone.localdate())
    unit = Decimal(2000) if offer.unit == "hour" else Decimal(1)
    for name, value in PRIVATE.items():
        setattr(offer, name, (value / unit).quantize(Decimal("0.01")))
    offer.target = max(offer.target or Decimal(0), offer.walk_away or Decimal(0))
    offer.save()
    make_offer(owner, company="Other Employer", industry=offer.industry, **OTHER)
    return loaded(offer)


@pytest.mark.parametrize("case", CASES, ids=CASE_NAMES)
def test_the_template_gets_what_may_be_shared_and_nothing_else(alice: User, case: dict[str, Any]) -> None:
    offer, today = private_offer(alice, case), timezone.localdate()
    summary = summary_of(record_of(offer, today))
    assert summary is not None
    context = context_of(summary)
    assert set(context) == {"summary"}
    kinds = {type(value) for value in values_in(context)}
    assert {kind for kind in kinds if is_dataclass(kind)} <= HANDED_OVER
    assert kinds - HANDED_OVER <= {dict, tuple, str, Decimal, date, type(None), type(summary.basis.unit)}
    assert (summary.basis.opening, summary.basis.fallback, summary.basis.sentences) == ((), (), ())


@pytest.mark.parametrize("answered", [False, True], ids=["before an answer", "after it"])
@pytest.mark.parametrize("case", CASES, ids=CASE_NAMES)
def test_nothing_private_is_in_the_file(
    printed: Printed, alice: User, case: dict[str, Any], answered: bool
) -> None:
    offer = private_offer(alice, case)
    if answered:
        make_answer(offer, base=(offer.base or Decimal(0)) * Decimal("1.02"))
    document = printed(offer, "?walk-away=yes", SUMMARY)
    text = raw_text(document)
    assert [secret for secret in secrets_of(offer) if secret in text] == []
    words = ("walk-away", "private", "Other Employer", "alice", "target", "ceiling")
    assert [word for word in words if word.lower() in text.lower()] == []
    assert len(document.pages) == 1


@pytest.mark.parametrize("hostile", range(80_250, 95_000, 750))
def test_no_walk_away_and_no_salary_near_a_number_comes_out(alice: User, hostile: int) -> None:
    today = timezone.localdate()
    for name, team in (("walk_away", ("78000",)), ("", ("78000", str(hostile)))):
        private = {"walk_away": Decimal(hostile) if name else Decimal(79_000)}
        offer = loaded(make_offer(alice, team=team, stated_as="written", **private))
        summary = summary_of(record_of(offer, today))
        assert summary is not None
        said = " ".join(map(str, values_in(summary)))
        ask = f"{summary.basis.ask:,}" if summary.basis.ask else ""
        assert f"{hostile:,}" not in said or f"{hostile:,}" == ask


@pytest.mark.parametrize("case", CASES, ids=CASE_NAMES)
def test_nothing_private_is_in_any_mail(alice: User, case: dict[str, Any]) -> None:
    offer = private_offer(alice, case)
    record, kept = record_of(offer, timezone.localdate()), secrets_of(offer)
    for kind in Kind:
        for tone in Tone:
            try:
                mail = letter(offer.role, record.text(kind, tone), "recruiter@example.org")
            except NothingToSayError:
                continue
            parsed = message_from_bytes(mail, policy=policy.default)
            whole = f"{parsed.items()} {parsed.get_content()}"
            assert [secret for secret in kept if secret in whole] == []


def test_it_says_the_wish_the_request_its_ground_and_other_ways(printed: Printed, alice: User) -> None:
    offer = make_offer(
        alice,
        level="Level 3",
        stated_as="written",
        posted_minimum=Decimal(70_000),
        posted_maximum=Decimal(99_000),
        posted_url="https://example.org/jobs/1",
        posted_on=date(2026, 11, 2),
    )
    document = printed(offer, "", SUMMARY)
    text = text_of(document)
    said = (
        "I am glad to have it, and I would like to join Northwind Software.",
        "USD 88,500",
        "Given the range you have stated, USD 70,000 to 99,000, I would like to ask for a base of USD 88,500",
        "The range for this role is USD 70,000 to USD 99,000 a year. Your posting of 2 November 2026: "
        "https://example.org/jobs/1.",
        "The level of the role is Level 3.",
    )
    assert [words for words in said if words not in text] == []
    assert [words for words in ("excited", "people I would") if words in text] == []
    assert document.metadata is not None
    assert document.metadata.title == "Summary for the employer: Product Analyst, Northwind Software"


@pytest.mark.parametrize(
    ("days", "end"),
    [
        (None, "I am happy to talk it through."),
        (-1, "I am happy to talk it through."),
        (0, "You will have my answer by {day}, as you asked. I am happy to talk it through before."),
        (24, "You will have my answer by {day}, as you asked. I am happy to talk it through before."),
    ],
    ids=["no deadline", "passed", "today", "ahead"],
)
def test_it_promises_no_day_but_the_one_that_they_named(alice: User, days: int | None, end: str) -> None:
    today = timezone.localdate()
    deadline = None if days is None else today + timedelta(days)
    summary = summary_of(record_of(loaded(make_offer(alice, stated_as="written", deadline=deadline)), today))
    assert summary is not None
    assert summary.answer == end.format(day=day(deadline) if deadline else "")


def test_of_an_offer_said_aloud_it_calls_the_request_open_to_change(alice: User) -> None:
    today = timezone.localdate()
    offers = [make_offer(alice, stated_as=how) for how in ("verbal", "written")]
    aloud, written = (summary_of(record_of(loaded(offer), today)) for offer in offers)
    assert aloud is not None
    assert written is not None
    assert aloud.request == f"{written.request} {NOT_FINAL}"


def test_without_a_reason_on_record_it_has_no_gap(printed: Printed, alice: User) -> None:
    text = text_of(printed(make_offer(alice), "", SUMMARY))
    assert "I would like to ask for a base of USD 88,500 a year." in text
    assert "[" not in text


def test_without_a_base_there_is_nothing_to_hand_over(window: Client, alice: User) -> None:
    offer = make_offer(alice, base=None)
    response = window.get(reverse("briefs:pdf", args=[offer.pk, SUMMARY]), follow=True)
    assert response.redirect_chain == [(reverse("briefs:page", args=[offer.pk]), 302)]
    assert "There is nothing to hand over" in response.content.decode()


@pytest.mark.parametrize(("many", "queries"), [(1, 17), (30, 19)])  # Two about others, where there are any.
def test_the_summary_asks_the_database_so_many_times(
    window: Client, alice: User, many: int, queries: int, django_assert_num_queries: CountQueries
) -> None:
    offers = make_crowd(alice, many)
    with django_assert_num_queries(queries):
        window.get(reverse("briefs:pdf", args=[offers[0].pk, SUMMARY]))


@pytest.mark.parametrize(
    "answer",
    [
        {"base": Decimal(96_000)},
        {"base": Decimal(84_000), "kind": "final"},
    ],
    ids=["enough", "final"],
)
def test_there_is_nothing_to_hand_over_once_nothing_is_asked(
    window: Client, alice: User, answer: dict[str, Any]
) -> None:
    make_answer(offer := make_offer(alice), **answer)
    page = window.get(reverse("briefs:pdf", args=[offer.pk, SUMMARY]))
    assert (page.status_code, page.url) == (302, reverse("briefs:page", args=[offer.pk]))


def test_what_was_dropped_is_asked_back_first(window: Client, alice: User) -> None:
    make_answer(offer := make_offer(alice, sign_on_stated="given", sign_on=5_000), channel="letter")
    page = window.get(reverse("briefs:read", args=[offer.pk, SUMMARY])).content.decode().replace("\xa0", " ")
    assert "I take it that the sign-on of USD 5,000 stands, because you named it on the phone." in page


def test_where_base_is_not_asked_for_the_range_is_no_reason_for_the_rest(alice: User) -> None:
    offer = make_offer(
        alice,
        level="Step 3",
        employer_type="step_scale",
        posted_minimum=Decimal(75_000),
        posted_maximum=Decimal(99_000),
    )
    summary = summary_of(record_of(loaded(offer), timezone.localdate()))
    assert summary
    assert summary.request.startswith(
        "Given the level of the role, Step 3, I would like to ask for a sign-on"
    )
    assert [fact.source for fact in summary.facts] == ["As you named it"]
