"""An administrator brings bands: a table of its own form, its columns, a draft, and publishing."""

from pathlib import Path

from playwright.sync_api import FilePayload, Page, expect

from offers.accounts.models import User
from offers.bands.models import Band, BandSet
from offers.market.models import Batch
from offers.market.tasks import work_on_batch
from tests.browser.inspection import inspect
from tests.browser.steps import send
from tests.browser.test_administration import sign_in_as_administrator
from tests.market.own import ANALYST, ENGINEER, table

NURSE = ["Nurse", "5", "70000", "", "60000"]


def test_a_table_of_bands_goes_into_a_draft_that_is_published(
    page: Page, ada: User, transactional_db: None, screenshots: Path
) -> None:
    sign_in_as_administrator(page, ada)
    page.goto("/admin/")
    page.get_by_role("link", name="Bands", exact=True).last.click()
    page.get_by_role("link", name="Import bands").click()
    assert inspect(page, "admin-market_batch_bands", screenshots) == []
    data = table(ENGINEER, ANALYST, NURSE)
    page.get_by_label("File:").set_input_files(FilePayload(name="pay.csv", mimeType="text/csv", buffer=data))
    send(page, "Read this file")
    batch = Batch.objects.get()
    work_on_batch(batch=batch.pk)
    expect(page.get_by_label("Name of the draft")).to_be_visible()  # Without a reload.
    minimum = page.get_by_role("group", name="Minimum")
    expect(minimum.get_by_label("Column").locator("option:checked")).to_have_text("Min")
    page.get_by_label("Name of the draft").fill("2027")
    send(page, "See what would change")
    expect(page.get_by_text("Please correct what is named below.")).to_be_visible()
    assert inspect(page, "admin-market_batch_columns-wrong", screenshots) == []
    for name, text in (("Employer", "Northwind Software"), ("Location", "Austin, TX"), ("Currency", "USD")):
        page.get_by_role("group", name=name).get_by_label("In all rows").fill(text)
    send(page, "See what would change")
    work_on_batch(batch=batch.pk)
    expect(page.get_by_role("status")).to_contain_text("Ready to look at.")
    expect(page.get_by_role("table", name="The first refused rows")).to_contain_text("below the minimum")
    page.get_by_text("Which column is which").click()
    assert inspect(page, "admin-market_batch_bands-preview", screenshots) == []
    page.get_by_label("Import without the refused row").check()
    send(page, "Import")
    work_on_batch(batch=batch.pk)
    page.get_by_role("link", name="Northwind Software: 2027").click()
    page.get_by_role("link", name="See what changes, and publish").click()
    send(page, "Publish")
    assert (BandSet.objects.get().state, Band.objects.count()) == ("active", 2)
