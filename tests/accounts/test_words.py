"""What pages and mails of the account say, in our words."""

from django.conf import LazySettings
from django.core import mail
from django.test import Client
from django.urls import reverse

from offers.accounts.models import User
from tests.conftest import PASSWORD, sign_in
from tests.offers.reading import main_of

SIGN_UP = {"email": "alice@example.org", "password1": "seven slow herons"}


def test_the_page_that_asks_for_a_code_leads_to_the_mailbox_of_this_machine(
    db: None, settings: LazySettings
) -> None:
    client = Client()
    client.post(reverse("account_signup"), SIGN_UP)
    asked = reverse("account_email_verification_sent")
    assert main_of(client.get(asked).content.decode()).having("notice") == []
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    main = main_of(client.get(asked).content.decode())
    assert [one.text for one in main.walk() if one.tag == "h1"] == ["Enter the code from the mail"]
    assert [one.text for one in main.having("notice")] == [
        "This site has no mail settings: the mail is in the Mailbox."
    ]


def test_a_mail_says_its_matter_and_where_it_is_from(db: None, settings: LazySettings) -> None:
    Client().post(reverse("account_signup"), SIGN_UP)
    lines = mail.outbox[-1].body.strip().splitlines()
    assert [line for line in lines if line.startswith(("Hello from", "Thank you"))] == []
    assert lines[-1] == f"Negotiator, {settings.SITE_URL}"


def test_signing_in_is_not_announced(alice: User) -> None:
    body = {"login": alice.email, "password": PASSWORD}
    page = Client().post(reverse("account_login"), body, follow=True).content.decode()
    assert main_of(page).having("notice") == []


def test_headings_are_in_sentence_case(alice: User) -> None:
    main = main_of(sign_in(alice).get(reverse("mfa_index")).content.decode())
    heads = [one.text for one in main.walk() if one.tag in ("h1", "h2")]
    assert heads == ["Passkeys and second factor", "Authenticator app", "Security keys", "Recovery codes"]


def test_labels_and_buttons_are_in_sentence_case(alice: User) -> None:
    assert words_of(Client(), "account_login", "label") == ["Email*", "Password*", "Remember me"]
    desk = sign_in(alice)
    labels = words_of(desk, "account_change_password", "label")
    assert labels == ["Current password*", "New password*", "New password (again)*"]
    assert words_of(desk, "account_change_password", "button") == ["Change password"]


def words_of(client: Client, name: str, tag: str) -> list[str]:
    main = main_of(client.get(reverse(name)).content.decode())
    return [one.text.strip() for one in main.walk() if one.tag == tag]
