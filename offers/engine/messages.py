"""What each kind of message must contain, must not contain, and how long it usually is."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from offers.engine import message_parts as parts
from offers.engine import message_rules as rules
from offers.engine.draft import Kind
from offers.engine.policy import EXTENSIONS, RULES_15
from offers.engine.reason import ASSUMPTION, PRACTITIONER, Grade, Source
from offers.engine.tone_finding import Finding, Remark, Severity
from offers.engine.tone_patterns import remark
from offers.engine.tone_reading import Reading
from offers.engine.tone_sources import TWO_PART

Rule = Callable[[Reading], Iterator[Finding]]


@dataclass(frozen=True, kw_only=True)
class Part:
    """Something a message must contain or must not, and the remark when it does not keep to that."""

    pattern: re.Pattern[str]
    remark: Remark


@dataclass(frozen=True, kw_only=True)
class Message:
    """The requirements of one kind. `words` are the usual number; no upper one means the policy's limit.

    `stricter` are codes of other checks that weigh more in this kind than elsewhere.
    """

    words: tuple[int, int | None]
    needs: tuple[Part, ...]
    avoids: tuple[Part, ...] = ()
    rules: tuple[Rule, ...] = ()
    stricter: Mapping[str, Severity] = field(default_factory=dict)


def _part(
    code: str,
    pattern: re.Pattern[str],
    why: str,
    rewrite: str,
    *,
    severity: Severity = Severity.FIX,
    source: Source = ASSUMPTION,
    grade: Grade = Grade.E,
) -> Part:
    return Part(pattern=pattern, remark=remark(code, severity, why, rewrite, source, grade))


THANKS = _part("NEEDS_THANKS", parts.THANKS, "There is no thanks.", "Thank you for putting this together.")
THANKS_TIP = replace(THANKS, remark=replace(THANKS.remark, severity=Severity.TIP))
ENTHUSIASM = _part(
    "N4",
    parts.ENTHUSIASM,
    "Nothing says that you want the role; they should see that they can win you.",
    "I am excited about the role and the team.",
    severity=Severity.TIP,
    source=RULES_15,
    grade=Grade.D,
)
FALLBACK = _part(
    "N3",
    parts.FALLBACK,
    "There is no second way; a fallback gives the recruiter another road to a yes.",
    "If the base is fixed, a sign-on bonus or extra leave would help as well.",
    source=PRACTITIONER,
    grade=Grade.D,
)
NEXT = _part(
    "N5",
    parts.NEXT,
    "There is no question and no next step, so nobody has to answer.",
    "Could you take this to the compensation team?",
    severity=Severity.TIP,
    source=PRACTITIONER,
    grade=Grade.D,
)
QUESTION = _part("NEEDS_QUESTION", parts.QUESTION, "Nothing is asked.", "Could you tell me …?")
NOT_NEGOTIATION = _part(
    "NOT_NEGOTIATION",
    parts.NEGOTIATION,
    "This message is not the place to bargain; the written offer comes first.",
    "Keep it for the counter.",
    source=PRACTITIONER,
    grade=Grade.D,
)
NOT_ASK = _part(
    "NOT_NEW_ASK",
    parts.NEW_ASK,
    "A new request in this message reopens what was closed.",
    "Leave it out; once the yes is given, the terms are the ones agreed.",
)

ACKNOWLEDGE = Message(
    words=(40, 80),
    needs=(
        THANKS,
        _part(
            "NEEDS_REVIEW",
            parts.REVIEWS,
            "It does not say that you will read the written offer first.",
            "I will review the written offer with care.",
            source=PRACTITIONER,
            grade=Grade.D,
        ),
        _part(
            "NEEDS_DATE", parts.DATED, "There is no date for your answer.", "You will hear from me by Friday."
        ),
        _part(
            "NEEDS_MISSING_PIECES",
            parts.MISSING_PIECE,
            "It asks for nothing that is still missing.",
            "Could you add the level, the bonus terms and the deadline?",
            source=PRACTITIONER,
            grade=Grade.D,
        ),
    ),
    avoids=(NOT_NEGOTIATION,),
    rules=(rules.thanks_once, rules.no_amount_yet),
)
QUESTIONS = Message(
    words=(60, 150),
    needs=(THANKS_TIP,),
    avoids=(NOT_NEGOTIATION,),
    rules=(rules.two_questions,),
)
ASK_RANGE = Message(
    words=(30, 80),
    needs=(
        _part(
            "NEEDS_RANGE",
            parts.RANGE,
            "It does not ask for the range.",
            "Could you share the pay range for this level?",
        ),
        QUESTION,
        THANKS_TIP,
    ),
    rules=(rules.no_amount_yet,),
)
COUNTER = Message(
    words=(80, None),
    needs=(
        ENTHUSIASM,
        FALLBACK,
        NEXT,
        _part(
            "NEEDS_TEAM_REASON",
            parts.TEAM_REASON,
            "The reason speaks of the market only; a reason that also serves the team was taken better.",
            "I raise it now because I want to start with this settled and give the team my full attention.",
            severity=Severity.TIP,
            source=TWO_PART,
            grade=Grade.C,
        ),
    ),
    rules=(rules.amount_given, rules.reason_near, rules.thanks_in_counter, rules.asks),
)
FALLBACK_MESSAGE = Message(
    words=(60, 150),
    needs=(
        _part(
            "NEEDS_CONSTRAINT",
            parts.CONSTRAINT,
            "It does not take up the limit that they named.",
            "I understand that the base is at the limit of the band.",
            source=PRACTITIONER,
            grade=Grade.D,
        ),
        _part(
            "NEEDS_PACKAGE",
            parts.OTHER_ITEM,
            "It offers no other way than base.",
            "A sign-on bonus or extra leave would close the difference.",
            source=PRACTITIONER,
            grade=Grade.D,
        ),
    ),
    rules=(rules.closing, rules.settled_terms, rules.asks),
)
COMPETING = Message(
    words=(50, 120),
    needs=(
        _part(
            "NEEDS_STAGE",
            parts.OTHER_STAGE,
            "It does not say how far the other process has come.",
            "I am in final conversations elsewhere.",
            source=PRACTITIONER,
            grade=Grade.D,
        ),
        _part(
            "NEEDS_DATE",
            parts.DATED,
            "The other process has no date here.",
            "I expect their answer by 17 March.",
        ),
        _part(
            "NEEDS_DIFFERENCE",
            parts.DIFFERENCE,
            "It does not name the one term that differs.",
            "Their range is slightly higher.",
            source=PRACTITIONER,
            grade=Grade.D,
        ),
        _part(
            "NEEDS_SETTLING",
            parts.SETTLES,
            "It does not say what would settle it.",
            "With that, I could sign this week.",
        ),
    ),
    stricter={"C1": Severity.FIX, "H3": Severity.FIX},
)
FOLLOW_UP = Message(
    words=(25, 70),
    needs=(
        _part(
            "NEEDS_REFERENCE",
            parts.REFERENCE,
            "It does not say what it follows.",
            "I am following up on my message of 4 March.",
        ),
        QUESTION,
    ),
    avoids=(NOT_ASK,),
)
EXTENSION = Message(
    words=(40, 100),
    needs=(
        ENTHUSIASM,
        _part(
            "NEEDS_DATE",
            parts.DATED,
            "There is no new date.",
            "Could I answer by Thursday 19 March?",
            source=EXTENSIONS,
            grade=Grade.D,
        ),
        _part(
            "NEEDS_WHY",
            parts.WHY,
            "There is no reason for the extra days.",
            "I want to read the contract with care.",
            source=EXTENSIONS,
            grade=Grade.D,
        ),
        THANKS,
        _part(
            "NEEDS_NO_DELAY",
            parts.NO_DELAY,
            "It does not say that other work goes on.",
            "This need not delay the paperwork.",
        ),
    ),
    avoids=(
        _part(
            "NOT_OPEN_ENDED",
            parts.OPEN_ENDED,
            "This asks for time without an end.",
            "Name one date, three to five business days later.",
            source=EXTENSIONS,
            grade=Grade.D,
        ),
    ),
)
ACCEPT = Message(
    words=(80, None),
    needs=(
        _part("NEEDS_ACCEPTANCE", parts.ACCEPTS, "It does not say that you accept.", "I accept the offer."),
        _part(
            "NEEDS_CONDITION",
            parts.CONTRACT,
            "It does not hang on the written contract.",
            "This stands subject to the written contract.",
        ),
        THANKS,
        NEXT,
    ),
    avoids=(NOT_ASK,),
    rules=(rules.agreed_terms,),
)
DECLINE = Message(
    words=(40, 120),
    needs=(
        THANKS,
        _part(
            "NEEDS_NO", parts.DECLINES, "It does not say clearly that you decline.", "I will not be joining."
        ),
        _part("NEEDS_OPEN_DOOR", parts.DOOR_OPEN, "It closes the door.", "I hope our paths cross again."),
    ),
    avoids=(
        _part(
            "NOT_COMPARISON",
            parts.COMPARISON,
            "A comparison with another employer helps nobody now.",
            "Leave it out; one neutral reason, or none.",
        ),
    ),
)
PHONE = Message(
    words=(60, 180),
    needs=(
        ENTHUSIASM,
        FALLBACK,
        NEXT,
        _part(
            "NEEDS_WRITING",
            parts.IN_WRITING,
            "It does not ask to have the answer in writing.",
            "Could you send me that in writing?",
            severity=Severity.TIP,
        ),
    ),
    rules=(rules.amount_given, rules.reason_near),
)
MESSAGES: Mapping[Kind, Message] = {
    Kind.ACKNOWLEDGE: ACKNOWLEDGE,
    Kind.QUESTIONS: QUESTIONS,
    Kind.ASK_RANGE: ASK_RANGE,
    Kind.COUNTER: COUNTER,
    Kind.FALLBACK: FALLBACK_MESSAGE,
    Kind.COMPETING: COMPETING,
    Kind.FOLLOW_UP: FOLLOW_UP,
    Kind.EXTENSION: EXTENSION,
    Kind.ACCEPT: ACCEPT,
    Kind.DECLINE: DECLINE,
    Kind.PHONE: PHONE,
}


def requirements(message: Message, reading: Reading) -> Iterator[Finding]:
    """What this kind of message lacks, what does not belong in it, and its length."""
    text = reading.page.lower
    for part in message.needs:
        if not part.pattern.search(text):
            yield part.remark.at()
    for part in message.avoids:
        yield from (part.remark.at(*span) for span in reading.page.spans(part.pattern))
    for rule in message.rules:
        yield from rule(reading)
    yield from rules.length(reading, *message.words)
