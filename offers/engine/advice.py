"""The front door: everything the engine has to say about one offer."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from offers.engine.ask import Ask, ask, shortfall
from offers.engine.bargain import Bargain
from offers.engine.base_lever import base_line
from offers.engine.ceilings import Ceilings, ceilings
from offers.engine.clock import TimeLeft, time_left
from offers.engine.confidence import Confidence, weakened
from offers.engine.flags import Flag
from offers.engine.gap import Closer, gap_in_one_item
from offers.engine.items import Item, movable_items
from offers.engine.ladder import Ladder, ladder
from offers.engine.landing import Landing, landing
from offers.engine.lever_catalogue import Ease, Lever
from offers.engine.levers import levers
from offers.engine.lights import Lights, lights
from offers.engine.normalise import normalise
from offers.engine.packages import Packages, packages
from offers.engine.policy import Policy
from offers.engine.position import UNLIMITED
from offers.engine.reason import Reason
from offers.engine.remarks import closing_remarks, remarks
from offers.engine.replies import ReplyRow, reply_table
from offers.engine.situation import Situation
from offers.engine.state import State, state_of
from offers.engine.value import annuity_factor, walk_away_value
from offers.engine.walkaway import walk_away_notes
from offers.engine.who_decides import Decider, who_decides


@dataclass(frozen=True, kw_only=True)
class Confidences:
    """How far the facts carry each group of numbers."""

    ceilings: Confidence
    ask: Confidence
    landing: Confidence
    packages: Confidence


@dataclass(frozen=True, kw_only=True)
class Advice:
    """What to ask for and all that follows from it, in the unit of the offer and at its own hours. Private.

    `notes` say what stood out, the walk-away held against the numbers last; `flags` are their codes.
    `shortfall` is what the ask, or the offer without one, lacks to the target. What may be shown to others is
    `shared.shared_basis(advice)`.
    """

    state: State
    ceilings: Ceilings
    ask: Ask
    landing: Landing
    shortfall: Decimal
    confidence: Confidences
    notes: tuple[Reason, ...]
    offer_lights: Lights
    target_lights: Lights
    ask_lights: Lights | None
    levers: tuple[Lever, ...]
    bargain: Bargain
    packages: Packages
    ladder: Ladder
    replies: tuple[ReplyRow, ...]
    closers: tuple[Closer, ...]
    deciders: tuple[Decider, ...]
    time_left: TimeLeft

    @property
    def flags(self) -> tuple[Flag, ...]:
        """The flags among the notes, in the order of the rules."""
        return tuple(note.code for note in self.notes if isinstance(note.code, Flag))

    def per_year(self, amount: Decimal) -> Decimal:
        """An amount of this advice for a whole year, at the hours of the offer."""
        return amount * self.state.periods


def advise(situation: Situation, policy: Policy, today: date) -> Advice:
    """Everything about one offer, on `today`: ceilings, ask, landing marks, lights, packages, replies.

    80,000 offered in technology, target 95,000, walk-away 79,000, peers at 78,000, 82,000 and 84,500: ask for
    88,500; 84,500 needs no exception. Raises `EngineError` naming the field for an impossible number, and
    `ContradictionError` naming both for two that cannot be true together.
    """
    normalised = normalise(situation, policy)
    state = state_of(normalised, policy, today)
    limits = ceilings(state)
    found = ask(state, limits)
    wishes, left = situation.wishes, _time_left(state)
    kinds = _levers(state, limits)
    bargain = _bargain(state, limits, found, kinds)
    offered = packages(bargain, policy)
    notes = (*normalised.notes, *_notes(state, limits, found, left))
    asked = None if found.amount is None else lights(found.amount, state)
    return Advice(
        state=state,
        ceilings=limits,
        ask=found,
        landing=landing(state, limits, found.amount),
        shortfall=shortfall(state, found.amount),
        confidence=_confidences(state, bargain, notes),
        notes=notes,
        offer_lights=lights(state.offer, state),
        target_lights=lights(state.target, state),
        ask_lights=asked,
        levers=kinds,
        bargain=bargain,
        packages=offered,
        ladder=ladder(bargain, offered, ground=wishes.ground, sign_by=wishes.sign_by, policy=policy),
        replies=reply_table(bargain, policy),
        closers=tuple(_closers(state, found, kinds)),
        deciders=_deciders(state, limits, bargain, offered, asked),
        time_left=left,
    )


def _time_left(state: State) -> TimeLeft:
    case = state.situation
    return time_left(case.deadline, state.today, holidays=case.holidays, policy=state.policy)


def _notes(state: State, limits: Ceilings, found: Ask, left: TimeLeft) -> Iterator[Reason]:
    """What is said, in the order in which the rules are applied."""
    yield from remarks(state)
    yield from limits.notes
    yield from found.notes
    yield from closing_remarks(state, limits, found, left)
    yield from walk_away_notes(state, limits)


def _bargain(state: State, limits: Ceilings, found: Ask, kinds: tuple[Lever, ...]) -> Bargain:
    ga = annuity_factor(state.policy)
    return Bargain(
        offer=state.offer,
        ceiling=limits.no_exception,
        ceiling_exception=limits.exception,
        ga=ga,
        ask=found.amount,
        asked=state.situation.terms.asked,
        baseline=state.base,
        target=state.target,
        accept_at=state.situation.numbers.accept_at,
        walk_away=state.walk_away,
        walk_away_value=_package_floor(state),
        k=state.k,
        base_weight=state.base_weight,
        other=state.other_value,
        items=_items(state, kinds, ga),
        unit=state.situation.terms.measure.unit,
        units_a_year=state.periods,
        knows_rules=state.knows_rules,
    )


def _package_floor(state: State) -> Decimal | None:
    """Wv, what a package must be worth, in the unit of the offer."""
    best = state.alternatives.best
    return walk_away_value(
        walk_away=state.walk_away,
        k=state.k,
        base_weight=state.base_weight,
        other=state.other_value,
        rival=None if best is None else best / state.periods,
        premium=state.situation.numbers.premium / state.periods,
    )


def _items(state: State, kinds: tuple[Lever, ...], ga: Decimal) -> tuple[Item, ...]:
    wishes = state.situation.wishes
    return movable_items(
        levers=kinds,
        offer=state.offer,
        ga=ga,
        caps=wishes.caps,
        weights=wishes.weights,
        offered=wishes.offered,
        unit_worth=wishes.unit_worth,
        units_a_year=state.periods,
        policy=state.policy,
    )


def _closers(state: State, found: Ask, kinds: tuple[Lever, ...]) -> Iterator[Closer]:
    """What closes the yearly gap that is left, by one item alone; what is fixed here closes nothing."""
    wishes = state.situation.wishes
    base = state.offer if found.amount is None else found.amount
    fixed = {lever.key for lever in kinds if lever.ease is Ease.FIXED} | (
        {"equity"} if wishes.no_grant else set()
    )
    closers = gap_in_one_item(
        gap=shortfall(state, found.amount) * state.periods,
        k=state.k,
        base=base * state.periods,
        kept_share=wishes.sign_on_kept,
        vesting_years=wishes.vesting_years,
        believed_share=wishes.believed_share,
        policy=state.policy,
    )
    return (one for one in closers if one.lever not in fixed)


def _levers(state: State, limits: Ceilings) -> tuple[Lever, ...]:
    case = state.situation
    line = base_line(state, limits)
    return levers(employer_type=case.employer_type, marks=case.wishes.movable, line=line)


def _deciders(
    state: State, limits: Ceilings, bargain: Bargain, offered: Packages, asked: Lights | None
) -> tuple[Decider, ...]:
    return who_decides(
        bargain=bargain,
        offered=offered,
        limit=limits.why_no_exception,
        best_peer=_known(state.best_peer),
        approvers=asked.approvals.approvers if asked and asked.approvals else (),
    )


def _known(limit: Decimal) -> Decimal | None:
    return None if limit == UNLIMITED else limit


def _confidences(state: State, bargain: Bargain, notes: tuple[Reason, ...]) -> Confidences:
    """Each group by what it rests on, then one step down for each flag that weakens it."""
    flags = [note.code for note in notes]
    plain = weakened(state.confidence, flags)
    assumed = Flag.BUFFER_DEFAULT in flags
    marks = min(state.confidence, Confidence.LOW if assumed else Confidence.MEDIUM)
    typed = bool(bargain.items) and all(item.typed for item in bargain.items)
    return Confidences(
        ceilings=plain,
        ask=plain,
        landing=weakened(marks, flags),
        packages=weakened(Confidence.MEDIUM if typed else Confidence.LOW, flags),
    )
