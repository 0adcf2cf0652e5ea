"""The room: everything about one offer on one page, in words and figures that are ready to be shown.

The owner's alone: it holds the private light. `room_of(..., private=False)` is for a public example.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial

from offers.case import measure_of
from offers.charts import PayBar, knows_rules, pay_bar
from offers.engine.advice import Advice
from offers.engine.confidence import Confidence
from offers.engine.flags import Flag
from offers.engine.lever_catalogue import Ease, Lever
from offers.engine.money import spoken
from offers.engine.reason import ARITHMETIC, ASSUMPTION, Grade, Reason
from offers.engine.situation import Measure, Unit
from offers.explain import Number, Why, computed, figure, money, why
from offers.figures import ask_number, figures_of, landing_marks, offer_number, target_number
from offers.grounds import Ground, grounds_of
from offers.missing import Gap, gaps_of
from offers.models import Offer, Stage
from offers.named import under_named
from offers.next_step import NextStep, next_step
from offers.screens import Screen, screen

PRIVATE = frozenset(
    {
        Flag.NO_WALKAWAY,
        Flag.NO_ZOPA_BASE,
        Flag.NO_ZOPA_PLAUSIBLE,
        Flag.NEEDS_EXCEPTION,
        Flag.OFFER_BELOW_WALKAWAY,
    }
)
SYSTEM = ("step", "location", "level")  # Levers that are the inputs of a formula or a scale.
UNMOVED = frozenset(
    {"TARGET_BEYOND_EXCEPTION", Flag.BUFFER_DEFAULT}
)  # Moot where base follows from a system.
LEVERS = 6
EXCEPTION = "An exception is a sign-off above the usual line."
USUAL = (
    "Neither their range nor their team is known, so these are what employers usually keep back, and no rule "
    "of this one."
)
NEAR = Decimal("0.01")  # Of the target: an ask that lacks less is the tidy number for it, not a gap.
RESTS = {
    Confidence.LOW: ("Low", "little is known beyond usual padding"),
    Confidence.MEDIUM: ("Medium", "one kind of fact carries it: a range, a posting or the team"),
    Confidence.HIGH: ("High", "the employer's own word carries it"),
}


@dataclass(frozen=True, kw_only=True)
class Remark:
    """One thing that stands out."""

    why: Why
    private: bool

    @property
    def whys(self) -> tuple[Why, ...]:
        return (self.why,)


@dataclass(frozen=True, kw_only=True)
class Item:
    """Something other than base that can move, and whose approval it needs."""

    title: str
    approver: str
    whys: tuple[Why, ...]


@dataclass(frozen=True, kw_only=True)
class Room:
    """`ask` is None when base should not be asked for; then `instead` says what can move.

    `warning` is for the owner alone: the ask itself stays under the walk-away.
    """

    measure: str
    ask_title: str
    ask: Number | None
    warnings: tuple[Remark, ...]
    ask_why: tuple[Why, ...]
    a_year: Number | None
    rests_on: tuple[str, str]
    marks: tuple[Number, ...]
    marks_note: str
    instead: tuple[Item, ...]
    bar: PayBar
    bar_label: str
    figures: tuple[Number, ...]
    grounds: tuple[Ground, ...]
    screens: tuple[Screen, ...]
    gaps: tuple[Gap, ...]
    remarks: tuple[Remark, ...]
    step: NextStep


def room_of(
    offer: Offer, advice: Advice, today: date, *, private: bool = True, asks: Decimal | None = None
) -> Room:
    """The room of `offer`, which has this `advice` today; `asks` is what is asked for after their answer."""
    stated = measure_of(offer)
    asked = ask_number(advice, stated)
    return Room(
        measure=offer.measure,
        ask_title=ask_title(offer),
        ask=asked,
        warnings=tuple(_warnings(offer, advice)) if private else (),
        ask_why=asked.whys if asked else (why(advice.ask.why),),
        a_year=_a_year(offer, advice, asks),
        rests_on=RESTS[advice.confidence.ask],
        marks=() if offer.history.has_moved_on else landing_marks(advice, stated),
        marks_note=EXCEPTION if knows_rules(advice) else USUAL,
        instead=() if asked else tuple(_instead(advice)),
        bar=pay_bar(advice),
        bar_label=_described(offer, advice),
        figures=figures_of(offer, advice, stated),
        grounds=grounds_of(offer) if private else (),
        screens=tuple(_screens(advice, asked, stated, private)),
        gaps=() if offer.history.last_word else gaps_of(offer, advice),
        remarks=tuple(_remarks(offer, advice, private)),
        step=next_step(offer, advice, today),
    )


def ask_title(offer: Offer) -> str:
    """What the ask is at this stage; once a counter is out, today's facts may differ from what it asked."""
    if too_early(offer):
        return "Later, ask for"
    if offer.is_decided:
        return "The ask on these facts, for looking back"
    waiting = offer.stage in (Stage.RECEIVED, Stage.REVIEWED)
    return "Ask for" if waiting else "The ask on today’s facts"


def too_early(offer: Offer) -> bool:
    """Whether no number should be named yet: the offer was said aloud and nothing has been countered."""
    return offer.stated_as == "verbal" and offer.stage in (Stage.RECEIVED, Stage.REVIEWED)


def _warnings(offer: Offer, advice: Advice) -> Iterator[Remark]:
    """What to know of the ask itself: it is under the walk-away, or under a number named before."""
    asked, floor = advice.ask.amount, advice.state.walk_away
    if asked is not None and floor is not None and asked < floor:
        yield Remark(why=why(_UNDER, "your walk-away"), private=True)
    lower = None if offer.history.answered is not None else under_named(offer, asked)
    if lower:
        yield Remark(why=why(lower, "the number you named"), private=False)


_UNDER = Reason(
    code="ASK_UNDER_WALK_AWAY",
    sentence="Even a full yes stays under your walk-away: the other terms would have to make it up.",
    source=ARITHMETIC,
)


def _a_year(offer: Offer, advice: Advice, asks: Decimal | None) -> Number | None:
    """What is asked for by the year, for an offer that is stated by the hour or the month."""
    is_later = offer.history.answered is not None and not offer.is_decided
    amount = asks if is_later else advice.ask.amount or advice.state.offer
    if offer.unit == "year" or amount is None:
        return None
    told = "{amount} {unit}, times the {periods} that your hours and months make in a year."
    reason = computed(
        told,
        "your hours and months",
        amount=figure(amount, cents=offer.unit == Unit.HOUR),
        unit=offer.get_unit_display(),
        periods=spoken(advice.state.periods),
    )
    first = "The ask, a year" if advice.ask.amount else "The offer, a year"
    label = "What to ask for, a year" if is_later else first
    yearly = money(advice.per_year(amount), offer.currency)
    return Number(key="a_year", label=label, figure=yearly, whys=(reason,))


def _screens(advice: Advice, asked: Number | None, measure: Measure, private: bool) -> Iterator[Screen]:
    """The offer, the ask and the target, in the order in which they usually grow."""
    pairs = [(offer_number(advice, measure), advice.offer_lights)]
    if asked and advice.ask_lights:
        pairs.append((asked, advice.ask_lights))
    pairs.append((target_number(advice, measure), advice.target_lights))
    policy, padded = advice.state.policy, not advice.ask.follows_a_system
    for number, lit in pairs:
        yield screen(number, lit, policy=policy, measure=measure, private=private, padded=padded)


def _instead(advice: Advice) -> Iterator[Item]:
    """What can move when base does not: the inputs of their system first, then what is easy."""
    fixed = advice.ask.follows_a_system
    inputs = [lever for lever in advice.levers if fixed and lever.key in SYSTEM]
    easy = [
        lever for lever in advice.levers if lever.ease is Ease.EASY and lever.key not in (*SYSTEM, "base")
    ]
    for lever in (inputs + easy)[:LEVERS]:
        yield Item(title=lever.title, approver=lever.approver, whys=(_moves(lever),))


def _moves(lever: Lever) -> Why:
    """Why it moves, and what would be evidence for it."""
    told = f"{lever.reason.text} Evidence: {lever.evidence}"
    reason = Reason(
        code=lever.reason.code,
        sentence="{told}",
        params={"told": told},
        source=lever.reason.source,
        grade=lever.reason.grade,
    )
    return why(reason, f"approval by the {lever.approver}")


def _remarks(offer: Offer, advice: Advice, private: bool) -> Iterator[Remark]:
    """What stands out, each once: what the ask or the open answers say already is left out."""
    if offer.named_number is not None:
        yield Remark(why=why(_NAMED, "the number you named"), private=False)
    asked = offer.history.sent_on("extension") is not None
    for note in advice.notes:
        own, done = note.code in PRIVATE, asked and note.code == "DEADLINE_SHORT"
        if not (done or _is_said(note, offer, advice) or (own and not private)):
            yield Remark(why=why(note, "your walk-away" if own else "your answers"), private=own)


def _is_said(note: Reason, offer: Offer, advice: Advice) -> bool:
    """Whether the ask or the open answers say it already, or it speaks of an ask that there is not."""
    moot = advice.ask.amount is None and note.code == Flag.LOW_INFO
    fixed = advice.ask.follows_a_system and note.code in UNMOVED
    no_gap = note.code == Flag.BASE_SHORT and not has_gap(offer, advice)
    return moot or fixed or no_gap or note.code in {advice.ask.why.code, Flag.NO_WALKAWAY}


def has_gap(offer: Offer, advice: Advice) -> bool:
    """Whether the ask lacks something to the target that is worth closing: not 47,750 for 48,000.

    It counts from the ask, which is past once they have answered it.
    """
    lacks = advice.shortfall > 0 and advice.shortfall >= NEAR * advice.state.target
    return lacks and offer.history.answered is None


_NAMED = Reason(
    code="NUMBER_NAMED",
    sentence="You have named a number before. The ask stays; your reason says what has changed since.",
    source=ASSUMPTION,
    grade=Grade.E,
)


def _described(offer: Offer, advice: Advice) -> str:
    """The picture in words, for those who do not see it."""
    shown = partial(figure, cents=offer.unit == Unit.HOUR)
    words = [f"offer {shown(advice.state.offer)}"]
    if advice.ask.amount is not None:
        words.append(f"ask {shown(advice.ask.amount)}")
    words.append(f"target {shown(advice.state.target)}")
    peers = advice.state.peers
    if peers:
        words.append(f"team {shown(peers[0])} to {shown(peers[-1])}")
    return f"Pay on one line, in {offer.measure}: {', '.join(words)}. The table says it all."
