"""Messages that end it: the acceptance with every agreed term, and the refusal."""

from offers.drafts.composer.dropped import to_write_in
from offers.drafts.composer.ground import NO_BASE, Ground, NothingToSayError
from offers.drafts.composer.words import by_tone, ended, lines
from offers.drafts.models import Tone


def accept(ground: Ground, tone: Tone) -> list[str]:
    """A clear yes that hangs on the written contract, every term as agreed, and what is promised besides."""
    if not ground.has_base:
        raise NothingToSayError(NO_BASE)
    thanks = by_tone(
        tone,
        warm="Thank you for the offer, and for the time that you have taken for it. I am very glad.",
        plain="Thank you for the offer and for your work on it.",
        brief="Thank you for the offer.",
    )
    return [
        f"{thanks} I accept the role of {ground.role} at {ground.company}, subject to a written contract "
        "with the "
        "terms below.",
        f"These are the terms as I understand them:\n{lines(ground.agreed)}",
        to_write_in(ground),
        promised(ground),
        by_tone(
            tone,
            warm="Please send me the contract with these terms, and tell me if one of them is not as you "
            "understand it. I will return it signed within a few days of having it. I look forward to "
            "working "
            "with the team.",
            plain="Please send me the contract with these terms, and tell me if one of them is not as you "
            "understand it. I will return it signed within a few days of having it.",
            brief="Please send me the contract with these terms, and tell me if one of them is not as you "
            "understand it.",
        ),
    ]


def promised(ground: Ground) -> str:
    if not ground.promises:
        return ""
    return (
        "This was promised to me and is not in writing yet. Please write it into the contract:\n"
        f"{lines(ground.promises)}"
    )


def decline(ground: Ground, tone: Tone) -> list[str]:
    """Thanks, a clear no without a comparison, and an open door."""
    thanks = f"Thank you for offering me the role of {ground.role} at {ground.company}"
    return [
        by_tone(
            tone,
            warm=f"{ended(thanks)} I appreciate the time and the trust that you and your team gave me.",
            plain=f"{thanks}, and for the time that you and your team gave me.",
            brief=f"{thanks}, and for your time.",
        ),
        by_tone(
            tone,
            warm="I have thought about it carefully and decided not to accept, so I will not be joining you.",
            plain="I have thought about it carefully and decided not to accept. I will not be joining you.",
            brief="I have decided not to accept, so I will not be joining you.",
        ),
        by_tone(
            tone,
            warm="I enjoyed learning about your work, and I would be glad to talk again in the future. I "
            "wish you "
            "and the team all the best.",
            plain="I enjoyed learning about your work, and I would be glad to talk again in the future.",
            brief="I enjoyed learning about your work, and would be glad to talk again in the future.",
        ),
    ]
