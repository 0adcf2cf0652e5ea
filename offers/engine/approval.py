"""Whose approval a number needs, and the smallest trim that removes one of them."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from offers.engine.band import Band
from offers.engine.policy import PUBLISHED
from offers.engine.position import UNLIMITED
from offers.engine.reason import Grade, Reason
from offers.engine.situation import ApprovalRung, EmployerType


class Approver(StrEnum):
    """Who agrees in the default ladder."""

    HIRING_MANAGER = "hiring manager"
    COMPENSATION = "compensation team"
    HR_DIRECTOR = "HR director"
    EXECUTIVE = "executive exception"


@dataclass(frozen=True, kw_only=True)
class Approval:
    """Everybody who must agree, in order; `trim` is what to take off so that the last is no longer needed.

    `exception` is true above every rung; `excess` is the distance to the highest number that the first
    approver grants alone.
    """

    approvers: tuple[str, ...]
    trim: Decimal | None
    excess: Decimal
    exception: bool
    reason: Reason


def approval_ladder(band: Band, employer: EmployerType, offer: Decimal) -> tuple[ApprovalRung, ...]:
    """The default ladder: hiring manager to the midpoint, compensation to the third quartile, HR to the top.

    Without a midpoint the half and three quarters of the range stand for the lines. With one rate, a formula
    or a scale, what was offered is the hiring manager's to give, and more is for those who keep the system.
    """
    if employer is EmployerType.SINGLE_RATE:
        return (_rung(offer, Approver.HIRING_MANAGER),)
    if employer is not EmployerType.BANDED:
        return (_rung(offer, Approver.HIRING_MANAGER), _rung(band.maximum, Approver.COMPENSATION))
    middle, upper = _lines(band)
    rungs = (
        _rung(middle, Approver.HIRING_MANAGER),
        _rung(upper, Approver.COMPENSATION),
        _rung(band.maximum, Approver.HR_DIRECTOR),
    )
    return rungs if middle < UNLIMITED else tuple(rung for rung in rungs if rung.limit < UNLIMITED)


def _rung(limit: Decimal, approver: Approver) -> ApprovalRung:
    return ApprovalRung(limit=limit, approver=approver)


def _lines(band: Band) -> tuple[Decimal, Decimal]:
    low, high = band.minimum, band.maximum
    if band.midpoint == UNLIMITED and low > 0 and high < UNLIMITED:
        return (low + high) / 2, (low + 3 * high) / 4
    return band.midpoint, band.third_quartile


def approval(number: Decimal, ladder: tuple[ApprovalRung, ...]) -> Approval | None:
    """Who must agree to `number`; `None` when no line is known.

    104,000 in 80,000-120,000 needs the compensation team; 4,000 less, at the midpoint, needs it no longer.
    """
    if not ladder:
        return None
    passed = [rung for rung in ladder if rung.limit < number]
    approvers = [rung.approver for rung in ladder[: len(passed) + 1]]
    exception = len(passed) == len(ladder)
    if exception:
        approvers.append(Approver.EXECUTIVE)
    trim = number - passed[-1].limit if passed else None
    return Approval(
        approvers=tuple(approvers),
        trim=trim,
        excess=max(Decimal(0), number - ladder[0].limit),
        exception=exception,
        reason=_reason(approvers, trim),
    )


def _reason(approvers: list[str], trim: Decimal | None) -> Reason:
    names = ", ".join(approvers)
    if trim is None:
        sentence = "The {approvers} can agree alone."
        return Reason(
            code="APPROVAL_ALONE",
            sentence=sentence,
            params={"approvers": names},
            source=PUBLISHED,
            grade=Grade.D,
        )
    return Reason(
        code="APPROVAL_TRIM",
        sentence="This needs: {approvers}. Taking off {trim} removes the last of them.",
        params={"approvers": names, "trim": trim},
        binding=approvers[-1],
        source=PUBLISHED,
        grade=Grade.D,
    )
