"""The fallback ladder: what to propose next when the answer is no, rung by rung."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from offers.case import measure_of
from offers.drafts.record import Record
from offers.engine.advice import Advice
from offers.engine.ladder import DroppedRung, Rung
from offers.engine.packages import Package
from offers.engine.reason import TYPED, Reason
from offers.engine.shared import shared_item
from offers.engine.situation import Measure
from offers.engine.stage_scripts import assumed
from offers.explain import Why, money_in, why

TITLES = {
    "R1": "The ask",
    "R2": "A closing number",
    "R3": "Less base, more of the rest",
    "R4": "Their offer with a review",
    "R5": "The decision",
}
ON_OFFER = ("R4", "R5")
PASSED = Reason(
    code="RUNG_PASSED", sentence="They have answered with more base than this.", source=TYPED, binding="offer"
)
STANDS = Reason(
    code="RUNG_ANSWERED",
    sentence="What they answered is what stands now: hold it against the lines below, at which to stop.",
    source=TYPED,
    binding="offer",
)
DECIDE = assumed(
    "SAY_ANSWERED", "Thank you for looking into it. I will give you my answer on the offer as it stands."
)
NO_BASE = TITLES | {"R3": "Other things instead of base"}
OWN = "your own numbers"
OPEN_REVIEW = (
    "I could start at {offer} with a review after {months} months, agreed in writing now: what it looks at, "
    "and by how much base rises when that is met."
)
HELD_BACK = "The amount is one that you keep to yourself, or very near it; the sentence leaves it out."
DROPPED = "They named a part of this before and left it out since: ask first whether that still stands."
NOT_SAID = "An amount here is one that you keep to yourself, or very near it: do not name it."


@dataclass(frozen=True, kw_only=True)
class Step:
    """One rung: what it proposes, the sentence to say ("" where it would give something away), and why."""

    title: str
    proposes: tuple[str, ...]
    say: str
    note: str
    whys: tuple[Why, ...]


@dataclass(frozen=True, kw_only=True)
class Left:
    """A rung that is left out, and why."""

    title: str
    whys: tuple[Why, ...]


@dataclass(frozen=True, kw_only=True)
class Warned:
    """A step that grows, or that nothing reaches what is needed. For the person alone."""

    whys: tuple[Why, ...]


@dataclass(frozen=True, kw_only=True)
class Steps:
    """The whole ladder."""

    kept: tuple[Step, ...]
    left: tuple[Left, ...]
    warnings: tuple[Warned, ...]


def steps_of(record: Record, advice: Advice) -> Steps:
    ladder, answered = advice.ladder, record.answered
    rungs = [risen(rung, answered) for rung in ladder.rungs]
    passed = [rung.code for rung in rungs if is_passed(rung, answered)]
    said = (*ladder.warnings, *((ladder.say_now,) if ladder.say_now else ()))
    titles = NO_BASE if advice.ask.amount is None else TITLES
    return Steps(
        kept=tuple(step(rung, titles[rung.code], record) for rung in rungs if rung.code not in passed),
        left=(
            *(left_out(rung, titles) for rung in ladder.dropped),
            *(Left(title=titles[code], whys=(why(PASSED, OWN),)) for code in passed),
        ),
        warnings=tuple(Warned(whys=(why(named(reason, titles), OWN),)) for reason in said),
    )


def risen(rung: Rung, answered: Decimal | None) -> Rung:
    """A rung that rests on their offer, at the base that they have answered with since."""
    if answered is None or rung.code not in ON_OFFER:
        return rung
    packages = tuple(replace(package, base=answered) for package in rung.packages)
    if rung.code == "R5":
        return replace(rung, packages=packages, say=DECIDE, reason=STANDS)
    return replace(
        rung, packages=packages, say=replace(rung.say, params={**rung.say.params, "offer": answered})
    )


def is_passed(rung: Rung, answered: Decimal | None) -> bool:
    """Whether they have answered with more base than it proposes."""
    return answered is not None and all(package.base < answered for package in rung.packages)


def named(reason: Reason, titles: Mapping[str, str]) -> Reason:
    """The reason with each rung by its title, not by its code."""
    told = {key: f"“{titles[str(value)]}”" for key, value in reason.params.items() if value in titles}
    return replace(reason, params={**reason.params, **told})


def step(rung: Rung, title: str, record: Record) -> Step:
    say, note = sentence(rung, record)
    reasons = (rung.reason, *((say,) if say else ()))
    picks = (pick for package in rung.packages for pick in package.picks)
    new = record.is_new(tuple(map(shared_item, picks)))
    return Step(
        title=title,
        proposes=tuple(proposed(package, measure_of(record.offer)) for package in rung.packages),
        say=say.text if say else "",
        note=note if new else DROPPED,
        whys=tuple(why(reason, OWN) for reason in reasons),
    )


def sentence(rung: Rung, record: Record) -> tuple[Reason | None, str]:
    """What to say, and what the person should know about it; no sentence where it would give away."""
    if record.may_say(rung.say.text):
        return rung.say, ""
    if "months" in rung.say.params:
        # What is left is their own offer, which they know.
        return replace(rung.say, code="SAY_R4_OPEN", sentence=OPEN_REVIEW), HELD_BACK
    return None, NOT_SAID


def proposed(package: Package, measure: Measure) -> str:
    """The package with its currency: "USD 84,000 with a sign-on of 8,000"."""
    base = money_in(package.base, measure)
    _, items, rest = package.phrase.partition(" with ")
    return f"{base}{items}{rest}"


def left_out(rung: DroppedRung, titles: Mapping[str, str]) -> Left:
    return Left(title=titles[rung.code], whys=(why(named(rung.reason, titles), OWN),))
