"""What the other side's conduct says: green and red signals, how often each was seen, what it changes.

The ten named signals are a practitioner's (grade D); what each changes here is our assumption (grade E).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from offers.engine.errors import EngineError
from offers.engine.policy import Policy
from offers.engine.reason import ASSUMPTION, PRACTITIONER, TYPED, Grade, Reason


class Colour(StrEnum):
    """Whether a signal speaks for the employer or calls for care."""

    GREEN = "green"
    RED = "red"


class Sign(StrEnum):
    """The named signals, and one of each colour for what the person saw besides."""

    ESCALATES_FAST = "escalates_fast"
    EXPLAINS_BAND = "explains_band"
    EXPLAINS_POSITION = "explains_position"
    REALISTIC_TIMES = "realistic_times"
    ANSWERS_DIRECTLY = "answers_directly"
    OWN_GREEN = "own_green"
    AVOIDS_LEVEL = "avoids_level"
    RUSHES = "rushes"
    DODGES_BAND = "dodges_band"
    VAGUE = "vague"
    DISCOURAGES_COUNTER = "discourages_counter"
    OWN_RED = "own_red"


GREEN = frozenset(
    (
        Sign.ESCALATES_FAST,
        Sign.EXPLAINS_BAND,
        Sign.EXPLAINS_POSITION,
        Sign.REALISTIC_TIMES,
        Sign.ANSWERS_DIRECTLY,
        Sign.OWN_GREEN,
    )
)
OWN = frozenset((Sign.OWN_GREEN, Sign.OWN_RED))

SAID: dict[Sign, str] = {
    Sign.ESCALATES_FAST: "They took the request to the pay team quickly.",
    Sign.EXPLAINS_BAND: "They explained how the band works at this level.",
    Sign.EXPLAINS_POSITION: "They said where the offer sits in the range, and why.",
    Sign.REALISTIC_TIMES: "They gave realistic dates for the approval.",
    Sign.ANSWERS_DIRECTLY: "They answered questions directly.",
    Sign.AVOIDS_LEVEL: "They avoided explaining the level or where the offer sits.",
    Sign.RUSHES: "They pressed for a decision before the details were in writing.",
    Sign.DODGES_BAND: "They dodged the question about band, budget or the team's pay.",
    Sign.VAGUE: "They were vague about whether anything can be discussed.",
    Sign.DISCOURAGES_COUNTER: "They discouraged a counter without a reason.",
}


@dataclass(frozen=True, kw_only=True)
class Signal:
    """One thing that was said or done: which sign it is, the words, the day and the person, where known.

    A sign of the person's own carries a short `label`, which tells such signs apart.
    """

    sign: Sign
    quote: str = ""
    on: date | None = None
    person: str = ""
    label: str = ""

    @property
    def colour(self) -> Colour:
        """Green or red."""
        return Colour.GREEN if self.sign in GREEN else Colour.RED


class Strength(StrEnum):
    """One signal is a data point; the same from two different days or people is a pattern."""

    DATA_POINT = "data_point"
    PATTERN = "pattern"


@dataclass(frozen=True, kw_only=True)
class Note:
    """All signals of one sign, and what they amount to."""

    sign: Sign
    label: str
    colour: Colour
    signals: tuple[Signal, ...]
    strength: Strength
    reason: Reason


@dataclass(frozen=True, kw_only=True)
class Effects:
    """What the signals change elsewhere; the defaults are "nothing".

    `accept_asks_twice` accepting asks for a second yes · `ask_band` the band request mail comes first ·
    `outside_sources` how many sources outside the company to look at · `range_trusted_up` their
    range counts one grade more · `review_days` business days of the internal review, None for the policy's ·
    `counter_in_writing` the counter goes out in writing.
    """

    accept_asks_twice: bool = False
    ask_band: bool = False
    outside_sources: int = 0
    range_trusted_up: bool = False
    review_days: int | None = None
    counter_in_writing: bool = False


@dataclass(frozen=True, kw_only=True)
class Conduct:
    """The reading of all signals: one note a sign, the effects, and why each effect holds."""

    notes: tuple[Note, ...]
    effects: Effects
    reasons: tuple[Reason, ...]


_EFFECTS: dict[Sign, tuple[str, str]] = {
    Sign.RUSHES: (
        "ACCEPT_ASKS_TWICE",
        "They pressed before the details were in writing, so accepting asks twice.",
    ),
    Sign.DODGES_BAND: (
        "ASK_BAND_OUTSIDE",
        "They dodged the band question: ask for the band by mail, and look at {sources} outside sources.",
    ),
    Sign.EXPLAINS_POSITION: (
        "RANGE_TRUSTED_UP",
        "They explained where the offer sits, so their range counts one grade more.",
    ),
    Sign.ESCALATES_FAST: (
        "REVIEW_FAST",
        "They take requests on quickly: the review is set at {days} business days.",
    ),
    Sign.DISCOURAGES_COUNTER: (
        "COUNTER_IN_WRITING",
        "They discouraged a counter without a reason: send yours in writing.",
    ),
}


def conduct(signals: Iterable[Signal], policy: Policy | None = None) -> Conduct:
    """What the recorded signals amount to and what they change.

    Every effect holds from the first signal, since each is cautious or small; the note says whether it was
    seen once or is a pattern. Raises `EngineError` when a sign of the person's own has no label.

    >>> seen = conduct([Signal(sign=Sign.ESCALATES_FAST, on=date(2026, 3, 4), person="Ms Lindqvist")])
    >>> seen.notes[0].strength.value, seen.effects.review_days
    ('data_point', 2)
    """
    rules = policy or Policy()
    groups: dict[tuple[Sign, str], list[Signal]] = {}
    for signal in signals:
        if signal.sign in OWN and not signal.label.strip():
            raise EngineError("label", "Give this signal a short name.")
        label = " ".join(signal.label.split()) if signal.sign in OWN else ""
        groups.setdefault((signal.sign, label.casefold()), []).append(signal)
    order = list(Sign)
    ordered = sorted(groups.items(), key=lambda item: (order.index(item[0][0]), item[0][1]))
    seen = {sign for sign, _ in groups}
    return Conduct(
        notes=tuple(_note(sign, tuple(group)) for (sign, _), group in ordered),
        effects=_effects(seen, rules),
        reasons=tuple(_why(sign, rules) for sign in order if sign in seen and sign in _EFFECTS),
    )


def strength(signals: Iterable[Signal]) -> Strength:
    """A pattern when two of the signals differ in their day or their person, as far as both are known."""
    given = tuple(signals)
    days = {signal.on for signal in given if signal.on}
    people = {signal.person.strip().casefold() for signal in given if signal.person.strip()}
    return Strength.PATTERN if len(days) > 1 or len(people) > 1 else Strength.DATA_POINT


def one_grade_up(grade: Grade) -> Grade:
    """The next better letter; A and a fact stay what they are.

    >>> one_grade_up(Grade.D)
    <Grade.C: 'C'>
    """
    letters = (Grade.A, Grade.B, Grade.C, Grade.D, Grade.E)
    return grade if grade is Grade.FACT else letters[max(0, letters.index(grade) - 1)]


def _note(sign: Sign, group: tuple[Signal, ...]) -> Note:
    found = strength(group)
    once = (
        " One data point, not yet a pattern."
        if found is Strength.DATA_POINT
        else " A pattern: {count} signals."
    )
    label = " ".join(group[0].label.split())
    own = sign in OWN
    reason = Reason(
        code=sign.name,
        sentence=("{label}." if own else SAID[sign]) + once,
        params={"label": label, "count": len(group)} if own else {"count": len(group)},
        source=TYPED if own else PRACTITIONER,
        grade=Grade.FACT if own else Grade.D,
    )
    return Note(
        sign=sign,
        label=label if own else "",
        colour=group[0].colour,
        signals=group,
        strength=found,
        reason=reason,
    )


def _effects(seen: set[Sign], policy: Policy) -> Effects:
    fast = min(policy.review_days, policy.review_days_fast)
    return Effects(
        accept_asks_twice=Sign.RUSHES in seen,
        ask_band=Sign.DODGES_BAND in seen,
        outside_sources=int(policy.outside_sources) if Sign.DODGES_BAND in seen else 0,
        range_trusted_up=Sign.EXPLAINS_POSITION in seen,
        review_days=int(fast) if Sign.ESCALATES_FAST in seen else None,
        counter_in_writing=Sign.DISCOURAGES_COUNTER in seen,
    )


def _why(sign: Sign, policy: Policy) -> Reason:
    code, sentence = _EFFECTS[sign]
    numbers = {
        Sign.DODGES_BAND: {"sources": int(policy.outside_sources)},
        Sign.ESCALATES_FAST: {"days": int(min(policy.review_days, policy.review_days_fast))},
    }
    return Reason(
        code=code, sentence=sentence, params=numbers.get(sign, {}), source=ASSUMPTION, grade=Grade.E
    )
