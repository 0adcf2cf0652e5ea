"""A message on its way to one's own mail: as a file, as a link, and only where the check lets it."""

from email import message_from_bytes
from email.policy import default
from urllib.parse import unquote
from uuid import uuid4

import pytest
from django.test import Client

from offers.drafts.mail import letter, link
from offers.drafts.models import Draft
from offers.drafts.views.editor import BLOCKED
from offers.ledger.models import Contact, Signal
from offers.models import Offer
from tests.drafts.steps import at, live_check, post, text_of
from tests.factories import make_draft

CLEAN = "Thank you for the offer. I will read it with care and write to you by Friday."

RIVAL = "I also have another offer."


def test_the_mail_file_holds_a_subject_an_address_and_the_text(window: Client, draft: Draft) -> None:
    Contact.objects.create(offer=draft.offer, key=uuid4(), name="Ms Lindqvist", email="hr@example.org")
    typed = {"text": "Grüße, 株式", "signature": "Zoë", "to": "hr@example.org"}
    response = post(window, "eml", draft, **typed)
    mail = message_from_bytes(response.content, policy=default)
    assert sorted(mail.keys()) == [
        "Content-Transfer-Encoding",
        "Content-Type",
        "MIME-Version",
        "Subject",
        "To",
    ]
    assert (mail["Subject"], mail["To"]) == ("Your offer for the role of Product Analyst", "hr@example.org")
    assert mail.get_content().splitlines() == ["Grüße, 株式", "Zoë"]
    assert Draft.objects.get().version == 1


def test_the_text_file_holds_the_text_as_it_is_typed(window: Client, draft: Draft) -> None:
    response = post(window, "txt", draft, text="Typed and not saved.")
    assert response.content.decode() == "Typed and not saved.\n"
    assert response.headers["Content-Disposition"] == 'attachment; filename="counter.txt"'


@pytest.mark.parametrize("page", ["eml", "txt"])
def test_a_file_of_what_is_saved_changes_nothing(window: Client, draft: Draft, page: str) -> None:
    assert draft.text.splitlines()[-1] in window.get(at(page, draft)).content.decode()
    assert Draft.objects.get().version == 1


@pytest.mark.parametrize("page", ["eml", "txt"])
def test_a_blocked_text_gets_out_with_a_written_reason_alone(window: Client, draft: Draft, page: str) -> None:
    blocked = {"text": f"{draft.text}\n\n{RIVAL}"}
    assert BLOCKED in text_of(post(window, page, draft, **blocked))
    assert RIVAL in post(window, page, draft, override="It is true.", **blocked).content.decode()
    post(window, "edit", draft, **blocked)
    assert window.get(at(page, draft)).status_code == 302


def test_the_link_follows_the_check(window: Client, draft: Draft) -> None:
    free, held = live_check(window, draft, draft.text), live_check(window, draft, f"{draft.text} {RIVAL}")
    assert ("mailto:?subject=" in free, "mailto:" in held, "Held back by the check" in held) == (
        True,
        False,
        True,
    )


@pytest.mark.parametrize(("text", "has_text"), [("Thank you.\nAlice & Bob?", True), ("x" * 2_000, False)])
def test_a_link_holds_the_text_where_it_is_short_enough(text: str, has_text: bool) -> None:
    made = link("Analyst", text, "hr@example.org")
    assert made.has_text == has_text
    assert made.href.startswith(
        "mailto:hr@example.org?subject=Your%20offer%20for%20the%20role%20of%20Analyst"
    )
    assert unquote(made.href.partition("&body=")[2]) == (text.replace("\n", "\r\n") if has_text else "")


def test_a_role_cannot_write_headers() -> None:
    mail = message_from_bytes(letter("Analyst\r\nBcc: x@example.org", "Hello", ""), policy=default)
    assert (sorted(mail.keys())[-1], mail["Bcc"]) == ("Subject", None)


def test_an_address_that_is_no_contact_is_refused(window: Client, draft: Draft) -> None:
    refused = post(window, "eml", draft, to="x@example.org")
    assert "That person is no longer among your contacts." in text_of(refused)


@pytest.mark.parametrize("page", ["eml", "txt"])
@pytest.mark.parametrize("name", ["Joe, my least is 79,000", "Joe 79000"])
def test_the_name_below_carries_no_walk_away_out(window: Client, draft: Draft, page: str, name: str) -> None:
    typed = post(window, page, draft, text=CLEAN, signature=name)
    assert typed.headers["Content-Type"].startswith("text/html")
    post(window, "edit", draft, text=CLEAN, signature=name)
    assert window.get(at(page, draft)).headers["Location"] == draft.get_absolute_url()


@pytest.mark.parametrize("mark", ["\u200c", "\u200d", "\u200e", "\u200f", "\u061c", "\u2066", "\u2060"])
@pytest.mark.parametrize("figure", ["79{}000", "79{},000", "79,{}000", "79{}k"])
def test_no_unseen_mark_parts_a_figure_before_the_check(
    window: Client, draft: Draft, mark: str, figure: str
) -> None:
    found = live_check(window, draft, f"{CLEAN} I need {figure.format(mark)}.")
    assert "data-blocks" in found


def test_marks_of_other_scripts_stay_in_words(window: Client, draft: Draft) -> None:
    post(window, "edit", draft, text="می\u200cخواهم")
    assert Draft.objects.get().text == "می\u200cخواهم"


@pytest.mark.parametrize("reason", ["\u200e", " \u2066 ", "\u200b"])
def test_a_reason_that_nobody_can_read_opens_no_way_out(window: Client, draft: Draft, reason: str) -> None:
    post(window, "send", draft, text=f"{CLEAN} I need 79k.", override=reason)
    assert Draft.objects.sent().count() == 0


def test_a_phone_script_is_not_signed(window: Client, draft: Draft) -> None:
    post(window, "edit", draft, signature="Alice Smith")
    start = at("edit", draft).rpartition(str(draft.pk))[0] + "new/"
    window.post(start, {"kind": "phone", "key": uuid4()})
    assert Draft.objects.get(kind="phone").signature == ""


def test_the_name_stays_for_the_next_message(window: Client, draft: Draft, offer: Offer) -> None:
    post(window, "edit", draft, signature="Alice Smith")
    window.post(at("edit", draft).rpartition(str(draft.pk))[0] + "new/", {"kind": "decline", "key": uuid4()})
    assert set(Draft.objects.values_list("signature", flat=True)) == {"Alice Smith"}


def test_a_message_that_went_out_keeps_its_name_and_subject(window: Client, draft: Draft) -> None:
    post(window, "send", draft, signature="Alice Smith")
    page = text_of(window.get(draft.get_absolute_url()))
    assert "Kind regards Alice Smith" in page
    assert "Subject: Your offer for the role of Product Analyst" in page


def test_an_acknowledgement_that_went_out_names_no_ask(window: Client, offer: Offer) -> None:
    draft = make_draft(offer, kind="acknowledge")
    post(window, "send", draft, override="A test")
    assert "The ask" not in text_of(window.get(draft.get_absolute_url()))


@pytest.mark.parametrize("page", ["send", "check", "tone"])
def test_a_reload_after_a_form_leads_to_the_draft(window: Client, draft: Draft, page: str) -> None:
    assert window.get(at(page, draft)).headers["Location"] == draft.get_absolute_url()


@pytest.mark.parametrize(
    ("rushed", "ticked", "is_sent"),
    [
        (False, {}, False),
        (False, {"binding": "on"}, True),
        (True, {"binding": "on"}, False),
        (True, {"binding": "on", "twice": "on"}, True),
    ],
)
def test_an_acceptance_is_marked_as_sent_once_it_is_ticked(
    window: Client, offer: Offer, rushed: bool, ticked: dict[str, str], is_sent: bool
) -> None:
    if rushed:
        Signal.objects.create(offer=offer, key=uuid4(), sign="rushes", seen_on="2026-11-20")
    draft = make_draft(offer, kind="accept")
    response = post(window, "send", draft, override="A test", **ticked)
    assert (Draft.objects.get().sent_on is not None) == is_sent
    assert ("Tick this before you mark it as sent." in text_of(response)) == (not is_sent)


def test_an_amount_on_no_record_is_marked_beside_the_text(window: Client, draft: Draft) -> None:
    part = live_check(window, draft, f"{draft.text} I thought of USD 91,000 a year.")
    assert '<span class="figure">USD 91,000</span> <span class="tag">not traced</span>' in part
    assert "<strong>Not traced</strong>" in part
    assert "not traced" not in live_check(window, draft, draft.text)


def test_the_figures_follow_the_text(window: Client, draft: Draft) -> None:
    assert "The ask:" in live_check(window, draft, draft.text)
    assert "The ask:" not in live_check(window, draft, draft.text.replace("USD 88,500 a year", "more"))
