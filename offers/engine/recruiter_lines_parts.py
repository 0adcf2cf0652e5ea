"""The pieces a line of a recruiter is written with: its topic, its meaning, and the wordings of an answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from string import Formatter

from offers.engine.reason import ASSUMPTION, PRACTITIONER, Grade, Reason, Source

SURVEY = Source(author="Robert Half", year=2019, title="survey of US professionals and their managers")


class Topic(StrEnum):
    """What a line is about, in the order in which they usually come up."""

    NUMBER = "number"
    BUDGET = "budget"
    PRESSURE = "pressure"
    OTHERS = "others"
    INSTEAD = "instead"
    AFTER = "after"


class Fact(StrEnum):
    """What is true of the talk and chooses the wording of an answer.

    `EARLY` the offer was only said aloud · `OVER` they have answered and no more is asked for · `NO_ASK` base
    is not asked for · the others say how far another employer has come.
    """

    EARLY = "early"
    OVER = "over"
    NO_ASK = "no_ask"
    PROCESS = "process"
    VERBAL = "verbal"
    WRITTEN = "written"


@dataclass(frozen=True, kw_only=True)
class Variant:
    """One wording. It is used when all its placeholders are known and `when`, if given, is true."""

    code: str
    sentence: str
    when: Fact | None = None

    @property
    def fields(self) -> frozenset[str]:
        """The placeholders of the sentence."""
        return frozenset(field for _, field, _, _ in Formatter().parse(self.sentence) if field)

    def reason(self, params: Mapping[str, str]) -> Reason:
        """The wording with what fills it; that it is ours is said beside it."""
        return Reason(code=self.code, sentence=self.sentence, params=params, source=ASSUMPTION, grade=Grade.E)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One line as it is kept. The wordings come with the most telling first; the last one needs nothing."""

    key: str
    topic: Topic
    said: tuple[Variant, ...]
    means: Reason
    answers: tuple[Variant, ...]


def entry(topic: Topic, key: str, said: str | tuple[str, ...], means: Reason, *answers: "Answer") -> Entry:
    """A line with its answers; one that begins with a fact is used only where that is true."""
    spoken = (said,) if isinstance(said, str) else said
    return Entry(
        key=key,
        topic=topic,
        said=tuple(Variant(code=f"SAID_{key.upper()}", sentence=one) for one in spoken),
        means=means,
        answers=tuple(_variant(key, answer) for answer in answers),
    )


Answer = str | tuple[Fact, str]


def _variant(key: str, answer: Answer) -> Variant:
    when, sentence = (None, answer) if isinstance(answer, str) else answer
    return Variant(code=f"ANSWER_{key.upper()}", sentence=sentence, when=when)


def means(sentence: str, source: Source = PRACTITIONER, grade: Grade = Grade.D) -> Reason:
    """What a line usually means, by this source."""
    return Reason(code="LINE_MEANS", sentence=sentence, source=source, grade=grade)


def assumed(sentence: str) -> Reason:
    """What a line usually means, by our own assumption."""
    return means(sentence, ASSUMPTION, Grade.E)
