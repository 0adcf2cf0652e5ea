"""What a message proposes beside base, read from its text."""

from decimal import Decimal

import pytest

from offers.engine.proposed import ProposedText, proposed_text

D = Decimal
WITH_BOTH = {"sign_on": D(8000), "leave_days": D(4)}


@pytest.mark.parametrize(
    ("text", "items", "review", "is_all", "base"),
    [
        ("If not, USD 84,000 with a sign-on of USD 5,000 would do.", {"sign_on": D(5000)}, "", False, 84_000),
        ("Could we settle at 86,000 with a sign-on of 5,000?", {"sign_on": D(5000)}, "", True, 86_000),
        ("84,500 with a sign-on of 8,000 and 4 more days of leave.", WITH_BOTH, "", False, 84_500),
        (
            "86,000 with a sign-on bonus of USD 9k in place of USD 3,000.",
            {"sign_on": D(9000)},
            "",
            True,
            86_000,
        ),
        ("86,000 with a review after six months.", {}, "6", True, 86_000),
        ("84,000 with a learning budget of 2,000.", {"learning": D(2000)}, "", False, 84_000),
    ],
)
def test_a_sentence_with_a_base_and_more_is_a_proposal(
    text: str, items: dict[str, Decimal], review: str, is_all: bool, base: int
) -> None:
    found = proposed_text(f"I would like 86,000. {text}", asked=D(86_000), least=D(80_000))
    assert found == ProposedText(base=D(base), items=items, review=review, is_all=is_all)


@pytest.mark.parametrize(
    "text",
    [
        "I would like to ask for a base of 86,000.",
        "A sign-on of 5,000 is what others pay.",
        "You offer 79,000 with a sign-on of 5,000.",
        "84,000 with a review after 6 months.",
    ],
)
def test_without_a_base_of_ones_own_or_more_beside_it_there_is_none(text: str) -> None:
    assert proposed_text(text, asked=D(86_000), least=D(80_000)) is None


def test_what_would_work_is_the_request_of_a_fallback() -> None:
    text = "You can go to 84,000. That base would work for me with a sign-on of 5,000."
    assert proposed_text(text, asked=D(84_000), least=D(80_000), works=True) == ProposedText(
        base=D(84_000), items={"sign_on": D(5000)}, is_all=True
    )


def test_the_request_itself_goes_before_a_second_way() -> None:
    text = "84,000 with a sign-on of 6,000 would do. I ask for 86,000 with a sign-on of 2,000."
    found = proposed_text(text, asked=D(86_000), least=D(80_000))
    assert found is not None
    assert (found.base, found.is_all) == (86_000, True)
