"""The fallback ladder: what to propose next when the answer is no, rung by rung."""

from collections.abc import Mapping
from dataclasses import replace

from offers.case import measure_of
from offers.drafts.record import Record
from offers.engine.advice import Advice
from offers.engine.ladder import DroppedRung, Rung, growing
from offers.engine.packages import Package
from offers.engine.reason import TYPED, Reason
from offers.engine.shared import shared_item
from offers.engine.situation import Measure
from offers.explain import money_in, why
from offers.replies.after import steps_after
from offers.replies.steps import DROPPED, OWN, Left, Step, Steps, Warned

TITLES = {
    "R1": "The ask",
    "R2": "A closing number",
    "R3": "Less base, more of the rest",
    "R4": "Their offer with a review",
    "R5": "The decision",
}
NO_BASE = TITLES | {"R3": "Other things instead of base"}
OPEN_REVIEW = (
    "I could start at {offer}{each} with a review after {months} months, agreed in writing now: what it "
    "looks at, and by how much base rises when that is met."
)
HELD_BACK = "The amount is one that you keep to yourself, or very near it; the sentence leaves it out."
NOT_SAID = Reason(
    code="RUNG_NOT_SAID",
    sentence="To propose it you would name an amount that you keep to yourself, or one very near it.",
    source=TYPED,
)


def steps_of(record: Record, advice: Advice) -> Steps:
    """The whole ladder before they have answered, and what is left of it after."""
    if record.offer.history.has_moved_on:
        return steps_after(record, advice)
    ladder = advice.ladder
    titles = NO_BASE if advice.ask.amount is None else TITLES
    kept = [rung for rung in ladder.rungs if sentence(rung.say, record)]
    silent = [DroppedRung(code=rung.code, reason=NOT_SAID) for rung in ladder.rungs if rung not in kept]
    said = (*growing(kept[:-1], advice.bargain), *((ladder.say_now,) if ladder.say_now else ()))
    return Steps(
        kept=tuple(step(rung, titles[rung.code], record) for rung in kept),
        left=tuple(left_out(rung, titles) for rung in (*silent, *ladder.dropped)),
        warnings=tuple(Warned(whys=(why(named(reason, titles), OWN),)) for reason in said),
    )


def named(reason: Reason, titles: Mapping[str, str]) -> Reason:
    """The reason with each rung by its title, not by its code."""
    told = {key: f"“{titles[str(value)]}”" for key, value in reason.params.items() if value in titles}
    return replace(reason, params={**reason.params, **told})


def step(rung: Rung, title: str, record: Record) -> Step:
    said = with_rest(rung.say, record.rest) if rung.code == "R1" else rung.say
    say = sentence(said, record) or said
    picks = (pick for package in rung.packages for pick in package.picks)
    new = record.is_new(tuple(map(shared_item, picks)))
    return Step(
        title=title,
        proposes=tuple(proposed(package, measure_of(record.offer)) for package in rung.packages),
        say=say.text,
        note=DROPPED if not new else "" if say is said else HELD_BACK,
        whys=(why(rung.reason, OWN), why(say, OWN)),
        is_fallback=record.is_fallback(rung),
    )


def with_rest(say: Reason, rest: str) -> Reason:
    """The ask with what was proposed together with it."""
    if not rest:
        return say
    whole = say.sentence.replace("{ask}", "{ask} with {rest}")
    return replace(say, sentence=whole, params={**say.params, "rest": rest})


def sentence(say: Reason, record: Record) -> Reason | None:
    """What to say; None where every way to say it would give something away."""
    if record.may_say(say.text):
        return say
    if "months" in say.params:
        # What is left is their own offer, which they know.
        return replace(say, code="SAY_R4_OPEN", sentence=OPEN_REVIEW)
    return None


def proposed(package: Package, measure: Measure) -> str:
    """The package with its currency: "USD 84,000 with a sign-on of 8,000"."""
    base = money_in(package.base, measure)
    _, items, rest = package.phrase.partition(" with ")
    return f"{base}{items}{rest}"


def left_out(rung: DroppedRung, titles: Mapping[str, str]) -> Left:
    return Left(title=titles[rung.code], whys=(why(named(rung.reason, titles), OWN),))
