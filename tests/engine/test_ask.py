"""A: every row of the table, the term that set it, and every reason for no ask."""

from dataclasses import replace

import pytest

from offers.engine.ask import Ask, ask, shortfall
from offers.engine.ceilings import ceilings
from offers.engine.flags import Flag
from offers.engine.reason import ARITHMETIC, ASSUMPTION, MIDPOINTS, TYPED, Grade, Source
from offers.engine.situation import Buffer, EmployerType, Industry, Situation, Stance
from tests.engine.cases import TEAM, TECHNOLOGY, VECTORS, D, Given, Vector, band, number, situation, state

BAND = band("60000", "90000", "120000")
CAUTIOUS = Stance.CAUTIOUS


def asked(case: Situation) -> Ask:
    found = state(case)
    return ask(found, ceilings(found))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.name)
def test_ask_matches_the_table(vector: Vector) -> None:
    assert asked(vector.situation).amount == vector.ask


@pytest.mark.parametrize(
    ("case", "binding", "wanted", "amount"),
    [
        (situation("80000", "82000", band=BAND), "middle", "84000", "83500"),
        (situation("80000", "79000", band=BAND), "modest", "84000", "83500"),
        (situation("80000", "80000", band=BAND), "modest", "84000", "83500"),
        (situation("80000", "82000", team=("81000", "84000")), "middle", "84000", "83500"),
        (situation("89000", "70000", band=BAND, buffer=Buffer(low=D("0.05"))), "modest", "90000", "89500"),
        (situation("80000", "70000", team=("81500", "81000")), "modest", "81500", "81500"),
        (situation("105000", "50000", band=BAND), "modest", "110250", "110500"),
        (TEAM, "ceiling", "88725", "88500"),
        (replace(TEAM, stance=CAUTIOUS), "ceiling", "84500", "84500"),
        (situation("50000", "59000", band=band("56000", "63000", "70000")), "step", "60000", "59750"),
        (situation("50000", "61000", band=band("56000", "63000", "70000")), "target", "61000", "60750"),
        (situation("52000", "57000", band=band("56000", "63000", "70000")), "modest", "58800", "58750"),
        (situation("40000", "45000", band=band("56000", "63000", "70000")), "minimum", "56000", "56250"),
        (situation("54000", "55000", band=band("56000", "56100", "70000")), "modest", "56100", "56250"),
    ],
)
def test_ask_names_the_term_that_set_it(case: Situation, binding: str, wanted: str, amount: str) -> None:
    found = asked(case)
    assert (found.why.binding, found.wanted, found.amount) == (binding, D(wanted), D(amount))


@pytest.mark.parametrize(
    ("case", "text", "source", "grade"),
    [
        (
            situation("80000", "82000", band=BAND),
            "84,000 puts your target, 82,000, midway from 80,000; 83,500 is the tidy number for it.",
            MIDPOINTS,
            Grade.C,
        ),
        (
            situation("80000", "79000", band=BAND),
            "Your target is not above 80,000, so 83,500 stays within the low end of usual padding.",
            ASSUMPTION,
            Grade.E,
        ),
        (
            TEAM,
            "The ceiling is 88,725; 88,500 is the tidy number that stays under it.",
            ARITHMETIC,
            Grade.FACT,
        ),
        (
            situation("130000", "150000", band=band("110000", "125000", "140000")),
            "The ask goes up to the ceiling, 132,500.",
            ARITHMETIC,
            Grade.FACT,
        ),
        (
            situation("50000", "59000", band=band("56000", "63000", "70000")),
            "From below the band one request reaches 60,000; 59,750 is the tidy number for it.",
            ASSUMPTION,
            Grade.E,
        ),
        (
            situation("50000", "61000", band=band("56000", "63000", "70000")),
            "60,750 is the tidy number for your target, 61,000.",
            TYPED,
            Grade.FACT,
        ),
        (
            situation("40000", "45000", band=band("56000", "63000", "70000")),
            "Ask to be placed at the minimum of the band, 56,000; 56,250 is the tidy number for it.",
            TYPED,
            Grade.FACT,
        ),
        (
            situation("40000", "45000", band=band("56000", "63000", "70000"), team=("50000", "55000")),
            "Ask to be placed at the minimum of the band, 56,000.",
            TYPED,
            Grade.FACT,
        ),
    ],
)
def test_ask_is_explained_with_its_source(case: Situation, text: str, source: Source, grade: Grade) -> None:
    why = asked(case).why
    assert (why.text, why.source, why.grade) == (text, source, grade)


@pytest.mark.parametrize(
    ("case", "code", "text"),
    [
        (
            situation("120000", "130000", band=BAND),
            Flag.NO_BASE_ASK,
            "Base is probably spent. Check the band and the level first, then ask outside base.",
        ),
        (
            situation("120000", "130000", band=BAND, team=("110000",)),
            Flag.NO_BASE_ASK,
            "Base is probably spent. Check the band and the level first, then ask outside base.",
        ),
        (
            situation("90000", "130000", team=("89999",)),
            Flag.NO_BASE_ASK,
            "You would already be the best paid at this level. Ask for a sign-on, leave or a start date.",
        ),
        (
            situation("90000", "130000", team=("90000",), stance=CAUTIOUS),
            Flag.NO_BASE_ASK,
            "More base would need an exception, which a cautious request does not ask for.",
        ),
        (
            situation("80000", "90000", team=("80250",), stance=CAUTIOUS),
            Flag.ASK_TOO_SMALL,
            "What is left above the offer is too small to ask for in base.",
        ),
        (
            situation("80000", "90000", employer_type=EmployerType.SINGLE_RATE),
            Flag.NO_BASE_ASK,
            "Everybody in this role is paid one rate. Ask about the level, or outside base.",
        ),
        (
            situation("80000", "90000", employer_type=EmployerType.FORMULA),
            Flag.NO_BASE_ASK,
            "Base follows from a formula. Argue its inputs: benchmark, location, level and step.",
        ),
        (
            situation("80000", "90000", employer_type=EmployerType.STEP_SCALE),
            Flag.NO_BASE_ASK,
            "Base follows from a scale. Argue the step on which you are placed.",
        ),
    ],
)
def test_no_ask_says_why(case: Situation, code: Flag, text: str) -> None:
    found = asked(case)
    assert (found.amount, [note.code for note in found.notes], found.why.text) == (None, [code], text)


@pytest.mark.parametrize(
    ("case", "binding"),
    [
        (situation("120000", "130000", band=BAND), "spent"),
        (situation("90000", "130000", team=("89999",)), "spent"),
        (situation("90000", "130000", team=("90000",), stance=CAUTIOUS), "ceiling"),
        (situation("80000", "90000", team=("80250",), stance=CAUTIOUS), "ceiling"),
        *((situation("80000", "90000", employer_type=kind), "employer") for kind in tuple(EmployerType)[1:]),
    ],
)
def test_no_ask_names_what_bound_it(case: Situation, binding: str) -> None:
    assert asked(case).why.binding == binding


@pytest.mark.parametrize(
    ("offer", "target", "flags"),
    [
        ("80000", "80000.01", []),
        ("80000", "80000", [Flag.TARGET_MET]),
        ("80000", "75000", [Flag.TARGET_MET]),
        ("130000", "75000", [Flag.TARGET_MET, Flag.NO_BASE_ASK]),
    ],
)
def test_a_target_that_is_met_is_said(offer: str, target: str, flags: list[Flag]) -> None:
    assert [note.code for note in asked(situation(offer, target, band=BAND)).notes] == flags


def test_a_target_that_is_met_makes_asking_optional() -> None:
    (note,) = asked(situation("80000", "75000", band=BAND)).notes
    assert note.text == (
        "Your target is already met; asking for more is optional and stays within usual padding."
    )


@pytest.mark.parametrize(
    ("target", "amount", "gap"),
    [("95000", "88500", "6500"), ("88500", "88500", "0"), ("80000", "88500", "0"), ("95000", None, "15000")],
)
def test_shortfall_is_what_ask_or_offer_lack_to_the_target(target: str, amount: Given, gap: str) -> None:
    assert shortfall(state("80000", target, industry=TECHNOLOGY), number(amount)) == D(gap)


def test_an_offer_below_the_band_is_never_too_small_to_ask_for() -> None:
    case = situation("55900", "55950", band=band("56000", "56010", "56020"), industry=Industry.PAY_SCALE)
    found = asked(case)
    assert (found.amount, found.wanted, found.why.code) == (D(56000), D(56000), "ASK_MINIMUM")
