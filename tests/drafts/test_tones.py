"""Making a text again in another tone: at once where it is as it was made, else only once one is sure."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from offers.drafts.models import Draft
from offers.models import Offer
from tests.drafts.steps import post, text_of


def texts(draft: Draft) -> list[str]:
    return list(draft.revisions.order_by("number").values_list("text", flat=True))


@pytest.mark.parametrize(
    ("tone", "words"), [("warm", "I am excited about the work"), ("brief", "one request")]
)
def test_a_draft_starts_in_the_tone_that_was_chosen(
    window: Client, offer: Offer, tone: str, words: str
) -> None:
    given = {"kind": "counter", "key": str(uuid4()), "tone": tone}
    window.post(reverse("drafts:new", args=[offer.pk]), given)
    draft = Draft.objects.get()
    assert (draft.tone, words in draft.text) == (tone, True)


def test_one_page_starts_each_kind_in_each_tone_once(window: Client, offer: Offer) -> None:
    key = str(uuid4())
    for kind, tone in (("counter", "warm"), ("counter", "plain"), ("decline", "warm"), ("counter", "warm")):
        window.post(reverse("drafts:new", args=[offer.pk]), {"kind": kind, "key": key, "tone": tone})
    assert Draft.objects.count() == 3


def test_an_untouched_text_is_made_again_at_once(window: Client, draft: Draft) -> None:
    before = draft.text
    assert post(window, "tone", draft, tone="brief").status_code == 302
    now = Draft.objects.get()
    assert (now.tone, len(now.text) < len(before), texts(now)) == ("brief", True, [before, now.text])


def test_own_words_are_asked_about_and_kept(window: Client, draft: Draft) -> None:
    asked = post(window, "tone", draft, tone="warm", text="My own words.")
    assert ("You have changed this text." in text_of(asked), Draft.objects.get().text) == (
        True,
        "My own words.",
    )
    saved = Draft.objects.get()
    post(window, "tone", saved, tone="warm", sure="on")
    now = Draft.objects.get()
    assert (now.tone, texts(now)) == ("warm", [draft.text, "My own words.", now.text])


def test_there_and_back_is_the_same_text(window: Client, draft: Draft) -> None:
    post(window, "tone", draft, tone="brief")
    post(window, "tone", Draft.objects.get(), tone="plain")
    assert Draft.objects.get().text == draft.text


def test_an_older_window_changes_no_tone(window: Client, draft: Draft) -> None:
    post(window, "edit", draft, text="Saved in the newer window.")
    response = post(window, "tone", draft, tone="warm", text="Typed in the older one.")
    assert (response.status_code, Draft.objects.get().text) == (409, "Saved in the newer window.")


def test_what_was_sent_keeps_its_tone(window: Client, draft: Draft) -> None:
    post(window, "send", draft)
    assert post(window, "tone", draft, tone="warm").status_code == 409
    assert Draft.objects.get().tone == "plain"


def test_a_tone_that_there_is_not_changes_nothing(window: Client, draft: Draft) -> None:
    assert post(window, "tone", draft, tone="loud").status_code == 200
    assert Draft.objects.get().version == 1


def test_a_tick_at_first_choice_says_so_and_no_tick_takes_it_out(window: Client, draft: Draft) -> None:
    said = []
    for tick in ({"preferred": "on"}, {}):
        post(window, "edit", Draft.objects.get(), **tick)
        said.append("You are my first choice." in Draft.objects.get().text)
    assert (said, Draft.objects.get().text) == ([True, False], draft.text)


def test_own_words_are_left_as_they_are_when_it_is_ticked(window: Client, draft: Draft) -> None:
    answer = post(window, "edit", draft, text="My own words.", preferred="on")
    page = text_of(window.get(answer.headers["Location"]))
    assert (Draft.objects.get().text, "Add it where you like" in page) == ("My own words.", True)
