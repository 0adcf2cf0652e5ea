"""Every kind of message in every tone on each of the five cases, as a careful person would send it."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from offers.accounts.models import User
from offers.bands.reference import load_industries
from offers.compare.models import Expectation
from offers.drafts.case import numbers_in
from offers.drafts.models import Kind, Tone
from offers.drafts.notes import notes_on
from offers.drafts.record import Record, record_of
from offers.engine import draft as engine
from offers.engine.draft import Competing
from offers.engine.messages import MESSAGES
from offers.engine.policy import Policy
from offers.engine.tone import check
from offers.engine.tone_finding import Severity
from offers.engine.tone_text import Page
from offers.models import Offer
from tests.drafts.cases import NAMES, TODAY, make_late_case
from tests.factories import make_offer

HOSTILE = (
    "O'Brien & Sons [Holding] Ltd.",
    "<script>alert(1)</script>",
    "\u202egnp.exe \u2067abc\u2069",
    "Z" + "\u0301" * 50,
    "Two\nlines\tof it",
    "{{ 7|add:7 }} %s {0.__class__}",
    "東京株式会社",
    "w" * 150,
)
MakeLate = Callable[..., Record]
STRAY = re.compile(r"  | \n|\n |(?<=\n)- [^\n]*\n(?=[^-\n])")  # A space too many, or no line below a list.
SERIOUS = (Severity.BLOCK, Severity.FIX)


@pytest.fixture
def make_late(alice: User) -> MakeLate:
    load_industries(Policy())
    return lambda name, **fields: record_of(make_late_case(alice, name, **fields), TODAY)


def answer_to(kind: Kind) -> str:
    """The answer after which such a message is sent: what is called final leaves no base to ask for."""
    return "revised" if kind in (Kind.COUNTER, Kind.PHONE, Kind.COMPETING) else "final"


def serious(record: Record, kind: Kind, tone: Tone) -> list[tuple[str, str, str]]:
    text = record.text(engine.Kind(kind), tone)
    found = check(text, record.facts(engine.Kind(kind), preferred=False), record.policy)
    return [
        (one.code, text[one.start : one.end], one.reason.text) for one in found if one.severity in SERIOUS
    ]


def is_of_usual_length(record: Record, kind: Kind, text: str) -> bool:
    low, high = MESSAGES[engine.Kind(kind)].words
    return low <= Page(text).words() <= (high or int(record.policy.words_warn))


@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("name", NAMES)
def test_a_composed_message_may_go_out_as_it_is(
    make_late: MakeLate, name: str, kind: Kind, tone: Tone
) -> None:
    record = make_late(name, said=answer_to(kind))
    text = record.text(engine.Kind(kind), tone)
    said, allowed = set(numbers_in(text)), record.facts(engine.Kind(kind), preferred=False).figures
    assert serious(record, kind, tone) == []
    assert is_of_usual_length(record, kind, text), Page(text).words()
    assert {number for number in said if number > 100} - set(allowed) == set()
    assert said.isdisjoint({record.offer.walk_away} - record.known)
    assert [one for one in sentences(text) if len(one.split()) > 25] == []
    assert STRAY.findall(text) == []


@pytest.mark.parametrize("tone", Tone)
def test_an_acknowledgement_with_a_list_has_a_line_below_it(alice: User, tone: Tone) -> None:
    load_industries(Policy())
    offer = make_offer(alice, level="", sign_on=5_000, sign_on_stated="given")
    text = record_of(offer, TODAY).text(engine.Kind.ACKNOWLEDGE, tone)
    assert "\n- the reporting line\n" in text
    assert STRAY.findall(text) == []


def sentences(text: str) -> list[str]:
    """Lines of a list are no sentence."""
    lines = [line for line in text.splitlines() if not line.startswith("- ")]
    return [one for line in lines for one in re.split(r"(?<=[.?!:])\s", line)]


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("name", NAMES)
def test_the_tone_changes_no_number_and_no_day(make_late: MakeLate, name: str, kind: Kind) -> None:
    record = make_late(name, said=answer_to(kind))
    plain, *others = [
        re.findall(r"\d[\d,.]*\d|\d", record.text(engine.Kind(kind), tone))
        for tone in (Tone.PLAIN, Tone.WARM, Tone.BRIEF)
    ]
    assert others == [plain, plain]


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("name", NAMES)
def test_brief_is_the_shortest_and_warm_the_longest(make_late: MakeLate, name: str, kind: Kind) -> None:
    record = make_late(name, said=answer_to(kind))
    lengths = [len(record.text(engine.Kind(kind), tone)) for tone in (Tone.BRIEF, Tone.PLAIN, Tone.WARM)]
    assert lengths == sorted(lengths)


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("kind", Kind)
def test_no_name_makes_a_message_that_is_held_back(make_late: MakeLate, kind: Kind, hostile: str) -> None:
    record = make_late("worked", said=answer_to(kind), company=hostile, role=hostile[:150])
    assert [serious(record, kind, tone) for tone in Tone] == [[], [], []]


@pytest.mark.parametrize("kind", Kind)
def test_a_first_choice_is_named_only_when_it_is_ticked(make_late: MakeLate, kind: Kind) -> None:
    record = make_late("worked", said=answer_to(kind))
    plain, ticked = (
        "first choice" in record.text(engine.Kind(kind), preferred=preferred) for preferred in (False, True)
    )
    assert (plain, ticked) == (False, kind in (Kind.COUNTER, Kind.COMPETING, Kind.PHONE))


def test_a_note_says_as_much_of_another_offer_as_is_on_record(make_late: MakeLate) -> None:
    record = make_late("worked", said="revised")
    text = record.text(engine.Kind.COMPETING)
    assert (record.facts(engine.Kind.COMPETING, preferred=False).competing, "in writing" in text) == (
        Competing.WRITTEN,
        True,
    )
    assert "Halden" not in text


@pytest.mark.parametrize("tone", Tone)
def test_more_time_is_asked_for_until_another_answer_is_there(make_late: MakeLate, tone: Tone) -> None:
    record = make_late("worked", said="revised")
    other = Offer.objects.exclude(pk=record.offer.pk).get()
    Expectation.objects.create(offer=other, expected_on=date(2026, 12, 4))
    record = record_of(Offer.objects.with_case().get(pk=record.offer.pk), TODAY)
    text = record.text(engine.Kind.EXTENSION, tone)
    assert "another employer's answer by Friday 4 December" in text
    assert serious(record, Kind.EXTENSION, tone) == []
    assert is_of_usual_length(record, Kind.EXTENSION, text), Page(text).words()


def test_a_spoken_offer_is_told_with_the_day_on_which_it_should_be_in_writing(make_late: MakeLate) -> None:
    record = make_late("worked", said="revised")
    other = Offer.objects.exclude(pk=record.offer.pk).get()
    Offer.objects.filter(pk=other.pk).update(stated_as="verbal", deadline=None)
    Expectation.objects.create(offer=other, expected_on=date(2026, 12, 4))
    record = record_of(Offer.objects.with_case().get(pk=record.offer.pk), TODAY)
    assert "I expect it in writing by Friday 4 December." in record.text(engine.Kind.COMPETING)
    assert serious(record, Kind.COMPETING, Tone.PLAIN) == []


def test_a_long_wait_is_asked_for_as_one(make_late: MakeLate) -> None:
    record = make_late("worked", said="revised")
    other = Offer.objects.exclude(pk=record.offer.pk).get()
    Expectation.objects.create(offer=other, expected_on=date(2026, 12, 14))
    record = record_of(Offer.objects.with_case().get(pk=record.offer.pk), TODAY)
    text = record.text(engine.Kind.EXTENSION)
    assert "I know that this is long. I expect another employer's answer by Monday 14 December." in text
    assert next(one.text for one in notes_on(record, Kind.EXTENSION, text)).endswith(
        ("needs its reason beside it.", "they may refuse or move on.")
    )
    assert serious(record, Kind.EXTENSION, Tone.PLAIN) == []


@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("kind", Kind)
def test_a_name_with_a_full_stop_ends_its_sentence_once(make_late: MakeLate, kind: Kind, tone: Tone) -> None:
    named = {"company": "Halden B.V.", "role": "Engineer, Sr.", "level": "Gr. 3."}
    text = make_late("worked", said=answer_to(kind), **named).text(engine.Kind(kind), tone)
    assert ".." not in text
