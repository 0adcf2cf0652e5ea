"""The pages of an import: what they say, what they refuse, and how many questions they ask the database."""

from collections.abc import Iterator

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from offers.accounts.models import User
from offers.market.models import Batch, State, Wage
from offers.market.tasks import work_on_batch
from tests.conftest import CountQueries, sign_in
from tests.factories import make_totp
from tests.market.files import CHIEFS, LEGISLATORS, SOFTWARE, csv_file, oews_table, oews_workbook
from tests.market.steps import counts, given, hashes, imported, text_of

ADD = "/admin/market/batch/add/"
NAME = "national_M2024_dl.csv"


@pytest.fixture
def desk(ada: User) -> Client:
    """The browser of an administrator with a second factor."""
    make_totp(ada)
    return sign_in(ada, second_factor=True)


def give(desk: Client, data: bytes, name: str = NAME, **fields: str) -> Batch:
    answer = desk.post(ADD, {"file": SimpleUploadedFile(name, data)} | fields)
    assert answer.status_code == 302
    return Batch.objects.get()


def work(batch: Batch) -> Batch:
    work_on_batch(batch=batch.pk)
    batch.refresh_from_db()
    return batch


def address(batch: Batch, page: str) -> str:
    return reverse(f"admin:market_batch_{page}", args=[batch.pk])


def test_a_file_goes_from_upload_to_preview_to_import_and_back(desk: Client, ada: User) -> None:
    before = hashes()
    batch = give(desk, csv_file(oews_table(SOFTWARE, CHIEFS)))
    assert (batch.state, batch.given_by, batch.size > 500) == (State.WAITING, ada, True)
    assert "It waits for the worker." in text_of(desk.get(batch.get_absolute_url()))
    assert (counts(work(batch)), Wage.objects.count()) == ((2, 2, 0, 0, 0), 0)
    assert "Software Developers, U.S." in text_of(desk.get(batch.get_absolute_url()))
    assert desk.post(address(batch, "confirm")).status_code == 302
    assert (work(batch).state, Wage.objects.count()) == (State.IMPORTED, 2)
    assert desk.post(address(batch, "roll_back")).status_code == 302
    assert (work(batch).state, hashes()) == (State.UNDONE, before)


def test_each_step_leaves_one_job_that_holds_a_number(desk: Client) -> None:
    batch = give(desk, csv_file(oews_table(SOFTWARE)))
    jobs = ProcrastinateJob.objects.filter(args={"batch": batch.pk}).values_list(
        "task_name", "args", "lock", "queueing_lock"
    )
    assert list(jobs) == [("work_on_batch", {"batch": batch.pk}, "market", f"batch {batch.pk}")]


def test_refused_rows_must_be_left_out_knowingly(desk: Client) -> None:
    batch = work(give(desk, csv_file(oews_table(SOFTWARE, CHIEFS | {"A_MEAN": "=1+1"}))))
    answer = desk.post(address(batch, "confirm"))
    assert answer.status_code == 422
    assert "1 row cannot be imported. Correct the file, or import without this row." in text_of(answer)
    desk.post(address(batch, "confirm"), {"without_refused": "on"})
    assert (work(batch).state, Wage.objects.count()) == (State.IMPORTED, 1)


def test_the_download_of_refused_rows_holds_no_formula(desk: Client) -> None:
    batch = given(csv_file(oews_table(SOFTWARE, CHIEFS | {"A_MEAN": "=1+1", "A_PCT10": "+2"})), NAME)
    answer = desk.get(address(batch, "refused"))
    lines = b"".join(answer).decode("utf-8-sig").splitlines()
    reason = "neither a number nor one of the marks * ** # ~ -"
    assert lines == [
        "line,column,value,reason",
        f"3,year mean,'=1+1,{reason}",
        f"3,year p10,'+2,{reason}",
    ]


def test_a_batch_whose_rows_a_later_one_changed_is_not_rolled_back(desk: Client) -> None:
    first = imported(oews_workbook(SOFTWARE), "national_M2024_dl.xlsx")
    imported(oews_workbook(SOFTWARE | {"A_MEDIAN": "133090"}), "national_M2024_dl-corrected.xlsx")
    answer = desk.post(address(first, "roll_back"), follow=True)
    assert (
        "“national_M2024_dl-corrected.xlsx” was imported later and changed rows of this batch."
        " Roll it back first."
    ) in text_of(answer)
    first.refresh_from_db()
    assert first.state == State.IMPORTED


def test_the_same_file_again_is_said_to_be_the_same(desk: Client) -> None:
    data = oews_workbook(SOFTWARE)
    imported(data, "national_M2024_dl.xlsx")
    again = given(data, "national_M2024_dl.xlsx")
    assert "This very file was imported before" in text_of(desk.get(again.get_absolute_url()))


def test_a_file_that_was_not_imported_can_be_set_aside_and_one_that_was_cannot(desk: Client) -> None:
    data = oews_workbook(SOFTWARE)
    done, waiting = imported(data, "one_M2024.xlsx"), given(data, "two_M2024.xlsx")
    desk.post(address(waiting, "delete"))
    answer = desk.post(address(done, "delete"), follow=True)
    assert "Only a batch that was not imported can be set aside." in text_of(answer)
    assert list(Batch.objects.all()) == [done]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "This field is required."),
        ({"file": SimpleUploadedFile("x.csv", b"")}, "This file is empty."),
        ({"file": SimpleUploadedFile("x.csv", b"a"), "year": "3000"}, "Give one year, from 1990 to 2100."),
    ],
)
def test_what_is_no_file_is_refused_beside_the_field(
    desk: Client, fields: dict[str, object], sentence: str
) -> None:
    assert sentence in text_of(desk.post(ADD, fields))
    assert not Batch.objects.exists()


def test_a_step_that_breaks_off_is_said_and_can_be_tried_again(desk: Client) -> None:
    batch = given(oews_workbook(SOFTWARE), "national_M2024_dl.xlsx")
    desk.post(address(batch, "confirm"))
    Batch.objects.filter(pk=batch.pk).update(year=None)  # Nothing can be merged without one.
    assert (work(batch).state, batch.sentence[:12]) == (State.PREVIEWED, "It broke off")
    Batch.objects.filter(pk=batch.pk).update(year=2024)
    desk.post(address(batch, "confirm"))
    assert work(batch).state == State.IMPORTED


def rows(many: int) -> Iterator[dict[str, str]]:
    for number in range(many):
        yield SOFTWARE | {"AREA": str(10_000 + number), "A_MEAN": "much" if number % 2 else "90000"}


@pytest.mark.parametrize("many", [2, 30])
def test_the_page_of_a_batch_asks_the_same_of_the_database_however_long_it_is(
    desk: Client, many: int, django_assert_num_queries: CountQueries
) -> None:
    batch = given(csv_file(oews_table(*rows(many))), NAME)
    with django_assert_num_queries(5):
        desk.get(batch.get_absolute_url())


@pytest.mark.parametrize("many", [1, 30])
def test_the_list_of_batches_asks_the_same_of_the_database_however_long_it_is(
    desk: Client, many: int, django_assert_num_queries: CountQueries
) -> None:
    Batch.objects.bulk_create(Batch(file_name=f"{n}.csv", size=n, state=State.REFUSED) for n in range(many))
    with django_assert_num_queries(7):
        desk.get("/admin/market/batch/")


def test_a_large_file_is_turned_away_before_it_is_read_but_where_imports_begin(desk: Client) -> None:
    large = SimpleUploadedFile("large.csv", b"x" * (4 * 1024 * 1024))
    assert desk.post("/admin/bands/employer/add/", {"file": large}).status_code == 413
    large.seek(0)
    assert desk.post(ADD, {"file": large}).status_code == 302


def test_a_name_of_any_kind_becomes_a_name_that_a_list_can_show(desk: Client) -> None:
    batch = give(desk, csv_file(oews_table(LEGISLATORS)), "..\\..\\CON\x1b[31m" + "x" * 250 + "M2024.csv")
    assert (len(batch.file_name), batch.file_name[:9]) == (191, "CON[31mxx")
