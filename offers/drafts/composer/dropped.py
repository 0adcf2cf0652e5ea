"""Sentences about what they named once and then left out or lowered: asked for first, never given away."""

from collections.abc import Sequence

from offers.drafts.composer.ground import Dropped, Ground
from offers.drafts.composer.words import LONGEST_SENTENCE, capital, lines, listed

SHORT = ("sign_on", "leave_days", "bonus_target_rate", "equity_grant")  # What a counter may name in passing.

MANY = 2  # More of them are named together; the questions have each.
NAMES = {
    "sign_on": "the sign-on",
    "leave_days": "leave",
    "bonus_target_rate": "the bonus",
    "equity_grant": "the grant",
}


def asks_back(ground: Ground) -> str:
    """Whether what they named still stands: what it was, and what they have now."""
    if not ground.drops:
        return ""
    by, place = same([one.by for one in ground.drops]), same([one.place for one in ground.drops])
    named = f"{capital(by or 'before')} you named {listed([one.said for one in ground.drops])}."
    has = f"{capital(place or 'the offer')} has {listed([one.has for one in ground.drops])}."
    one = ground.drops[0]
    single = len(ground.drops) == 1 and was(one) == "was"
    question = "Does it still stand?" if single else "Do they still stand?"
    if max(len(one.split()) for one in (named, has)) <= LONGEST_SENTENCE:
        return f"{named} {has} {question}"
    return f"{was_named(ground)} Do they still stand?\n{lines([both(one) for one in ground.drops])}"


def was_named(ground: Ground) -> str:
    """What the parts below it have in common."""
    by, place = same([one.by for one in ground.drops]), same([one.place for one in ground.drops])
    return f"These were named {by or 'before'} and are not in {place or 'the offer'} as they were named."


def to_write_in(ground: Ground) -> str:
    """In an acceptance: to be written into the contract. It offers no way to leave it out."""
    if not ground.drops:
        return ""
    if len(ground.drops) == 1:
        (one,) = ground.drops
        now = "" if one.value is None else f" {capital(one.place)} has {one.has}."
        return (
            f"{capital(one.said)} {was(one)} named {one.by} and {is_not(one)} in {one.place}.{now} "
            "Please write it into the contract as it was named."
        )
    return (
        f"{was_named(ground)} Please write them into the contract as they were named:\n"
        f"{lines([both(one) for one in ground.drops])}"
    )


def taken_as_standing(drops: Sequence[Dropped], *, aloud: bool = False) -> str:
    """What puts them back before anything else is asked for; in one sentence for all where they are many."""
    found = [one for one in drops if one.name in SHORT]
    if not found:
        return ""
    by, place = same([one.by for one in found]), same([one.place for one in found])
    if not by or not place or len(found) > (1 if aloud else MANY):
        names = listed([NAMES[one.name] for one in found])
        return f"What you named before of {names} is lower now or missing. I take it that all of it stands."
    stand, them = ("stands", "it") if found[0].name != "leave_days" and len(found) == 1 else ("stand", "them")
    taken = f"I take it that {listed([one.the for one in found])} {stand}, because you named {them} {by}."
    return taken if aloud else f"{taken} {capital(place)} does not have {them} as you named {them}."


def both(one: Dropped) -> str:
    """As it was named, with what they have now where they have less."""
    return one.said if one.value is None else f"{one.said} (now {one.has})"


def as_named(one: Dropped) -> str:
    """As it was named, and not as they have it now."""
    return one.said if one.value is None else f"{one.said}, not {one.has}"


def was(one: Dropped) -> str:
    return "were" if one.name in ("leave_days", "benefits") else "was"


def is_not(one: Dropped) -> str:
    return "are not" if one.name in ("leave_days", "benefits") else "is not"


def same(words: list[str]) -> str:
    """The words, where all are the same; empty for none."""
    return words[0] if len(set(words)) == 1 else ""
