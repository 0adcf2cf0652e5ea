"""What is said about P and S: the sentence of each term, its source and its grade."""

from dataclasses import replace

import pytest

from offers.engine.ceilings import ceilings
from offers.engine.flags import Flag
from offers.engine.policy import LOOKSHARP, PUBLISHED
from offers.engine.reason import ASSUMPTION, PRACTITIONER, TYPED, Grade, Source
from offers.engine.situation import Buffer, Situation
from tests.engine.cases import BAND, HIRE, TEAM, TECHNOLOGY, D, band, posting, situation, state


def moved(offer: str, *, first: str) -> Situation:
    """They have raised their first base to `offer`."""
    case = situation(offer, "200000", band=BAND)
    return replace(case, terms=replace(case.terms, first_base=D(first)))


@pytest.mark.parametrize(
    ("case", "text", "source", "grade"),
    [
        (
            situation("80000"),
            "Padding of 10%, the most that is usual, ends at 88,000.",
            LOOKSHARP,
            Grade.C,
        ),
        (
            situation("80000", industry=TECHNOLOGY),
            "Padding of 15%, the most that is usual, ends at 92,000.",
            PRACTITIONER,
            Grade.D,
        ),
        (
            situation("80000", buffer=Buffer(high=D("0.07"))),
            "Padding of 7%, the most that is usual, ends at 85,600.",
            TYPED,
            Grade.FACT,
        ),
        (
            situation("80000", band=BAND, industry=TECHNOLOGY),
            "Up to the midpoint of the band, 90,000, no exception is needed.",
            PUBLISHED,
            Grade.D,
        ),
        (
            TEAM,
            "The best-paid person at this level earns 84,500; more needs an exception.",
            TYPED,
            Grade.FACT,
        ),
        (
            situation("86000", band=band("60000", "75000", "90000", basis=HIRE)),
            "Up to 90,000, the top of a range meant for new hires, no exception is needed.",
            TYPED,
            Grade.FACT,
        ),
        (
            situation("100000", band=BAND),
            "Past the midpoint, the next line of approval is the third quartile, 105,000.",
            PUBLISHED,
            Grade.D,
        ),
        (
            situation("110000", band=BAND, industry=TECHNOLOGY),
            "The last line of approval is the top of the band, 120,000.",
            PUBLISHED,
            Grade.D,
        ),
        (
            situation("95000", posting=posting("50000", "100000")),
            "The band ends at 100,000.",
            TYPED,
            Grade.FACT,
        ),
        (
            situation("120000", band=BAND),
            "The offer has reached the top of the band, so base is probably spent at 120,000.",
            TYPED,
            Grade.FACT,
        ),
        (
            situation("80000", team=("79999",)),
            "The offer is above the best-paid person at this level, so base ends at 80,000.",
            TYPED,
            Grade.FACT,
        ),
        (
            situation("50000", band=band("56000"), team=("55999",)),
            "Offer and team are below the minimum of the band, 56,000, so that is what to ask.",
            TYPED,
            Grade.FACT,
        ),
    ],
)
def test_no_exception_is_explained_with_its_source(
    case: Situation, text: str, source: object, grade: Grade
) -> None:
    why = ceilings(state(case)).why_no_exception
    assert (why.text, why.source, why.grade) == (text, source, grade)


@pytest.mark.parametrize(
    ("case", "text", "source", "grade"),
    [
        (
            TEAM,
            "88,725 is 5% above the best-paid person at this level; more unbalances the team.",
            ASSUMPTION,
            Grade.E,
        ),
        (
            situation("80000", "200000", band=BAND),
            "96,000 is 20% above the offer, as far as one request reaches.",
            ASSUMPTION,
            Grade.E,
        ),
        (
            situation("50000", "200000", band=band("80000", None, "140000")),
            "96,000 is 20% above the minimum of the band, 80,000, as far as one request reaches.",
            ASSUMPTION,
            Grade.E,
        ),
        (
            moved("84000", first="80000"),
            "96,000 is 20% above their first offer, 80,000, as far as one request reaches.",
            ASSUMPTION,
            Grade.E,
        ),
        (
            moved("100000", first="80000"),
            "One request reaches 20% above 80,000, and they have moved further, to 100,000.",
            ASSUMPTION,
            Grade.E,
        ),
        (
            situation("92000", "200000", band=BAND),
            "An exception usually ends at the third quartile of the band, 105,000.",
            PUBLISHED,
            Grade.D,
        ),
        (
            situation("105000", "200000", band=BAND),
            "An exception ends at the top of the band, 120,000.",
            PUBLISHED,
            Grade.D,
        ),
        (
            situation("70000", "80000"),
            "Little is known beyond usual padding, so the reach ends at your target, 80,000.",
            TYPED,
            Grade.FACT,
        ),
        (situation("70000", "76000"), "No exception beyond 77,000 is counted on.", LOOKSHARP, Grade.C),
    ],
)
def test_exception_is_explained_with_its_source(
    case: Situation, text: str, source: object, grade: Grade
) -> None:
    why = ceilings(state(case)).why_exception
    assert (why.text, why.source, why.grade) == (text, source, grade)


def test_a_share_is_given_only_where_the_sentence_names_one() -> None:
    found = ceilings(state(TEAM))
    assert [sorted(why.params) for why in (found.why_no_exception, found.why_exception)] == [
        ["amount"],
        ["amount", "share"],
    ]


@pytest.mark.parametrize(
    ("case", "flags"),
    [
        (situation("70000", "76000"), [Flag.LOW_INFO]),
        (situation("70000", "76000", team=("72000",)), [Flag.LOW_INFO]),
        (situation("70000", "76000", team=("72000", "71000")), []),
        (situation("70000", "76000", team=("69000",)), []),
        (situation("50000", band=band("56000"), team=("55000",)), [Flag.LOW_INFO]),
    ],
)
def test_low_info_is_flagged_unless_base_is_spent(case: Situation, flags: list[Flag]) -> None:
    assert [note.code for note in ceilings(state(case)).notes] == flags


def test_low_info_says_how_far_the_ask_goes() -> None:
    (note,) = ceilings(state("70000", "76000")).notes
    assert note.text == "Only usual padding is known, so the ask goes no further than that or your target."
    assert (note.source, note.grade) == (ASSUMPTION, Grade.E)


def test_a_law_that_makes_a_posted_range_that_of_new_hires_is_named_as_the_source() -> None:
    law = Source(title="Cal. Lab. Code 432.3")
    posted = replace(posting("60000", "90000", basis=HIRE), law=law)
    found = ceilings(state(situation("86000", "120000", posting=posted)))
    assert found.no_exception == D("90000")
    assert (found.why_no_exception.code, found.why_no_exception.source) == ("LINE_LAW", law)
    plain = ceilings(state(situation("70000", "120000", posting=posting("60000", "90000"))))
    assert plain.why_no_exception.code == "LINE_MIDPOINT"
