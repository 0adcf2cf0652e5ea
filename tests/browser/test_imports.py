"""An administrator brings market pay: a file with bad rows, the corrected one, an import, and back."""

from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from offers.accounts.models import User
from offers.market.models import Batch, State, Wage
from offers.market.tasks import Noted, work_on_batch
from tests.browser.inspection import inspect
from tests.browser.steps import send
from tests.browser.test_administration import sign_in_as_administrator
from tests.market.files import CHIEFS, LEGISLATORS, SOFTWARE, csv_file, oews_table

NAME = "national_M2024_dl.csv"
GOOD = (SOFTWARE, CHIEFS, LEGISLATORS)
BAD = (
    SOFTWARE,
    CHIEFS | {"A_MEAN": "=cmd()"},
    LEGISLATORS | {"OCC_CODE": "none"},
    SOFTWARE | {"A_MEDIAN": "1e5x"},
)


def give(page: Page, *rows: dict[str, str]) -> Batch:
    """Uploads a file of these rows from the list of batches."""
    page.goto("/admin/")
    page.get_by_role("link", name="Batches", exact=True).click()
    page.get_by_role("link", name="Add batch").click()
    data = csv_file(oews_table(*rows))
    page.get_by_label("File:").set_input_files(FilePayload(name=NAME, mimeType="text/csv", buffer=data))
    send(page, "Read this file")
    return Batch.objects.order_by("-pk")[0]


def cells(page: Page, caption: str) -> list[str]:
    table = page.get_by_role("table", name=caption)
    return table.get_by_role("cell").all_inner_texts()


def test_a_file_with_bad_rows_is_corrected_imported_and_rolled_back(
    page: Page, ada: User, transactional_db: None, screenshots: Path
) -> None:
    sign_in_as_administrator(page, ada)
    first = give(page, *BAD)
    expect(page.get_by_role("status")).to_contain_text("Waiting to be read.")
    assert inspect(page, "admin-market_batch_waiting", screenshots) == []
    work_on_batch(batch=first.pk)
    expect(page.get_by_role("status")).to_contain_text("Ready to look at.")  # Without a reload.
    assert cells(page, "What importing it would do") == ["4", "1", "0", "0", "3"]
    expect(page.get_by_role("table", name="The first refused rows")).to_contain_text("=cmd()")
    assert inspect(page, "admin-market_batch_refused-rows", screenshots) == []
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the refused rows as CSV").click()
    assert "'=cmd()" in download.value.path().read_text()
    send(page, "Import")
    expect(page.locator(".errorlist")).to_contain_text("3 rows cannot be imported.")
    assert inspect(page, "admin-market_batch_not-confirmed", screenshots) == []

    second = give(page, *GOOD)
    work_on_batch(batch=second.pk)
    expect(page.get_by_role("status")).to_contain_text("Ready to look at.")
    assert cells(page, "What importing it would do") == ["3", "3", "0", "0", "0"]
    assert inspect(page, "admin-market_batch_preview", screenshots) == []
    send(page, "Import")
    progress = Noted(second)
    progress("writing, 2 rows", 0.4)
    progress.close()
    expect(page.get_by_role("progressbar")).to_have_attribute("value", "40")
    assert inspect(page, "admin-market_batch_at-work", screenshots) == []
    page.goto("/admin/")  # The page can be left.
    work_on_batch(batch=second.pk)
    page.goto(second.get_absolute_url())
    expect(page.get_by_role("status")).to_contain_text("Imported.")
    assert (cells(page, "What importing it did"), Wage.objects.count()) == (["3", "3", "0", "0", "0"], 3)
    assert inspect(page, "admin-market_batch_imported", screenshots) == []
    page.get_by_role("link", name="Roll back").click()
    assert inspect(page, "admin-market_batch_roll-back", screenshots) == []
    send(page, "Yes, roll it back")
    work_on_batch(batch=second.pk)
    expect(page.get_by_role("status")).to_contain_text("Rolled back.")
    assert Wage.objects.count() == 0


def test_without_script_the_page_is_looked_at_again_by_hand(
    new_context: object, ada: User, live_server: object, transactional_db: None
) -> None:
    page: Page = new_context(java_script_enabled=False).new_page()  # type: ignore[operator]
    sign_in_as_administrator(page, ada)
    batch = give(page, *GOOD)
    expect(page.get_by_text("It waits for the worker.")).to_be_visible()
    work_on_batch(batch=batch.pk)
    page.get_by_role("link", name="Look again").click()
    expect(page.get_by_role("status")).to_contain_text("Ready to look at.")
    assert Batch.objects.get().state == State.PREVIEWED


@pytest.mark.parametrize("state", [State.REFUSED, State.FAILED])
def test_a_file_that_cannot_be_read_says_why(
    state: State, page: Page, ada: User, transactional_db: None, screenshots: Path
) -> None:
    sign_in_as_administrator(page, ada)
    batch = Batch.objects.create(file_name=NAME, size=1, state=state, sentence="This archive is damaged.")
    page.goto(batch.get_absolute_url())
    expect(page.get_by_text("This archive is damaged.")).to_be_visible()
    assert inspect(page, f"admin-market_batch_{state}", screenshots) == []
