"""Messages before the bargaining: thanks, questions, and the question for the range. None holds an amount."""

from datetime import date

from offers.drafts.composer.dropped import asks_back
from offers.drafts.composer.ground import NO_QUESTION, Ground, NothingToSayError
from offers.drafts.composer.words import asked, by_tone, day, ended, lines, once_answered, still_open, when
from offers.drafts.models import Tone
from offers.engine.situation import EmployerType

CHANGES = "If anything in it is still to change, please tell me."
ANYTHING_ELSE = "Is any part of the offer not in the letter, such as a trial period?"


def acknowledge(ground: Ground, tone: Tone) -> list[str]:
    """Thanks, what is missing, and the day of the answer. No number: that belongs in the counter."""
    offer = "the written offer for the role" if ground.in_writing else "offering me the role"
    return [
        f"Thank you for {offer} of {ground.role} at {ended(ground.company)}"
        + by_tone(
            tone,
            warm=" I was very glad to hear from you.",
            plain="",
            brief="",
        ),
        still_open(ground),
        after(pieces(ground), reads(ground, tone)),
    ]


def pieces(ground: Ground) -> str:
    """The question for what is missing; a written offer is not asked for again."""
    if ground.in_writing:
        ask = asked("Could you also send me", ground.missing) if ground.missing else ""
        return ask if len(ground.missing) > 1 else f"{ask} {CHANGES}".strip()
    if not ground.missing:
        return "Could you send me the offer in writing, with all its terms?"
    return asked("Could you send me the offer in writing, with", ground.missing)


def after(words: str, sentence: str) -> str:
    """The sentence in the same paragraph, or in one of its own below a list."""
    between = "\n\n" if "\n" in words else " "
    return f"{words}{between}{sentence}"


def reads(ground: Ground, tone: Tone) -> str:
    return by_tone(
        tone,
        warm=f"I will read it with care, and you will hear from me {when(ground)}.",
        plain=f"I will read it with care and answer {when(ground)}.",
        brief=f"I will read it and answer {when(ground)}.",
    )


def questions(ground: Ground, tone: Tone) -> list[str]:
    """One question a line for each part that nobody has named, and what follows their answers."""
    if not ground.questions and not ground.drops:
        raise NothingToSayError(NO_QUESTION)
    if ground.asked_on:
        return asks_again(ground, ground.asked_on, tone)
    offer = "the written offer" if ground.in_writing else "the offer"
    more = (ANYTHING_ELSE,) if len(ground.questions) < 3 else ()
    also = " also" if ground.drops else ""
    return [
        f"Thank you for {offer} for the role of {ended(ground.role)}"
        + by_tone(
            tone,
            warm=" I was very glad to receive it, and I have read it with care.",
            plain=" I have gone through it.",
            brief="",
        ),
        still_open(ground),
        asks_back(ground),
        f"These points are{also} open:\n{lines([*ground.questions, *more])}",
        by_tone(
            tone,
            warm="A short answer to each is enough, in a mail or on a call. ",
            plain="A short answer to each is enough. ",
            brief="A short answer to each is enough. ",
        )
        + once_answered(ground),
    ]


def asks_again(ground: Ground, asked_on: date, tone: Tone) -> list[str]:
    """What is open still, once it was asked for: it names that message and thanks in passing."""
    before = f"my message of {day(asked_on)} about the role of {ground.role}"
    points = f"These points are still open:\n{lines(ground.questions)}" if ground.questions else ""
    return [
        f"Thank you again for the offer. I am following up on {before}."
        + by_tone(tone, warm=" I am still very glad to have it.", plain="", brief=""),
        still_open(ground),
        asks_back(ground),
        points,
        f"A short answer to each is enough. {once_answered(ground)}",
    ]


def ask_range(ground: Ground, tone: Tone) -> list[str]:
    """The range of the level and where the offer lies in it, as a plain question without law or number."""
    return [
        f"Thank you for the offer for the role of {ground.role} at {ended(ground.company)}"
        + by_tone(
            tone,
            warm=" I was very glad to receive it and would like to understand it well.",
            plain="",
            brief="",
        ),
        still_open(ground),
        which_range(ground),
        by_tone(
            tone,
            warm="That would help me to read the offer as a whole. I am happy to talk if that is easier.",
            plain="That would help me to read the offer as a whole.",
            brief="That would help me to read the offer.",
        ),
    ]


def which_range(ground: Ground) -> str:
    if ground.employer_type is EmployerType.FORMULA:
        return (
            "Could you tell me how your formula sets the range for this role, and which level, location and "
            "step it was given here?"
        )
    if ground.employer_type is EmployerType.STEP_SCALE:
        return (
            "Could you tell me which steps the scale has for this grade, and at which of them you have "
            "placed me?"
        )
    if ground.stated_range:
        return (
            "You have stated a range for this role. Could you tell me where in it the offer lies, and what "
            "decides where a person is placed?"
        )
    return (
        "Could you tell me which pay range belongs to the level of the role, and where in it the offer lies?"
    )
