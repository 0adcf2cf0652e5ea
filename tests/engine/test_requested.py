"""Which base a text asks for, however it is put."""

from decimal import Decimal

import pytest

from offers.engine.requested import requested_base

SECOND = "If the base cannot go that far, could we settle at USD 84,000 with a sign-on of USD 5,000?"


def read(text: str, *known: int) -> Decimal | None:
    """For an offer of 80,000."""
    return requested_base(
        text, least=Decimal(80_000), most=Decimal(240_000), known=frozenset(map(Decimal, (80_000, *known)))
    )


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("I would like to ask for a base of USD 86,000 a year.", 86_000),
        ("Starting from the first, could we settle at a base of USD 86,000 a year?", 86_000),
        ("Could we say 86.5k?", 86_500),
        ("Would you go to 86,000?", 86_000),
        ("I request a base of 86,000.", 86_000),
        ("My number is USD 86,000.", 86_000),
        ("I would like 86,000.", 86_000),
        ("A base of USD 86,000 a year would make my decision easier.", 86_000),
        ("USD 86,000 would settle it for me.", 86_000),
        ("This would work for me: a base of USD 86,000 a year.", 86_000),
        (
            "I would like to ask for the following:\n\n- a base of USD 86,000 a year\n- 3 days of leave",
            86_000,
        ),
        ("Could we move the base from USD 84,000 to USD 86,000?", 86_000),
        ("Could we go beyond the 84,000 that you named, to 86,000?", 86_000),
        ("I would like to ask for a sign-on of 90,000 and a base of 86,000.", 86_000),
        ("Could you do 90,000 in equity and a base of 86,000?", 86_000),
    ],
)
def test_the_number_of_the_request_is_read(text: str, asked: int) -> None:
    assert read(text, 84_000) == asked


@pytest.mark.parametrize(
    "text",
    [
        "Based on two postings for this role at USD 92,000, I would like to ask for USD 86,000 a year.",
        "I would like to ask for a base of USD 86,000 a year, where others pay USD 92,000.",
        "Others pay USD 92,000. Could we settle at USD 86,000?",
        "Could we settle, as others pay USD 92,000, at USD 86,000?",
        "Given the range you have stated, USD 78,000 to 95,000, I would like to ask for USD 86,000.",
        "Could we, in your range of USD 78,000 to 95,000, settle at USD 86,000?",
        "Could you tell me whether USD 92,000 is the top? I would like to ask for USD 86,000.",
        "Thank you for looking into my request for 92,000. Could we settle at USD 86,000?",
        "I am not asking for 92,000. I would like to ask for USD 86,000.",
    ],
)
def test_no_evidence_and_no_end_of_a_range_is_a_request(text: str) -> None:
    assert read(text) == 86_000


def test_the_second_way_comes_after_the_request() -> None:
    assert read(f"I would like to ask for USD 86,000 a year. {SECOND}") == 86_000
    assert read(SECOND) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Thank you for the offer of USD 80,000.",
        "I have no request on base. I would like to ask for a sign-on of USD 8,000.",
        "I would like to ask for a grant of USD 110,000.",
        "I would like to ask for a base of USD 860,000.",
        "I would like to ask for a base between USD 84,000 and 88,000.",
        "Could you take into account that others pay USD 92,000?",
        "Others pay USD 92,000.",
        "That base would work for me with a review after 6 months, agreed in writing now.",
    ],
)
def test_where_no_base_is_asked_for_there_is_none(text: str) -> None:
    assert read(text) is None
