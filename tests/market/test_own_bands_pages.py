"""The pages of own bands: a table, its columns, what it would change, the draft; and who may see them."""

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from offers.accounts.models import User
from offers.bands.models import Band, BandSet, SetState
from offers.market.headings import NEEDED, guess
from offers.market.models import Batch, State
from offers.market.reading.formats.bands import FIELDS
from offers.market.tasks import work_on_batch
from offers.market.template_file import HEADINGS, SAYS, as_csv, as_workbook
from tests.conftest import CountQueries, make_person, sign_in
from tests.factories import make_band, make_totp
from tests.market.files import csv_file
from tests.market.own import (
    ANALYST,
    ANSWERS,
    ENGINEER,
    HEAD,
    given_bands,
    imported_bands,
    looked_at,
    rows,
    table,
)
from tests.market.steps import counts, text_of

pytestmark = pytest.mark.django_db
ADD = "/admin/market/batch/bands/"


@pytest.fixture
def desk(ada: User) -> Client:
    make_totp(ada)
    return sign_in(ada, second_factor=True)


def page(batch: Batch, name: str = "columns") -> str:
    return reverse(f"admin:market_batch_{name}", args=[batch.pk])


def work(batch: Batch) -> Batch:
    work_on_batch(batch=batch.pk)
    batch.refresh_from_db()
    return batch


def give(desk: Client, data: bytes, name: str = "bands.csv") -> Batch:
    assert desk.post(ADD, {"file": SimpleUploadedFile(name, data)}).status_code == 302
    return Batch.objects.get()


def test_a_table_goes_from_upload_to_columns_to_preview_to_draft_and_back(desk: Client, ada: User) -> None:
    batch = give(desk, table(ENGINEER, [*ANALYST[:2], "much", "", "80000"]))
    assert (batch.state, batch.given_by, work(batch).state) == (State.WAITING, ada, State.COLUMNS)
    assert desk.get(batch.get_absolute_url()).headers["Location"] == page(batch)
    assert "Data Engineer" in text_of(desk.get(page(batch)))
    assert desk.post(page(batch), ANSWERS).headers["Location"] == batch.get_absolute_url()
    assert counts(work(batch)) == (2, 1, 0, 0, 1)
    preview = text_of(desk.get(batch.get_absolute_url()))
    assert "Into the draft “2027”." in preview
    assert "Minimum column “Min” Midpoint column “Mid”" in preview
    assert "3not an amount that can be read in one way" in preview
    assert "minimummuch" in preview
    assert "1 row cannot be imported. Correct the file, or import without this row." in text_of(
        desk.post(page(batch, "confirm"))
    )
    desk.post(page(batch, "confirm"), {"without_refused": "on"})
    assert (work(batch).state, Band.objects.get().maximum) == (State.IMPORTED, 120_000)
    assert "Northwind Software: 2027 (draft)" in text_of(desk.get(batch.get_absolute_url()))
    desk.post(page(batch, "roll_back"))
    assert (work(batch).state, Band.objects.count(), BandSet.objects.count()) == (State.UNDONE, 0, 0)


@pytest.mark.parametrize("state", [SetState.ACTIVE, SetState.ARCHIVED])
def test_bands_that_were_in_force_are_not_offered_to_be_taken_away(desk: Client, state: str) -> None:
    batch = imported_bands(table(ENGINEER))
    BandSet.objects.update(state=state)
    answer = desk.get(page(batch, "roll_back"), follow=True)
    assert answer.redirect_chain == [(batch.get_absolute_url(), 302)]
    assert "were in force, so they stay on record and cannot be taken away." in text_of(answer)


def test_what_was_chosen_is_kept_and_can_be_chosen_anew(desk: Client) -> None:
    batch = given_bands(table(ENGINEER), "2027", employer="Harbour Analytics")
    answer = text_of(desk.get(batch.get_absolute_url()))
    assert "Employer “Harbour Analytics” in all rows" in answer
    assert 'value="Harbour Analytics"' in desk.get(page(batch)).content.decode()
    desk.post(page(batch), ANSWERS | {"band_set": "2028"})
    desk.post(page(work(batch), "confirm"))
    assert (work(batch).state, str(BandSet.objects.get())) == (State.IMPORTED, "Northwind Software: 2028")


def test_a_mistake_stands_beside_its_field_and_what_was_typed_stays(desk: Client) -> None:
    batch = looked_at(table(ENGINEER))
    typed = ANSWERS | {"band_set": "", "column_minimum": "", "all_location": "", "all_currency": "usx"}
    answer = desk.post(page(batch), typed | {"column_midpoint": "4"})
    assert answer.status_code == 422
    assert answer.context["form"].errors == {
        "band_set": ["This field is required."],
        "column_minimum": ["Choose a column."],
        "column_location": ["Choose a column, or give one value for all rows."],
        "all_currency": ["Give a currency code of three capital letters, such as USD or EUR."],
        "column_maximum": ["This column is chosen for the midpoint already."],
    }
    assert 'value="usx"' in answer.content.decode()
    batch.refresh_from_db()
    assert batch.state == State.COLUMNS


def test_the_name_of_a_set_in_force_is_refused_beside_it(desk: Client) -> None:
    name = make_band().band_set.name
    answer = desk.post(page(looked_at(table(ENGINEER))), ANSWERS | {"band_set": name})
    wanted = "Northwind Software has a set of this name that is no draft. Give another name."
    assert answer.context["form"].errors == {"band_set": [wanted]}


def test_columns_that_fit_no_row_are_asked_again_with_the_reason(desk: Client) -> None:
    batch = give(desk, table(ENGINEER))
    work(batch)
    desk.post(page(batch), ANSWERS | {"column_minimum": "0"})
    assert work(batch).state == State.COLUMNS
    assert "No row of this file can be imported. The first is line 2: minimum" in text_of(
        desk.get(page(batch))
    )


def test_headings_in_another_line_can_be_said(desk: Client) -> None:
    batch = looked_at(csv_file([["a", "b"], ["c", "d"], ["e", "f"]]))
    answer = desk.get(page(batch), {"line": "2"})
    assert answer.context["table"].headings == ("c", "d")
    for odd in ("99", "x", "-1", "9" * 30, "1.0", "\0"):
        assert desk.get(page(batch), {"line": odd}).context["table"].line == 1


def test_columns_are_chosen_of_own_bands_that_wait_for_it_alone(desk: Client) -> None:
    batch = imported_bands(table(ENGINEER))
    for answer in (desk.get(page(batch)), desk.post(page(batch), ANSWERS)):
        assert answer.headers["Location"] == batch.get_absolute_url()
    batch.refresh_from_db()
    assert batch.state == State.IMPORTED


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "This file is empty."),
        (b"x" * (2 * 1024 * 1024 + 1), "This file has 2 MB; 2 MB is the most."),
    ],
)
def test_what_cannot_be_read_is_refused_beside_the_file(desk: Client, data: bytes, sentence: str) -> None:
    assert sentence in text_of(desk.post(ADD, {"file": SimpleUploadedFile("x.csv", data)}))
    assert not Batch.objects.exists()


def test_whoever_may_not_change_bands_imports_none() -> None:
    idle = make_person("idle", is_staff=True)
    make_totp(idle)
    batch = given_bands(table(ENGINEER))
    for name in ("view", "add", "change", "delete"):
        idle.user_permissions.add(Permission.objects.get(codename=f"{name}_batch"))
    desk = sign_in(idle, second_factor=True)
    assert desk.get(batch.get_absolute_url()).status_code == 200
    pages = (ADD, page(batch), page(batch, "confirm"), page(batch, "roll_back"))
    assert {desk.post(address).status_code for address in pages} == {404}
    assert Band.objects.count() == 0


def test_the_tables_to_fill_in_have_every_column_and_are_read_as_they_are(desk: Client) -> None:
    assert guess(HEADINGS) == {name: place for place, name in enumerate(FIELDS)}
    example = [SAYS[name][1] for name in FIELDS]
    answer = desk.get(reverse("admin:market_batch_template", args=["csv"]))
    assert answer.headers["Content-Disposition"] == 'attachment; filename="bands.csv"'
    imported_bands(answer.content + csv_file([example]), employer="")
    assert [str(getattr(Band.objects.get(), name)) for name in FIELDS if name in NEEDED][1:5] == example[
        1:3
    ] + example[4:6]
    workbook = desk.get(reverse("admin:market_batch_template", args=["xlsx"])).content
    assert [cells for _, cells in looked_at(workbook, "bands.xlsx").facts["head"]] == [HEADINGS]
    assert desk.get(reverse("admin:market_batch_template", args=["ods"])).status_code == 404
    assert (as_csv()[:3], as_workbook()[:2]) == (b"\xef\xbb\xbf", b"PK")


def test_a_page_that_waits_goes_on_to_the_columns_by_itself(desk: Client) -> None:
    batch = looked_at(table(ENGINEER))
    answer = desk.get(batch.get_absolute_url(), headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (200, page(batch))


def test_a_table_whose_columns_wait_can_be_set_aside(desk: Client) -> None:
    batch = looked_at(table(ENGINEER))
    desk.post(page(batch, "delete"))
    assert not Batch.objects.exists()


@pytest.mark.parametrize("many", [2, 30])
def test_the_pages_ask_the_same_of_the_database_however_long_a_table_is(
    desk: Client, many: int, django_assert_num_queries: CountQueries
) -> None:
    batch = given_bands(csv_file([HEAD, *rows(many)]))
    with django_assert_num_queries(5):
        desk.get(batch.get_absolute_url())
    with django_assert_num_queries(6):
        desk.get(page(batch))


def test_an_imported_draft_is_published_like_any_other(desk: Client) -> None:
    imported_bands(table(ENGINEER))
    draft = BandSet.objects.get()
    assert (draft.state, draft.before) == (SetState.DRAFT, None)
    answer = desk.get(reverse("admin:bands_bandset_publish", args=[draft.pk]))
    assert "Data Engineer, L4, Austin, TX" in text_of(answer)
