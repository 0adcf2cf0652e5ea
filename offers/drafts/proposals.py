"""What a message may propose: one request, a second way, and what could be agreed on now."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from offers.drafts.answer import Answered
from offers.drafts.case import numbers_in
from offers.drafts.composer.ground import (
    BACK_FIRST,
    ENDED,
    FINAL,
    GIVEN,
    KEPT,
    PROPOSED,
    REACHED,
    REST,
    WAITING,
    Review,
    Step,
)
from offers.engine.ladder import Rung
from offers.engine.replies import Action
from offers.engine.shared import SharedBasis, SharedItem, SharedPackage, shared_item
from offers.proposed import items_left, proposal_of

LADDER = ("R2", "R3", "R4")  # What may be said after the ask; R1 is the ask, R5 the decision.


@dataclass(frozen=True, kw_only=True)
class Proposals(Answered):
    """One offer with what may be proposed about it. Private; what may leave it is `movable` and the steps."""

    @property
    def why_over(self) -> str:
        """Why their answer, or a yes or no of ours, leaves no more base to ask for; empty while there is."""
        if self.is_waiting:
            return ENDED.get(self.offer.history.last_word, WAITING)
        if self.answered is None or self.basis is None:
            return ""
        if self.is_reached:
            return GIVEN if self.is_given else REACHED
        if self.is_back_first:
            return BACK_FIRST
        if self.is_final:
            return FINAL
        if self.reply is not None and self.reply.action is Action.PACKAGE:
            return REST
        if self.is_proposed:
            return PROPOSED
        return KEPT if self.basis.ask is not None and self.request is None else ""

    @cached_property
    def request(self) -> Decimal | None:
        """The base to ask for now: the ask; once they have answered, the step that is left above their base.

        None where base is not asked for, where they have reached what the person accepts or called it final,
        and where the next number would give something away.
        """
        if self.is_waiting:
            return None
        if self.answered is None or self.basis is None or self.basis.ask is None:
            return self.basis.ask if self.basis else None
        if self.is_final or self.reply is None:
            return None
        return self.reply.reply if self.may_say(self.reply.say.text, self.answered) else None

    @property
    def has_request(self) -> bool:
        """Whether something is left to ask for now: more base, or what stands beside a base that is fixed."""
        beside = self.movable is not None and self.movable.ask is None and bool(self.movable.opening)
        return not self.why_over and (self.request is not None or beside)

    @property
    def sayable(self) -> frozenset[Decimal]:
        """With the base to ask for now, and what is missing of a proposal."""
        items = self.rest_step.items if self.rest_step else ()
        rest = {one.quantity + one.offered for one in items} | set(numbers_in(self.rest))
        return super().sayable | rest | ({self.request} if self.request else frozenset())

    @cached_property
    def movable(self) -> SharedBasis | None:
        """The basis of a message sent now: with what is asked for now, without packages of dropped parts.

        They would sell as new what was named before. Where only such items are asked for, and not base, the
        others of them are left. Once they have answered, no package is worth the same as the request.
        """
        if self.basis is None:
            return None
        now = self.basis
        if self.answered is not None and now.ask is not None:
            now = replace(now, ask=self.request, opening=())
        if self.answered is not None and now.ask is None and self.last:
            now = replace(now, opening=tuple(self.not_more(now.opening)))
        if not self.drops:
            return now
        if now.ask is not None:
            return replace(now, opening=tuple(one for one in now.opening if self.is_new(one.items)))
        left = [tuple(item for item in one.items if self.is_new((item,))) for one in now.opening]
        pairs = zip(now.opening, left, strict=True)
        return replace(now, opening=tuple(replace(one, items=items) for one, items in pairs if items))

    def not_more(self, packages: tuple[SharedPackage, ...]) -> Iterator[SharedPackage]:
        """The packages with no more of anything than they have not given of what the last counter asked."""
        for package in packages:
            least = ((item, min(item.quantity, self.left_of(item.key))) for item in package.items)
            items = tuple(replace(item, quantity=quantity) for item, quantity in least if quantity)
            if items:
                yield replace(package, items=items)

    def is_new(self, items: tuple[SharedItem, ...]) -> bool:
        """Whether nothing among these was named before and then dropped."""
        return {one.key for one in items}.isdisjoint(self.dropped)

    @property
    def settle(self) -> Step | None:
        """What could be agreed on now: their base with the rest of a proposal, else the next rung."""
        return self.rest_step or (self.settlement[1] if self.settlement else None)

    @property
    def rest_step(self) -> Step | None:
        """Their base with what is missing of the proposal that it was a part of."""
        found = proposal_of(self.offer)
        if found is None or not self.lacks_the_rest or self.is_waiting:
            return None
        items = items_left(self.offer, found)
        review = None if items or not found.review else Review(months=found.review, base=None)
        return Step(base=self.stands, items=items, review=review)

    @cached_property
    def settlement(self) -> tuple[Rung, Step] | None:
        """The next rung that is not under what stands nor, once they have answered, worth the request."""
        if self.lacks_the_rest:
            return None
        said = [(rung, self.moved(step)) for rung, step in self.rungs if self.is_fallback(rung)]
        return next((one for one in said if self.settles(one[1])), None)

    def is_fallback(self, rung: Rung) -> bool:
        """Whether it comes after the request, which is the package itself where base is not asked for."""
        return rung.code in LADDER and (rung.code != "R3" or bool(self.basis and self.basis.ask))

    @property
    def may_settle(self) -> bool:
        """Whether their answer leaves something to settle for: neither enough, nor still to be answered."""
        return not (self.is_reached or self.is_waiting or self.is_back_first or self.is_proposed)

    def settles(self, step: Step) -> bool:
        """Whether it adds something to what stands, less than was just asked for, and is enough."""
        if step.base < self.stands or not (step.base > self.stands or step.items or step.review):
            return False
        if self.answered is None or self.advice is None:
            return True
        if self.is_final and step.base > self.stands:
            return False
        bargain = self.advice.bargain
        worth = {item.key: item.worth for item in bargain.items}
        beside = sum((worth.get(one.key, Decimal(0)) * one.quantity for one in step.items), Decimal(0))
        value, asked = bargain.base_value(step.base) + beside, self.request
        is_less = asked is None or value < bargain.base_value(asked)
        return is_less and value >= bargain.base_value(self.least)

    def moved(self, step: Step) -> Step:
        """A review starts from the base that stands now and leads no higher than what is asked for now.

        Where base is not asked for it names none.
        """
        if step.review is None:
            return step
        later, asks = step.review.base, self.request or (self.basis and self.basis.ask)
        base = min(later, asks) if later and asks and later > self.stands else None
        return replace(step, base=max(step.base, self.stands), review=replace(step.review, base=base))

    @cached_property
    def package(self) -> SharedPackage | None:
        """The first package worth as much as the ask that has less base and gives nothing away."""
        if self.movable is None:
            return None
        others = (one for one in self.movable.opening if one.base != self.movable.ask)
        return next((one for one in others if self.may_say(one.phrase)), None)

    @property
    def second(self) -> tuple[Rung, Step] | None:
        """The second way of a request: the first rung; what could be agreed on, once they have answered."""
        return self.settlement if self.answered is not None else next(iter(self.rungs), None)

    @property
    def step(self) -> Step | None:
        """What the second way proposes where no package does."""
        return self.second[1] if self.second else None

    @cached_property
    def rungs(self) -> tuple[tuple[Rung, Step], ...]:
        """The rungs that give nothing away, each with its proposal; a review at least without a number."""
        ladder = self.advice.ladder.rungs if self.advice else ()
        steps = ((rung, self.without_dropped(step_of(rung))) for rung in ladder if rung.code in LADDER)
        found = ((rung, step, self.may_say(rung.say.text)) for rung, step in steps if step)
        return tuple(
            (rung, step if safe else plain(step)) for rung, step, safe in found if safe or step.review
        )

    def without_dropped(self, step: Step) -> Step | None:
        """The step without what they have named and dropped, which is no new thing to ask for.

        None where only such things were on top of the base that stands.
        """
        items = tuple(item for item in step.items if self.is_new((item,)))
        if step.review is None and not items and step.items and step.base <= self.stands:
            return None
        return replace(step, items=items)


def step_of(rung: Rung) -> Step:
    """The first package of a rung; the one that waits for a review says what base follows it."""
    package, said = rung.packages[0], rung.say.params
    items = tuple(map(shared_item, package.picks))
    if "months" not in said:
        return Step(base=package.base, items=items)
    later = said.get("amount")
    base = later if isinstance(later, Decimal) else None
    return Step(base=package.base, items=items, review=Review(months=str(said["months"]), base=base))


def plain(step: Step) -> Step:
    """A review without the base that would follow it."""
    return replace(step, review=replace(step.review, base=None) if step.review else None)
