"""What their answer to a counter amounts to: what it gives, and what it leaves of what was asked for."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.db.models import prefetch_related_objects

from offers.answered import bargain_after, every_row, next_row, with_asked
from offers.drafts.case import Case
from offers.drafts.models import Draft, Kind, counters_in
from offers.drafts.worth import worth_of
from offers.engine.bargain import Bargain
from offers.engine.replies import PROPOSED_WITH, Action, ReplyRow, within_a_package
from offers.ledger.parts import answers_of, final_of
from offers.proposed import as_proposed, enough_as_proposed, rest_of, still_proposed


@dataclass(frozen=True, kw_only=True)
class Answered(Case):
    """One offer with their last answer. Private."""

    @property
    def answered(self) -> Decimal | None:
        """The base of their last answer to a counter."""
        prefetch_related_objects([self.offer], "terms")
        return next((one.base for one in answers_of(self.offer)), None)

    @cached_property
    def before(self) -> Bargain | None:
        """The bargain as their last answer found it: what was asked for last is the ask."""
        if self.advice is None:
            return None
        earlier = self.offer.history.stood_before(self.cut_from or self.answered)
        named = (*self.dropped, *still_proposed(self.offer))
        return enough_as_proposed(bargain_after(earlier, self.advice, self.unsaid, named), self.offer)

    @cached_property
    def bargain(self) -> Bargain | None:
        """The bargain as it is now: what is asked for after their last answer is the ask."""
        if self.before is None or self.is_waiting or self.is_final:
            return self.before
        return with_asked(self.before, self.reply)

    @cached_property
    def reply(self) -> ReplyRow | None:
        """What the engine says to the base that they answered with; None without one, or without an ask.

        A base that they have lowered is answered as the one that they named: it is asked back first.
        """
        if self.answered is None or self.before is None:
            return None
        row = next_row(self.cut_from or self.answered, self.before, self.policy, self.unsaid)
        return self.weighed(row) if row and self.cut_from is None else row

    def weighed(self, row: ReplyRow) -> ReplyRow:
        """The row as all they offer with it makes it.

        No base is a yes while all of it is worth less than the walk-away, or lacks what was proposed with it.
        """
        if row.action is Action.ACCEPT and row.said < self.least:
            return within_a_package(row)
        return as_proposed(row, self.offer)

    @cached_property
    def least(self) -> Decimal:
        """The base at which all they offer now is worth the walk-away; 0 before an answer and without one."""
        value = self.advice.bargain.walk_away_value if self.advice else None
        if self.advice is None or self.answered is None or value is None:
            return Decimal(0)
        return worth_of(self.written, self.advice).base_for(value)

    @property
    def lacks_the_rest(self) -> bool:
        """Whether the base of a proposal is there, and something that was proposed with it is not."""
        return self.reply is not None and self.reply.reason.code == PROPOSED_WITH

    @cached_property
    def rest(self) -> str:
        """What they have not given of the one proposal that is open, as a sentence holds it."""
        return rest_of(self.offer)

    @property
    def unsaid(self) -> frozenset[Decimal]:
        """What colleagues earn, as far as the employer has not named it."""
        return frozenset(self.colleagues - self.known)

    @cached_property
    def replies(self) -> tuple[ReplyRow, ...]:
        """The engine's table of replies, from what is asked for now; empty where base is not asked for."""
        found = every_row(self.bargain, self.policy, self.unsaid) if self.bargain else ()
        return tuple(map(self.weighed, found))

    @property
    def dropped(self) -> tuple[str, ...]:
        """The names of what they named and then dropped."""
        return tuple(one.name for one in self.drops)

    @cached_property
    def cut_from(self) -> Decimal | None:
        """The base that they named before they lowered it, while it is still to be asked back."""
        is_cut = any(one.name == "base" for one in self.drops)
        return self.offer.history.cut_from(self.offer.base) if is_cut else None

    @property
    def stands(self) -> Decimal:
        """The base to go on from: the one that stands now, or the one before they lowered it."""
        return max(super().stands, self.cut_from or Decimal(0))

    @property
    def is_waiting(self) -> bool:
        """Whether a counter that followed their last answer, or a yes or no, is still to be answered."""
        history = self.offer.history
        return bool(history.last_word) or (self.answered is not None and history.is_waiting)

    @property
    def is_final(self) -> bool:
        """Whether they have called their last answer final."""
        prefetch_related_objects([self.offer], "terms")
        return final_of(self.offer) is not None

    @property
    def is_reached(self) -> bool:
        """Whether they answer with the base that the person accepts; the target, if none is asked for."""
        if self.cut_from is not None:
            return False
        if self.reply is not None:
            return self.reply.action is Action.ACCEPT
        if self.answered is not None and self.answered < self.least:
            return False
        target = self.offer.target
        is_there = self.answered is not None and target is not None and self.answered >= target
        return is_there or self.is_given

    @cached_property
    def is_given(self) -> bool:
        """Where base is not asked for: whether they gave all that the last counter asked for."""
        return self.has_nothing_left and bool(self.wanted)

    @property
    def is_proposed(self) -> bool:
        """Where base is not asked for: whether they have answered a second way of which nothing is left."""
        return self.has_nothing_left and self.last is not None and self.last.kind == Kind.FALLBACK

    @property
    def has_nothing_left(self) -> bool:
        """Where base is not asked for and they have answered: whether nothing is left of the last counter."""
        if self.answered is None or self.basis is None or self.basis.ask is not None:
            return False
        return self.gave_all

    @property
    def gave_all(self) -> bool:
        """Whether they dropped nothing and left nothing of the last counter beside base. Needs no advice."""
        return not self.drops and not any(self.left_of(key) for key in self.wanted)

    @cached_property
    def last(self) -> Draft | None:
        """The last counter that went out."""
        return next(reversed(counters_in(self.written.drafts.all())), None)

    @cached_property
    def wanted(self) -> dict[str, Decimal]:
        """What the last counter asked for beside base in all: money, and days on top of the first offer."""
        basis = (self.last.basis if self.last else None) or {}
        items = [item for package in basis.get("opening", [])[:1] for item in package["items"]]
        return {one["key"]: Decimal(one["quantity"]) + Decimal(one["offered"]) for one in items}

    def left_of(self, key: str) -> Decimal:
        """What they have not given of it yet."""
        stands: Decimal = self.stand.get(key) or Decimal(0)
        entered = self.offer.leave_days if key == "leave_days" else None
        return max(Decimal(0), self.wanted.get(key, Decimal(0)) - stands + (entered or Decimal(0)))

    @property
    def is_back_first(self) -> bool:
        """Whether the base that they have lowered was one that the person accepts."""
        is_enough = self.reply is not None and self.reply.action is Action.ACCEPT
        return is_enough and self.cut_from is not None
