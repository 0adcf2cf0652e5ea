"""What is said on the phone: the counter, and once they have answered one more step and the fallback."""

from datetime import date

from offers.drafts.composer.bargaining import (
    ARGUED,
    REVIEW,
    asked,
    basis_of,
    named,
    opening_items,
    second_way,
)
from offers.drafts.composer.closing import proposed
from offers.drafts.composer.dropped import taken_as_standing
from offers.drafts.composer.ground import Ground
from offers.drafts.composer.words import (
    SETTLED,
    by_tone,
    capital,
    day,
    ended,
    level_reason,
    limit,
    looked_into,
    paid,
    reason,
    still_open,
)
from offers.drafts.models import Tone
from offers.engine.shared import SharedBasis

ANYTHING = "What would be possible instead?"  # Said last, once they have answered.


def phone(ground: Ground, tone: Tone, *, preferred: bool) -> list[str]:
    """The request in short sentences to be said aloud, one a line; a note to oneself is in brackets.

    The first number is not asked again once they have answered it.
    """
    basis = basis_of(ground)
    hello = by_tone(
        tone,
        warm="Hello, it is good to speak to you. Do you have five minutes for the offer?",
        plain="Hello, do you have five minutes for the offer?",
        brief="Hello, I am calling about the offer.",
    )
    return [
        f"{hello}\n{thanks(ground, tone)}{' You are my first choice.' if preferred else ''}",
        still_open(ground),
        taken_as_standing(ground.drops, aloud=True),
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


def thanks(ground: Ground, tone: Tone) -> str:
    """For their answer, once there is one, else for the offer."""
    if ground.answered is not None:
        return looked_into(ground, tone)
    return f"Thank you for the offer for the role of {ended(ground.role)} " + by_tone(
        tone,
        warm="I am glad to have it, and I would like to join you.",
        plain="I am glad to have it.",
        brief="I am glad to have it.",
    )


def spoken_request(ground: Ground, basis: SharedBasis, sent_on: date | None = None) -> list[str]:
    """One request with both reasons, each sentence on a line of its own; one that was sent is no new one."""
    argued = () if basis.ask else ARGUED.get(ground.employer_type, ())
    ends = () if argued else (SETTLED,)  # An argument and a request are as much as can be said in a row.
    if ground.answered is not None and (basis.ask or opening_items(basis) or ground.settle):
        cut = [limit(ground, basis)] if ground.cut_from is not None else []
        return ["\n".join([*cut, *argued, next_request(ground, basis), *ends])]
    note = [named(ground).strip()] if ground.number_named else []
    if basis.ask:
        ask = f"{reason(ground, basis)}, I would like to ask for {asked(ground, basis)}."
        sent = f"It is about the request that I sent you on {day(sent_on)}." if sent_on else ""
        return ["\n".join([*note, sent or "I have one request, on the base.", ask, SETTLED])]
    return ["\n".join([*note, *argued, *beside_base(ground, basis, is_argued=bool(argued)), *ends])]


def beside_base(ground: Ground, basis: SharedBasis, *, is_argued: bool) -> list[str]:
    """The request where base is not asked for; an argument about base says of it what there is to say."""
    items, base = opening_items(basis), paid(ground.cut_from or ground.answered or basis.offer, basis)
    stays = f"It stays at {base}." if is_argued else f"The base can stay at {base}."
    what = items or "something else that may move, such as the start"
    asked = f"{level_reason(ground)}, I would like to ask for {what}."
    return [asked] if is_argued and items else [stays, asked]


def next_request(ground: Ground, basis: SharedBasis) -> str:
    """What is left to ask after an answer. What they can do is not said again: they have just said it."""
    if basis.ask:
        return f"{reason(ground, basis)}, could we settle at {asked(ground, basis)}?"
    if items := opening_items(basis):
        return f"{level_reason(ground)}, I would like to ask for {items}."
    return f"{reason(ground, basis)}, {would_work(ground, basis)}"


def would_work(ground: Ground, basis: SharedBasis) -> str:
    return f"this would work for me: {proposed(ground.settle, basis)}" if ground.settle else ""


def second_spoken(ground: Ground, basis: SharedBasis) -> str:
    """The second way before an answer; after it what could be agreed on, and at last a question."""
    if ground.answered is None:
        return second_way(ground, basis, aloud=True) if basis.ask else REVIEW
    if not ground.settle or settles_first(ground, basis):
        return ANYTHING
    return capital(f"{would_work(ground, basis)}\n{ANYTHING}")


def settles_first(ground: Ground, basis: SharedBasis) -> bool:
    """Whether their answer leaves nothing to ask for before what could be agreed on."""
    return ground.answered is not None and not (basis.ask or opening_items(basis))
