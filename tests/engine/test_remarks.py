"""What is said about a situation before any number."""

import pytest

from offers.engine.flags import Flag
from offers.engine.remarks import remarks
from offers.engine.situation import Alternative, Buffer, Situation
from tests.engine.cases import GENERAL, TEAM, D, band, posting, situation, state

BAND = band("56000", "63000", "70000")


@pytest.mark.parametrize(
    ("case", "codes"),
    [
        (TEAM, []),
        (situation("80000", "90000"), [Flag.BUFFER_DEFAULT]),
        (situation("80000", industry=GENERAL), [Flag.TARGET_ASSUMED]),
        (situation("55000", "60000", band=BAND, industry=GENERAL), [Flag.BELOW_MIN]),
        (
            situation("55000", "60000", band=BAND, team=("55500", "55900"), industry=GENERAL),
            [Flag.BELOW_MIN, "TEAM_BELOW_MIN"],
        ),
        (
            situation("70000", "75000", band=BAND, team=("66000", "65000"), industry=GENERAL),
            [Flag.AT_OR_ABOVE_MAX, Flag.EQUITY_CAP_BELOW_OFFER],
        ),
        (situation("60000", "65000", team=("66000",), industry=GENERAL), ["ONE_PEER"]),
        (
            situation(
                "60000",
                posting=posting("50000", "90000"),
                team=("59000",),
                buffer=Buffer(high=D("0.5")),
                alternatives=(Alternative(yearly_value=D(1), in_writing=True),),
            ),
            [
                Flag.BAND_FROM_POSTING,
                Flag.POSTING_WIDE,
                Flag.BUFFER_CAPPED,
                Flag.TARGET_ASSUMED,
                Flag.EQUITY_CAP_BELOW_OFFER,
                "ONE_PEER",
                "COMPETING_WEAKER",
            ],
        ),
    ],
)
def test_remarks_come_in_the_order_of_the_rules(case: Situation, codes: list[str]) -> None:
    assert [note.code for note in remarks(state(case))] == codes


@pytest.mark.parametrize(
    ("case", "text"),
    [
        (
            situation("80000", industry=GENERAL),
            "No target is entered; 86,000 is assumed, within usual padding of 5% to 10%.",
        ),
        (
            situation("55000", "60000", band=BAND, industry=GENERAL),
            "The offer is below the minimum of the band. Ask first which level it belongs to.",
        ),
        (
            situation("71000", "75000", band=BAND, industry=GENERAL),
            "The offer has reached the top of the band. Check the band and the level before anything else.",
        ),
        (
            situation("60000", "65000", team=("61000",), industry=GENERAL),
            "One colleague's pay is a weak limit.",
        ),
        (
            situation("60000", "65000", team=("59000", "58000"), industry=GENERAL),
            "The best-paid person known at this level earns less than the offer.",
        ),
    ],
)
def test_remarks_are_said_in_one_sentence_or_two(case: Situation, text: str) -> None:
    assert [note.text for note in remarks(state(case))] == [text]
