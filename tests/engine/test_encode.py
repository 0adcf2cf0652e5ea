"""Answers as plain JSON values."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import IntEnum

import pytest

from offers.engine.encode import encode
from offers.engine.reason import Grade, Reason, Source
from tests.engine.cases import D


class Every(IntEnum):
    YEAR = 12


@dataclass(frozen=True, kw_only=True)
class Found:
    amount: Decimal
    tolerance: Decimal | None
    rows: tuple[Decimal, ...] = ()


@pytest.mark.parametrize(
    ("value", "encoded"),
    [
        (None, None),
        (True, True),
        (3, 3),
        ("text", "text"),
        (D("8.85E+4"), "88500.00"),
        (D("0.005"), "0.01"),
        (date(2026, 3, 2), "2026-03-02"),
        (Grade.D, "D"),
        (Every.YEAR, 12),
        ({"a": D(1)}, {"a": "1.00"}),
        ((D(1), [None]), ["1.00", [None]]),
    ],
)
def test_encode_gives_plain_values(value: object, encoded: object) -> None:
    assert encode(value) == encoded


def test_encode_keeps_more_digits_of_a_fraction() -> None:
    found = Found(amount=D("1.234567"), tolerance=D("0.0178"), rows=(D(1),))
    assert encode(found) == {"amount": "1.23", "tolerance": "0.017800", "rows": ["1.00"]}
    assert encode(Found(amount=D(1), tolerance=None)) == {"amount": "1.00", "tolerance": None, "rows": []}


def test_encode_says_a_reason() -> None:
    source = Source(author="Raiffa", year=1982, title="Negotiation")
    reason = Reason(
        code="R", sentence="About {n}.", params={"n": D(1000)}, binding="n", source=source, grade=Grade.C
    )
    assert encode(reason) == {
        "code": "R",
        "text": "About 1,000.",
        "binding": "n",
        "source": "Raiffa, 1982, Negotiation",
        "grade": "C",
    }


def test_encode_refuses_what_has_no_form() -> None:
    with pytest.raises(TypeError, match="object has no JSON form"):
        encode(object())
