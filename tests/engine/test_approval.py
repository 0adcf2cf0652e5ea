"""Whose approval a number needs, and the smallest trim."""

import pytest

from offers.engine.approval import Approver, approval, approval_ladder
from offers.engine.policy import PUBLISHED
from offers.engine.reason import Grade
from offers.engine.situation import ApprovalRung, EmployerType
from tests.engine.cases import D, Given, band, number, posting, state

MANAGER, PAY, HR, TOP = (
    Approver.HIRING_MANAGER,
    Approver.COMPENSATION,
    Approver.HR_DIRECTOR,
    Approver.EXECUTIVE,
)
BAND = band("80000", "100000", "120000")


def ladder(offer: str = "90000", kind: EmployerType = EmployerType.BANDED, **given: object):
    return approval_ladder(state(offer, **given).band, kind, D(offer))


def rungs(found: tuple[ApprovalRung, ...]) -> list[tuple[object, str]]:
    return [(rung.limit, rung.approver) for rung in found]


@pytest.mark.parametrize(
    ("asked", "approvers", "trim", "excess", "exception"),
    [
        ("100000", [MANAGER], None, "0", False),
        ("100000.01", [MANAGER, PAY], "0.01", "0.01", False),
        ("104000", [MANAGER, PAY], "4000", "4000", False),
        ("110000", [MANAGER, PAY], "10000", "10000", False),
        ("112000", [MANAGER, PAY, HR], "2000", "12000", False),
        ("120000", [MANAGER, PAY, HR], "10000", "20000", False),
        ("121000", [MANAGER, PAY, HR, TOP], "1000", "21000", True),
    ],
)
def test_approval_climbs_the_ladder(
    asked: str, approvers: list[str], trim: Given, excess: str, exception: bool
) -> None:
    found = approval(D(asked), ladder(band=BAND))
    assert found is not None
    assert (list(found.approvers), found.trim, found.excess, found.exception) == (
        approvers,
        number(trim),
        D(excess),
        exception,
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"band": BAND}, [(D(100000), MANAGER), (D(110000), PAY), (D(120000), HR)]),
        (
            {"posting": posting("50000", "100000")},
            [(D(75000), MANAGER), (D("87500"), PAY), (D(100000), HR)],
        ),
        ({"band": band(None, None, "120000")}, [(D(120000), HR)]),
        (
            {"band": band("80000", "100000")},
            [(D(100000), MANAGER), (D("Infinity"), PAY), (D("Infinity"), HR)],
        ),
        ({"band": band("80000")}, []),
        ({}, []),
    ],
)
def test_ladder_follows_what_is_known_of_the_band(given: dict[str, object], expected: list[object]) -> None:
    assert rungs(ladder(**given)) == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (EmployerType.SINGLE_RATE, [(D(90000), MANAGER)]),
        (EmployerType.FORMULA, [(D(90000), MANAGER), (D(120000), PAY)]),
        (EmployerType.STEP_SCALE, [(D(90000), MANAGER), (D(120000), PAY)]),
    ],
)
def test_ladder_of_other_employers_starts_at_the_offer(kind: EmployerType, expected: list[object]) -> None:
    assert rungs(ladder(kind=kind, band=BAND)) == expected


def test_more_than_one_rate_is_an_exception() -> None:
    found = approval(D(91000), ladder(kind=EmployerType.SINGLE_RATE))
    assert found is not None
    assert (found.approvers, found.exception) == ((MANAGER, TOP), True)


def test_a_midpoint_without_a_top_never_ends_in_an_exception() -> None:
    found = approval(D(900000), ladder(band=band("80000", "100000")))
    assert found is not None
    assert (found.approvers, found.exception) == ((MANAGER, PAY), False)


def test_approval_is_unknown_without_a_ladder() -> None:
    assert approval(D(90000), ()) is None


@pytest.mark.parametrize(
    ("asked", "code", "text", "binding"),
    [
        ("99000", "APPROVAL_ALONE", "The hiring manager can agree alone.", ""),
        (
            "104000",
            "APPROVAL_TRIM",
            "This needs: hiring manager, compensation team. Taking off 4,000 removes the last of them.",
            "compensation team",
        ),
    ],
)
def test_approval_says_who_and_what_removes_one(asked: str, code: str, text: str, binding: str) -> None:
    found = approval(D(asked), ladder(band=BAND))
    assert found is not None
    reason = found.reason
    assert (reason.code, reason.text, reason.binding) == (code, text, binding)
    assert (reason.source, reason.grade) == (PUBLISHED, Grade.D)
