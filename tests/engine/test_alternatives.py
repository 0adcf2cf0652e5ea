"""Which other offers count beside this one."""

from datetime import date, timedelta

import pytest

from offers.engine.alternatives import WEAK_ANCHOR, weigh_alternatives
from offers.engine.situation import Alternative
from tests.engine.cases import TODAY, D, Given, number

YESTERDAY = TODAY - timedelta(days=1)


def other(value: str, *, in_writing: bool = True, expires_on: date | None = None) -> Alternative:
    return Alternative(yearly_value=D(value), in_writing=in_writing, expires_on=expires_on)


@pytest.mark.parametrize(
    ("offers", "best", "codes"),
    [
        ((), None, []),
        ((other("90000.01"),), "90000.01", []),
        ((other("90000"),), None, ["COMPETING_WEAKER"]),
        ((other("80000"),), None, ["COMPETING_WEAKER"]),
        ((other("95000", in_writing=False),), None, ["COMPETING_UNWRITTEN"]),
        ((other("95000", expires_on=TODAY),), "95000", []),
        ((other("95000", expires_on=YESTERDAY),), None, ["COMPETING_EXPIRED"]),
        ((other("95000"), other("97000"), other("96000")), "97000", []),
        (
            (other("1"), other("2", in_writing=False), other("3", expires_on=YESTERDAY), other("91000")),
            "91000",
            ["COMPETING_UNWRITTEN", "COMPETING_EXPIRED", "COMPETING_WEAKER"],
        ),
    ],
)
def test_only_a_better_written_unexpired_offer_counts(
    offers: tuple[Alternative, ...], best: Given, codes: list[str]
) -> None:
    found = weigh_alternatives(offers, D(90000), TODAY)
    assert (found.best, [note.code for note in found.notes]) == (number(best), codes)


def test_a_weaker_offer_is_left_out_with_its_study() -> None:
    (note,) = weigh_alternatives((other("1"),), D(90000), TODAY).notes
    assert (
        note.text == "An offer worth less than this one is left out: its amount would pull the number down."
    )
    assert note.source == WEAK_ANCHOR
