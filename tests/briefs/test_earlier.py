"""A document with the terms of an earlier version: what came later is not on it, and it says what it is."""

from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localtime
from pypdf import PdfReader

from offers.accounts.models import User
from offers.briefs.earlier import labelled, read_earlier
from offers.briefs.models import Copy
from offers.dates.events import events_of
from offers.engine.policy import Policy
from offers.engine.reason import in_words
from offers.ledger.models import Terms
from offers.models import Offer, Stage
from offers.outcome.models import Decision
from tests.briefs.conftest import text_of
from tests.conftest import CountQueries, sign_in
from tests.factories import make_answer, make_draft, make_offer, make_promise, make_signal, make_terms

TODAY = timezone.localdate()
LATER = ("Offer entered here", "81,317", "84,219", "5,313", "88,137", "June", "Rosa", "22 days")


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.fixture
def offer(alice: User) -> Offer:
    """Said aloud, then written with more, countered, answered with a new date, promised, and decided."""
    made = make_offer(
        alice,
        base=Decimal(81_317),
        sign_on=Decimal(5_313),
        sign_on_stated="given",
        leave_days=Decimal(22),
        leave_stated="given",
        stated_as="written",
        stage=Stage.DECIDED,
        deadline=ago(-5),
    )
    make_terms(made, kind="verbal", channel="call", heard_on=ago(12), base=Decimal(80_000))
    written = {"base": Decimal(81_317), "sign_on": Decimal(5_313), "leave_days": Decimal(22)}
    make_terms(made, heard_on=ago(9), decide_by=ago(-2), **written)
    make_draft(made, text="I ask for 88,137.", sent_on=ago(6), review_on=ago(4), basis={"ask": "88137"})
    answer = {"heard_on": ago(3), "decide_by": ago(-5), "deadline_before": ago(-2)}
    make_answer(made, base=Decimal(84_219), person="Rosa", **answer)
    make_promise(made, promised_on=ago(2), state="written", settled_on=ago(1))
    make_signal(made, seen_on=ago(2), quote="We love Rosa")
    Decision.objects.create(offer=made, outcome="accepted", decided_on=TODAY, stage_before="final")
    return made


def version(offer: Offer, kind: str) -> Terms:
    return Terms.objects.get(offer=offer, kind=kind)


def asked(offer: Offer, terms: object, kind: str = "private-brief", page: str = "read") -> str:
    return f"{reverse(f'briefs:{page}', args=[offer.pk, kind])}?terms={terms}"


def read(window: Client, offer: Offer, kind: str, document: str = "private-brief", more: str = "") -> str:
    response = window.get(asked(offer, version(offer, kind).pk, document) + more)
    assert response.status_code == 200
    return " ".join(response.content.decode().replace("\u00a0", " ").split())


def test_the_page_offers_every_version_with_a_base_the_newest_first(window: Client, offer: Offer) -> None:
    make_terms(offer, kind="advertised", channel="letter", heard_on=ago(20), level="Level 3")
    text = window.get(reverse("briefs:page", args=[offer.pk])).content.decode()
    kinds = ("revised", "written", "verbal")
    places = [text.index(f'value="{version(offer, kind).pk}"') for kind in kinds]
    assert places == sorted(places)
    assert str(version(offer, "advertised").pk) not in text
    assert text.count("<select") == 2  # Not for the summary, which is for the employer as it stands.


def test_one_version_is_no_choice(window: Client, alice: User) -> None:
    offer = make_offer(alice)
    make_terms(offer, base=Decimal(80_000))
    assert "<select" not in window.get(reverse("briefs:page", args=[offer.pk])).content.decode()


@pytest.mark.parametrize("document", ["private-brief", "call-sheet"])
def test_what_came_later_is_not_on_it(window: Client, offer: Offer, document: str) -> None:
    text = read(window, offer, "verbal", document)
    assert [word for word in LATER if word in text] == []
    assert "They want an answer by" not in text


@pytest.mark.parametrize("document", ["private-brief", "call-sheet"])
def test_it_says_of_which_day_it_is_and_of_which_one_s_own_numbers(
    window: Client, offer: Offer, document: str
) -> None:
    text = read(window, offer, "verbal", document)
    assert f"The terms as of {ago(12):%-d %B %Y}</strong> (said aloud), without what came later." in text
    assert f"Your own numbers and their range are those of today, {TODAY:%-d %B %Y}." in text


def test_a_message_and_an_answer_stand_on_it_once_they_were_there(window: Client, offer: Offer) -> None:
    written, answered = read(window, offer, "written"), read(window, offer, "revised")
    assert ("81,317" in written, "88,137" in written, "84,219" in written) == (True, False, False)
    assert ("88,137" in answered, "84,219" in answered, "A review in June" in answered) == (True, True, False)
    assert "Written offer reviewed, in writing." in written
    assert "Final adjustment, answered aloud." in answered


def test_every_page_of_the_file_names_the_day(window: Client, offer: Offer) -> None:
    address = asked(offer, version(offer, "verbal").pk, page="pdf")
    document = PdfReader(BytesIO(window.get(address).content))
    assert all(f"Terms of {ago(12):%-d %B %Y}" in page.extract_text() for page in document.pages)
    assert [word for word in LATER if word in text_of(document)] == []
    assert document.metadata is not None
    assert f"Private brief, terms of {ago(12):%-d %B %Y}: " in str(document.metadata.title)


@pytest.mark.parametrize("document", ["private-brief", "call-sheet"])
def test_the_walk_away_still_wants_its_word(window: Client, offer: Offer, document: str) -> None:
    plain = read(window, offer, "verbal", document)
    private = read(window, offer, "verbal", document, "&walk-away=yes")
    assert ("79,000" in plain, "walk-away" in plain, "79,000" in private) == (False, False, True)


def test_each_version_has_a_copy_of_its_own(window: Client, offer: Offer) -> None:
    addresses = [asked(offer, version(offer, kind).pk, "call-sheet", "pdf") for kind in ("verbal", "written")]
    addresses.append(reverse("briefs:pdf", args=[offer.pk, "call-sheet"]))
    files = [window.get(address).content for address in addresses]
    assert len(set(files)) == Copy.objects.count() == 3
    assert [window.get(address).content for address in addresses] == files


@pytest.mark.parametrize("page", ["read", "pdf"])
def test_what_is_no_version_of_this_offer_is_not_there(
    window: Client, offer: Offer, alice: User, bob: User, page: str
) -> None:
    theirs = make_terms(make_offer(bob), base=Decimal(80_000))
    other = make_terms(make_offer(alice), base=Decimal(80_000))
    posting = make_terms(offer, kind="advertised", heard_on=ago(20), base=Decimal(70_000))
    for terms in (theirs.pk, other.pk, posting.pk, uuid4(), "80000", "x" * 40):
        assert window.get(asked(offer, terms, page=page)).status_code == 404
    own = version(offer, "verbal").pk
    assert window.get(asked(offer, own, "summary", page)).status_code == 404
    assert sign_in(bob).get(asked(offer, own, page=page)).status_code == 404


def test_an_offer_is_read_as_it_stood_and_stays_as_it_is(offer: Offer) -> None:
    mine = Offer.objects.filter(pk=offer.pk)
    before = mine.values().get()
    first, _ = read_earlier(mine, offer.pk, version(offer, "verbal").pk)
    assert (first.base, first.sign_on, first.sign_on_stated) == (80_000, None, "not_stated")
    assert (first.stated_as, first.stage, first.deadline) == ("verbal", Stage.RECEIVED, None)
    second, _ = read_earlier(mine, offer.pk, version(offer, "written").pk)
    assert (second.base, second.leave_days, second.stage) == (81_317, 22, Stage.REVIEWED)
    assert second.deadline == ago(-2)
    third, _ = read_earlier(mine, offer.pk, version(offer, "revised").pk)
    assert (third.stage, third.deadline, third.history.answered) == (Stage.FINAL, ago(-5), 84_219)
    assert (list(third.promises.all()), list(third.signals.all())) == ([], [])
    assert mine.values().get() == before


def test_a_counter_still_waits_for_its_answer(offer: Offer) -> None:
    """A second letter came between the counter and their answer."""
    later = make_terms(offer, kind="verbal", channel="mail", heard_on=ago(5), place="Austin")
    waiting, _ = read_earlier(Offer.objects.all(), offer.pk, later.pk)
    assert waiting.stage == Stage.COUNTERED
    assert waiting.drafts.all()[0].review_on is None
    titles = [event.title for event in events_of(waiting, ago(5), policy=Policy())]
    assert "Ask again if no answer has come" in titles


def test_a_promise_that_was_kept_later_is_open(offer: Offer) -> None:
    last = make_answer(offer, heard_on=ago(2), base=Decimal(85_000))
    told, _ = read_earlier(Offer.objects.all(), offer.pk, last.pk)
    assert [(one.state, one.settled_on) for one in told.promises.all()] == [("open", None)]


def test_a_part_that_no_version_names_stays_as_it_was_entered(alice: User) -> None:
    offer = make_offer(alice, level="Level 3", base=Decimal(82_000))
    first = make_terms(offer, kind="verbal", channel="call", heard_on=ago(9), sign_on=Decimal(3_000))
    make_terms(offer, kind="verbal", channel="call", heard_on=ago(4), leave_days=Decimal(20))
    told, _ = read_earlier(Offer.objects.all(), offer.pk, first.pk)
    assert (told.base, told.level, told.sign_on, told.leave_days) == (82_000, "Level 3", 3_000, None)


def test_an_earlier_document_takes_so_many_queries(
    window: Client, offer: Offer, django_assert_num_queries: CountQueries
) -> None:
    address = asked(offer, version(offer, "verbal").pk)
    with django_assert_num_queries(14):
        window.get(address)


def test_terms_of_one_day_are_told_apart(alice: User) -> None:
    offer = make_offer(alice)
    low, high, again = (make_terms(offer, base=Decimal(base)) for base in (80_000, 81_000, 81_000))
    day = in_words(low.heard_on)
    at = [f"{localtime(one.made_at):%H:%M}" for one in (high, again)]
    assert labelled([low, high, again]) == [
        (low.pk, f"{day}, written offer, base 80,000"),
        (high.pk, f"{day}, written offer, base 81,000, entered at {at[0]}"),
        (again.pk, f"{day}, written offer, base 81,000, entered at {at[1]}"),
    ]
