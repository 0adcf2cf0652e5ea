"""An administrator with a second factor looks after a band, with the mouse and with a colleague."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from offers.accounts.models import User
from offers.bands.models import Band
from tests.browser.inspection import inspect
from tests.browser.steps import give_password, give_second_factor, send
from tests.factories import make_band, make_totp, totp

SECRET = "JBSWY3DPEHPK3PXP"
MISTAKE = "The midpoint lies outside the band. Leave it empty if it is not known."


@pytest.fixture
def band(transactional_db: None) -> Band:
    return make_band()


def sign_in_as_administrator(page: Page, ada: User) -> None:
    make_totp(ada, SECRET)
    give_password(page, ada.email)
    give_second_factor(page, totp(SECRET))
    page.get_by_role("link", name="Administration").click()


def open_band(page: Page, band: Band) -> None:
    page.get_by_role("link", name="Bands", exact=True).last.click()
    page.get_by_role("link", name=band.title, exact=True).click()


def test_an_administrator_edits_a_band_and_sees_its_history(
    page: Page, ada: User, band: Band, screenshots: Path
) -> None:
    sign_in_as_administrator(page, ada)
    open_band(page, band)
    midpoint = page.get_by_label("Midpoint")
    midpoint.fill("170000")
    send(page, "Save")
    expect(page.locator(".field-midpoint .errorlist")).to_have_text(MISTAKE)
    expect(midpoint).to_have_value("170000")
    assert inspect(page, "admin-bands_band_change_errors", screenshots) == []
    midpoint.fill("140000")
    send(page, "Save")
    page.get_by_role("link", name=band.title, exact=True).click()
    page.get_by_role("link", name="History").click()
    rows = page.get_by_role("table").get_by_role("row").all_inner_texts()[1:]
    changed, added = (re.sub(r"^.+ UTC\s+|\s+", " ", row).strip() for row in rows)
    assert changed == f"{ada.email} Changed Midpoint: 135000.00 → 140000.00"
    assert added.startswith("the system Added")
    assert "Midpoint: 135000.00" in added
    assert inspect(page, "admin-bands_band_history_changed", screenshots) == []


def test_a_stale_save_shows_both_texts_and_overwrites_nothing(
    page: Page, ada: User, band: Band, screenshots: Path
) -> None:
    sign_in_as_administrator(page, ada)
    open_band(page, band)
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_label("Source:").fill("Their text")
    send(other, "Save")
    page.get_by_label("Source:").fill("My text")
    with page.expect_response(lambda response: response.request.method == "POST") as saved:
        send(page, "Save")
    assert saved.value.status == 409
    expect(page.locator(".errornote ~ .errorlist")).to_contain_text(
        "saved is “Their text”, here it says “My text”"
    )
    expect(page.get_by_label("Source:")).to_have_value("My text")
    band.refresh_from_db()
    assert (band.source, band.version) == ("Their text", 2)
    assert inspect(page, "admin-bands_band_change_stale", screenshots) == []


def test_an_administrator_without_a_second_factor_is_sent_to_set_one_up(page: Page, ada: User) -> None:
    give_password(page, ada.email)
    page.goto("/admin/")
    expect(page).to_have_url(re.compile("/account/factors/$"))
    expect(page.get_by_role("status")).to_contain_text("The administration asks for a second factor.")
