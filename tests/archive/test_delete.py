"""Leaving: what goes, what stays, and who may not go yet."""

import re

import pytest
from django.conf import LazySettings
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoCaptureOnCommitCallbacks

from offers.accounts.erasure import erase
from offers.accounts.models import User
from offers.bands.history import history_of
from offers.bands.models import Band
from offers.models import Offer
from tests.archive.conftest import everything, fill, visit
from tests.bands.access import BAND
from tests.conftest import PASSWORD, CountQueries, make_person, sign_in
from tests.factories import make_band, make_offer

DELETE = reverse("archive:delete")
SURE = {"sure": "on"}


def canaries(user: User) -> list[str]:
    """Words and figures that stand in this person's rows and in no other."""
    offer, name = Offer.objects.get(owner=user), user.email.split("@")[0]
    figures = [str(value) for value in (offer.base, offer.target, offer.walk_away)]
    words = [f"{name}-company", f"{name} text", f"key of {name}", f"secretof{name}", f"{name}-mailed-key"]
    return [user.email, f"{name}@example.net", user.password, str(offer.pk), *figures, *words]


def test_after_deletion_no_table_holds_a_canary_of_the_person(desk: Client, alice: User) -> None:
    words = [word.lower() for word in canaries(alice)]
    assert [word for word in words if word not in everything()] == []
    desk.post(DELETE, SURE)
    assert [word for word in words if word in everything()] == []


def test_deletion_leaves_everybody_else_as_they_were(desk: Client) -> None:
    bob = make_person("bob")
    fill(bob, 71_000)
    browser, words = visit(bob), canaries(bob)
    desk.post(DELETE, SURE)
    assert [word for word in words if word.lower() not in everything()] == []
    assert browser.get(reverse("archive:data")).status_code == 200


def test_deletion_signs_out_everywhere_and_says_goodbye(desk: Client, alice: User) -> None:
    elsewhere = sign_in(alice)
    goodbye = desk.post(DELETE, SURE, follow=True)
    assert goodbye.redirect_chain == [("/", 302)]
    assert "Your account is deleted, with everything in it." in goodbye.content.decode()
    assert elsewhere.get("/offers/").headers["Location"] == "/account/login/?next=/offers/"
    assert Session.objects.count() == 0


def test_an_address_that_is_the_end_of_another_signs_nobody_else_out(db: None) -> None:
    alice, lice = make_person("alice"), make_person("lice")
    browser = Client()
    browser.post(reverse("account_login"), {"login": alice.email, "password": PASSWORD})
    sign_in(lice).post(DELETE, SURE)
    assert browser.get(reverse("offers:dashboard")).status_code == 200


def test_a_mail_without_a_figure_confirms_the_deletion(
    desk: Client, alice: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(DELETE, SURE)
    (message,) = mail.outbox
    assert (message.to, message.subject) == ([alice.email], "Your account is deleted")
    assert re.findall(r"\d+", message.body.replace("http://localhost:8000", "")) == []


def test_a_mail_server_that_is_down_changes_nothing(
    desk: Client,
    alice: User,
    settings: LazySettings,
    caplog: pytest.LogCaptureFixture,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    with django_capture_on_commit_callbacks(execute=True):
        assert desk.post(DELETE, SURE).status_code == 302
    assert not User.objects.filter(pk=alice.pk).exists()
    assert [record.getMessage() for record in caplog.records] == [
        "a confirmation of a deletion was not sent: ConnectionRefusedError"
    ]


def test_without_the_tick_nothing_is_deleted_and_the_page_says_why(desk: Client, alice: User) -> None:
    answer = desk.post(DELETE)
    assert "Tick this if you want everything deleted." in answer.content.decode()
    assert User.objects.filter(pk=alice.pk).exists()


def test_the_page_names_the_account_and_what_stays(desk: Client, alice: User) -> None:
    page = desk.get(DELETE).content.decode()
    assert (alice.email in page, "none for longer than 30 days" in page) == (True, True)
    assert "Changes you made" not in page


def test_who_signed_in_long_ago_gives_the_password_before_anything_goes(db: None) -> None:
    carol = make_person("carol")
    client = Client()
    client.force_login(carol)
    asked = client.post(DELETE, SURE).headers["Location"]
    assert asked == f"{reverse('account_reauthenticate')}?next=%2Faccount%2Fdata%2Fdelete%2F"
    client.post(asked, {"password": "wrong"})
    assert User.objects.filter(pk=carol.pk).exists()
    client.post(asked, {"password": PASSWORD})
    assert not User.objects.filter(pk=carol.pk).exists()


def test_the_last_administrator_of_others_stays_and_is_told_how_to_leave(ada: User, alice: User) -> None:
    make_person("helper", is_staff=True)
    make_person("former", is_staff=True, is_superuser=True, is_active=False)
    answer = sign_in(ada).post(DELETE, SURE)
    assert (answer.status_code, "manage.py createadmin" in answer.content.decode()) == (409, True)
    assert User.objects.filter(pk=ada.pk).exists()


def test_an_administrator_whom_another_follows_may_leave(ada: User, alice: User) -> None:
    make_person("eve", is_staff=True, is_superuser=True)
    assert sign_in(ada).post(DELETE, SURE).headers["Location"] == "/"


def test_an_administrator_alone_on_the_server_may_leave(ada: User) -> None:
    assert sign_in(ada).post(DELETE, SURE).headers["Location"] == "/"
    assert User.objects.count() == 0


def test_an_administrators_edits_stay_without_their_name(ada: User) -> None:
    make_person("eve", is_staff=True, is_superuser=True)
    band = make_band()
    body = BAND | {"employer": str(band.employer_id), "opened_version": "1"}
    desk = sign_in(ada, second_factor=True)
    desk.post(reverse("admin:bands_band_change", args=[band.pk]), body)
    assert history_of(Band.objects.get())[0].by == ada.email
    assert "Changes you made" in desk.get(DELETE).content.decode()
    desk.post(DELETE, SURE)
    assert [entry.by for entry in history_of(Band.objects.get())] == ["somebody who has left", "the system"]
    assert f'"user": {ada.pk}' not in everything()


def test_what_an_administrator_did_to_an_account_no_longer_names_it(ada: User, alice: User) -> None:
    LogEntry.objects.create(
        user=ada,
        content_type=ContentType.objects.get_for_model(User),
        object_id=str(alice.pk),
        object_repr=alice.email,
        action_flag=CHANGE,
        change_message="",
    )
    erase(alice)
    assert [entry.object_repr for entry in LogEntry.objects.all()] == ["somebody who has left"]


@pytest.mark.parametrize("offers", [1, 30])
def test_deletion_costs_the_same_queries_for_one_offer_and_thirty(
    db: None, offers: int, django_assert_num_queries: CountQueries
) -> None:
    carol = make_person("carol")
    for _ in range(offers):
        make_offer(carol)
    client = sign_in(carol)
    ContentType.objects.get_for_model(User)  # A process asks for it once.
    with django_assert_num_queries(52):
        client.post(DELETE, SURE)
