"""What leaving early costs: the sign-on that stays and the grants that are lost, month by month.

kept(t) = received - owed(t), where t counts completed months of work.
"""

from dataclasses import dataclass
from decimal import Decimal

from offers.engine.compensation import Clawback, ClawbackFrom, ClawbackKind, Instalment, Package, SignOn
from offers.engine.grants import Grant, belief, claimed_tranches, last_month
from offers.engine.inputs import between
from offers.engine.money import percent, round_half_up
from offers.engine.policy import RULES, Policy
from offers.engine.reason import Reason

_NONE = Decimal(0)
_ONE = Decimal(1)
_A_MONTH = _ONE / 12


def owed_share(clawback: Clawback | None, months: int) -> Decimal:
    """The part of a sign-on owed back after `months` completed months, 0 to 1.

    A cliff owes all of it through its last month; prorated, each month takes an equal part off. Prorated over
    24 months, 18 months leave a quarter owed.
    """
    if clawback is None or months > clawback.months or not clawback.months:
        return _NONE
    if clawback.kind is ClawbackKind.CLIFF:
        return _ONE
    return Decimal(clawback.months - months) / clawback.months


def received(sign_on: SignOn, months: int) -> Decimal:
    """The instalments paid by then; each comes with the pay of its month, once that month is completed."""
    return sum((part.amount for part in sign_on.instalments if part.month <= months), _NONE)


def owed(sign_on: SignOn, months: int) -> Decimal:
    """What has to be paid back when leaving after `months` completed months."""
    return sum(
        (
            part.amount * owed_share(sign_on.clawback, months - _clock_start(part, sign_on.clawback))
            for part in sign_on.instalments
            if part.month <= months
        ),
        _NONE,
    )


def kept(sign_on: SignOn, months: int) -> Decimal:
    """What stays with the person: received less owed.

    30,000 with a prorated clawback of 24 months: 7,500 after 6 months, 22,500 after 18.
    """
    return received(sign_on, months) - owed(sign_on, months)


def _clock_start(part: Instalment, clawback: Clawback | None) -> int:
    after_payment = clawback is not None and clawback.runs_from is ClawbackFrom.PAYMENT
    return part.month if after_payment else 0


def _settled_after(sign_on: SignOn) -> int:
    """Completed months after which every instalment is paid and nothing is owed any more."""
    months = sign_on.clawback.months if sign_on.clawback else 0
    return max(
        (max(part.month, _clock_start(part, sign_on.clawback) + months) for part in sign_on.instalments),
        default=0,
    )


def expected_kept(sign_on: SignOn, attrition: Decimal) -> Decimal:
    """What stays on average when each year the share `attrition` of people leave, evenly over its months.

    Rounded to the cent, since a monthly rate is a root. A figure about many people, not about one. 30,000 at
    15% a year with a cliff of 12 months: 25,500.
    """
    between("attrition", attrition, 0, 1)
    stay = (_ONE - attrition) ** _A_MONTH
    still_there, total = _ONE, _NONE
    for month in range(1, _settled_after(sign_on) + 1):
        left_before = still_there
        still_there *= stay
        total += (left_before - still_there) * kept(sign_on, month)
    return round_half_up(total + still_there * sign_on.total)


@dataclass(frozen=True, kw_only=True)
class LeavingPoint:
    """Leaving once `month` months are completed: sign-on received, owed and kept; grants vested and lost.

    `stays` is what one has by then, the sign-on kept and what has vested. Grants are at the claimed
    figure, and once more as counted.
    """

    month: int
    received: Decimal
    owed: Decimal
    kept: Decimal
    vested: Decimal
    stays: Decimal
    lost: Decimal
    lost_valued: Decimal


@dataclass(frozen=True, kw_only=True)
class LeavingCurve:
    """One point for each completed month from 0 until nothing changes any more.

    `expected_kept` and `kept_share` (of the whole sign-on) are None without a sign-on.
    """

    points: tuple[LeavingPoint, ...]
    expected_kept: Decimal | None
    kept_share: Decimal | None
    reasons: tuple[Reason, ...]


def leaving_curve(package: Package, policy: Policy) -> LeavingCurve:
    """What leaving `package` costs in each month, with what stays of the sign-on on average."""
    sign_on = package.sign_on or SignOn(instalments=())
    last = max([_settled_after(sign_on) + 1, *(last_month(grant) for grant in package.grants)])
    vested, weighted = _vested(package.grants, last, policy)
    expected = expected_kept(sign_on, policy.attrition) if sign_on.total else None
    return LeavingCurve(
        points=tuple(
            _point(sign_on, month, (vested[month], vested[last]), (weighted[month], weighted[last]))
            for month in range(last + 1)
        ),
        expected_kept=expected,
        kept_share=None if expected is None else expected / sign_on.total,
        reasons=_reasons(sign_on, expected, vested[last], policy),
    )


def _point(
    sign_on: SignOn, month: int, vested: tuple[Decimal, Decimal], weighted: tuple[Decimal, Decimal]
) -> LeavingPoint:
    paid, back = received(sign_on, month), owed(sign_on, month)
    return LeavingPoint(
        month=month,
        received=paid,
        owed=back,
        kept=paid - back,
        vested=vested[0],
        stays=paid - back + vested[0],
        lost=vested[1] - vested[0],
        lost_valued=weighted[1] - weighted[0],
    )


def _vested(grants: tuple[Grant, ...], last: int, policy: Policy) -> tuple[list[Decimal], list[Decimal]]:
    """What has vested by each completed month, claimed and counted, running totals."""
    claimed, weighted = [_NONE] * (last + 1), [_NONE] * (last + 1)
    for grant in grants:
        believed = belief(grant, policy)
        for part in claimed_tranches(grant):
            claimed[part.month] += part.amount
            weighted[part.month] += part.amount * believed
    for month in range(1, last + 1):
        claimed[month] += claimed[month - 1]
        weighted[month] += weighted[month - 1]
    return claimed, weighted


def _reasons(
    sign_on: SignOn, expected: Decimal | None, grants: Decimal, policy: Policy
) -> tuple[Reason, ...]:
    told = []
    if expected is not None:
        told += [_clawback_terms(sign_on.clawback), _average(sign_on, expected, policy)]
        told += _repayment(sign_on.clawback)
    if grants:
        sentence = "What has not vested when you leave is lost: up to {grants} at the claimed figure."
        told.append(Reason(code="GRANTS_LOST", sentence=sentence, params={"grants": grants}))
    return tuple(told)


def _clawback_terms(clawback: Clawback | None) -> Reason:
    if clawback is None:
        asked = "No repayment clause is known; ask whether the sign-on has to be paid back, and until when."
        return Reason(code="CLAWBACK_UNKNOWN", sentence=asked)
    if not clawback.months:
        return Reason(code="CLAWBACK_NONE", sentence="The sign-on is yours from the day it is paid.")
    sentence = "Leave through month {months} and the whole sign-on is owed back."
    if clawback.kind is ClawbackKind.PRORATED:
        sentence = "Each completed month takes an equal part off what is owed, until month {months}."
    return Reason(
        code=f"CLAWBACK_{clawback.kind.name}", sentence=sentence, params={"months": clawback.months}
    )


def _average(sign_on: SignOn, expected: Decimal, policy: Policy) -> Reason:
    rule = RULES["attrition"]
    return Reason(
        code="KEPT_ON_AVERAGE",
        sentence="If {attrition} of people leave in a year, {expected} of {total} stays on average. "
        "This says nothing about you.",
        params={"attrition": percent(policy.attrition), "expected": expected, "total": sign_on.total},
        source=rule.source,
        grade=rule.grade,
    )


def _repayment(clawback: Clawback | None) -> tuple[Reason, ...]:
    if clawback is None or not clawback.months:
        return ()
    if clawback.gross is None:
        asked = "Ask whether the amount before tax or the amount you received is owed back."
        return (Reason(code="CLAWBACK_TAX_UNKNOWN", sentence=asked),)
    if clawback.gross:
        told = "The amount before tax is owed back, although you received less; the tax has to be reclaimed."
        return (Reason(code="CLAWBACK_GROSS", sentence=told),)
    return (Reason(code="CLAWBACK_NET", sentence="Only what you received after tax is owed back."),)
