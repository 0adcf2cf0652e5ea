"""No column of the database is forgotten: each is said to be exported, erased or nobody's."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models
from django.test import Client
from django.urls import reverse

from offers.accounts.models import User
from tests.archive.columns import COLUMNS, classed
from tests.archive.conftest import fill, visit
from tests.conftest import make_person

Json = dict[str, Any]
PLACES: dict[str, Callable[[Json], list[Json]]] = {
    "accounts_user": lambda file: [file["account"]],
    "account_emailaddress": lambda file: file["account"]["addresses"],
    "mfa_authenticator": lambda file: file["account"]["sign_in_methods"],
    "usersessions_usersession": lambda file: file["account"]["sessions"],
    "offers_offer": lambda file: file["offers"],
    "offers_colleague": lambda file: [row for offer in file["offers"] for row in offer["colleagues"]],
    "offers_instalment": lambda file: [row for offer in file["offers"] for row in offer["instalments"]],
    "offers_grant": lambda file: [row for offer in file["offers"] for row in offer["grants"]],
    "offers_matchtier": lambda file: [row for offer in file["offers"] for row in offer["match_tiers"]],
    "offers_wish": lambda file: [row for offer in file["offers"] for row in offer["wishes"]],
    "offers_evidence": lambda file: [row for offer in file["offers"] for row in offer["evidence"]],
    "offers_knownrange": lambda file: file["ranges"],
    "drafts_draft": lambda file: file["drafts"],
    "drafts_revision": lambda file: [one for draft in file["drafts"] for one in draft["revisions"]],
    "outcome_decision": lambda file: file["outcome"],
    "ledger_terms": lambda file: file["ledger"]["terms"],
    "ledger_promise": lambda file: file["ledger"]["promises"],
    "ledger_signal": lambda file: file["ledger"]["signals"],
    "ledger_observation": lambda file: file["ledger"]["observations"],
    "ledger_contact": lambda file: file["ledger"]["contacts"],
    "compare_comparison": lambda file: file["compare"]["comparisons"],
    "compare_rate": lambda file: file["compare"]["rates"],
    "compare_criterion": lambda file: file["compare"]["criteria"],
    "compare_score": lambda file: file["compare"]["scores"],
    "compare_logline": lambda file: file["compare"]["log"],
    "compare_expectation": lambda file: file["compare"]["expected"],
    "dates_reminder": lambda file: file["dates"]["reminders"],
    "dates_calendarfeed": lambda file: file["dates"]["calendars"],
}
EXPORTED = [table for table in COLUMNS if classed(table, "export")]


def test_every_column_of_every_table_is_classified_once(db: None) -> None:
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        found = {
            table: sorted(
                column.name for column in connection.introspection.get_table_description(cursor, table)
            )
            for table in tables
        }
    named = {table: sorted(" ".join(columns.values()).split()) for table, columns in COLUMNS.items()}
    assert found == named


def test_every_model_has_a_table_that_is_classified() -> None:
    stored = {
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy
    }
    assert stored - set(COLUMNS) == set()


def hangs_on_a_person(model: type[models.Model]) -> bool:
    """Whether a row of this model goes when its person does, by whatever chain of keys."""
    return any(
        field.remote_field.on_delete is models.CASCADE
        and (field.related_model is User or hangs_on_a_person(field.related_model))
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and field.related_model is not model
    )


def test_no_table_that_hangs_on_a_person_counts_as_shared() -> None:
    personal = {m._meta.db_table for m in apps.get_models(include_auto_created=True) if hangs_on_a_person(m)}
    assert len(personal) == 33
    assert {table for table in personal if classed(table, "shared")} == set()


def rows_of(table: str) -> list[tuple[Any, ...]]:
    columns = ", ".join(f'"{name}"' for name in classed(table, "export"))
    model = next(m for m in apps.get_models() if m._meta.db_table == table)
    return (
        list(model._default_manager.order_by("pk").values_list(*classed(table, "export"))) if columns else []
    )


@pytest.mark.parametrize("table", EXPORTED)
def test_the_download_holds_the_canary_of_every_exported_column(table: str, desk: Client) -> None:
    stored = json.loads(json.dumps(rows_of(table), cls=DjangoJSONEncoder))
    file = json.loads(desk.get(reverse("archive:download")).content)
    told = [[row[name] for name in classed(table, "export")] for row in PLACES[table](file)]
    assert sorted(told, key=str) == sorted(stored, key=str)
    assert len(stored) >= 1


def test_no_place_of_the_download_is_left_unread() -> None:
    assert set(PLACES) == set(EXPORTED)


def leaves(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    else:
        yield str(value)


def test_the_download_holds_no_secret(desk: Client) -> None:
    told = set(leaves(json.loads(desk.get(reverse("archive:download")).content)))
    secrets = set()
    for model in apps.get_models():
        for name in classed(model._meta.db_table, "secret") if model._meta.db_table in COLUMNS else ():
            for value in model._default_manager.values_list(name, flat=True):
                secrets |= {leaf for leaf in leaves(value) if len(leaf) > 5}
    assert len(secrets) > 10
    assert told & secrets == {"Key of alice"}  # The name that she gave to it.


def test_the_download_holds_nothing_of_anybody_else(desk: Client, db: None) -> None:
    bob = make_person("bob")
    fill(bob, 71_000)
    visit(bob)
    file = desk.get(reverse("archive:download")).content.decode().lower()
    assert [word in file for word in ("alice", '"pay": "82000.00"')] == [True, True]
    assert [word in file for word in ("bob", '"pay": "72000.00"')] == [False, False]
