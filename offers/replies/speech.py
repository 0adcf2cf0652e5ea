"""Which sentences may be said to the employer as they stand."""

from decimal import Decimal

from offers.drafts.case import numbers_in
from offers.drafts.record import Record


def may_say(sentence: str, record: Record, *heard: Decimal) -> bool:
    """Whether it gives nothing private away. `heard` are numbers that the employer has said by then."""
    return not any(record.gives_away(number) for number in numbers_in(sentence) if number not in heard)
