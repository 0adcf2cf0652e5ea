"""The page of pay: its figures are the engine's, each has its reason, and nobody else sees it."""

import re
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.demo import CASES, Fields, load_case
from offers.engine.door import ask
from offers.engine.policy import Policy
from offers.explain import NO_BREAK
from offers.models import Offer
from offers.package import package_of
from tests.compare.makers import make_acme
from tests.conftest import CountQueries, sign_in
from tests.factories import make_answer, make_offer, make_terms
from tests.offers.reading import LINE, Element, main_of

Json = Any


def page_of(offer: Offer) -> Element:
    address = reverse("pay:page", args=[offer.pk])
    return main_of(sign_in(offer.owner).get(address).content.decode())


def asked(value: object) -> Json:
    """A package as one types it at the JSON door: every number in full."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return {item.name: asked(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, tuple):
        return [asked(each) for each in value]
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value


def at_the_door(offer: Offer) -> Json:
    package = asked(package_of(offer, Policy()))
    return ask("pay", package)


def plain(figure: str) -> str:
    """A figure of the page as the door prints it: to the cent, without separators or currency."""
    return f"{Decimal(re.sub(rf'[A-Z,{NO_BREAK}]|hours', '', figure)):.2f}"


def tables(main: Element) -> dict[str, list[list[str]]]:
    """The figures of every table by its caption, row by row."""
    found = {}
    for table in main.having("amounts"):
        (caption,) = table.having("caption")
        rows = [[plain(cell.text) for cell in row.having("figure")] for row in table.having("tr")]
        found[caption.text.split(",")[0]] = [row for row in rows if row]
    return found


@pytest.mark.parametrize("case", CASES, ids=[case["company"] for case in CASES])
def test_every_figure_is_the_one_that_the_json_door_gives(alice: User, case: Fields) -> None:
    offer = load_case(alice, case, timezone.localdate())
    main, door = page_of(offer), at_the_door(offer)
    (strip,) = main.having("strip")
    assert [plain(total.text) for total in strip.having("mark-amount")] == [
        total["amount"] for total in door["strip"].values()
    ]
    shown = tables(main)
    columns = ("guaranteed", "claimed", "valued")
    assert shown.pop("Pay by year") == [[year[name] for name in columns] for year in door["years"]]
    months = [[month[name] for name in columns] for month in door["months"]]
    for number in range(len(door["years"])):
        assert shown.pop(f"Year {number + 1}") == months[12 * number : 12 * number + 12]
        parts = [[part[name] for name in columns] for part in door["parts"][number]]
        assert shown.pop(f"What year {number + 1} is made of") == parts
    check_leaving(shown, main, door["leaving"])
    check_beside(main, door["beside"])
    assert shown == {}


def check_leaving(shown: dict[str, list[list[str]]], main: Element, door: Json) -> None:
    if "Leaving after each month" not in shown:
        assert door["expected_kept"] is None
        assert {point["vested"] for point in door["points"]} == {"0.00"}
        return
    every = shown.pop("Leaving after each month")
    assert all(row in every for row in shown.pop("Leaving after so many months"))
    names: list[str] = ["kept", "owed"] if door["expected_kept"] else []
    names += ["vested", "lost"] if door["points"][-1]["vested"] != "0.00" else []
    names += ["lost_valued"] if len(every[0]) > len(names) else []
    assert every == [[point[name] for name in names] for point in door["points"]]
    kept = [plain(one.text) for box in main.having("kept-line") for one in box.having("figure")]
    assert kept == ([door["expected_kept"]] if door["expected_kept"] else [])


def check_beside(main: Element, door: Json) -> None:
    (beside,) = main.having("beside")
    figures = [plain(one.text) for one in beside.having("figure")]
    commute, years = door["commute"] or {}, ("healthy_year", "expected_year", "worst_year")
    told = [
        door["hourly"]["rate"],
        commute.get("money"),
        commute.get("hours"),
        commute.get("time_value"),
        *map(door.get, years),
    ]
    assert figures == [figure for figure in told if figure is not None]


def test_the_parts_of_a_year_sum_to_it(alice: User) -> None:
    shown = tables(page_of(make_acme(alice)))
    for number, year in enumerate(shown["Pay by year"], 1):
        parts = shown[f"What year {number} is made of"]
        assert [str(sum(map(Decimal, column))) for column in zip(*parts, strict=True)] == year


def test_every_figure_stands_with_its_reason(alice: User) -> None:
    main = page_of(make_acme(alice))
    figures = [one for one in main.walk() if "figure" in one.classes]
    assert len(figures) > 400
    for figure in figures:
        (box, *_) = [above for above in figure.above() if "number" in above.classes]
        lines = [line.text.strip() for line in box.having("why-source")]
        assert lines, figure.text
        assert all(map(LINE.match, lines)), lines


def test_what_is_said_aloud_binds_nobody_yet(alice: User) -> None:
    told = "it binds nobody until it is in writing"
    assert told in page_of(make_offer(alice)).text
    assert told not in page_of(make_offer(alice, stated_as="written")).text


def test_pay_and_comparison_say_the_same_of_what_was_said_aloud(alice: User) -> None:
    aloud = page_of(make_offer(alice))
    assert "Cash in year 1, once in writing" in aloud.text
    assert "Once in writing, the offer binds the employer to 80,000 in cash in year 1" in aloud.text
    assert [word for word in ("uaranteed", "is bound to") if word in aloud.text] == []
    written = page_of(make_offer(alice, stated_as="written"))
    assert "Guaranteed cash in year 1" in written.text
    assert "once in writing" not in written.text.lower()


def test_a_base_that_was_answered_aloud_is_bound_by_no_earlier_letter(alice: User) -> None:
    offer = make_offer(alice, stated_as="written")
    make_answer(offer, base=Decimal(84_000), channel="call")
    main = page_of(offer)
    assert "Guaranteed cash" not in main.text
    assert "This base was said aloud: it binds nobody until it is in writing." in main.text


def test_what_is_typed_and_in_no_sum_stands_there_with_its_reason(alice: User) -> None:
    offer = make_acme(alice, relocation=Decimal(6_500), learning_budget=Decimal(1_200))
    (list_,) = page_of(offer).having("uncounted")
    lines = [line.having("span")[0].text + " " + line.having("strong")[0].text for line in list_.having("li")]
    assert lines == [
        "Relocation, paid once USD 6,500",
        "Learning budget, a year USD 1,200",
        "Paid leave, a year 25 days",
    ]
    assert "not counted in the sums" in page_of(offer).text.lower()
    assert "what is spent on the move is no pay" in list_.text


def test_where_all_that_is_typed_is_counted_nothing_is_named(alice: User) -> None:
    assert page_of(make_offer(alice)).having("uncounted") == []


def test_a_part_that_lacks_one_figure_to_be_counted_asks_for_it(alice: User) -> None:
    offer = make_acme(alice, health_stated="given", health_deductible=Decimal(900), commute_cost=Decimal(12))
    (parts,) = page_of(offer).having("open-parts")
    assert ("Your premium" in parts.text, "Days on site" in parts.text) == (True, True)


YEARS = (
    "Health plan, a year without care",
    "Health plan, a year with the care you expect",
    "Health plan, the worst year",
)


@pytest.mark.parametrize(
    ("known", "shown", "asked"),
    [
        (
            {},
            ["Health plan, a year without care"],
            "without the deductible, your share after it and the most you pay for care in a year, the worst "
            "year cannot be told. Ask the employer. Where nothing limits what you pay, there is no worst "
            "year.",
        ),
        (
            {"health_care": 2_000, "health_most": 5_000},
            ["Health plan, a year without care", "Health plan, the worst year"],
            "without the deductible and your share after it, the year with the care you expect cannot be "
            "told.",
        ),
        (
            {"health_deductible": 1_500, "health_coinsurance_rate": 0},
            ["Health plan, a year without care", "Health plan, the worst year"],
            "",
        ),
    ],
)
def test_a_year_of_care_is_not_told_while_it_is_not_known(
    alice: User, known: dict[str, Any], shown: list[str], asked: str
) -> None:
    page = page_of(make_acme(alice, health_stated="given", health_premium=200, **known))
    beside = " ".join(one.text for one in page.having("beside"))
    assert [year for year in YEARS if year in beside] == shown
    opened = " ".join(one.text for one in page.having("open-parts"))
    assert ("cost of care" in opened, asked in opened) == (bool(asked), True)


def test_the_month_in_which_a_sign_on_becomes_ones_own_stands_among_the_rows(alice: User) -> None:
    offer = make_acme(alice, sign_on_clawback_months=13, equity_stated="none")
    assert tables(page_of(offer))["Leaving after so many months"] == [
        ["0.00", "0.00"],
        ["0.00", "9000.00"],
        ["0.00", "9000.00"],
        ["0.00", "9000.00"],
        ["9000.00", "0.00"],
    ]


def test_an_offer_without_base_asks_for_it(alice: User) -> None:
    main = page_of(make_offer(alice, base=None))
    assert "What do they offer?" in main.text
    assert main.having("amounts") == []


def test_answers_that_do_not_fit_are_named(alice: User) -> None:
    offer = make_offer(alice, base=Decimal(1_000_000_000), unit="hour", hours_per_week=Decimal(80))
    assert "Two answers do not fit together" in page_of(offer).text


def test_what_nobody_has_named_leads_to_its_step(alice: User) -> None:
    (parts,) = page_of(make_acme(alice, leave_stated="not_stated")).having("open-parts")
    assert "Paid leave" in parts.text
    assert len(parts.having("a")) == 1


def test_a_stranger_finds_nothing(alice: User, bob: User) -> None:
    address = reverse("pay:page", args=[make_offer(alice).pk])
    assert sign_in(bob).get(address).status_code == 404


@pytest.mark.parametrize("rows", [1, 30])
def test_the_page_takes_the_same_queries_however_much_there_is(
    alice: User, django_assert_num_queries: CountQueries, rows: int
) -> None:
    offer = make_acme(alice, team=("90000",) * rows)
    desk: Client = sign_in(alice)
    with django_assert_num_queries(10):
        desk.get(reverse("pay:page", args=[offer.pk]))


def test_what_they_answered_since_is_counted_and_said(alice: User) -> None:
    offer = make_offer(alice)
    make_answer(offer, base=Decimal(84_000), sign_on=Decimal(5_000))
    page = sign_in(alice).get(reverse("pay:page", args=[offer.pk]))
    assert page.context["since"] == [
        "This counts what they have answered since: Base USD\u00a084,000, entered as USD\u00a080,000; "
        "Sign-on USD\u00a05,000, entered as nothing."
    ]
    assert "84,000" in page.content.decode()


def test_a_sign_on_that_the_letter_dropped_is_not_counted(alice: User) -> None:
    offer = make_offer(alice, sign_on=5_000, sign_on_stated="given")
    make_terms(offer, kind="verbal", channel="call", base=Decimal(80_000), sign_on=Decimal(5_000))
    make_terms(offer, base=Decimal(80_000), heard_on=date(2026, 11, 12))
    page = sign_in(alice).get(reverse("pay:page", args=[offer.pk]))
    assert [sentence.partition(" named ")[2] for sentence in page.context["since"]] == [
        "a sign-on of USD 5,000, and what came since has no sign-on. It is counted as it stands now."
    ]
    assert "Sign-on" not in [part.label for year in page.context["pay"].years for part in year.parts]


def test_an_offer_as_it_was_entered_says_nothing_of_it(alice: User) -> None:
    page = sign_in(alice).get(reverse("pay:page", args=[make_offer(alice).pk]))
    assert page.context["since"] == []
