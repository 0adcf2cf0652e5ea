"""Messages that bargain: counter, fallback, the note about another offer, the phone script."""

from offers.engine import message_parts as parts
from offers.engine import message_rules as rules
from offers.engine.message_spec import ENTHUSIASM, FALLBACK, NEXT, Message, needed
from offers.engine.reason import PRACTITIONER, Grade
from offers.engine.tone_finding import Severity
from offers.engine.tone_sources import TWO_PART

COUNTER = Message(
    words=(80, None),
    needs=(
        ENTHUSIASM,
        FALLBACK,
        NEXT,
        needed(
            "NEEDS_TEAM_REASON",
            parts.TEAM_REASON,
            "No reason speaks for the team; market and team together were taken better than either alone.",
            "With pay settled before my first day, all my work can go into the launch.",
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
        needed(
            "NEEDS_CONSTRAINT",
            parts.CONSTRAINT,
            "It does not take up the limit that they named.",
            "I understand that the base is at the limit of the band.",
            source=PRACTITIONER,
            grade=Grade.D,
        ),
        needed(
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
        needed(
            "NEEDS_STAGE",
            parts.OTHER_STAGE,
            "It does not say how far the other process has come.",
            "Another process reaches its last round on Tuesday.",
            source=PRACTITIONER,
            grade=Grade.D,
        ),
        needed(
            "NEEDS_DATE",
            parts.DATED,
            "The other process has no date here.",
            "I expect their answer by 17 March.",
        ),
        needed(
            "NEEDS_DIFFERENCE",
            parts.DIFFERENCE,
            "It does not name the one term that differs.",
            "Their base is a little higher.",
            source=PRACTITIONER,
            grade=Grade.D,
        ),
        needed(
            "NEEDS_SETTLING",
            parts.SETTLES,
            "It does not say what would settle it.",
            "With that, I could sign this week.",
        ),
    ),
    stricter={"C1": Severity.FIX, "H3": Severity.FIX},
)
PHONE = Message(
    words=(60, 180),
    needs=(
        ENTHUSIASM,
        FALLBACK,
        NEXT,
        needed(
            "NEEDS_WRITING",
            parts.IN_WRITING,
            "It does not ask to have the answer in writing.",
            "Could you send me that in writing?",
            severity=Severity.TIP,
        ),
    ),
    rules=(rules.amount_given, rules.reason_near),
)
