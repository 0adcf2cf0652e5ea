"""The fallback ladder: what to propose next when the answer is no, each rung a real step down."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from offers.engine.bargain import Bargain
from offers.engine.items import full_reach
from offers.engine.money import round_down
from offers.engine.packages import MESO, Package, Packages, Pick
from offers.engine.policy import RULES_15, TANDEM, Policy
from offers.engine.reason import ARITHMETIC, MIDPOINTS, PRACTITIONER, Grade, Param, Reason, Source
from offers.engine.situation import Unit
from offers.engine.value import ZERO

EACH = {Unit.YEAR: "", Unit.MONTH: " a month", Unit.HOUR: " an hour"}  # What a spoken base is for.
CONTINGENT = Source(author="Malhotra & Bazerman", year=2007, title="Negotiation Genius")


@dataclass(frozen=True, kw_only=True)
class Rung:
    """One thing to propose. `say` is for the employer and knows no walk-away; `reason` is for the person.

    `value` is what the first of `packages` is worth now, in offer units; the others are worth the same.
    `range_top` is set when the ask may be said as a range from the base to it.
    """

    code: str
    packages: tuple[Package, ...]
    value: Decimal
    say: Reason
    reason: Reason
    range_top: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class DroppedRung:
    """A rung left out, and why. Private."""

    code: str
    reason: Reason


@dataclass(frozen=True, kw_only=True)
class Ladder:
    """The rungs from the ask down to the decision.

    `best` is the value of the ask with every movable item on top; `say_now` is set when that, or every rung
    before the last, is under the walk-away value. `warnings` name steps that grow.
    """

    rungs: tuple[Rung, ...]
    dropped: tuple[DroppedRung, ...]
    warnings: tuple[Reason, ...]
    best: Decimal
    say_now: Reason | None = None


def ladder(
    bargain: Bargain,
    offered: Packages,
    *,
    ground: str = "",
    sign_by: date | None = None,
    policy: Policy,
) -> Ladder:
    """R1 the ask, R2 a closing number without exception plus a sign-on, R3 fallback packages, R4 the offer
    with a review agreed in writing, R5 the decision.

    `ground` is the one reason said with the ask, as a clause ("based on ..."); `sign_by` the day the person
    can sign. A rung below Wv, or not worth less than the one before, is dropped with its reason. R5 always
    stays: accept when the offer is worth Wv or more, else decline.
    The example's team: 88,500 · 84,000 with a sign-on of 8,000 · 82,250 with 6,500 or 80,000 with more ·
    80,000 and a review · decide.
    """
    kept: list[Rung] = []
    dropped: list[DroppedRung] = []
    for tried in (
        _ask(bargain, ground, policy),
        _closing(bargain, sign_by, policy),
        _fallback(bargain, offered),
        _review(bargain, policy),
    ):
        rung = _judged(tried, kept[-1:], bargain)
        if isinstance(rung, Rung):
            kept.append(rung)
        else:
            dropped.append(rung)
    best = bargain.value(bargain.ask or bargain.offer, full_reach(bargain.items))
    return Ladder(
        rungs=(*kept, _decision(bargain)),
        dropped=tuple(dropped),
        warnings=tuple(growing(kept, bargain)),
        best=best,
        say_now=_say_now(best, kept, bargain),
    )


def closing_step(amount: Decimal, unit: Unit, policy: Policy) -> Decimal:
    """What a closing number rounds to: 1,000, or 500 under 50,000; 50 a month; 0.25 an hour."""
    if unit is Unit.HOUR:
        return policy.closing_step_hour
    if unit is Unit.MONTH:
        return policy.closing_step_month
    return policy.closing_step_low if amount < policy.closing_low_under else policy.closing_step


def _ask(bargain: Bargain, ground: str, policy: Policy) -> Rung | DroppedRung:
    if bargain.ask is None:
        return DroppedRung(code="R1", reason=_why("RUNG_NO_ASK"))
    top = bargain.ask * (1 + policy.range_width)
    limit = bargain.ceiling_exception
    ranged = top <= (limit if bargain.asked is None else min(limit, bargain.asked))
    code = f"SAY_R1{'_RANGE' if ranged else ''}{'_GROUND' if ground else ''}"
    return Rung(
        code="R1",
        packages=(_package(bargain, bargain.ask),),
        value=bargain.value(bargain.ask),
        say=_say(code, ask=bargain.ask, top=top, ground=ground),
        reason=_why("RUNG_R1_RANGE", TANDEM, Grade.C) if ranged else _why("RUNG_R1", RULES_15, Grade.D),
        range_top=top if ranged else None,
    )


def _closing(bargain: Bargain, sign_by: date | None, policy: Policy) -> Rung | DroppedRung:
    if bargain.ask is None:
        return DroppedRung(code="R2", reason=_why("RUNG_NO_ASK"))
    limit = bargain.no_exception
    base = round_down(limit, closing_step(limit, bargain.unit, policy))
    # A round number that gave the whole raise away would be no request.
    base = base if base > bargain.start else limit
    package = _package(bargain, base, _sign_on(bargain.ask - limit, bargain, policy))
    day = f"{sign_by.day} {sign_by:%B %Y}" if sign_by else ""
    return Rung(
        code="R2",
        packages=(package,),
        value=package.value,
        say=_say("SAY_R2_BY" if day else "SAY_R2", package=package.phrase, day=day),
        reason=_why("RUNG_R2" if bargain.knows_rules else "RUNG_R2_ASSUMED", PRACTITIONER, Grade.D),
    )


def _sign_on(missing: Decimal, bargain: Bargain, policy: Policy) -> tuple[Pick, ...]:
    """The sign-on beside a closing number: worth the `missing` base, within the usual limit and the cap."""
    found = [item for item in bargain.items if item.key == "sign_on"]
    if not found:
        return ()
    limit = min(policy.sign_on_cap * bargain.offer, missing * bargain.k * bargain.ga) * bargain.units_a_year
    limit = min(limit, found[0].cap)
    quantity = round_down(limit, closing_step(limit, Unit.YEAR, policy))
    worth, offered = quantity * found[0].worth, found[0].offered
    pick = Pick(key="sign_on", quantity=quantity, value=worth, offered=offered)
    return (pick,) if quantity else ()


def _fallback(bargain: Bargain, offered: Packages) -> Rung | DroppedRung:
    if bargain.ask is None:
        lower = offered.opening.packages
    else:
        lower = tuple(p for p in offered.fallback.packages if p.base < bargain.no_exception)
    if not lower:
        return DroppedRung(code="R3", reason=_why("RUNG_NO_PACKAGE"))
    phrases = {"package": lower[0].phrase, "other": lower[-1].phrase}
    return Rung(
        code="R3",
        packages=lower,
        value=lower[0].value,
        say=_say("SAY_R3" if len(lower) == 1 else "SAY_R3_TWO", **phrases),
        reason=_why("RUNG_R3", MESO, Grade.C),
    )


def _review(bargain: Bargain, policy: Policy) -> Rung:
    amount = bargain.no_exception
    params: dict[str, Param] = {
        "offer": bargain.offer,
        "each": EACH[bargain.unit],
        "months": f"{policy.agreed_review_months:f}",
    }
    # Where base is not asked for, no amount of it is named for later either.
    raised = bargain.ask is not None and amount > bargain.offer
    return Rung(
        code="R4",
        packages=(_package(bargain, bargain.offer),),
        value=bargain.value(bargain.offer),
        say=_say("SAY_R4" if raised else "SAY_R4_OPEN", amount=amount, **params),
        reason=_why("RUNG_R4", CONTINGENT, Grade.D),
    )


def _decision(bargain: Bargain) -> Rung:
    floor, value = bargain.walk_away_value, bargain.value(bargain.offer)
    end = "DECIDE" if floor is None else "ACCEPT" if value >= floor else "DECLINE"
    return Rung(
        code="R5",
        packages=(_package(bargain, bargain.offer),),
        value=value,
        say=_say(f"SAY_R5_{end}"),
        reason=_why(f"RUNG_R5_{end}"),
    )


def _judged(rung: Rung | DroppedRung, before: list[Rung], bargain: Bargain) -> Rung | DroppedRung:
    if isinstance(rung, DroppedRung):
        return rung
    if bargain.walk_away_value is not None and rung.value < bargain.walk_away_value:
        return DroppedRung(code=rung.code, reason=_why("RUNG_BELOW_WALK_AWAY"))
    if before and rung.value >= before[0].value:
        return DroppedRung(code=rung.code, reason=_why("RUNG_NOT_BELOW", before=before[0].code))
    return rung


def growing(kept: Sequence[Rung], bargain: Bargain) -> Iterator[Reason]:
    """A word on each step that is larger than the step before it; the decision is none."""
    steps = [(lower.code, upper.value - lower.value) for upper, lower in pairwise(kept)]
    for (_, before), (code, step) in pairwise(steps):
        if step > before:
            amounts = {"step": bargain.shown(step), "before": bargain.shown(before)}
            yield _why("STEP_GROWS", MIDPOINTS, Grade.C, rung=code, **amounts)


def _say_now(best: Decimal, kept: list[Rung], bargain: Bargain) -> Reason | None:
    floor = bargain.walk_away_value
    if floor is not None and best < floor:
        return _why("NO_PACKAGE_REACHES", best=bargain.shown(best), floor=bargain.shown(floor))
    return None if kept else _why("NO_RUNG_REACHES", best=bargain.shown(best))


def _package(bargain: Bargain, base: Decimal, picks: tuple[Pick, ...] = ()) -> Package:
    extra = sum((pick.value for pick in picks), ZERO)
    return Package(base=base, picks=picks, value=bargain.value(base, extra))


def _say(code: str, **params: Param) -> Reason:
    return Reason(code=code, sentence=_SENTENCES[code], params=params, source=PRACTITIONER, grade=Grade.D)


def _why(code: str, source: Source = ARITHMETIC, grade: Grade = Grade.FACT, **params: Param) -> Reason:
    return Reason(code=code, sentence=_SENTENCES[code], params=params, source=source, grade=grade)


_SENTENCES = {
    "SAY_R1": "I would like to ask for a base of {ask}.",
    "SAY_R1_GROUND": "I would like to ask for a base of {ask}, {ground}.",
    "SAY_R1_RANGE": "I would like to ask for a base between {ask} and {top}.",
    "SAY_R1_RANGE_GROUND": "I would like to ask for a base between {ask} and {top}, {ground}.",
    "SAY_R2": "If we can settle on {package}, I can sign once it is in writing.",
    "SAY_R2_BY": "If we can settle on {package}, I can sign by {day}.",
    "SAY_R3": "I understand that base is limited. What would work for me is {package}.",
    "SAY_R3_TWO": "I understand that base is limited. What would work for me is {package}, or {other}.",
    "SAY_R4": "I could start at {offer}{each} with a review after {months} months, agreed in writing now: "
    "what it looks at, and {amount}{each} when that is met.",
    "SAY_R4_OPEN": "I could start at {offer}{each} with a review after {months} months, agreed in writing "
    "now: what it looks at, and by how much base rises when that is met.",
    "SAY_R5_ACCEPT": "Thank you for looking into it. I am glad to accept once all terms are in writing.",
    "SAY_R5_DECLINE": "Thank you for the offer and for your time. I will not be joining.",
    "SAY_R5_DECIDE": "Thank you for looking into it. I will give you my answer on the offer as it stands.",
    "RUNG_R1": "Name one number and one reason; the rungs below wait for the answer.",
    "RUNG_R1_RANGE": "It may be said as a range, since its top is still defensible; never below the number.",
    "RUNG_R2": "A round number that needs no exception, and money that is paid once, is easy to approve.",
    "RUNG_R2_ASSUMED": "A round number inside usual padding, and money paid once, is easy to approve.",
    "RUNG_R3": "It needs less base. A second package worth the same lets them choose.",
    "RUNG_R4": "It costs them nothing today. It is worth the offer now; count only what is in writing.",
    "RUNG_R5_ACCEPT": "The offer as it stands reaches your walk-away value, so accept it.",
    "RUNG_R5_DECLINE": "The offer as it stands is under your walk-away value, so decline it.",
    "RUNG_R5_DECIDE": "Without a walk-away number this is for you to decide.",
    "RUNG_NO_ASK": "Base is not asked for.",
    "RUNG_NO_PACKAGE": "What may move leaves no package with less base.",
    "RUNG_BELOW_WALK_AWAY": "It is under your walk-away value.",
    "RUNG_NOT_BELOW": "It is not worth less than {before}, so it would be no step.",
    "STEP_GROWS": "{rung} gives up {step}, more than the step before it ({before}). A larger step can sound "
    "as if there were more to come, so take it only after a clear no.",
    "NO_PACKAGE_REACHES": "The best that can be reached is worth {best}, under your walk-away value of "
    "{floor}. Say so now rather than later.",
    "NO_RUNG_REACHES": "No rung reaches your walk-away value. Only the ask with everything that may move "
    "on top, worth {best}, would.",
}
