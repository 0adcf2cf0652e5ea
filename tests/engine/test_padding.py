"""The padding of a first offer: the person's, the industry's, the general one."""

import pytest

from offers.engine.flags import Flag
from offers.engine.padding import padding
from offers.engine.policy import LOOKSHARP
from offers.engine.reason import ASSUMPTION, PRACTITIONER, TYPED, Grade
from offers.engine.situation import Buffer, Industry
from tests.engine.cases import POLICY, D, Given, number


@pytest.mark.parametrize(
    ("industry", "low", "high", "source", "grade", "codes"),
    [
        (Industry.TECHNOLOGY, "0.05", "0.15", PRACTITIONER, Grade.D, []),
        (Industry.GENERAL, "0.05", "0.10", LOOKSHARP, Grade.C, []),
        (Industry.PAY_SCALE, "0", "0.03", ASSUMPTION, Grade.E, []),
        (None, "0.05", "0.10", LOOKSHARP, Grade.C, [Flag.BUFFER_DEFAULT]),
    ],
)
def test_padding_is_the_industrys(
    industry: Industry | None, low: str, high: str, source: object, grade: Grade, codes: list[str]
) -> None:
    found = padding(None, industry, POLICY)
    assert (found.low, found.high, found.source, found.grade) == (D(low), D(high), source, grade)
    assert [note.code for note in found.notes] == codes


@pytest.mark.parametrize(
    ("low", "high", "expected", "codes"),
    [
        ("0.02", "0.07", ("0.02", "0.07"), []),
        (None, "0.12", ("0.05", "0.12"), []),
        (None, "0.03", ("0.03", "0.03"), []),
        ("0.02", None, ("0.02", "0.10"), []),
        ("0.12", None, ("0.12", "0.12"), []),
        ("0", "0", ("0", "0"), []),
        ("0.05", "0.20", ("0.05", "0.20"), []),
        ("0.05", "0.21", ("0.05", "0.20"), [Flag.BUFFER_CAPPED]),
        ("0.25", "0.30", ("0.20", "0.20"), [Flag.BUFFER_CAPPED]),
    ],
)
def test_padding_typed_by_the_person_comes_first(
    low: Given, high: Given, expected: tuple[str, str], codes: list[str]
) -> None:
    found = padding(Buffer(low=number(low), high=number(high)), Industry.GENERAL, POLICY)
    assert (found.low, found.high, found.source, found.grade) == (*map(D, expected), TYPED, Grade.FACT)
    assert [note.code for note in found.notes] == codes


def test_an_empty_padding_is_none_at_all() -> None:
    assert padding(Buffer(), None, POLICY) == padding(None, None, POLICY)


def test_padding_notes_name_their_ground() -> None:
    default, capped = padding(None, None, POLICY), padding(Buffer(high=D("0.3")), None, POLICY)
    assert [(note.text, note.source, note.grade) for note in (*default.notes, *capped.notes)] == [
        (
            "The industry is not known; the general padding of first offers is used.",
            LOOKSHARP,
            Grade.C,
        ),
        ("So much padding is not believed; the limit of the policy is used.", ASSUMPTION, Grade.E),
    ]
