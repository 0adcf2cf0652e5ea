"""The step-away check: three grounds, each with its remedy first; walking away is written as a choice."""

from dataclasses import dataclass
from decimal import Decimal

from offers.engine.inputs import finite
from offers.engine.reason import PRACTITIONER, TYPED, Grade, Reason, Source


@dataclass(frozen=True, kw_only=True)
class Doubts:
    """What the check needs; None means "not known" and raises no ground.

    `final` they called it final · `package_value` and `walk_away_value` a year, in the value of section 7 ·
    `duties_above_level` the person's own answer · `level_asked` asked once to explain level or structure ·
    `level_explained` whether they did.
    """

    final: bool = False
    package_value: Decimal | None = None
    walk_away_value: Decimal | None = None
    duties_above_level: bool | None = None
    level_asked: bool = False
    level_explained: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Ground:
    """One ground to step away: what it is, what to try first, and the choice that remains."""

    reason: Reason
    remedy: Reason
    choice: Reason


def step_away(doubts: Doubts) -> tuple[Ground, ...]:
    """The grounds that hold; none prints the walk-away. Raises `EngineError` for a value that is no number.

    >>> [ground.remedy.code for ground in step_away(Doubts(duties_above_level=True))]
    ['ASK_LEVEL_REVIEW']
    """
    finite("package_value", doubts.package_value)
    finite("walk_away_value", doubts.walk_away_value)
    found = (
        (_below(doubts), _BELOW),
        (bool(doubts.duties_above_level), _DUTIES),
        (_unexplained(doubts), _UNEXPLAINED),
    )
    return tuple(ground for holds, ground in found if holds)


def _below(doubts: Doubts) -> bool:
    value, limit = doubts.package_value, doubts.walk_away_value
    return doubts.final and value is not None and limit is not None and value < limit


def _unexplained(doubts: Doubts) -> bool:
    return doubts.level_asked and not doubts.level_explained


def _say(code: str, sentence: str, source: Source = PRACTITIONER, grade: Grade = Grade.D) -> Reason:
    return Reason(code=code, sentence=sentence, source=source, grade=grade)


_BELOW = Ground(
    reason=_say(
        "FINAL_BELOW_WALKAWAY",
        "They called it final, and the package is below your walk-away.",
        TYPED,
        Grade.FACT,
    ),
    remedy=_say("ASK_OUTSIDE_BASE", "Ask once whether anything outside base can close the difference."),
    choice=_say(
        "CHOICE_BELOW",
        "If nothing can, you may decline, or take it knowing that it is below what you set yourself.",
    ),
)
_DUTIES = Ground(
    reason=_say("DUTIES_ABOVE_LEVEL", "By your answer the duties are above the level.", TYPED, Grade.FACT),
    remedy=_say("ASK_LEVEL_REVIEW", "Ask for the level to be looked at again, with the duties side by side."),
    choice=_say(
        "CHOICE_DUTIES",
        "If it stays, you may decline, or take it with a written date for the review of the level.",
    ),
)
_UNEXPLAINED = Ground(
    reason=_say(
        "LEVEL_NOT_EXPLAINED",
        "You asked how level and offer were set, and had no explanation.",
        TYPED,
        Grade.FACT,
    ),
    remedy=_say("ASK_MANAGER", "Ask the hiring manager once, in writing, how the level was set."),
    choice=_say(
        "CHOICE_UNEXPLAINED", "If nobody can say, you may decline, or take it as it is; both are reasonable."
    ),
)
