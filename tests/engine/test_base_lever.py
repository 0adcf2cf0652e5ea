"""Base as a lever names the line that counts for the offer, and who signs on both sides of it."""

from dataclasses import replace
from typing import Any

import pytest

from offers.engine.advice import Advice, advise
from offers.engine.base_lever import LINES
from offers.engine.ceilings import _SENTENCES
from offers.engine.lever_catalogue import Ease, Lever
from offers.engine.reason import Grade
from offers.engine.situation import Situation, Wishes
from tests.engine.cases import POLICY, TODAY, band, situation

TOLD = band("110000", "125000", "140000", employer_given=True)
MANAGER = "hiring manager"
TWO = f"{MANAGER}, compensation team"
ALL = f"{TWO}, HR director"


def advice(*given: Any, **more: Any) -> Advice:
    case = given[0] if isinstance(given[0], Situation) else situation(*given, **more)
    return advise(case, POLICY, TODAY)


def base_of(found: Advice) -> dict[str, Lever]:
    return {one.key: one for one in found.levers if one.key.startswith("base")}


@pytest.mark.parametrize(
    ("offer", "words", "up_to", "above"),
    [
        ("120000", "the middle of the band", MANAGER, TWO),
        ("130000", "the third quartile of the band", TWO, ALL),
        ("135000", "the top of the band", ALL, f"{ALL}, executive exception"),
    ],
)
def test_the_next_line_above_the_offer_is_named_with_who_signs(
    offer: str, words: str, up_to: str, above: str
) -> None:
    found = base_of(advice(offer, "150000", band=TOLD))
    assert [(one.title, one.approver) for one in found.values()] == [
        (f"Base up to {words}", up_to),
        (f"Base above {words}", above),
    ]


def test_the_reasons_are_those_of_the_number_that_needs_no_exception() -> None:
    found = base_of(advice("130000", "150000", band=TOLD))
    assert {key: (one.reason.text, one.reason.grade) for key, one in found.items()} == {
        "base": ("Past the midpoint, the next line of approval is the third quartile, 132,500.", Grade.D),
        "base_exception": ("Past 132,500 it needs an exception that somebody has to answer for.", Grade.D),
    }


def test_levers_and_recruiter_agree_on_what_needs_no_exception() -> None:
    found = advice("130000", "150000", band=TOLD)
    assert found.deciders[0].says.text == (
        "132,500 stays inside what needs no exception. Each of these still has to agree: hiring manager, "
        "compensation team."
    )
    assert found.deciders[0].says.grade is Grade.D


def test_the_team_is_the_line_where_it_binds() -> None:
    found = base_of(advice("80000", "95000", team=("78000", "82000", "84500")))
    assert [(one.title, one.approver, one.ease) for one in found.values()] == [
        ("Base up to the best-paid colleague", "hiring manager and compensation team", Ease.EASY),
        ("Base above the best-paid colleague", "compensation team, then HR director", Ease.HARD),
    ]
    assert found["base_exception"].reason.code == "LEVER_BASE_EXCEPTION"


def test_nothing_of_base_moves_without_an_exception_where_it_is_spent() -> None:
    spent = situation("145000", "150000", band=TOLD)
    assert [one.title for one in base_of(advice(spent)).values()] == ["Base above the top of the band"]
    marked = replace(spent, wishes=Wishes(movable={"base": True}))
    assert list(base_of(advice(marked))) == ["base", "base_exception"]


def test_without_a_rule_of_this_employer_no_line_is_named() -> None:
    found = base_of(advice("70000", "76000"))
    assert [one.title for one in found.values()] == [
        "Base inside the band and the team",
        "Base above the middle of the band or above the team",
    ]


def test_every_limit_has_words() -> None:
    """Of those that a ceiling without an exception can end at."""
    assert set(LINES) == {code for code in _SENTENCES if not code.startswith("REACH_")}
