"""What is said on the phone: the counter, and once they have answered it the fallback."""

from offers.drafts.composer.bargaining import REVIEW, basis_of, named, opening_items, second_way
from offers.drafts.composer.closing import proposed
from offers.drafts.composer.dropped import taken_as_standing
from offers.drafts.composer.ground import Ground, Step
from offers.drafts.composer.words import SETTLED, by_tone, level_reason, paid, reason, still_open
from offers.drafts.models import Tone
from offers.engine.shared import SharedBasis


def phone(ground: Ground, tone: Tone, *, preferred: bool) -> list[str]:
    """The request in short sentences to be said aloud, one a line; a note to oneself is in brackets.

    Before they have answered it is the counter, afterwards the fallback: the first number is not asked again.
    """
    basis = basis_of(ground)
    hello = by_tone(
        tone,
        warm="Hello, it is good to speak to you. Do you have five minutes for the offer?",
        plain="Hello, do you have five minutes for the offer?",
        brief="Hello, I am calling about the offer.",
    )
    glad = f"Thank you for the offer for the role of {ground.role}. " + by_tone(
        tone,
        warm="I am glad to have it, and I would like to join you.",
        plain="I am glad to have it.",
        brief="I am glad to have it.",
    )
    return [
        f"{hello}\n{glad}{' You are my first choice.' if preferred else ''}",
        still_open(ground),
        taken_as_standing(ground, aloud=True),
        *spoken_request(ground, basis),
        "(Wait for the answer. Say nothing until it comes.)",
        f"(If the answer is no:)\n{second_spoken(ground, basis)}",
        by_tone(
            tone,
            warm="What would you need from me to take this further?",
            plain="What would you need from me to take this further?",
            brief="Could you take this further?",
        )
        + "\nWhen can we speak again?\nCould you send me your answer in writing?",
    ]


def spoken_request(ground: Ground, basis: SharedBasis) -> list[str]:
    """One request with both reasons, each sentence on a line of its own."""
    if ground.answered is not None and ground.settle:
        return [spoken_settlement(ground, basis, ground.settle)]
    note = [named(ground).strip()] if ground.number_named else []
    if basis.ask:
        ask = f"{reason(ground, basis)}, I would like to ask for a base of {paid(basis.ask, basis)}."
        return ["\n".join([*note, "I have one request, on the base.", ask, SETTLED])]
    items = opening_items(basis)
    stays = f"The base can stay at {paid(basis.offer, basis)}."
    what = items or "something else that may move, such as the start"
    return ["\n".join([*note, stays, f"{level_reason(ground)}, I would like to ask for {what}.", SETTLED])]


def spoken_settlement(ground: Ground, basis: SharedBasis, step: Step) -> str:
    """What would settle it, with both reasons. What they can do is not said again: they have just said it."""
    works = f"{reason(ground, basis)}, this would work for me: {proposed(step, basis)}"
    return f"Thank you for looking into my request.\n{works}\n{SETTLED}"


def second_spoken(ground: Ground, basis: SharedBasis) -> str:
    if ground.answered is not None and ground.settle:
        return "What would be possible instead?"
    return second_way(ground, basis) if basis.ask else REVIEW
