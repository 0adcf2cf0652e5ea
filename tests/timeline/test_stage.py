"""Where an offer stands: the line of stages, what to do now, the message that is suggested, the dates."""

from decimal import Decimal

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.models import Offer, Stage
from tests.factories import make_answer, make_draft, make_offer
from tests.ledger.entries import make_signal
from tests.offers.reading import Element
from tests.timeline.reading import open_page, words


def test_the_line_of_stages_says_what_is_done_and_what_is_to_come(desk: Client, offer: Offer) -> None:
    (line,) = open_page(desk, offer).having("stage-line")
    assert [words(stop) for stop in line.having("li")] == [
        "✓Offer received, done",
        "Written offer reviewed, now",
        "Counter submitted, to come",
        "Internal review, to come",
        "Final adjustment, to come",
        "Decided, to come",
    ]


def test_an_answer_to_nothing_that_was_sent_ticks_no_counter(desk: Client, offer: Offer) -> None:
    make_answer(offer, heard_on=timezone.localdate())
    (line,) = open_page(desk, offer).having("stage-line")
    assert "Counter submitted, skipped" in [words(stop) for stop in line.having("li")]


def test_until_it_is_called_final_a_step_may_be_left(desk: Client, offer: Offer) -> None:
    make_answer(offer, heard_on=timezone.localdate())
    text = open_page(desk, offer).text
    assert "Ask for the next step, if their answer leaves one." in text
    assert "Do not reopen what is agreed." not in text
    make_answer(offer, kind="final", heard_on=timezone.localdate())
    assert "Do not reopen what is agreed." in open_page(desk, offer).text


def test_what_was_asked_and_given_needs_no_last_word(desk: Client, offer: Offer) -> None:
    make_draft(offer, sent_on=timezone.localdate(), basis={"ask": "84000.00"})
    make_answer(offer, base=Decimal(84_000), heard_on=timezone.localdate())
    assert "whether it is their last word" not in open_page(desk, offer).text


def test_what_to_do_stands_with_source_and_grade(desk: Client, offer: Offer) -> None:
    main = open_page(desk, offer)
    (lines,) = main.having("stage-lines")
    assert [words(title) for title in lines.having("h3")] == ["Do", "Careful", "Missing", "What comes next"]
    assert "Source: practitioner guide, 2026. Grade D" in words(lines)


def test_all_that_is_missing_stands_in_one_sentence(desk: Client, offer: Offer) -> None:
    (lines,) = open_page(desk, offer).having("stage-lines")
    assert words(lines.having("ul")[2]) == (
        "Not given, and not asked for yet: bonus, equity, benefits, leave, level, reporting line."
    )


def test_the_suggested_message_is_the_one_primary_button(desk: Client, offer: Offer) -> None:
    main = open_page(desk, offer)
    assert [words(button) for button in main.having("btn-primary")] == [
        "Write the questions about the written offer"
    ]
    (form,) = [
        one
        for one in main.having("form")
        if one.attributes["action"] == reverse("drafts:new", args=[offer.pk])
    ]
    assert [one.attributes.get("value") for one in form.having("input")][1] == "questions"


def test_a_message_that_was_begun_is_gone_on_with(desk: Client, offer: Offer) -> None:
    draft = make_draft(offer, kind="questions")
    (button,) = open_page(desk, offer).having("btn-primary")
    assert (words(button), button.attributes["href"]) == (
        "Go on with the questions about the written offer",
        draft.get_absolute_url(),
    )


def test_thanks_go_out_once_then_the_written_offer_is_entered(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    assert words(open_page(desk, offer).having("btn-primary")[0]) == "Write the acknowledgement"
    make_draft(offer, kind="acknowledge", sent_on=timezone.localdate())
    assert words(open_page(desk, offer).having("btn-primary")[0]) == "Enter the written offer"


def test_two_counters_at_once_and_a_yes_said_aloud_are_warned(desk: Client, offer: Offer) -> None:
    Offer.objects.update(said_yes=True)
    for _ in range(2):
        make_draft(offer, sent_on=timezone.localdate())
    alerts = [words(alert.having("p")[0]) for alert in open_page(desk, offer).having("notice-warning")]
    assert [alert.split(":")[0] for alert in alerts] == [
        "You have said yes aloud, and that can bind",
        "2 counters are open within 5 business days; each change restarts an approval round.",
    ]


def titles_of_days(main: Element) -> list[str]:
    (days,) = main.having("days")
    return [words(title) for title in days.having("dt")]


def test_the_dates_stand_with_their_reasons(desk: Client, offer: Offer) -> None:
    assert titles_of_days(open_page(desk, offer)) == ["Last safe day to counter", "They want your answer"]
    make_draft(offer, sent_on=timezone.localdate())
    Offer.objects.update(stage=Stage.COUNTERED)
    assert titles_of_days(open_page(desk, offer)) == [
        "Ask again if no answer has come",
        "They want your answer",
    ]


def test_a_deadline_that_nobody_named_is_asked_for(desk: Client, alice: User) -> None:
    (days,) = open_page(desk, make_offer(alice, stated_as="written")).having("days")
    assert [words(said) for said in days.having("dd")][:2] == [
        "not known",
        "No deadline is known; ask for one.",
    ]


def test_a_quick_escalation_moves_the_last_day_to_counter(desk: Client, offer: Offer) -> None:
    before = open_page(desk, offer).having("days")[0].having("time")[0].attributes["datetime"]
    make_signal(offer, sign="escalates_fast")
    after = open_page(desk, offer).having("days")[0].having("time")[0].attributes["datetime"]
    assert str(before) < str(after)


def test_the_final_package_carries_its_own_date(desk: Client, offer: Offer) -> None:
    Offer.objects.update(stage=Stage.FINAL)
    make_answer(offer, kind="final", decide_by=offer.deadline)
    assert titles_of_days(open_page(desk, offer)) == ["Decide on their answer"]
