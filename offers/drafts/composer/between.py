"""Messages while one waits: the follow-up, and the request for more time."""

from offers.drafts.composer.dropped import as_named
from offers.drafts.composer.ground import NO_DEADLINE, NO_MESSAGE, Ground, NothingToSayError
from offers.drafts.composer.words import by_tone, day, ended, lines, listed, still_open
from offers.drafts.models import Tone

FEW = 2


def follow_up(ground: Ground, tone: Tone) -> list[str]:
    """What it follows, and one question."""
    if ground.wrote_on is None and ground.passed is None and not confirms(ground):
        raise NothingToSayError(NO_MESSAGE)
    before = f"my message of {day(ground.wrote_on)}" if ground.wrote_on else "your offer"
    follows = f"I am following up on {before} about the role of {ground.role} at {ended(ground.company)}"
    if ground.passed:
        return [follows, f"{still_open(ground)} {interested(tone)}"]
    if confirms(ground):
        return [follows, f"{interested(tone)} {confirms(ground)}"]
    return [follows, f"{interested(tone)} Is there anything that you need from me to take it further?"]


def confirms(ground: Ground) -> str:
    """Once their final package is there: what is still to be had in writing before an answer."""
    parts = [*ground.aloud, *map(as_named, ground.drops), *ground.promises]
    if not ground.is_final or not parts:
        return ""
    return f"Could you confirm this in writing?\n{lines(parts)}"


def interested(tone: Tone) -> str:
    return by_tone(
        tone,
        warm="I am still excited about the work, and I look forward to hearing from you.",
        plain="I am still very interested in the role.",
        brief="I am still interested.",
    )


def extension(ground: Ground, tone: Tone) -> list[str]:
    """One named day, the reason for it, and a clear answer by then."""
    if ground.deadline is None or ground.later is None:
        raise NothingToSayError(NO_DEADLINE)
    asks = (
        f"You asked for my answer by {day(ground.deadline)}. Could I give it to you by {day(ground.later)}?"
    )
    if ground.passed:
        asks = f"{still_open(ground)} If so, could I give you my answer by {day(ground.later)}?"
    return [
        f"Thank you for the offer for the role of {ended(ground.role)} "
        + by_tone(
            tone,
            warm=f"I am excited about it, and I would like to give {ground.company} a firm answer.",
            plain="I am glad to have it.",
            brief="I am glad to have it.",
        ),
        f"{asks} {'I know that this is long. ' if ground.is_long else ''}{why(ground)}",
        by_tone(
            tone,
            warm="You will have a clear answer by then. The paperwork need not wait for it.",
            plain="You will have a clear answer by then. The paperwork need not wait for it.",
            brief="The paperwork need not wait for it.",
        ),
    ]


def why(ground: Ground) -> str:
    """Another answer that is expected, parts that are missing, or the reading of the whole."""
    if ground.other_on:
        return (
            f"I expect another employer's answer by {day(ground.other_on)}. I would like to wait for it, so "
            "that I can weigh both."
        )
    if ground.missing:
        open_parts = listed(ground.missing[:FEW])
        return f"Some parts are still open, among them {open_parts}. I want to read all of it with care."
    return "I want to read the whole offer with care, so that my answer is a firm one."
