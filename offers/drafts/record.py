"""What is on record beside a message: the ground it is composed from and the facts it is checked against."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from hashlib import sha256

from django.db.models import Prefetch, prefetch_related_objects

from offers.accounts.workdays import holidays_of
from offers.bands.policy import current_policy
from offers.case import advice_on
from offers.drafts import parts, rivals
from offers.drafts.composer import as_name, compose
from offers.drafts.composer.ground import Ground, NothingToSayError, Review, Rival, Step
from offers.drafts.models import COUNTERS, Draft, Tone
from offers.drafts.process import process_of
from offers.engine.advice import Advice
from offers.engine.clock import align
from offers.engine.draft import DraftFacts, Kind
from offers.engine.errors import EngineError
from offers.engine.ladder import Rung
from offers.engine.leak import is_leak
from offers.engine.policy import Policy
from offers.engine.process import Process
from offers.engine.shared import SharedBasis, SharedItem, SharedPackage, shared_basis
from offers.engine.situation import EmployerType
from offers.engine.tone_figures import amounts
from offers.engine.tone_text import Page
from offers.engine.workdays import add_business_days
from offers.ledger.models import ANSWERS
from offers.ledger.parts import Stand, standing
from offers.models import Offer, Stage

MONTHS = 12
LADDER = ("R2", "R3", "R4")  # What may be said after the ask; R1 is the ask, R5 the decision.
SIGN_DAYS = 4  # Business days: as long as one waits before asking again.


@dataclass(frozen=True, kw_only=True)
class Record:
    """One offer, with what the engine says of it. Private; `basis` and `ground` are what may leave it.

    `advice` is None while the base is missing, or `problem` says what keeps the engine from an answer. Each
    part is worked out when it is first asked for.
    """

    offer: Offer
    today: date

    @cached_property
    def advised(self) -> tuple[Advice | None, str]:
        """The advice, or what keeps the engine from it."""
        try:
            return advice_on(self.offer, self.today), ""
        except EngineError as error:
            return None, error.sentence

    @property
    def advice(self) -> Advice | None:
        return self.advised[0]

    @property
    def problem(self) -> str:
        return self.advised[1]

    @cached_property
    def policy(self) -> Policy:
        return current_policy()

    @cached_property
    def holidays(self) -> frozenset[date]:
        return holidays_of(self.offer.owner, self.today)

    @cached_property
    def written(self) -> Offer:
        """The offer with what was said and sent so far, in three queries."""
        light = Draft.objects.defer("text", "basis", "override")
        prefetch_related_objects([self.offer], Prefetch("drafts", queryset=light), "terms", "promises")
        return self.offer

    @cached_property
    def process(self) -> Process:
        return process_of(self.written)

    @cached_property
    def stand(self) -> Stand:
        """What stands of each part of the offer now. One query."""
        prefetch_related_objects([self.offer], "terms")
        return standing(self.offer)

    @cached_property
    def basis(self) -> SharedBasis | None:
        return shared_basis(self.advice) if self.advice else None

    @cached_property
    def colleagues(self) -> frozenset[Decimal]:
        return frozenset(one.pay for one in self.offer.colleagues.all())

    @cached_property
    def known(self) -> frozenset[Decimal]:
        """Amounts the employer knows already: it stated them, or was told."""
        offer = self.offer
        told = (
            offer.named_number,
            offer.sign_on,
            offer.equity_grant,
            offer.posted_minimum,
            offer.posted_maximum,
        )
        stated = self.basis.public_figures if self.basis else frozenset()
        public = stated | {figure for figure in told if figure is not None} | self.said
        return public | frozenset(self.in_other_units(public))

    @property
    def said(self) -> frozenset[Decimal]:
        """The amounts in every version of the terms that they have named."""
        stand = self.stand  # Loads the terms.
        versions = (vars(one) for one in self.offer.terms.all())
        return frozenset(number for one in (stand, *versions) for number in parts.amounts(one))

    @cached_property
    def sayable(self) -> frozenset[Decimal]:
        """Amounts of the advice that may stand in a message: the ask, packages, steps of the ladder."""
        if self.basis is None:
            return frozenset()
        packages = (*self.basis.opening, *self.basis.fallback)
        found = {package.base for package in packages}
        found |= {item.quantity for package in packages for item in package.items}
        found |= {number for sentence in self.basis.sentences for number in numbers_in(sentence)}
        ask = frozenset() if self.basis.ask is None else frozenset({self.basis.ask})
        safe = {number for number in found if not self.gives_away(number)}
        return frozenset(number for number in safe | ask if not self.is_near_walk_away(number))

    @cached_property
    def others(self) -> list[Offer]:
        """The other offers and processes of this person that are still open. One query."""
        mine = Offer.objects.filter(owner_id=self.offer.owner_id, is_example=False)
        return list(mine.exclude(pk=self.offer.pk).exclude(stage=Stage.DECIDED))

    @cached_property
    def rival(self) -> Rival | None:
        """The other offer that a note may speak of. Raises NothingToSayError where none is better."""
        self.loaded_others()
        return rivals.rival_of(self.written, self.others)

    def loaded_others(self) -> None:
        prefetch_related_objects(self.others, "terms", "expectation")

    def gives_away(self, number: Decimal) -> bool:
        """Whether a number tells the walk-away or what a colleague earns."""
        return self.is_near_walk_away(number) or (number in self.colleagues and number not in self.known)

    def is_near_walk_away(self, number: Decimal) -> bool:
        return is_leak(number, self.offer.walk_away, self.known, self.policy)

    def in_other_units(self, figures: frozenset[Decimal]) -> Iterator[Decimal]:
        """The same amounts a year and a month."""
        for figure in figures if self.advice is None else map(self.advice.per_year, figures):
            yield from (figure, figure / MONTHS)

    def facts(self, kind: Kind, *, preferred: bool) -> DraftFacts:
        """What a message of this kind has to agree with. What colleagues earn is guarded as the walk-away."""
        walk_away = self.offer.walk_away
        own = frozenset() if walk_away is None else frozenset({walk_away})
        return DraftFacts(
            kind=kind,
            target=self.advice.state.target if self.advice else self.offer.target,
            walk_away=walk_away,
            private_figures=(*self.in_other_units(own), *sorted(self.colleagues - self.known)),
            figures=tuple(sorted(self.known | self.sayable)),
            competing=rivals.strongest(self.others),
            competitors=tuple(one.company for one in self.others if one.company != self.offer.company),
            employer=self.offer.company,
            preferred=preferred,
            agreed=parts.terms_of(self.stand) if kind is Kind.ACCEPT else (),
        )

    @cached_property
    def ground(self) -> Ground:
        """All but the other offer, which only a note on it needs."""
        offer = self.written
        return Ground(
            role=as_name(offer.role),
            company=as_name(offer.company),
            level=as_name(self.stand.get("level", "")),
            employer_type=EmployerType(offer.employer_type),
            answer_on=self.answer_on,
            read_days=self.read_days,
            sign_by=self.sign_by,
            in_writing=offer.stated_as == "written",
            missing=tuple(name for name, _ in self.missing),
            questions=self.questions,
            stated_range=bool(self.basis and self.basis.pay_range),
            number_named=offer.named_number is not None,
            deadline=self.deadline,
            passed=self.passed,
            basis=self.basis,
            package=self.package,
            step=self.step,
            answered=self.answered,
            settle=self.settle,
            wrote_on=self.wrote_on,
            later=self.later,
            other_on=self.other_on,
            has_base="base" in self.stand,
            agreed=tuple(parts.agreed(offer, self.stand)),
            promises=tuple(as_name(one.what) for one in self.process.open_promises),
        )

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
        ground = replace(self.ground, rival=self.rival) if kind is Kind.COMPETING else self.ground
        return compose(kind, ground, tone, preferred=preferred)

    @cached_property
    def missing(self) -> tuple[tuple[str, str], ...]:
        return tuple(parts.missing(self.offer, self.stand, self.today))

    @property
    def questions(self) -> tuple[str, ...]:
        """What is not known of the offer, each as a question."""
        return (*(question for _, question in self.missing), *parts.more_questions(self.stand))

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
        usual = add_business_days(self.today, SIGN_DAYS, self.holidays)
        deadline = self.deadline
        return deadline if deadline and self.today <= deadline <= usual else usual

    @property
    def answered(self) -> Decimal | None:
        """The base of their last answer to a counter."""
        answers = [one for one in self.written.terms.all() if one.kind in ANSWERS]
        return next((one.base for one in answers if one.base is not None), None)

    @property
    def wrote_on(self) -> date | None:
        """The day of the last counter that went out, else of the last message."""
        sent = [one for one in self.written.drafts.all() if one.sent_on]
        counters = [one for one in sent if one.kind in COUNTERS]
        return max((one.sent_on for one in counters or sent if one.sent_on), default=None)

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
    def settle(self) -> Step | None:
        """What could be agreed on now: the next rung of the ladder that is not under what they answered."""
        rungs = self.advice.ladder.rungs if self.advice else ()
        asked = self.basis.ask if self.basis else None
        said = [rung for rung in rungs if rung.code in LADDER and (asked or rung.code != "R3")]
        steps = [self.moved(step_of(rung)) for rung in said if self.may_say(rung.say.text)]
        return next((step for step in steps if step.base >= self.stands), None)

    @property
    def stands(self) -> Decimal:
        """The base that stands now."""
        base: Decimal | None = self.stand.get("base")
        return base or Decimal(0)

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
        """The first package worth as much as the ask that has less base and gives nothing away."""
        others = [one for one in self.basis.opening if one.base != self.basis.ask] if self.basis else []
        return next((one for one in others if self.may_say(one.phrase)), None)

    @cached_property
    def step(self) -> Step | None:
        """What the first rung below the ask that gives nothing away proposes."""
        return step_of(self.rung) if self.rung else None

    @cached_property
    def rung(self) -> Rung | None:
        rungs = self.advice.ladder.rungs if self.advice else ()
        lower = [rung for rung in rungs if rung.code in LADDER]
        return next((rung for rung in lower if self.may_say(rung.say.text)), None)

    def may_say(self, sentence: str) -> bool:
        return not any(self.gives_away(number) for number in numbers_in(sentence))


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def record_of(offer: Offer, today: date) -> Record:
    """The record of an offer that comes `with_case()`."""
    return Record(offer=offer, today=today)


def step_of(rung: Rung) -> Step:
    """The first package of a rung; the one that waits for a review says what base follows it."""
    package, said = rung.packages[0], rung.say.params
    items = tuple(SharedItem(key=pick.key, quantity=pick.quantity) for pick in package.picks)
    if "months" not in said:
        return Step(base=package.base, items=items)
    later = said.get("amount")
    base = later if isinstance(later, Decimal) else None
    return Step(base=package.base, items=items, review=Review(months=str(said["months"]), base=base))


def numbers_in(sentence: str) -> tuple[Decimal, ...]:
    return tuple(found.value for found in amounts(Page(sentence)))
