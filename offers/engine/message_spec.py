"""The form of a message's requirements, and the parts that several messages share."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from offers.engine import message_parts as parts
from offers.engine.policy import RULES_15
from offers.engine.reason import ASSUMPTION, PRACTITIONER, Grade, Source
from offers.engine.tone_finding import Finding, Remark, Severity
from offers.engine.tone_patterns import remark
from offers.engine.tone_reading import Reading

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


def needed(
    code: str,
    pattern: re.Pattern[str],
    why: str,
    rewrite: str,
    *,
    severity: Severity = Severity.FIX,
    source: Source = ASSUMPTION,
    grade: Grade = Grade.E,
) -> Part:
    """What a message of this kind must hold, by code, and what to write where it is missing."""
    return Part(pattern=pattern, remark=remark(code, severity, why, rewrite, source, grade))


THANKS = needed("NEEDS_THANKS", parts.THANKS, "There is no thanks.", "Thank you for putting this together.")
THANKS_TIP = replace(THANKS, remark=replace(THANKS.remark, severity=Severity.TIP))
ENTHUSIASM = needed(
    "N4",
    parts.ENTHUSIASM,
    "Nothing says that you want the role; they should see that they can win you.",
    "I am excited about the role and the team.",
    severity=Severity.TIP,
    source=RULES_15,
    grade=Grade.D,
)
FALLBACK = needed(
    "N3",
    parts.FALLBACK,
    "There is no second way; a fallback gives the recruiter another road to a yes.",
    "If the base is fixed, a sign-on bonus or extra leave would help as well.",
    source=PRACTITIONER,
    grade=Grade.D,
)
NEXT = needed(
    "N5",
    parts.NEXT,
    "There is no question and no next step, so nobody has to answer.",
    "Would you put this to the pay team?",
    severity=Severity.TIP,
    source=PRACTITIONER,
    grade=Grade.D,
)
QUESTION = needed("NEEDS_QUESTION", parts.QUESTION, "Nothing is asked.", "Could you tell me …?")
NOT_NEGOTIATION = needed(
    "NOT_NEGOTIATION",
    parts.NEGOTIATION,
    "This message is not the place to bargain; the written offer comes first.",
    "Keep it for the counter.",
    source=PRACTITIONER,
    grade=Grade.D,
)
NOT_ASK = needed(
    "NOT_NEW_ASK",
    parts.NEW_ASK,
    "A new request in this message reopens what was closed.",
    "Leave it out; once the yes is given, the terms are the ones agreed.",
)
