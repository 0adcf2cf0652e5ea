"""Two offers in two currencies, from their rate to the order that the scores give, in a real browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from offers.accounts.models import User
from offers.compare.models import Comparison, Criterion, Score
from tests.browser.conftest import NewContext
from tests.browser.inspection import inspect
from tests.browser.steps import enter, follow, send
from tests.browser.test_keyboard import tab_to
from tests.compare.makers import days, make_acme, make_brick, make_locked, make_rate, make_scores
from tests.conftest import sign_in

COMPARE = "/offers/compare/"
# How many cells of the first two offers, or words in them, reach out of where they belong.
CUT = """tables => tables.flatMap(table => [...table.rows].flatMap(row => {
    const edge = table.parentElement.getBoundingClientRect().right;
    return [...row.cells].slice(0, 3).filter(cell => !cell.colSpan || cell.colSpan === 1)
        .filter(cell => cell.getBoundingClientRect().right > edge + 1
            || cell.scrollWidth > cell.clientWidth + 1);
})).length"""
# The numbers that stand on two lines; those of a currency begin with its letters.
BROKEN = """figures => figures.flatMap(figure => {
    const text = figure.firstChild, range = document.createRange();
    return [...text.data.matchAll(/(?:[A-Z]{3}\\s)?[0-9][0-9.,%]*/g)].filter(found => {
        range.setStart(text, found.index);
        range.setEnd(text, found.index + found[0].length);
        return new Set([...range.getClientRects()].map(line => Math.round(line.top))).size > 1;
    }).map(found => found[0]);
})"""
POINTS = (("Pay", 50), ("Growth", 20), ("Place", 30))


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_two_offers_are_compared_from_money_to_what_matters(
    new_context: NewContext, live_server: LiveServer, alice: User, screenshots: Path, script: bool
) -> None:
    make_acme(alice)
    make_brick(alice, company="Coast", currency="SEK", base=1_640_000)
    page = enter(new_context(java_script_enabled=script), sign_in(alice), live_server.url)
    page.goto("/offers/")
    page.get_by_role("link", name="Compare your offers").click()
    expect(page.get_by_text("There is no rate for SEK, so Coast stands outside the order.")).to_be_visible()
    faults = look(page, "no-rate", screenshots, script)
    page.get_by_label("One SEK in USD").fill("cheap")
    send(page, "Save the rate of SEK")
    expect(page.get_by_role("alert")).to_contain_text("Give a rate such as 0.095.")
    faults += look(page, "errors", screenshots, script)
    page.get_by_label("One SEK in USD").fill("0,0985")
    send(page, "Save the rate of SEK")
    expect(page.get_by_text("With SEK 10% higher, Coast would be worth the most.").first).to_be_visible()
    page.get_by_label("When do you expect Coast?").fill(days(10).isoformat())
    send(page, "Save the day of Coast")
    expect(page.get_by_role("button", name="Write to Acme for more time")).to_be_visible()
    faults += share_out(page, screenshots, script)
    faults += score(page, "Acme", (72, 60, 48), screenshots, script)
    score(page, "Coast", (60, 80, 50), screenshots, False)
    turned = page.get_by_text("Moving more than 4.38 points from Pay to Growth turns the order.")
    expect(turned.first).to_be_visible()
    faults += look(page, "whole", screenshots, script)
    assert faults == []
    assert Score.objects.count() == 6


def share_out(page: Page, screenshots: Path, script: bool) -> list[str]:
    follow(page, "Share out 100 points")
    for number, (name, points) in enumerate(POINTS, 1):
        page.get_by_label(f"What matters, {number}").fill(name)
        page.get_by_label(f"Points, {number}").fill(str(points + (number == 1)))
    send(page, "Save and lock")
    expect(page.get_by_role("alert")).to_contain_text("The points sum to 101")
    faults = look(page, "points-errors", screenshots, script)
    page.get_by_label("Points, 1").fill("50")
    send(page, "Save and lock")
    expect(page.get_by_text("The points were locked: Pay 50, Growth 20, Place 30.")).to_be_visible()
    return faults + look(page, "points-locked", screenshots, script)


def score(page: Page, name: str, points: tuple[int, ...], screenshots: Path, script: bool) -> list[str]:
    page.goto(COMPARE)
    follow(page, f"Give scores of {name}")
    for (criterion, _), number in zip(POINTS, points, strict=True):
        page.get_by_label(f"{criterion}, 0 to 100").fill(str(number))
        page.get_by_label(f"Why, for {criterion}").fill("What they showed me on the day I was there.")
    faults = look(page, "scores", screenshots, script)
    send(page, "Save the scores")
    return faults


def look(page: Page, name: str, screenshots: Path, script: bool) -> list[str]:
    return inspect(page, f"compare-{name}", screenshots) if script else []


@pytest.mark.parametrize(("offers", "hinted"), [(2, 0), (3, 3)])
def test_on_a_phone_two_offers_are_in_view_and_more_are_hinted_at(
    new_context: NewContext, live_server: LiveServer, alice: User, offers: int, hinted: int
) -> None:
    make_locked(alice)
    make_rate(alice)
    make_scores(make_acme(alice, currency="SEK", base=1_640_000), 72, 60, 48)
    for number in range(1, offers):
        make_brick(alice, company=f"Longish Company {number}", deadline=days(4))
    page = enter(new_context(), sign_in(alice), live_server.url)
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(COMPARE)
    assert page.locator(".sides").evaluate_all(CUT) == 0
    assert (
        len([one for one in page.get_by_text("move the table sideways").all() if one.is_visible()]) == hinted
    )


@pytest.mark.parametrize("offers", [2, 3, 4])
def test_no_number_is_cut_in_two_on_a_phone(
    new_context: NewContext, live_server: LiveServer, alice: User, offers: int
) -> None:
    make_rate(alice)
    make_acme(alice, currency="SEK", base=1_642_568)
    for number in range(1, offers):
        make_brick(alice, company=f"Versicherungsgesellschaft{number}" * 3, base=142_568 + number)
    page = enter(new_context(), sign_in(alice), live_server.url)
    for path in (COMPARE, f"{COMPARE}comparison/"):
        page.set_viewport_size({"width": 360, "height": 800})
        page.goto(path)
        assert page.locator("table .figure").evaluate_all(BROKEN) == []
        assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_four_offers_fit_a_phone_and_the_keyboard_reaches_every_part(
    new_context: NewContext, live_server: LiveServer, alice: User, screenshots: Path
) -> None:
    make_acme(alice)
    make_brick(alice, deadline=days(4))
    make_brick(alice, company="Dune" * 12, base="61.50", unit="hour", hours_per_week="38.5")
    make_brick(alice, company="Everest", base=None)
    page = enter(new_context(), sign_in(alice), live_server.url)
    page.goto(COMPARE)
    assert look(page, "four", screenshots, script=True) == []
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(COMPARE)
    page.get_by_role("link", name="Share out 100 points").focus()
    stops = tab_to(page, "A note to Everest")
    assert [stop.split("\n")[0] for stop in stops[:2]] == ["Why?", "Write to Brick for more time"]


def test_a_stale_tab_shows_both_versions(
    new_context: NewContext, live_server: LiveServer, alice: User, screenshots: Path
) -> None:
    page = enter(new_context(), sign_in(alice), live_server.url)
    page.goto("/offers/compare/points/")
    page.get_by_label("What matters, 1").fill("Growth")
    page.get_by_label("Points, 1").fill("60")
    made = Comparison.objects.create(owner=alice)
    Criterion.objects.create(comparison=made, place=1, name="Place", points=70)
    send(page, "Save")
    expect(page.get_by_role("heading", name="This changed in another tab")).to_be_visible()
    expect(page.get_by_text("70 points")).to_be_visible()
    assert look(page, "conflict", screenshots, script=True) == []
    send(page, "Save mine")
    assert [one.name for one in made.criteria.all()] == ["Growth"]
