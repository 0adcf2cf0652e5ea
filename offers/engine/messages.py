"""What each kind of message must contain, must not contain, and how long it usually is."""

from collections.abc import Iterator, Mapping

from offers.engine import message_rules as rules
from offers.engine.draft import Kind
from offers.engine.message_bargaining import COMPETING, COUNTER, FALLBACK_MESSAGE, PHONE
from offers.engine.message_letters import (
    ACCEPT,
    ACKNOWLEDGE,
    ASK_RANGE,
    DECLINE,
    EXTENSION,
    FOLLOW_UP,
    QUESTIONS,
)
from offers.engine.message_spec import Message
from offers.engine.tone_finding import Finding
from offers.engine.tone_reading import Reading

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
