"""The page of levers: what can move at this employer, what makes packages equal, and who decides.

The owner's alone: a line of those who decide may tell how far the ask is from a colleague's pay.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from offers.case import measure_of
from offers.engine.advice import Advice
from offers.engine.gap import Closer, told
from offers.engine.lever_catalogue import Ease, Lever
from offers.engine.packages import PackageList
from offers.engine.shared import shared_item
from offers.engine.situation import EmployerType, Measure
from offers.explain import Number, Why, computed, money, money_in, why
from offers.models import Offer, Stated
from offers.payout import assumed_payout

GROUPS = {
    Ease.EASY: (
        "Movable",
        "Asked for often, and agreed without an exception. Packages are built from these.",
    ),
    Ease.HARD: ("Hard", "It moves with a good reason and a second signature."),
    Ease.FIXED: ("Fixed", "One rule for everybody here. Asking costs a round and moves nothing."),
}
# Where nothing is known of this employer's rules.
USUAL = GROUPS | {
    Ease.EASY: ("Movable", "Asked for often, and often agreed. Packages are built from these."),
    Ease.FIXED: ("Fixed", "Usually one rule for everybody. Asking costs a round and seldom moves anything."),
}
NOT_THEIRS = (
    "Neither their range nor their team is known, so this is what is usual, and no rule of this employer."
)
NAMES = {"sign_on": "a sign-on", "grant": "a grant", "leave_days": "days of leave"}
CLOSERS = {"sign_on": "As one sign-on", "grant": "As one grant", "leave_days": "As days of leave a year"}
CANNOT = "not known"


@dataclass(frozen=True, kw_only=True)
class Line:
    """One lever: who agrees, what would be evidence for it, why it stands in its group.

    Both are empty where the person found out that it does not move.
    """

    title: str
    approver: str
    evidence: str
    whys: tuple[Why, ...]


@dataclass(frozen=True, kw_only=True)
class Group:
    """The levers that move as readily as each other."""

    key: str
    title: str
    lead: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True)
class Package:
    """A base, and what stands beside it."""

    base: str
    items: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """Packages that are worth the same; `notes` say which were left out, and why there are not more."""

    key: str
    title: str
    packages: tuple[Package, ...]
    whys: tuple[Why, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Decider:
    """Somebody who has a say: what they guard, and what a request gives them to say, until it is answered."""

    title: str
    guards: Why
    says: Why | None

    @property
    def whys(self) -> tuple[Why, ...]:
        return (self.guards, self.says) if self.says else (self.guards,)


@dataclass(frozen=True, kw_only=True)
class Levers:
    """Everything of the page; `gap` is what the ask lacks to the target, None where it lacks nothing.

    `usual` is empty where something of this employer is known; `left_out` says what closes no gap here.
    Packages and gap are of the ask: once `is_answered` says that they answered it, they are left out.
    """

    is_answered: bool

    groups: tuple[Group, ...]
    usual: str
    shelves: tuple[Shelf, ...]
    gap: Number | None
    closers: tuple[Number, ...]
    left_out: str
    deciders: tuple[Decider, ...]


def levers_of(offer: Offer, advice: Advice) -> Levers:
    """The page of an offer that has this `advice` today."""
    measure, is_answered = measure_of(offer), offer.history.has_moved_on
    assumed = assumed_payout(offer)
    gap = None if is_answered else gap_of(advice, measure)
    return Levers(
        is_answered=is_answered,
        groups=tuple(groups(advice)),
        usual="" if knows_levers(advice) else NOT_THEIRS,
        shelves=() if is_answered else tuple(shelves(advice, measure, assumed)),
        gap=gap,
        closers=tuple(closer(one, measure, assumed) for one in advice.closers) if gap else (),
        left_out=left_out(offer, advice) if gap else "",
        deciders=tuple(
            Decider(
                title=one.title,
                guards=why(one.guards),
                says=None if is_answered else why(one.says, "the ask"),
            )
            for one in advice.deciders
        ),
    )


def gap_of(advice: Advice, measure: Measure) -> Number | None:
    """What is still missing with a full yes to the ask, or with the offer where base is not asked for."""
    if advice.shortfall <= 0:
        return None
    reached = "the ask" if advice.ask.amount is not None else "the offer"
    reason = computed(f"It is your target less {reached}.", "your target")
    shown = money_in(advice.shortfall, measure)
    return Number(key="gap", label=f"Missing to your target after {reached}", figure=shown, whys=(reason,))


def knows_levers(advice: Advice) -> bool:
    """Whether anything is known of how this employer sets pay: a range, a team, or a system of its own."""
    return advice.state.knows_rules or advice.state.situation.employer_type is not EmployerType.BANDED


def left_out(offer: Offer, advice: Advice) -> str:
    """What closes no gap since it does not move here; empty where all of it may."""
    there = {one.key for one in advice.closers}
    missing = [name for key, name in NAMES.items() if key not in there]
    none = "grant" not in there and offer.equity_stated == Stated.NONE
    if none:
        missing.remove(NAMES["grant"])
    said = [f"What does not move here closes no gap, so left out: {', '.join(missing)}."] if missing else []
    if none:
        said.append("They said that there is no grant, so none is counted.")
    return " ".join(said)


def groups(advice: Advice) -> Iterator[Group]:
    for ease, (title, lead) in (GROUPS if knows_levers(advice) else USUAL).items():
        lines = tuple(map(line, (one for one in advice.levers if one.ease is ease)))
        if lines:
            yield Group(key=ease.value, title=title, lead=lead, lines=lines)


def line(lever: Lever) -> Line:
    """Nobody agrees to what does not move, and no evidence is asked for it."""
    is_closed = lever.marked is False
    return Line(
        title=lever.title,
        approver="" if is_closed else lever.approver,
        evidence="" if is_closed else lever.evidence,
        whys=(why(lever.reason, "your answer" if lever.marked is not None else "what is usual"),),
    )


def shelves(advice: Advice, measure: Measure, assumed: tuple[Why, ...]) -> Iterator[Shelf]:
    """What to open with and what to fall back to; one list where base is not asked for."""
    asked = advice.ask.amount is not None
    opening = "Worth as much as the ask" if asked else "Beside the base they offer"
    yield shelf("opening", opening, advice.packages.opening, measure, assumed)
    if asked:
        title = "Worth as much as what needs no exception"
        if not advice.state.knows_rules:
            title = "Worth as much as the end of usual padding"
        yield shelf("fallback", title, advice.packages.fallback, measure, assumed)


def shelf(key: str, title: str, found: PackageList, measure: Measure, assumed: tuple[Why, ...]) -> Shelf:
    reasons = [found.fewer, *(one.reason for one in found.dropped)]
    return Shelf(
        key=key,
        title=title,
        packages=tuple(
            Package(
                base=money_in(one.base, measure),
                items=tuple(shared_item(pick).phrase(measure.currency) for pick in one.picks),
            )
            for one in found.packages
        ),
        whys=(why(found.why, "what each is worth to you"), *assumed) if found.why else (),
        notes=tuple(reason.text for reason in reasons if reason),
    )


def closer(found: Closer, measure: Measure, assumed: tuple[Why, ...]) -> Number:
    """What closes the gap alone; days are days, all else is money."""
    if found.amount is None:
        shown = CANNOT
    elif found.key == "leave_days":
        days = told(found.amount)
        shown = f"about {days} day{'' if days == 1 else 's'}"
    else:
        shown = money(told(found.amount), measure.currency)
    whys = (why(found.reason, "the gap"), *assumed)
    return Number(key=found.key, label=CLOSERS[found.key], figure=shown, whys=whys)
