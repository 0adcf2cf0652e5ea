"""Saving while somebody types: a line, the new version, and never anybody else's text overwritten."""

import re

import pytest
from django.test import Client

from offers.drafts.models import LONGEST, Draft
from tests.drafts.steps import at, post


def quietly(window: Client, draft: Draft, text: str, version: int = 1) -> str:
    given = {"version": version, "text": text}
    return window.post(at("edit", draft), given, headers={"HX-Request": "true"}).content.decode()


def test_a_quiet_save_answers_with_a_line_and_the_new_version(window: Client, draft: Draft) -> None:
    answer = quietly(window, draft, "Typed so far.")
    assert re.search(r"Saved at \d\d:\d\d", answer)
    assert re.findall(r'name="version" value="(\d+)"', answer) == ["2"]
    assert (Draft.objects.get().text, answer.count("<h1")) == ("Typed so far.", 0)


def test_a_quiet_save_leaves_no_message_for_the_next_page(window: Client, draft: Draft) -> None:
    quietly(window, draft, "Typed so far.")
    assert list(window.get(draft.get_absolute_url()).context["messages"]) == []


def test_a_quiet_save_of_an_older_window_overwrites_nothing(window: Client, draft: Draft) -> None:
    post(window, "edit", draft, text="Saved in the newer window.")
    answer = quietly(window, draft, "Typed in the older window.")
    assert "Not saved: it was changed in another window. Press Save to see both." in answer
    assert (Draft.objects.get().text, 'name="version"' in answer) == ("Saved in the newer window.", False)


@pytest.mark.parametrize("typed", [{"sent_on": "2099-01-01"}, {"sent_on": "2"}, {"to": "gone@example.org"}])
def test_nothing_but_the_text_stops_a_quiet_save(window: Client, draft: Draft, typed: dict[str, str]) -> None:
    given = {"version": 1, "text": "Typed so far."} | typed
    window.post(at("edit", draft), given, headers={"HX-Request": "true"})
    assert Draft.objects.get().text == "Typed so far."


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("", "text: Write the message first."), ("x" * (LONGEST + 1), "at most 10000 characters")],
)
def test_a_text_that_cannot_be_kept_is_named(window: Client, draft: Draft, text: str, sentence: str) -> None:
    assert sentence in quietly(window, draft, text)
    assert Draft.objects.get().version == 1
