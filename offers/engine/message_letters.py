"""Messages that do not bargain: acknowledge, questions, range, follow-up, extension, accept, decline."""

from offers.engine import message_parts as parts
from offers.engine import message_rules as rules
from offers.engine.message_spec import (
    ENTHUSIASM,
    NEXT,
    NOT_ASK,
    NOT_NEGOTIATION,
    QUESTION,
    THANKS,
    THANKS_TIP,
    Message,
    needed,
)
from offers.engine.policy import EXTENSIONS
from offers.engine.reason import PRACTITIONER, Grade

ACKNOWLEDGE = Message(
    words=(40, 80),
    needs=(
        THANKS,
        needed(
            "NEEDS_REVIEW",
            parts.REVIEWS,
            "It does not say that you will read the written offer first.",
            "I will review the written offer with care.",
            source=PRACTITIONER,
            grade=Grade.D,
        ),
        needed(
            "NEEDS_DATE",
            parts.PROMISED,
            "There is no date for your answer.",
            "You will hear from me by Friday.",
        ),
        needed(
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
        needed(
            "NEEDS_RANGE",
            parts.RANGE,
            "It does not ask for the range.",
            "Which pay range belongs to this level?",
        ),
        QUESTION,
        THANKS_TIP,
    ),
    rules=(rules.no_amount_yet,),
)
FOLLOW_UP = Message(
    words=(25, 70),
    needs=(
        needed(
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
        needed(
            "NEEDS_DATE",
            parts.DATED,
            "There is no new date.",
            "Could I answer by Thursday 19 March?",
            source=EXTENSIONS,
            grade=Grade.D,
        ),
        needed(
            "NEEDS_WHY",
            parts.WHY,
            "There is no reason for the extra days.",
            "I want to read the contract with care.",
            source=EXTENSIONS,
            grade=Grade.D,
        ),
        THANKS,
        needed(
            "NEEDS_NO_DELAY",
            parts.NO_DELAY,
            "It does not say that other work goes on.",
            "This need not delay the paperwork.",
        ),
    ),
    avoids=(
        needed(
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
    words=(80, 350),  # It is as long as its terms are many.
    needs=(
        needed("NEEDS_ACCEPTANCE", parts.ACCEPTS, "It does not say that you accept.", "I accept the offer."),
        needed(
            "NEEDS_CONDITION",
            parts.CONTRACT,
            "It does not hang on the written contract.",
            "This stands subject to the written contract.",
        ),
        THANKS,
        NEXT,
    ),
    avoids=(NOT_ASK,),
    rules=(rules.agreed_terms, rules.accepted_base),
)
DECLINE = Message(
    words=(40, 120),
    needs=(
        THANKS,
        needed(
            "NEEDS_NO", parts.DECLINES, "It does not say clearly that you decline.", "I will not be joining."
        ),
        needed("NEEDS_OPEN_DOOR", parts.DOOR_OPEN, "It closes the door.", "I hope our paths cross again."),
    ),
    avoids=(
        needed(
            "NOT_COMPARISON",
            parts.COMPARISON,
            "A comparison with another employer helps nobody now.",
            "Leave it out; one neutral reason, or none.",
        ),
    ),
)
