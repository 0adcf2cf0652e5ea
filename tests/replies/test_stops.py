"""Where to stop on the page of replies: the lines, which is met, and the check before stepping away."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from offers.accounts.models import User
from tests.factories import make_answer, make_offer, make_signal
from tests.offers.reading import Element
from tests.replies.reading import page_of, part

NO_GROUND = "What is on record is no ground to step away."


def met(main: Element) -> list[str]:
    lines = main.having("stop-line")
    return [line.having("reply-does")[0].text for line in lines if "met now" in line.text]


@pytest.mark.parametrize(
    ("answer", "signals", "ticked", "lines"),
    [
        ({}, (), {}, []),
        ({}, ("rushes", "vague"), {}, ["Pause met now"]),
        ({}, ("rushes", "answers_directly"), {}, []),
        ({}, (), {"insult": "on"}, ["Pause met now"]),
        ({"base": Decimal(78_000), "kind": "final"}, (), {}, ["Walk away met now"]),
        ({"base": Decimal(78_000)}, (), {}, []),
        ({"base": Decimal(78_000), "sign_on": Decimal(8_000), "kind": "final"}, (), {}, []),
        ({"base": Decimal(88_500), "channel": "letter"}, (), {}, ["Sign met now"]),
        ({"base": Decimal(88_500), "channel": "call"}, (), {}, []),
        (
            {"base": Decimal(88_500), "channel": "mail"},
            ("rushes", "vague"),
            {},
            ["Pause met now", "Sign met now"],
        ),
    ],
)
def test_the_line_that_is_met_is_said(
    desk: Client,
    alice: User,
    answer: dict[str, Any],
    signals: tuple[str, ...],
    ticked: dict[str, str],
    lines: list[str],
) -> None:
    offer = make_offer(alice)
    if answer:
        make_answer(offer, **answer)
    for sign in signals:
        make_signal(offer, sign=sign, seen_on=timezone.localdate())
    main = page_of(desk, offer, **ticked)
    assert met(main) == lines
    assert [one.having("reply-does")[0].text for one in main.having("stop-holds")] == lines[:1]


@pytest.mark.parametrize(
    ("fields", "answer", "scale"),
    [
        (
            {},
            {},
            ["Any number", "USD 88,500 or more", "USD 79,000 to 88,500 they are here", "Below USD 79,000"],
        ),
        (
            {},
            {"base": Decimal(78_000), "sign_on": Decimal(8_000)},
            ["Any number", "USD 85,000 or more", "USD 76,215 to 85,000 they are here", "Below USD 76,215"],
        ),
        (
            {"walk_away": None},
            {"base": Decimal(90_000)},
            ["Any number", "USD 88,500 or more they are here", "Below USD 88,500", "No number yet"],
        ),
        (
            {"walk_away": Decimal(92_000)},
            {},
            ["Any number", "USD 92,000 or more", "Below USD 92,000 they are here"],
        ),
    ],
)
def test_the_lines_stand_on_one_scale_of_base(
    desk: Client, alice: User, fields: dict[str, Any], answer: dict[str, Any], scale: list[str]
) -> None:
    offer = make_offer(alice, **fields)
    if answer:
        make_answer(offer, **answer)
    lines = page_of(desk, offer).having("stop-line")
    assert [line.having("th")[0].text for line in lines] == scale


def test_the_line_of_the_walk_away_says_how_its_amount_comes_about(desk: Client, alice: User) -> None:
    offer = make_offer(
        alice,
        walk_away=Decimal(70_000),
        bonus_stated="given",
        bonus_target_rate=Decimal("0.1"),
        equity_stated="given",
        equity_grant=Decimal(40_000),
        equity_years=4,
    )
    stop = part(page_of(desk, offer), "stop").text
    assert (
        "worth less than USD 85,600 to you: your walk-away base of 70,000, with bonus 5,600 and grants "
        "10,000 a year." in stop
    )
    assert "What they offer now is worth 96,400, counted in the same way." in stop
    assert (
        "it is counted as on the page of pay, by our assumption. Bound by the payout of the bonus. Source: "
        "our assumption. Grade E" in stop
    )
    make_answer(offer, base=Decimal(60_000), kind="final")
    assert "85,600 is your walk-away base of 70,000, with" in part(page_of(desk, offer), "away").text


def test_a_walk_away_with_nothing_beside_it_is_named_as_it_is(desk: Client, alice: User) -> None:
    stop = part(page_of(desk, make_offer(alice)), "stop").text
    assert "worth less than USD 79,000 to you: your walk-away base of 79,000. private" in stop


def test_a_final_answer_leads_to_where_to_stop(desk: Client, alice: User) -> None:
    make_answer(offer := make_offer(alice), base=Decimal(78_000), kind="final")
    main = page_of(desk, offer)
    assert "called it final: a higher number is no longer the next step" in main.text
    away = part(main, "away").text
    assert "They called it final, and the package is below your walk-away." in away
    assert "First: Ask once whether anything outside base can close the difference." in away


@pytest.mark.parametrize(
    ("kind", "title", "does"),
    [
        ("revised", "Go on", "talk on, one step at a time"),
        ("final", "Decide", "accept once it is all in writing, or decline"),
    ],
)
def test_between_the_lines_one_talks_on_until_they_call_it_final(
    desk: Client, alice: User, kind: str, title: str, does: str
) -> None:
    make_answer(offer := make_offer(alice), base=Decimal(84_000), kind=kind)
    (line,) = page_of(desk, offer).having("stop-here")
    assert (line.having("reply-does")[0].text, does in line.text) == (title, True)


@pytest.mark.parametrize(
    ("ticked", "says"),
    [
        ({"duties_above_level": "on"}, "First: Ask for the level to be looked at again"),
        ({"level_asked": "on"}, "First: Ask the hiring manager once, in writing"),
        ({"level_asked": "on", "level_explained": "on"}, "By these answers there is no ground to step away."),
    ],
)
def test_the_step_away_check_answers_by_what_was_ticked(
    desk: Client, alice: User, ticked: dict[str, str], says: str
) -> None:
    offer = make_offer(alice)
    assert NO_GROUND in page_of(desk, offer).text
    assert says in page_of(desk, offer, **ticked).text


EQUITYCO: dict[str, Any] = {
    "base": Decimal(100_000),
    "target": Decimal(110_000),
    "walk_away": Decimal(98_000),
    "team": (),
    "equity_stated": "given",
    "equity_grant": Decimal(80_000),
    "equity_years": 4,
}
BONUSCO = EQUITYCO | {
    "walk_away": Decimal(96_000),
    "equity_stated": "none",
    "equity_grant": None,
    "equity_years": None,
    "bonus_stated": "given",
    "bonus_target_rate": Decimal("0.2"),
    "bonus_payout_rate": Decimal(1),
}


@pytest.mark.parametrize(
    ("fields", "cut", "worth", "line", "least"),
    [
        (EQUITYCO, {"equity_grant": Decimal(0)}, "100,000", "118,000", "USD 118,000"),
        (BONUSCO, {"bonus_target_rate": Decimal("0.1")}, "110,000", "115,200", "USD 104,727"),
        (
            BONUSCO | {"bonus_stated": "none", "sign_on_stated": "given", "sign_on": Decimal(20_000)},
            {"sign_on": Decimal(2_000)},
            "93,733",
            "96,000",
            "USD 102,267",
        ),
    ],
)
def test_a_final_answer_that_cuts_the_rest_is_under_the_walk_away_too(
    desk: Client, alice: User, fields: dict[str, Any], cut: dict[str, Any], worth: str, line: str, least: str
) -> None:
    offer = make_offer(alice, **fields, stated_as="written")
    make_answer(offer, base=Decimal(100_000), kind="final", channel="letter", **cut)
    main = page_of(desk, offer)
    assert met(main) == ["Walk away met now"]
    assert f"worth less than USD {line} to you" in part(main, "stop").text
    assert f"What they offer now is worth {worth}, counted in the same way." in part(main, "stop").text
    assert [row.having("th")[0].text for row in main.having("stop-line")][-1] == (
        f"Below {least} they are here"
    )
    assert "the package is below your walk-away" in part(main, "away").text


def test_a_sign_on_that_they_cut_is_said_beside_what_the_package_is_worth(desk: Client, alice: User) -> None:
    offer = make_offer(alice, sign_on_stated="given", sign_on=Decimal(20_000))
    make_answer(offer, base=Decimal(80_000), sign_on=Decimal(2_000))
    assert (
        "What they offer now is worth 73,733, counted in the same way. In it, sign-on and leave count 6,267 "
        "less than as you entered them." in part(page_of(desk, offer), "stop").text
    )
