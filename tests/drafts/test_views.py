"""The pages of drafts, as Alice and others see them."""

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.drafts.models import LONGEST, Draft, Kind
from offers.drafts.notes import SPOKEN
from offers.drafts.services import send_draft, start_draft
from offers.models import Offer
from tests.conftest import CountQueries, sign_in
from tests.drafts.steps import at, live_check, post, text_of
from tests.factories import make_draft, make_offer

CLEAN = "Thank you for the offer. I will read it with care and you will hear from me by Friday."
HOSTILE = {
    "markup": '<script>alert(1)</script><img src=x onerror="alert(2)">',
    "templates": "{{ 7|add:7 }} {% now 'Y' %} %s {0.__class__} ${7*7}",
    "right to left": "\u202egnp.exe \u2067abc\u2069",
    "marks": "Z" + "\u0301" * 3_000,
    "zero width joined": "a\u200d" * 300,
    "one word": "w" * LONGEST,
}


def test_an_offer_without_drafts_offers_what_can_be_started(window: Client, offer: Offer) -> None:
    page = text_of(window.get(reverse("drafts:list", args=[offer.pk])))
    assert "No message yet." in page
    assert ("Start the acknowledgement" in page, "Start the counter" in page) == (True, True)


def test_starting_leads_to_the_editor_with_a_text(window: Client, offer: Offer) -> None:
    given = {"kind": "counter", "key": str(uuid4())}
    first = window.post(reverse("drafts:new", args=[offer.pk]), given)
    again = window.post(reverse("drafts:new", args=[offer.pk]), given)
    assert first.headers["Location"] == again.headers["Location"] == Draft.objects.get().get_absolute_url()
    assert "a base of USD 88,500 a year" in window.get(first.headers["Location"]).content.decode()


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"kind": "threat", "key": str(uuid4())}, "Select a valid choice. threat is not one"),
        ({"kind": "counter", "key": "5"}, "Enter a valid UUID."),
        ({}, "This field is required."),
    ],
)
def test_a_start_that_names_nothing_known_makes_nothing(
    window: Client, offer: Offer, given: dict[str, str], sentence: str
) -> None:
    assert sentence in text_of(window.post(reverse("drafts:new", args=[offer.pk]), given))
    assert Draft.objects.count() == 0


def test_a_counter_without_a_base_says_what_to_enter_first(window: Client, alice: User) -> None:
    offer = make_offer(alice, base=None)
    page = window.post(reverse("drafts:new", args=[offer.pk]), {"kind": "counter", "key": str(uuid4())})
    assert "Enter the base they offered; this message speaks of it." in text_of(page)


def test_saving_keeps_the_text_and_says_so(window: Client, draft: Draft) -> None:
    response = post(window, "edit", draft, text="Thank you.\r\n\r\nAlice", preferred="on")
    page = window.get(response.headers["Location"])
    kept = Draft.objects.get()
    assert (kept.text, kept.preferred, kept.version) == ("Thank you.\n\nAlice", True, 2)
    assert "Saved." in text_of(page)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Write the message first."),
        ("  \n ", "Write the message first."),
        ("a\x00b", "Null characters are not allowed."),
        ("x" * (LONGEST + 1), "Ensure this value has at most 10000 characters (it has 10001)."),
    ],
)
@pytest.mark.parametrize("page", ["edit", "check", "send"])
def test_a_text_that_cannot_be_kept_comes_back_with_the_reason(
    window: Client, draft: Draft, page: str, text: str, sentence: str
) -> None:
    response = post(window, page, draft, text=text)
    assert sentence in text_of(response)
    assert text.strip().replace("\x00", "") in response.content.decode().replace("\x00", "")
    assert Draft.objects.get().version == 1


def test_ends_of_lines_count_as_one_character(window: Client, draft: Draft) -> None:
    assert post(window, "edit", draft, text="a\r\n" * (LONGEST // 2)).status_code == 302


@pytest.mark.parametrize("version", ["", "0", "x", "2147483648", "9" * 5_000])
def test_a_damaged_version_saves_nothing(window: Client, draft: Draft, version: str) -> None:
    response = post(window, "edit", draft, version=version, text=CLEAN)
    assert (response.status_code, CLEAN in response.content.decode()) == (200, True)
    assert Draft.objects.get().text == draft.text


def test_marking_as_sent_shows_it_as_it_was_sent(window: Client, draft: Draft) -> None:
    response = window.get(post(window, "send", draft).headers["Location"])
    page = text_of(response)
    assert ("It stays as it was sent." in page, "<textarea" in response.content.decode()) == (True, False)
    assert "The ask USD 88,500" in page


def test_a_counter_that_went_out_says_when_to_ask_again(window: Client, draft: Draft) -> None:
    post(window, "send", draft)
    Draft.objects.update(sent_on=date(2026, 3, 4))
    page = text_of(window.get(draft.get_absolute_url()))
    assert "If no answer has come, ask again on Tuesday 10 March 2026." in page


def test_a_blocked_text_stays_here_until_a_reason_is_written(window: Client, draft: Draft) -> None:
    blocked = f"{CLEAN} I also have another offer."
    refused = post(window, "send", draft, text=blocked)
    assert "The check blocks this text. Change it, or write here why it goes out as it is." in text_of(
        refused
    )
    assert blocked in refused.content.decode()
    post(window, "send", draft, text=blocked, override="It is true; I have it by phone.")
    page = text_of(window.get(draft.get_absolute_url()))
    assert "Why it went out as it was It is true; I have it by phone." in page


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("", "This field is required."),
        ("1999-12-31", "within the last year, tomorrow at the latest."),
        ("9999-12-31", "within the last year, tomorrow at the latest."),
        ("2026-02-30", "Enter a valid date."),
    ],
)
def test_a_day_that_cannot_be_is_refused(window: Client, draft: Draft, day: str, sentence: str) -> None:
    assert sentence in text_of(post(window, "send", draft, sent_on=day))
    assert Draft.objects.sent().count() == 0


@pytest.mark.parametrize(("ahead", "sent"), [(0, True), (1, True), (2, False)])
def test_a_message_goes_out_tomorrow_at_the_latest(
    window: Client, draft: Draft, ahead: int, sent: bool
) -> None:
    day = timezone.localdate() + timedelta(days=ahead)
    response = post(window, "send", draft, sent_on=day.isoformat())
    assert (Draft.objects.sent().exists(), "tomorrow at the latest" in text_of(response)) == (sent, not sent)


def test_an_older_window_gets_both_texts_and_may_save_again(window: Client, draft: Draft) -> None:
    post(window, "edit", draft, text="Saved in the newer window.")
    response = post(window, "edit", draft, text="Typed in the older window.", override="Mine", preferred="on")
    page = response.content.decode()
    assert response.status_code == 409
    assert ("Saved in the newer window." in page, "Typed in the older window." in page) == (True, True)
    (version,) = re.findall(r'<input type="hidden" name="version" value="(\w+)">', page)
    again = window.post(draft.get_absolute_url(), {"version": version, "text": "Typed in the older window."})
    assert (again.status_code, version) == (302, "2")
    assert Draft.objects.get().text == "Typed in the older window."


def test_an_older_window_sees_both_names_and_both_reasons(window: Client, draft: Draft) -> None:
    post(window, "edit", draft, signature="Alice", override="It is true.")
    response = post(window, "edit", draft, signature="A. Smith", override="I have it.", preferred="on")
    page = response.content.decode()
    assert [name in page for name in ("\nAlice</div>", 'value="A. Smith"', "It is true.", "I have it.")] == [
        True
    ] * 4
    assert "They are not ticked as your first choice." in page
    assert 'name="preferred" id="id_preferred" checked' in page


@pytest.mark.parametrize("page", ["edit", "send"])
def test_a_window_open_since_before_it_was_sent_changes_nothing(
    window: Client, draft: Draft, page: str
) -> None:
    post(window, "send", draft)
    response = post(window, page, draft, text="Typed in the older window.")
    assert (response.status_code, Draft.objects.get().text) == (409, draft.text)
    assert "It was marked as sent in another window" in text_of(response)
    assert "Typed in the older window." in response.content.decode()


@pytest.mark.parametrize("page", ["edit", "check", "send"])
def test_what_was_typed_into_a_deleted_draft_is_not_lost(window: Client, draft: Draft, page: str) -> None:
    Draft.objects.all().delete()
    response = post(window, page, draft, text="Typed before I knew.")
    assert (response.status_code, "Typed before I knew." in response.content.decode()) == (404, True)


def test_the_draft_of_somebody_else_looks_like_no_draft_at_all(bob: User, draft: Draft) -> None:
    stranger = sign_in(bob)
    missing = at("edit", draft).replace(str(draft.pk), str(uuid4()))
    answers = [stranger.get(url) for url in (at("edit", draft), missing)]
    assert [answer.status_code for answer in answers] == [404, 404]
    pages = [
        re.sub(r'name="(?:csrfmiddlewaretoken|next)" value="[^"]+"', "", a.content.decode()) for a in answers
    ]
    assert pages[0] == pages[1]


def test_a_draft_is_found_below_its_own_offer_only(window: Client, alice: User, draft: Draft) -> None:
    other = make_offer(alice)
    assert window.get(reverse("drafts:edit", args=[other.pk, draft.pk])).status_code == 404


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_shown_as_text_on_every_page(window: Client, draft: Draft, name: str) -> None:
    text = f"{CLEAN} {HOSTILE[name]}"[:LONGEST]
    assert post(window, "edit", draft, text=text).status_code == 302
    pages = [window.get(draft.get_absolute_url()), post(window, "edit", draft, text="older", version=1)]
    saved = Draft.objects.get()
    pages.append(window.get(post(window, "send", saved, override="A test").headers["Location"]))
    for page in pages:
        body = page.content.decode()
        assert ("<script>alert" in body, 'onerror="alert' in body) == (False, False)
        assert (
            str(HOSTILE[name])[:20].replace("<", "&lt;").replace(">", "&gt;").replace("'", "&#x27;") in body
        )


def test_what_nobody_sees_cannot_part_a_figure(window: Client, draft: Draft) -> None:
    post(window, "edit", draft, text=f"{CLEAN} 79\u200b,0\u00ad00")
    assert Draft.objects.get().text == f"{CLEAN} 79,000"


def test_a_hostile_offer_breaks_no_page(window: Client, alice: User) -> None:
    offer = make_offer(alice, role="\u202e<script>alert(1)</script>", company="Z" + "\u0301" * 199)
    made = window.post(reverse("drafts:new", args=[offer.pk]), {"kind": "counter", "key": str(uuid4())})
    for url in (made.headers["Location"], reverse("drafts:list", args=[offer.pk])):
        page = window.get(url)
        assert (page.status_code, "<script>alert" in page.content.decode()) == (200, False)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"said_yes": True}, "Ask a lawyer or an adviser of your place before you send this."),
        ({"named_number": Decimal(82_000)}, "You named a number before."),
        ({"deadline": date(2026, 1, 5)}, "The deadline has passed, and this text does not ask"),
        ({"walk_away": Decimal(88_400)}, "The ask lies at your walk-away, so the check holds the text back."),
        ({"stated_as": "verbal"}, "You do not have the offer in writing yet."),
    ],
)
def test_what_happened_before_is_said_beside_the_text(
    window: Client, alice: User, fields: dict[str, Any], sentence: str
) -> None:
    draft = make_draft(make_offer(alice, **{"stated_as": "written"} | fields))
    assert sentence in text_of(window.get(draft.get_absolute_url()))
    plain = make_draft(make_offer(alice, stated_as="written"))
    assert sentence not in text_of(window.get(plain.get_absolute_url()))


def test_a_deadline_that_is_near_asks_for_time_first(window: Client, alice: User) -> None:
    draft = make_draft(make_offer(alice, deadline=timezone.localdate()))
    assert "Ask for a later date before you counter." in text_of(window.get(draft.get_absolute_url()))


def test_no_address_and_no_page_of_drafts_names_the_walk_away(window: Client, draft: Draft) -> None:
    pages = [
        window.get(draft.get_absolute_url()),
        window.get(reverse("drafts:list", args=[draft.offer_id])),
    ]
    pages.append(window.get(post(window, "send", draft).headers["Location"]))
    assert [page for page in pages if re.search(r"79[,.]?000", page.content.decode())] == []


@pytest.mark.parametrize(
    ("stated", "thanked", "first"),
    [
        ("verbal", False, ["acknowledgement"]),
        ("verbal", True, []),
        ("written", False, ["questions about the written offer"]),
    ],
)
def test_the_message_that_comes_first_stands_out(
    window: Client, alice: User, stated: str, thanked: bool, first: list[str]
) -> None:
    offer = make_offer(alice, stated_as=stated)
    if thanked:
        make_draft(offer, kind="acknowledge", sent_on=timezone.localdate())
    page = window.get(reverse("drafts:list", args=[offer.pk])).content.decode()
    assert re.findall(r'btn-primary" type="submit" name="kind" value="\w+">Start the ([^<]+)<', page) == first
    assert ("Nothing has to go out now." in page) is (not first)


def test_every_page_takes_few_queries_whatever_there_is(
    window: Client, offer: Offer, draft: Draft, django_assert_num_queries: CountQueries
) -> None:
    sent = start_draft(offer, kind=Kind.COUNTER, key=uuid4(), today=timezone.localdate())
    content = {"version": 1, "text": sent.text, "preferred": False, "override": "", "signature": ""}
    send_draft(offer.owner, sent.pk, sent_on=timezone.localdate(), today=timezone.localdate(), **content)
    for _ in range(2):
        with django_assert_num_queries(9):
            window.get(reverse("drafts:list", args=[offer.pk]))
        for page, queries in ((draft, 13), (sent, 5)):
            with django_assert_num_queries(queries):
                window.get(page.get_absolute_url())
        with django_assert_num_queries(11):
            live_check(window, draft, CLEAN)
        for _ in range(28):
            make_draft(offer)


def test_once_an_acknowledgement_went_out_the_counter_no_longer_asks_for_it(
    window: Client, alice: User
) -> None:
    draft = make_draft(make_offer(alice, stated_as="verbal"))
    make_draft(draft.offer, kind="acknowledge")
    first = text_of(window.get(draft.get_absolute_url()))
    make_draft(draft.offer, kind="acknowledge", sent_on=timezone.localdate())
    then = text_of(window.get(draft.get_absolute_url()))
    assert [SPOKEN in page for page in (first, then)] == [True, False]


def test_the_editor_has_a_subject_line(window: Client, draft: Draft) -> None:
    page = text_of(window.get(draft.get_absolute_url()))
    assert "Subject: Your offer for the role of Product Analyst" in page
