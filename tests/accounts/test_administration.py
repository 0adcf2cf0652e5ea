"""Who enters the administration, and what `createadmin` makes."""

from io import StringIO

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.urls import reverse

from offers.accounts.models import User
from tests.conftest import make_person, sign_in
from tests.factories import make_totp

INDEX = reverse("admin:index")


def test_an_administrator_without_second_factor_is_led_to_set_one_up(ada: User) -> None:
    answer = sign_in(ada).get(INDEX, follow=True)
    assert answer.redirect_chain[-1] == (reverse("mfa_index"), 302)
    assert "asks for a second factor" in answer.content.decode()


def test_an_administrator_who_gave_only_the_password_is_asked_for_the_factor(ada: User) -> None:
    client = sign_in(ada)
    make_totp(ada)
    answer = client.get(INDEX, follow=True)
    assert answer.redirect_chain[-1][0].startswith(reverse("mfa_reauthenticate"))


def test_an_administrator_with_second_factor_enters(ada: User) -> None:
    assert sign_in(ada, second_factor=True).get(INDEX).status_code == 200


def test_somebody_who_is_no_administrator_finds_nothing(alice: User) -> None:
    assert sign_in(alice, second_factor=True).get(INDEX, follow=True).status_code == 404


def test_the_administration_shows_nothing_that_libraries_registered(ada: User) -> None:
    page = sign_in(ada, second_factor=True).get(INDEX)
    models = [model["object_name"] for app in page.context["app_list"] for model in app["models"]]
    assert sorted(models) == [
        "Band",
        "BandSet",
        "Batch",
        "Employer",
        "Industry",
        "PayRule",
        "PolicyValue",
        "User",
    ]


def test_who_may_change_people_cannot_make_themselves_more(db: None) -> None:
    helper = make_person("helper", is_staff=True)
    make_totp(helper)
    helper.user_permissions.set(permissions("change_user", "view_user"))
    body = {"is_active": "on", "is_staff": "on", "is_superuser": "on"}
    sign_in(helper, second_factor=True).post(reverse("admin:accounts_user_change", args=[helper.pk]), body)
    helper.refresh_from_db()
    assert not helper.is_superuser


def test_a_person_deleted_by_an_administrator_goes_whole(ada: User, alice: User) -> None:
    browser = sign_in(alice)
    desk = sign_in(ada, second_factor=True)
    desk.post(reverse("admin:accounts_user_delete", args=[alice.pk]), {"post": "yes"})
    assert not Session.objects.filter(pk=browser.session.session_key).exists()
    assert [entry.object_repr for entry in LogEntry.objects.all()] == ["somebody who has left"]


@pytest.mark.parametrize(("who", "status"), [("ada", 404), ("eve", 404), ("carol", 302)])
def test_who_helps_with_people_deletes_neither_themselves_nor_a_superuser(
    ada: User, who: str, status: int
) -> None:
    helper = make_person("eve", is_staff=True)
    make_totp(helper)
    helper.user_permissions.set(permissions("delete_user", "view_user"))
    target = User.objects.filter(email=f"{who}@example.org").first() or make_person(who)
    desk = sign_in(helper, second_factor=True)
    answer = desk.post(reverse("admin:accounts_user_delete", args=[target.pk]), {"post": "yes"})
    assert answer.status_code == status


def permissions(*names: str) -> list[object]:
    from django.contrib.auth.models import Permission

    return list(Permission.objects.filter(codename__in=names))


def run(*arguments: str) -> str:
    output = StringIO()
    call_command(*arguments, stdout=output)
    return output.getvalue()


def test_createadmin_prints_a_password_that_works(db: None) -> None:
    printed = run("createadmin", "Root@Example.org")
    user = User.objects.get()
    assert (user.email, user.is_staff, user.is_superuser) == ("root@example.org", True, True)
    assert user.check_password(printed.split("Password")[1].split()[0])
    assert user.emailaddress_set.get().verified


@pytest.mark.parametrize(
    ("email", "reason"), [("nonsense", "is not an e-mail address"), ("ALICE@example.org", "has an account")]
)
def test_createadmin_says_why_not(alice: User, email: str, reason: str) -> None:
    with pytest.raises(CommandError, match=reason):
        run("createadmin", email)


def test_the_demonstration_fills_an_empty_database_once(db: None) -> None:
    printed = run("demo")
    user = User.objects.get()
    assert user.check_password(printed.split("password")[1].split()[0])
    assert run("demo") == ""


def test_the_demonstration_stays_on_this_machine(db: None, settings: object) -> None:
    settings.LOCAL = False  # type: ignore[attr-defined]
    with pytest.raises(CommandError, match="this machine alone"):
        run("demo")
