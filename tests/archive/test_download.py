"""The file that somebody takes with them."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from offers.accounts.models import User
from tests.conftest import CountQueries, make_person, sign_in
from tests.factories import make_band, make_draft, make_industry, make_offer

DOWNLOAD = reverse("archive:download")


@pytest.fixture
def carol(db: None) -> User:
    """Somebody new here."""
    return make_person("carol")


def file_of(client: Client) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(client.get(DOWNLOAD).content)
    return content


def test_the_file_is_named_by_its_day_and_kept_by_no_cache(carol: User) -> None:
    with time_machine.travel(datetime(2026, 11, 23, 12, tzinfo=UTC), tick=False):
        client = sign_in(carol)
        answer = client.get(DOWNLOAD)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="negotiator-2026-11-23.json"'
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_file_of_somebody_new_holds_their_account_alone(carol: User) -> None:
    file = file_of(sign_in(carol))
    known = ["account", "offers", "ranges", "drafts", "ledger", "outcome", "compare", "dates"]
    assert list(file) == ["format", "made_at", *known]
    assert (file["format"], file["offers"], file["drafts"]) == (1, [], [])
    assert file["account"]["addresses"] == [{"email": carol.email, "verified": True, "primary": True}]


def test_the_keys_of_format_one_stay_as_they_are(desk: Client) -> None:
    file = file_of(desk)
    account, offer, draft = file["account"], file["offers"][0], file["drafts"][0]
    rows = (account, account["sign_in_methods"][0], account["sessions"][0], offer["colleagues"][0], draft)
    assert [" ".join(row) for row in rows] == [
        "last_login is_superuser email is_staff is_active joined_at country subdivision time_zone"
        " mail_reminders groups rights addresses sign_in_methods sessions",
        "name type created_at last_used_at",
        "created_at ip last_seen_at user_agent data",
        "pay",
        "id offer_id created_at changed_at kind tone text preferred override signature sent_on review_on"
        " basis made_on revisions",
    ]
    assert (len(offer), list(offer)[:3], list(offer)[-6:]) == (
        105,
        ["id", "created_at", "changed_at"],
        ["colleagues", "instalments", "grants", "match_tiers", "wishes", "evidence"],
    )


def test_amounts_are_decimal_strings_and_dates_are_iso(carol: User) -> None:
    make_offer(carol, deadline=date(2026, 12, 4), hours_per_week=Decimal("37.5"))
    (offer,) = file_of(sign_in(carol))["offers"]
    assert (offer["base"], offer["hours_per_week"], offer["deadline"]) == ("80000.00", "37.5", "2026-12-04")
    assert datetime.fromisoformat(offer["created_at"]).tzinfo == UTC


def test_an_offer_comes_with_its_team_and_the_names_of_shared_rows(carol: User) -> None:
    make_offer(carol, industry=make_industry(name="Shipping"), band=make_band())
    (offer,) = file_of(sign_in(carol))["offers"]
    assert [row["pay"] for row in offer["colleagues"]] == ["78000.00", "82000.00", "84500.00"]
    assert offer["industry"] == "Shipping"
    assert offer["band"] == "Software Engineer, L3, Northwind Software, Austin, TX"


def test_messages_name_their_offer_and_come_sent_or_not(carol: User) -> None:
    offer = make_offer(carol)
    make_draft(offer, text="Thank you.", sent_on=date(2026, 11, 20), basis={"ask": "88500"})
    make_draft(offer, text="Größer, 90 %.")
    drafts = file_of(sign_in(carol))["drafts"]
    assert [(row["text"], row["sent_on"], row["basis"]) for row in drafts] == [
        ("Thank you.", "2026-11-20", {"ask": "88500"}),
        ("Größer, 90 %.", None, None),
    ]
    assert {row["offer_id"] for row in drafts} == {str(offer.pk)}


def test_ways_to_sign_in_are_named_as_the_person_named_them(desk: Client) -> None:
    methods = file_of(desk)["account"]["sign_in_methods"]
    assert [row["name"] for row in methods] == ["TOTP Authenticator", "Key of alice", "Recovery codes"]


def test_rights_and_groups_are_named(desk: Client) -> None:
    account = file_of(desk)["account"]
    assert (account["groups"], account["rights"]) == (["Readers"], ["view_band"])


@pytest.mark.parametrize("offers", [1, 30])
def test_the_file_costs_the_same_queries_for_one_offer_and_thirty(
    carol: User, offers: int, django_assert_num_queries: CountQueries
) -> None:
    industry = make_industry(name="Technology")
    for _ in range(offers):
        make_draft(make_offer(carol, industry=industry))
    client = sign_in(carol)
    with django_assert_num_queries(34):
        client.get(DOWNLOAD)


def test_somebody_signed_in_long_ago_proves_who_they_are_first(carol: User) -> None:
    client = Client()
    client.force_login(carol)
    assert client.get(DOWNLOAD).headers["Location"] == reverse("archive:data")
    asked = client.get(reverse("archive:data")).headers["Location"]
    assert asked == f"{reverse('account_reauthenticate')}?next=%2Faccount%2Fdata%2F"


def test_the_page_of_ones_data_costs_five_queries(
    carol: User, django_assert_num_queries: CountQueries
) -> None:
    client = sign_in(carol)
    with django_assert_num_queries(5):
        assert "Download everything" in client.get(reverse("archive:data")).content.decode()
