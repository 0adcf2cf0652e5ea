"""The texts that a draft has had: when one is kept, how it is compared, and putting one back."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from offers.drafts.models import Draft, Revision
from offers.drafts.revisions import Run, compared
from offers.models import Offer
from tests.conftest import CountQueries
from tests.drafts.steps import at, post, text_of
from tests.factories import make_draft

QUIET = {"HX-Request": "true"}


def texts() -> list[str]:
    return list(Revision.objects.order_by("number").values_list("text", flat=True))


def save(window: Client, text: str, **headers: str) -> int:
    draft = Draft.objects.get()
    given = {"version": draft.version, "text": text}
    return window.post(draft.get_absolute_url(), given, headers=headers).status_code


def put_back(window: Client, number: int, version: int | None = None) -> int:
    draft = Draft.objects.get()
    url = f"{at('revisions', draft)}{number}/restore/"
    return window.post(url, {"version": version or draft.version}).status_code


def test_every_press_of_save_keeps_the_text(window: Client, draft: Draft) -> None:
    for text in ("One", "Two", "Two"):
        save(window, text)
    assert texts() == [draft.text, "One", "Two"]


def test_what_is_saved_in_passing_goes_into_one_version(window: Client, draft: Draft) -> None:
    for text in ("O", "On", "One"):
        save(window, text, **QUIET)
    assert texts() == [draft.text, "One"]


def test_a_press_of_save_closes_the_version(window: Client, draft: Draft) -> None:
    save(window, "One", **QUIET)
    save(window, "One")
    save(window, "Two", **QUIET)
    assert texts() == [draft.text, "One", "Two"]


def test_after_ten_minutes_a_pause_makes_another(window: Client, draft: Draft) -> None:
    save(window, "One", **QUIET)
    Revision.objects.update(made_at=timezone.now() - timedelta(minutes=11))
    save(window, "Two", **QUIET)
    assert texts() == [draft.text, "One", "Two"]


def test_a_draft_from_before_there_were_versions_loses_nothing(window: Client, offer: Offer) -> None:
    make_draft(offer, text="From before.")
    save(window, "Now.")
    assert texts() == ["From before.", "Now."]


def test_an_earlier_text_is_put_back_and_is_a_version_itself(window: Client, draft: Draft) -> None:
    save(window, "One")
    assert put_back(window, 1) == 302
    assert (Draft.objects.get().text, texts()) == (draft.text, [draft.text, "One", draft.text])
    assert put_back(window, 1) == 302
    assert len(texts()) == 3


def test_an_older_page_puts_nothing_back(window: Client, draft: Draft) -> None:
    save(window, "One")
    assert put_back(window, 1, version=1) == 409
    assert Draft.objects.get().text == "One"


def test_the_name_below_is_not_lost_where_an_older_page_puts_a_text_back(
    window: Client, draft: Draft
) -> None:
    post(window, "edit", draft, text="One", signature="Alice Smith")
    url = f"{at('revisions', draft)}1/restore/"
    asked = window.post(url, {"version": 1}).content.decode()
    assert 'name="signature" id="id_signature" value="Alice Smith"' in asked


@pytest.mark.parametrize("number", [0, 9])
def test_a_version_that_there_is_not_is_not_found(window: Client, draft: Draft, number: int) -> None:
    assert put_back(window, number) == 404


def test_versions_of_what_was_sent_are_read_and_not_put_back(window: Client, draft: Draft) -> None:
    save(window, "One")
    post(window, "send", Draft.objects.get(), text="Two")
    page = text_of(window.get(at("revisions", draft)))
    assert ("stays as it was sent" in page, "Put version" in page) == (True, False)
    assert put_back(window, 1) == 409


def test_the_page_shows_what_became_of_each_word(window: Client, draft: Draft) -> None:
    save(window, "I would like more leave.")
    save(window, "I would like more days of leave.")
    page = window.get(at("revisions", draft)).content.decode()
    assert '<ins class="run"><span aria-hidden="true">[+</span>days of ' in page


@pytest.mark.parametrize(
    ("before", "now", "runs"),
    [
        ("a b", "a b", [("same", "a b")]),
        ("a b", "a c", [("same", "a "), ("del", "b"), ("ins", "c")]),
        ("", "a", [("ins", "a")]),
        ("a b c", "a c", [("same", "a "), ("del", "b "), ("same", "c")]),
    ],
)
def test_texts_are_compared_word_by_word(before: str, now: str, runs: list[tuple[str, str]]) -> None:
    assert compared(before, now) == tuple(Run(kind=kind, text=text) for kind, text in runs)


def test_very_different_long_texts_are_one_change() -> None:
    runs = compared("a " * 5_000, "b " * 5_000)
    assert [run.kind for run in runs] == ["del", "ins", "same"]


def test_the_page_costs_the_same_for_one_version_and_thirty(
    window: Client, draft: Draft, django_assert_num_queries: CountQueries
) -> None:
    for number in range(2, 32):
        if number in (2, 31):
            with django_assert_num_queries(6):
                window.get(at("revisions", draft))
        Revision.objects.create(draft=draft, number=number, text=f"Text {number}")
