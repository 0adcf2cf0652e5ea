"""What recruiters say, what it usually means, and what to answer with one's own numbers.

The answers are for the employer's ears: they hold no walk-away, no pay of a colleague and no number that the
advice does not name. What a line means is a practitioner's experience (grade D) unless it says otherwise.
"""

from dataclasses import dataclass

from offers.engine.reason import Reason
from offers.engine.recruiter_lines_close import CLOSING_LINES
from offers.engine.recruiter_lines_open import OPENING_LINES
from offers.engine.recruiter_lines_parts import Entry, Topic, Variant
from offers.engine.recruiter_lines_words import Words

ENTRIES: tuple[Entry, ...] = (*OPENING_LINES, *CLOSING_LINES)


@dataclass(frozen=True, kw_only=True)
class RecruiterLine:
    """One line: what they say, what it usually means, and one answer that can be said as it stands."""

    key: str
    topic: Topic
    said: str
    means: Reason
    answer: Reason


def recruiter_lines(words: Words) -> tuple[RecruiterLine, ...]:
    """Every line, topic by topic, with the answer that fits what is known.

    Asking for 88,500, "What are you looking for?" is answered with that number; before the written offer
    with none. Never raises.
    """
    return tuple(
        RecruiterLine(
            key=entry.key,
            topic=entry.topic,
            said=_chosen(entry.said, words).text,
            means=entry.means,
            answer=_chosen(entry.answers, words),
        )
        for entry in ENTRIES
    )


def _chosen(variants: tuple[Variant, ...], words: Words) -> Reason:
    """The first wording of which everything is known; the last one needs nothing."""
    known = words.known
    fits = (one for one in variants if one.fields <= known.keys() and one.when in (None, *words.facts))
    chosen = next(fits, variants[-1])
    return chosen.reason({field: known[field] for field in sorted(chosen.fields)})
