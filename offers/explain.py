"""What a "Why?" says: the sentence, what bound the number, where that comes from and how strong it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from offers.engine.lever_catalogue import CATALOGUE
from offers.engine.money import round_half_up, spoken
from offers.engine.reason import ARITHMETIC, TYPED, Grade, Param, Reason
from offers.engine.situation import Measure, Unit

NO_BREAK = "\u00a0"


@dataclass(frozen=True, kw_only=True)
class Why:
    """One reason in words, ready to be shown: the sentence, and the line of what stands behind it."""

    text: str
    line: str
    source: str
    grade: Grade
    url: str


@dataclass(frozen=True, kw_only=True)
class Number:
    """One amount with its currency, what it is, and why it is that."""

    key: str
    label: str
    figure: str
    whys: tuple[Why, ...]


@dataclass(frozen=True, kw_only=True)
class Line:
    """One row: what it is, and its figures from left to right."""

    label: str
    figures: tuple[str, ...]
    note: str = ""


BINDINGS: dict[str, str] = {
    "target": "your target",
    "middle": "the middle between offer and request",
    "modest": "the low end of usual padding",
    "ceiling": "the ceiling of base",
    "step": "the reach of one request",
    "minimum": "the minimum of the band",
    "offer": "the offer",
    "peers": "the best-paid person at this level",
    "line": "a line of approval",
    "buffer": "usual padding",
    "max": "the top of the band",
    "spent": "base that is spent",
    "employer": "how this employer sets pay",
    "short_deadline_days": "the days left",
    "review_days": "the days of the internal review",
    "follow_up_days": "the days before one asks again",
    "walk_away": "your walk-away",
    "accept_at": "the number you accept at once",
    "slope": "how far one answer usually goes",
    "signals": "the signals you wrote down",
    "counter": "the counter that is out",
    "asked": "what you asked for",
    "opening": "what the ask is worth",
    "fallback": "what there is to fall back to",
    "reach": "all that may move",
    "least": "the least that is worth asking for",
    "currency_swing": "how far a rate may move",
    "need": "what you spend",
    "alternative": "your best alternative",
    "resent": "what you would resent",
    "recruiter": "what a recruiter guards",
    "hiring_manager": "what a hiring manager guards",
    "finance": "what finance guards",
    "bonus": "the bonus",
    "match": "the pension match",
    "equity": "the size of the grant",
    "grant": "the size of the grant",
}
BINDINGS |= {
    lever.key: f"what is known of “{lever.title}”" for lever in CATALOGUE if lever.key not in BINDINGS
}
STRENGTHS: Mapping[Grade, str] = {
    Grade.FACT: "what you entered, or computed from it alone",
    Grade.A: "many studies taken together, or a large replication",
    Grade.B: "a field experiment with real job seekers",
    Grade.C: "one experiment or one survey",
    Grade.D: "a published policy or a practitioner's opinion",
    Grade.E: "our own assumption",
}


def why(reason: Reason, binding: str = "the rule itself") -> Why:
    """`reason` in words; `binding` names what it rests on where the engine names no term."""
    in_words = reason.binding if " " in reason.binding else ""  # Who agrees is named in words already.
    bound = BINDINGS.get(reason.binding) or in_words or binding
    grade = f"Grade {reason.grade.value}: {STRENGTHS[reason.grade]}"
    return Why(
        text=reason.text,
        line=f"Bound by {bound}. Source: {reason.source}. {grade}.",
        source=str(reason.source),
        grade=reason.grade,
        url=reason.source.url,
    )


def entered(sentence: str, **params: Param) -> Why:
    """Why a number is what it is when the person entered it."""
    return why(Reason(code="ENTERED", sentence=sentence, params=params, source=TYPED), "your answer")


def computed(sentence: str, binding: str, **params: Param) -> Why:
    """Why a number is what it is when it is arithmetic on what was entered."""
    return why(Reason(code="COMPUTED", sentence=sentence, params=params, source=ARITHMETIC), binding)


def figure(amount: Decimal, *, cents: bool = False) -> str:
    """An amount with separators. With `cents` they are written even where there are none: 41.00 an hour."""
    return f"{round_half_up(amount):,.2f}" if cents else spoken(amount)


def money(amount: Decimal, currency: str, *, cents: bool = False) -> str:
    """An amount as every page shows it: the currency, a space that does not break, the figure."""
    return f"{currency}{NO_BREAK}{figure(amount, cents=cents)}".strip()


def money_in(amount: Decimal, measure: Measure) -> str:
    """An amount of an offer that is stated in `measure`; pay by the hour has its cents."""
    return money(amount, measure.currency, cents=measure.unit is Unit.HOUR)
