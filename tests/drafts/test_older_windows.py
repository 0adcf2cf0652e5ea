"""A draft in two windows: nothing that was typed is lost, and the older one overwrites nothing."""

import re

import pytest
from django.test import Client

from offers.drafts.models import Draft
from tests.drafts.steps import CLEAN, post, text_of


@pytest.mark.parametrize("version", ["", "0", "x", "2147483648", "9" * 5_000])
def test_a_damaged_version_saves_nothing(window: Client, draft: Draft, version: str) -> None:
    response = post(window, "edit", draft, version=version, text=CLEAN)
    assert (response.status_code, CLEAN in response.content.decode()) == (200, True)
    assert Draft.objects.get().text == draft.text


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
