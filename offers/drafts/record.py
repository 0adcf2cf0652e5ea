"""What a message is composed from: the ground of its words, taken from all that is on record."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from hashlib import sha256

from django.db.models import prefetch_related_objects

from offers.drafts import parts, rivals
from offers.drafts.case import Case
from offers.drafts.composer import as_name, compose
from offers.drafts.composer.ground import Ground, NothingToSayError, Review, Rival, Step
from offers.drafts.drops import is_about
from offers.drafts.models import COUNTERS, Tone
from offers.engine.clock import Extension, ExtensionClass, align, extension, sign_by
from offers.engine.draft import Kind
from offers.engine.ladder import Rung
from offers.engine.shared import SharedBasis, SharedItem, SharedPackage, shared_item
from offers.engine.situation import EmployerType
from offers.engine.workdays import add_business_days
from offers.ledger.models import ANSWERS, Settled
from offers.models import Offer

LADDER = ("R2", "R3", "R4")  # What may be said after the ask; R1 is the ask, R5 the decision.
ASKING = (Kind.ACKNOWLEDGE, Kind.QUESTIONS)
LONG = (ExtensionClass.EXPLAIN, ExtensionClass.RISKY)


@dataclass(frozen=True, kw_only=True)
class Record(Case):
    """One offer as its messages speak of it. Private; `basis` and `ground` are what may leave it."""

    @cached_property
    def rival(self) -> Rival | None:
        """The other offer that a note may speak of. Raises NothingToSayError where none is better."""
        self.loaded_others()
        return rivals.rival_of(self.written, self.others)

    @cached_property
    def ground(self) -> Ground:
        """What every message is composed from."""
        return Ground(
            role=as_name(self.written.role),
            company=as_name(self.written.company),
            level=as_name(self.stand.get("level", "")),
            employer_type=EmployerType(self.written.employer_type),
            answer_on=self.answer_on,
            read_days=self.read_days,
            sign_by=self.sign_by,
            in_writing=self.written.stated_as == "written",
            missing=tuple(name for name, _ in self.missing),
            questions=self.questions,
            stated_range=bool(self.basis and self.basis.pay_range),
            number_named=self.written.named_number is not None,
            deadline=self.deadline,
            passed=self.passed,
            basis=self.movable,
            package=self.package,
            step=self.step,
            answered=self.answered,
            settle=self.settle,
            wrote_on=self.wrote_on,
            later=self.later,
            other_on=self.other_on,
            has_base="base" in self.kept,
            agreed=tuple(parts.agreed(self.written, self.kept)),
            promises=tuple(self.promises),
            drops=self.drops,
            is_final=self.process.final_on is not None,
            is_long=self.is_long,
        )

    @property
    def is_long(self) -> bool:
        """Whether the time to ask for is more than is usual."""
        return self.more_time is not None and self.more_time.kind in LONG

    @property
    def promises(self) -> Iterator[str]:
        """What they promised and have not written down; a part that they dropped is named as such."""
        names = [one.name for one in self.drops]
        for one in self.written.promises.all():
            if one.state == Settled.OPEN and not any(is_about(one, name) for name in names):
                yield as_name(one.what)

    @cached_property
    def movable(self) -> SharedBasis | None:
        """The basis without packages that sell as new what they have named and dropped.

        Where only such items are asked for, and not base, the others of them are left.
        """
        if self.basis is None or not self.drops:
            return self.basis
        opening = self.basis.opening
        if self.basis.ask is not None:
            return replace(self.basis, opening=tuple(one for one in opening if self.is_new(one.items)))
        left = [tuple(item for item in one.items if self.is_new((item,))) for one in opening]
        pairs = zip(opening, left, strict=True)
        return replace(self.basis, opening=tuple(replace(one, items=items) for one, items in pairs if items))

    @property
    def to_confirm(self) -> bool:
        """Whether their final package leaves open what they promised, or drops what they named."""
        return self.process.final_on is not None and bool(self.drops or any(self.promises))

    def is_new(self, items: tuple[SharedItem, ...]) -> bool:
        """Whether nothing among these was named before and then dropped."""
        return {one.key for one in items}.isdisjoint(one.name for one in self.drops)

    def digest(self, kind: Kind, tone: Tone) -> str:
        """Changes when anything changes that such a text is composed from; empty where it cannot be."""
        try:
            return digest(self.text(kind, tone))
        except NothingToSayError:
            return ""

    def text(self, kind: Kind, tone: Tone = Tone.PLAIN, *, preferred: bool = False) -> str:
        """The composed text. Raises NothingToSayError for a message that has nothing to say."""
        if self.problem and kind in (Kind.COUNTER, Kind.FALLBACK, Kind.PHONE, Kind.COMPETING):
            raise NothingToSayError(self.problem)
        return compose(kind, self.ground_for(kind), tone, preferred=preferred)

    def ground_for(self, kind: Kind) -> Ground:
        """The ground with what only such a message needs."""
        if kind is Kind.COMPETING:
            return replace(self.ground, rival=self.rival)
        return replace(self.ground, asked_on=self.asked_on) if kind is Kind.QUESTIONS else self.ground

    @cached_property
    def missing(self) -> tuple[tuple[str, str], ...]:
        gone = {one.name for one in self.drops}
        return tuple(parts.missing(self.offer, self.kept, self.today, gone))

    @property
    def questions(self) -> tuple[str, ...]:
        """What is not known of the offer, each as a question."""
        return (
            *(question for _, question in self.missing),
            *parts.more_questions(self.kept, {one.name for one in self.drops}),
        )

    @property
    def passed(self) -> date | None:
        """The deadline, once it lies behind."""
        return self.offer.deadline if self.offer.has_passed_its_deadline(self.today) else None

    @property
    def deadline(self) -> date | None:
        """The day by which they want an answer to what stands now."""
        return self.process.decide_by or self.offer.deadline

    @cached_property
    def sign_by(self) -> date:
        """A few business days from now, and not after the day by which they want an answer."""
        return sign_by(self.today, self.deadline, holidays=self.holidays)

    @property
    def answered(self) -> Decimal | None:
        """The base of their last answer to a counter."""
        prefetch_related_objects([self.offer], "terms")
        answers = [one for one in self.offer.terms.all() if one.kind in ANSWERS]
        return next((one.base for one in answers if one.base is not None), None)

    @property
    def wrote_on(self) -> date | None:
        """The day of the last counter that went out, else of the last message."""
        sent = [one for one in self.written.drafts.all() if one.sent_on]
        counters = [one for one in sent if one.kind in COUNTERS]
        return max((one.sent_on for one in counters or sent if one.sent_on), default=None)

    @property
    def asked_on(self) -> date | None:
        """The day on which a message last asked for what the written offer leaves out."""
        since = self.process.written_on
        sent = [one.sent_on for one in self.written.drafts.all() if one.kind in ASKING and one.sent_on]
        return max((day for day in sent if since and day >= since), default=None)

    @cached_property
    def other_on(self) -> date | None:
        """The day on which another employer's answer is expected."""
        self.loaded_others()
        return rivals.expected_on(self.others, self.today)

    @cached_property
    def later(self) -> date | None:
        """The day to ask for: after another answer that is expected, else some days after the deadline."""
        if self.deadline is None:
            return None
        start = max(self.deadline, self.today)
        waits = align(start, self.other_on, holidays=self.holidays, policy=self.policy)
        if waits and waits.until > start:
            return waits.until
        return add_business_days(start, int(self.policy.extension_ordinary_days), self.holidays)

    @cached_property
    def more_time(self) -> Extension | None:
        """How usual it is to ask for the later day."""
        if self.deadline is None or self.later is None:
            return None
        start = max(self.deadline, self.today)
        return extension(start, self.later, holidays=self.holidays, policy=self.policy)

    @cached_property
    def settle(self) -> Step | None:
        """What could be agreed on now: the next rung of the ladder that is not under what they answered."""
        asked = self.basis.ask if self.basis else None
        said = [step for rung, step in self.rungs if asked or rung.code != "R3"]
        steps = [self.moved(step) for step in said]
        return next((step for step in steps if step.base >= self.stands), None)

    def moved(self, step: Step) -> Step:
        """A review starts from the base that stands now; where base is not asked for it names none."""
        if step.review is None:
            return step
        later, asks = step.review.base, self.basis and self.basis.ask
        base = later if later and asks and later > self.stands else None
        return replace(step, base=max(step.base, self.stands), review=replace(step.review, base=base))

    @cached_property
    def answer_on(self) -> date | None:
        """Time to read the written offer, and not later than they asked for; None until it can be known."""
        usual = add_business_days(self.today, self.read_days, self.holidays)
        deadline = self.offer.deadline
        if deadline and self.today <= deadline <= usual:
            return deadline
        return usual if self.offer.stated_as == "written" else None

    @property
    def read_days(self) -> int:
        return int(self.policy.review_days)

    @cached_property
    def package(self) -> SharedPackage | None:
        """The first package worth as much as the ask that has less base and gives nothing away.

        Nothing is proposed under the base that they have answered with.
        """
        others = [one for one in self.movable.opening if one.base != self.movable.ask] if self.movable else []
        said = (one for one in others if one.base >= (self.answered or 0) and self.may_say(one.phrase))
        return next(said, None)

    @cached_property
    def step(self) -> Step | None:
        """What the first rung below the ask proposes, of those that give nothing away."""
        steps = (self.moved(step) if self.answered else step for _, step in self.rungs)
        return next((step for step in steps if step.base >= (self.answered or 0)), None)

    @property
    def rung(self) -> Rung | None:
        return next((rung for rung, _ in self.rungs), None)

    @cached_property
    def rungs(self) -> tuple[tuple[Rung, Step], ...]:
        """The rungs that give nothing away, each with what it proposes."""
        ladder = self.advice.ladder.rungs if self.advice else ()
        steps = ((rung, self.without_dropped(step_of(rung))) for rung in ladder if rung.code in LADDER)
        return tuple((rung, step) for rung, step in steps if step and self.may_say(rung.say.text))

    def without_dropped(self, step: Step) -> Step | None:
        """The step without what they have named and dropped, which is no new thing to ask for.

        None where only such things were on top of the base that stands.
        """
        items = tuple(item for item in step.items if self.is_new((item,)))
        if step.review is None and not items and step.items and step.base <= self.stands:
            return None
        return replace(step, items=items)


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def record_of(offer: Offer, today: date) -> Record:
    """The record of an offer that comes `with_case()`."""
    return Record(offer=offer, today=today)


def step_of(rung: Rung) -> Step:
    """The first package of a rung; the one that waits for a review says what base follows it."""
    package, said = rung.packages[0], rung.say.params
    items = tuple(map(shared_item, package.picks))
    if "months" not in said:
        return Step(base=package.base, items=items)
    later = said.get("amount")
    base = later if isinstance(later, Decimal) else None
    return Step(base=package.base, items=items, review=Review(months=str(said["months"]), base=base))
