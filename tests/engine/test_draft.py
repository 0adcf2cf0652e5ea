"""The record beside a draft."""

from decimal import Decimal

import pytest

from offers.engine.draft import DraftFacts
from offers.engine.errors import EngineError


def test_nothing_has_to_be_known() -> None:
    assert DraftFacts().guarded == ()


def test_walk_away_and_private_figures_are_guarded() -> None:
    facts = DraftFacts(walk_away=Decimal(79), private_figures=(Decimal(5),))
    assert facts.guarded == (Decimal(79), Decimal(5))


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"target": Decimal(-1)}, "target"),
        ({"walk_away": Decimal("NaN")}, "walk_away"),
        ({"private_figures": (Decimal(-1),)}, "private_figures"),
        ({"figures": (Decimal("Infinity"),)}, "figures"),
        ({"bases": (Decimal(-1),)}, "bases"),
    ],
)
def test_amount_that_cannot_be_one_is_refused(given: dict[str, Decimal], field: str) -> None:
    with pytest.raises(EngineError) as error:
        DraftFacts(**given)
    assert error.value.field == field
