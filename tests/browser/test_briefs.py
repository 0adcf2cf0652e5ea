"""What a browser shows when a brief could not be made; the brief itself is a file."""

from pathlib import Path

from django.conf import LazySettings
from django.urls import reverse
from playwright.sync_api import Page

from offers.accounts.models import User
from tests.browser.inspection import inspect
from tests.browser.steps import give_password
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
