"""Whom to ask to wait for an offer that is expected, and the messages that start from the comparison."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from offers.accounts.models import User
from offers.compare import forms
from offers.compare.models import Expectation
from offers.compare.services import expected_state
from offers.drafts.models import Draft, Kind
from tests.compare.makers import days, make_acme, make_brick
from tests.compare.steps import PAGE, main, post


def test_an_expected_day_is_kept_changed_and_taken_back(desk: Client, alice: User) -> None:
    make_acme(alice)
    brick = make_brick(alice)
    for before, day in ((None, days(10)), (days(10), days(12)), (days(12), None)):
        body = {"expected_on": day or "", "opened": expected_state(before)}
        assert post(desk, "expected", body, brick.pk).status_code == 302
        assert list(Expectation.objects.values_list("expected_on", flat=True)) == ([day] if day else [])


def test_an_expected_day_of_a_stale_tab_overwrites_nothing(desk: Client, alice: User) -> None:
    brick = make_brick(alice)
    Expectation.objects.create(offer=brick, expected_on=days(5))
    body = {"expected_on": days(9), "opened": expected_state(None)}
    assert post(desk, "expected", body, brick.pk).status_code == 409
    assert Expectation.objects.get().expected_on == days(5)


def test_the_earlier_one_is_asked_to_wait_for_the_one_that_is_expected(desk: Client, alice: User) -> None:
    make_acme(alice)
    Expectation.objects.create(offer=make_brick(alice), expected_on=days(9))
    (wait,) = desk.get(PAGE).context["waits"]
    assert (wait.name, wait.word, wait.is_needed) == ("Acme", "ordinary", True)
    assert "Brick is expected on" in wait.cause


def test_the_message_asks_for_the_day_of_the_page(desk: Client, alice: User) -> None:
    acme = make_acme(alice)
    Expectation.objects.create(offer=make_brick(alice), expected_on=days(9))
    (wait,) = desk.get(PAGE).context["waits"]
    post(desk, "write", {"kind": "extension", "key": str(uuid4())}, acme.pk)
    assert f"{wait.until.day} {wait.until:%B}" in Draft.objects.get().text


@pytest.mark.parametrize("kind", ["extension", "competing"])
def test_both_messages_start_from_the_page_and_only_once(desk: Client, alice: User, kind: str) -> None:
    acme, brick = make_acme(alice), make_brick(alice, deadline=days(4))
    body = {"kind": kind, "key": str(uuid4())}
    sent = [post(desk, "write", body, brick.pk) for _ in range(2)]
    assert [answer.headers["Location"] for answer in sent] == [Draft.objects.get().get_absolute_url()] * 2
    assert (Draft.objects.get().kind, acme.drafts.count()) == (kind, 0)


def test_a_message_with_nothing_to_say_says_why(desk: Client, alice: User) -> None:
    acme = make_acme(alice)
    make_brick(alice)
    answer = desk.post(
        reverse("compare:write", args=[acme.pk]), {"kind": "competing", "key": str(uuid4())}, follow=True
    )
    assert "Naming a weaker one works against you." in answer.content.decode()
    assert Draft.objects.count() == 0


@pytest.mark.parametrize("kind", ["counter", "", "\x00"])
def test_no_other_message_starts_here(desk: Client, alice: User, kind: str) -> None:
    body = {"kind": kind, "key": str(uuid4())}
    assert post(desk, "write", body, make_acme(alice).pk).status_code == 404


def test_buttons_stand_only_for_messages_that_can_be_started(
    desk: Client, alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_acme(alice), make_brick(alice, deadline=days(4))
    buttons = [one.text for one in main(desk).having("button")]
    assert [one for one in buttons if "Brick" in one] == [
        "Write to Brick for more time",
        "Save the day of Brick",
        "A note to Brick",
    ]
    assert set(forms.LETTERS) == {"extension", "competing"} & set(Kind.values)
    monkeypatch.setattr("offers.compare.views.LETTERS", ())
    assert [one.text for one in main(desk).having("button") if "Brick" in one.text] == [
        "Save the day of Brick"
    ]
