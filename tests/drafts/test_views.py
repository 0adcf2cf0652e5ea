"""The pages of drafts, as Alice and others see them."""

import re
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.drafts.models import LONGEST, Draft, Kind
from offers.drafts.services import send_draft, start_draft
from offers.models import Offer
from tests.conftest import CountQueries, sign_in
from tests.drafts.steps import CLEAN, at, live_check, post, text_of
from tests.factories import make_draft, make_offer

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


def test_no_address_and_no_page_of_drafts_names_the_walk_away(window: Client, draft: Draft) -> None:
    pages = [
        window.get(draft.get_absolute_url()),
        window.get(reverse("drafts:list", args=[draft.offer_id])),
    ]
    pages.append(window.get(post(window, "send", draft).headers["Location"]))
    assert [page for page in pages if re.search(r"79[,.]?000", page.content.decode())] == []


def test_every_page_takes_few_queries_whatever_there_is(
    window: Client, offer: Offer, draft: Draft, django_assert_num_queries: CountQueries
) -> None:
    sent = start_draft(offer, kind=Kind.COUNTER, key=uuid4(), today=timezone.localdate())
    content = {"version": 1, "text": sent.text, "preferred": False, "override": "", "signature": ""}
    content |= {"asked": None}
    send_draft(offer.owner, sent.pk, sent_on=timezone.localdate(), today=timezone.localdate(), **content)
    for _ in range(2):
        with django_assert_num_queries(9):
            window.get(reverse("drafts:list", args=[offer.pk]))
        for page, queries in ((draft, 13), (sent, 6)):
            with django_assert_num_queries(queries):
                window.get(page.get_absolute_url())
        with django_assert_num_queries(11):
            live_check(window, draft, CLEAN)
        for _ in range(28):
            make_draft(offer)


def test_the_editor_has_a_subject_line(window: Client, draft: Draft) -> None:
    page = text_of(window.get(draft.get_absolute_url()))
    assert "Subject: Your offer for the role of Product Analyst" in page
