"""The first text of a draft: blocks chosen by plain rules from what may be said.

What comes in holds no walk-away and no pay of colleagues, so nothing of them can come out. The tone decides
how a thing is said, never what is asked for and no number.
"""

import re

from offers.drafts.composer import bargaining, before, between, closing, ending, phone
from offers.drafts.composer.ground import Ground
from offers.drafts.composer.words import GAP
from offers.drafts.models import Tone
from offers.engine.draft import Kind

__all__ = ["GAP", "as_name", "compose", "subject"]


def compose(kind: Kind, ground: Ground, tone: Tone = Tone.PLAIN, *, preferred: bool = False) -> str:
    """The text of a message. `preferred` lets it say that they are the first choice.

    Raises NothingToSayError, with the reason, for a message that has nothing to say.
    """
    parts = [block.strip() for block in blocks(kind, ground, tone, preferred=preferred)]
    said = [part for part in parts if part]
    return "\n\n".join(said if kind is Kind.PHONE else ["Hello,", *said, "Kind regards"])


def blocks(kind: Kind, ground: Ground, tone: Tone, *, preferred: bool) -> list[str]:
    if kind is Kind.COUNTER:
        return bargaining.counter(ground, tone, preferred=preferred)
    if kind is Kind.PHONE:
        return phone.phone(ground, tone, preferred=preferred)
    if kind is Kind.COMPETING:
        return closing.competing(ground, tone, preferred=preferred)
    return PLAIN[kind](ground, tone)


PLAIN = {
    Kind.ACKNOWLEDGE: before.acknowledge,
    Kind.QUESTIONS: before.questions,
    Kind.ASK_RANGE: before.ask_range,
    Kind.FALLBACK: closing.fallback,
    Kind.FOLLOW_UP: between.follow_up,
    Kind.EXTENSION: between.extension,
    Kind.ACCEPT: ending.accept,
    Kind.DECLINE: ending.decline,
}


def subject(role: str) -> str:
    """The subject line of a message about an offer; it names no number, since lists of mail show it."""
    return f"Your offer for the role of {' '.join(role.split())}"


BRACKETS = str.maketrans("[]", "()")


def as_name(text: str) -> str:
    """A name as a sentence can hold it: on one line, without the brackets that mark a gap."""
    return re.sub(r"\s+", " ", text).translate(BRACKETS).strip()
