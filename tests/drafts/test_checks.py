"""The check of a draft: on the page, and as a part of it while somebody types."""

from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone

from offers.accounts.models import User
from offers.drafts.models import Draft
from offers.drafts.record import record_of
from offers.engine import draft as engine
from offers.engine.tone import check
from tests.drafts.steps import live_check, post, text_of
from tests.factories import make_draft, make_offer

CLEAN = "Thank you for the offer. I will read it with care and you will hear from me by Friday."


def test_the_live_check_answers_with_the_findings_alone(window: Client, draft: Draft) -> None:
    part = live_check(window, draft, f"{CLEAN} I deserve 79,100 a year.")
    assert part.count("<h1") == 0
    assert 'data-blocks="1"' in part
    assert [
        part.index(word) for word in ("Blocks", "79,100", "Raiffa, 1982", "grade C", "I deserve")
    ] == sorted(part.index(word) for word in ("Blocks", "79,100", "Raiffa, 1982", "grade C", "I deserve"))
    assert Draft.objects.get().version == 1


def test_without_a_script_the_check_shows_the_typed_text_unsaved(window: Client, draft: Draft) -> None:
    response = post(window, "check", draft, text="I demand it.")
    assert "I demand it." in response.content.decode()
    assert "A request or a wish got better answers than a demand" in text_of(response)
    assert Draft.objects.get().text == draft.text


def test_the_check_of_a_text_that_is_none_says_so(window: Client, draft: Draft) -> None:
    part = live_check(window, draft, "")
    assert ("Write the message first." in part, "data-blocks" in part) == (True, False)


@pytest.mark.parametrize("sentence", ["I also have another offer.", "You are my first choice."])
def test_what_is_not_on_record_is_blocked(window: Client, draft: Draft, sentence: str) -> None:
    assert 'data-blocks="1"' in live_check(window, draft, f"{draft.text}\n\n{sentence}")


def test_what_a_colleague_earns_is_blocked(window: Client, draft: Draft) -> None:
    part = live_check(window, draft, f"{CLEAN} A colleague earns 82,000.")
    assert "data-blocks" in part
    assert "one that you keep to yourself" in part


def test_the_walk_away_of_another_offer_is_blocked_unless_it_is_a_number_of_this_one(
    window: Client, draft: Draft, alice: User
) -> None:
    make_offer(alice, company="Harbour Foods", walk_away=82_345)
    make_offer(alice, company="Fen Works", walk_away=88_500)
    assert "one that you keep to yourself" in live_check(window, draft, f"{CLEAN} I could live with 82,345.")
    assert "data-blocks" not in live_check(window, draft, f"{CLEAN} I would like to ask for 88,500.")


def test_a_colleagues_pay_that_the_employer_knows_already_may_be_said(window: Client, alice: User) -> None:
    draft = make_draft(make_offer(alice, team=("80000", "84500")))
    assert "data-blocks" not in live_check(window, draft, f"{CLEAN} You offered 80,000.")


@pytest.mark.parametrize(
    ("stated", "sentence", "blocked"),
    [
        ("verbal", "I also have another offer.", False),
        ("verbal", "I also have another written offer.", True),
        ("written", "I also have another written offer.", False),
    ],
)
def test_another_offer_may_be_told_as_far_as_it_is_entered(
    window: Client, draft: Draft, stated: str, sentence: str, blocked: bool
) -> None:
    make_offer(draft.offer.owner, company="Acme", stated_as=stated)
    assert ("data-blocks" in live_check(window, draft, f"{CLEAN} {sentence}")) is blocked


@pytest.mark.parametrize("gone", [{"base": None, "target": None, "walk_away": None}, {"stage": "decided"}])
def test_an_offer_that_is_none_any_more_does_not_count(
    window: Client, draft: Draft, bob: User, gone: dict[str, object]
) -> None:
    make_offer(draft.offer.owner, company="Acme", **gone)
    make_offer(bob, company="Acme")
    assert "data-blocks" in live_check(window, draft, f"{CLEAN} I also have another offer.")


def test_a_first_choice_that_is_ticked_may_be_said(window: Client, draft: Draft) -> None:
    text = f"{draft.text}\n\nYou are my first choice."
    assert "data-blocks" not in live_check(window, draft, text, preferred="on")


@pytest.mark.parametrize(
    ("number", "blocked"),
    [
        ("78,600", False),
        ("78,605", True),
        ("79k", True),
        ("79,395", True),
        ("79,400", False),
        ("6,583 a month", True),
    ],
)
def test_half_a_percent_around_the_walk_away_is_guarded(
    window: Client, draft: Draft, number: str, blocked: bool
) -> None:
    part = live_check(window, draft, f"{draft.text}\n\nI also thought of {number}.")
    assert ("you keep to yourself" in part) == blocked


def test_a_public_figure_is_no_leak(window: Client, alice: User) -> None:
    offer = make_offer(alice, base=Decimal(79_200))
    draft = make_draft(offer)
    assert "you keep to yourself" not in live_check(window, draft, f"{CLEAN} You offered 79,200.")


def test_a_long_run_of_findings_is_cut_and_counted(window: Client, draft: Draft) -> None:
    text = "I demand it. " * 300
    found = check(
        text, record_of(draft.offer, timezone.localdate()).facts(engine.Kind.COUNTER, preferred=False)
    )
    part = live_check(window, draft, text)
    assert (part.count("<li "), f"… and {len(found) - 40} more." in part) == (40, True)


def test_a_figure_on_no_record_is_remarked_on_once(window: Client, draft: Draft) -> None:
    part = live_check(window, draft, f"{draft.text}\n\nI thought of USD 91,000. It is USD 91,000.")
    assert part.count("<strong>Not traced</strong>") == 1


@pytest.mark.parametrize(("kind", "shown"), [("counter", True), ("questions", False), ("accept", False)])
def test_a_first_choice_is_asked_about_only_where_it_is_said(
    window: Client, draft: Draft, kind: str, shown: bool
) -> None:
    page = window.get(make_draft(draft.offer, kind=kind).get_absolute_url()).content.decode()
    assert ('id="id_preferred"' in page) is shown
