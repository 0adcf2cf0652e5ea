"""The page that lists what can be printed, its files, and what a browser shows when one could not be made."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.urls import reverse
from playwright.sync_api import Page

from offers.accounts.models import User
from tests.browser.inspection import inspect
from tests.browser.steps import give_password
from tests.compare.makers import make_acme, make_brick
from tests.factories import make_offer


def test_the_page_without_a_brief_has_no_fault_and_leads_on(
    page: Page, alice: User, settings: LazySettings, screenshots: Path
) -> None:
    offer = make_offer(alice)
    give_password(page, alice.email)
    settings.PDF_MEMORY = 1
    page.goto(reverse("briefs:pdf", args=[offer.pk, "private-brief"]))
    assert inspect(page, "briefs-brief_later", screenshots) == []
    page.get_by_role("link", name="Back", exact=True).click()
    assert page.url.endswith(reverse("briefs:page", args=[offer.pk]))


def test_the_page_of_papers_has_no_fault_and_its_switches_work(
    page: Page, alice: User, screenshots: Path
) -> None:
    offer = make_offer(alice)
    give_password(page, alice.email)
    page.goto(reverse("briefs:page", args=[offer.pk]))
    assert inspect(page, "briefs-page_switches", screenshots) == []
    sheet = page.locator("#call-sheet")
    sheet.get_by_label("US Letter").check()
    sheet.get_by_label("With the lines at which to stop, and my walk-away").check()
    with page.expect_download() as waiting:
        sheet.get_by_role("button", name="Make the PDF").click()
    assert waiting.value.suggested_filename == "call-sheet-northwind-software-with-walk-away.pdf"
    assert waiting.value.path().read_bytes()[:5] == b"%PDF-"
    assert page.locator("#summary input[type=checkbox]").count() == 0


@pytest.mark.parametrize("kind", ["call-sheet", "private-brief", "summary"])
def test_paper_on_a_screen_has_no_fault_and_leads_back(
    page: Page, alice: User, screenshots: Path, kind: str
) -> None:
    offer = make_offer(alice, level="Level 3")
    give_password(page, alice.email)
    page.goto(reverse("briefs:page", args=[offer.pk]))
    page.locator(f"#{kind}").get_by_role("button", name="Read it here").click()
    assert inspect(page, f"briefs-read_{kind}", screenshots) == []
    page.get_by_role("link", name="Back", exact=True).click()
    assert page.url.endswith(reverse("briefs:page", args=[offer.pk]))


def test_a_comparison_on_a_screen_has_no_fault(page: Page, alice: User, screenshots: Path) -> None:
    make_acme(alice), make_brick(alice)
    give_password(page, alice.email)
    page.goto(reverse("compare:page"))
    page.get_by_role("button", name="To read or print").click()
    assert inspect(page, "briefs-read_comparison", screenshots) == []
