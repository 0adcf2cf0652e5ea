"""P and S: every row of the table, and each term that can bind."""

from dataclasses import replace

import pytest

from offers.engine.ceilings import approval_line, ceilings
from offers.engine.policy import Policy
from offers.engine.situation import Situation
from tests.engine.cases import (
    BAND,
    GENERAL,
    HIRE,
    TEAM,
    TECHNOLOGY,
    VECTORS,
    D,
    Vector,
    band,
    posting,
    situation,
    state,
)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.name)
def test_ceilings_match_the_table(vector: Vector) -> None:
    found = ceilings(state(vector.situation))
    assert (found.no_exception, found.exception) == (vector.no_exception, vector.exception)


@pytest.mark.parametrize(
    ("case", "amount", "binding", "code"),
    [
        (situation("80000", "95000", band=BAND, industry=TECHNOLOGY), "90000", "line", "LINE_MIDPOINT"),
        (situation("90000", "95000", band=BAND), "99000", "buffer", "CEILING_BUFFER"),
        (
            situation("100000", "120000", band=BAND),
            "105000",
            "line",
            "LINE_THIRD_QUARTILE",
        ),
        (
            situation("110000", "120000", band=BAND, industry=TECHNOLOGY),
            "120000",
            "line",
            "LINE_MAXIMUM",
        ),
        (
            situation("105000", "120000", band=BAND, industry=TECHNOLOGY),
            "120000",
            "line",
            "LINE_MAXIMUM",
        ),
        (
            situation("86000", "120000", band=band("60000", "75000", "90000", basis=HIRE)),
            "90000",
            "line",
            "LINE_HIRE",
        ),
        (TEAM, "84500", "peers", "CEILING_PEERS"),
        (situation("95000", posting=posting("50000", "100000")), "100000", "max", "CEILING_MAX"),
        (situation("120000", band=BAND), "120000", "spent", "SPENT_BAND"),
        (situation("80000", team=("79999",)), "80000", "spent", "SPENT_TEAM"),
        (situation("50000", band=band("56000"), team=("55999",)), "56000", "offer", "TEAM_BELOW_MIN"),
        (situation("50000", band=band("56000"), team=("49000",)), "56000", "spent", "SPENT_TEAM"),
        (situation("80000", team=("80000",)), "80000", "peers", "CEILING_PEERS"),
    ],
)
def test_no_exception_names_the_term_that_bound_it(
    case: Situation, amount: str, binding: str, code: str
) -> None:
    found = ceilings(state(case))
    why = found.why_no_exception
    assert (found.no_exception, why.binding, why.code, why.params["amount"]) == (
        D(amount),
        binding,
        code,
        D(amount),
    )


@pytest.mark.parametrize(
    ("case", "amount", "binding", "code"),
    [
        (TEAM, "88725", "peers", "REACH_PEERS"),
        (situation("80000", "200000", band=BAND), "96000", "step", "REACH_STEP"),
        (
            situation("92000", "200000", band=BAND, industry=TECHNOLOGY),
            "105000",
            "line",
            "REACH_THIRD_QUARTILE",
        ),
        (situation("105000", "200000", band=BAND), "120000", "line", "REACH_MAXIMUM"),
        (
            situation("101000", "200000", band=BAND, strong_alternative=True),
            "120000",
            "line",
            "REACH_MAXIMUM",
        ),
        (
            situation("101000", "200000", band=replace(BAND, basis=HIRE)),
            "120000",
            "line",
            "REACH_MAXIMUM",
        ),
        (situation("101000", "105000", band=band("60000")), "111100", "buffer", "REACH_PLAIN"),
        (situation("80000", "85000", posting=posting("50000", "82000")), "82000", "line", "REACH_MAXIMUM"),
        (situation("70000", "80000"), "80000", "target", "REACH_TARGET"),
        (situation("70000", "77000"), "77000", "target", "REACH_TARGET"),
        (situation("70000", "76000"), "77000", "buffer", "REACH_PLAIN"),
        (situation("70000", "90000"), "84000", "step", "REACH_STEP"),
        (situation("70000", "84000"), "84000", "step", "REACH_STEP"),
        (situation("80000", team=("79999",)), "80000", "spent", "SPENT_TEAM"),
        (
            situation("50000", "60000", band=band("56000"), team=("55999",)),
            "56000",
            "offer",
            "TEAM_BELOW_MIN",
        ),
    ],
)
def test_exception_names_the_term_that_bound_it(
    case: Situation, amount: str, binding: str, code: str
) -> None:
    found = ceilings(state(case))
    why = found.why_exception
    assert (found.exception, why.binding, why.code, why.params["amount"]) == (
        D(amount),
        binding,
        code,
        D(amount),
    )


@pytest.mark.parametrize(
    ("offer", "line"),
    [
        ("89999", "90000"),
        ("90000", "105000"),
        ("104999", "105000"),
        ("105000", "120000"),
        ("125000", "120000"),
    ],
)
def test_approval_line_is_the_next_one_ahead(offer: str, line: str) -> None:
    assert approval_line(state(offer, band=BAND, industry=GENERAL)) == D(line)


def test_exception_never_falls_below_the_ceiling_without_one_under_an_edited_policy() -> None:
    narrow = Policy(step_low=D("0.01"), step_high=D("0.02"))
    found = ceilings(state("80000", "120000", band=BAND, policy=narrow))
    assert (found.no_exception, found.exception) == (D(88000), D(88000))
