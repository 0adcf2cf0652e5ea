"""What is on record beside a message: the ground it is composed from and the facts it is checked against."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from hashlib import sha256

from offers.bands.policy import current_policy
from offers.case import advice_on
from offers.drafts.composer import Ground, Review, Step, compose
from offers.engine.advice import Advice
from offers.engine.draft import Competing, DraftFacts, Kind
from offers.engine.encode import encode
from offers.engine.errors import EngineError
from offers.engine.ladder import Rung
from offers.engine.leak import is_leak
from offers.engine.policy import Policy
from offers.engine.shared import SharedBasis, SharedItem, SharedPackage, shared_basis
from offers.engine.situation import EmployerType
from offers.engine.tone_figures import amounts
from offers.engine.tone_text import Page
from offers.engine.workdays import add_business_days
from offers.models import Offer, Stage, Stated

MONTHS = 12
LADDER = ("R2", "R3", "R4")  # What may be said after the ask; R1 is the ask, R5 the decision.


@dataclass(frozen=True, kw_only=True)
class Record:
    """One offer, with what the engine says of it. Private; `basis` and `ground` are what may leave it.

    `advice` is None while the base is missing, or `problem` says what keeps the engine from an answer.
    """

    offer: Offer
    today: date
    advice: Advice | None
    problem: str
    policy: Policy

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
        public = stated | {figure for figure in told if figure is not None}
        return public | frozenset(self.in_other_units(public))

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
    def others(self) -> list[tuple[Competing, str]]:
        """The other offers this person holds: how each was stated, and by whom. One query."""
        mine = Offer.objects.filter(owner_id=self.offer.owner_id, base__isnull=False, is_example=False)
        held = mine.exclude(pk=self.offer.pk).exclude(stage=Stage.DECIDED)
        return [(Competing(how), company) for how, company in held.values_list("stated_as", "company")]

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
        others = self.others
        return DraftFacts(
            kind=kind,
            target=self.advice.state.target if self.advice else self.offer.target,
            walk_away=walk_away,
            private_figures=(*self.in_other_units(own), *sorted(self.colleagues - self.known)),
            figures=tuple(sorted(self.known | self.sayable)),
            competing=max((how for how, _ in others), key=tuple(Competing).index, default=Competing.NONE),
            competitors=tuple(company for _, company in others if company != self.offer.company),
            employer=self.offer.company,
            preferred=preferred,
        )

    @cached_property
    def ground(self) -> Ground:
        offer = self.offer
        return Ground(
            role=offer.role,
            company=offer.company,
            level=offer.level,
            employer_type=EmployerType(offer.employer_type),
            answer_on=self.answer_on,
            read_days=self.read_days,
            in_writing=offer.stated_as == "written",
            missing=tuple(missing_of(offer, self.today)),
            number_named=offer.named_number is not None,
            passed=offer.deadline if offer.has_passed_its_deadline(self.today) else None,
            basis=self.basis,
            package=self.package,
            step=self.step,
        )

    @property
    def digest(self) -> str:
        """Changes when anything changes that a text is composed from."""
        return sha256(json.dumps(encode(self.ground), sort_keys=True).encode()).hexdigest()

    def first_text(self, kind: Kind) -> str:
        return compose(kind, self.ground)

    @cached_property
    def answer_on(self) -> date | None:
        """Time to read the written offer, and not later than they asked for; None until it can be known."""
        usual = add_business_days(self.today, self.read_days)
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


def record_of(offer: Offer, today: date) -> Record:
    """The record of an offer that comes `with_case()`."""
    problem = ""
    try:
        advice = advice_on(offer, today)
    except EngineError as error:
        advice, problem = None, error.sentence
    policy = advice.state.policy if advice else current_policy()
    return Record(offer=offer, today=today, advice=advice, problem=problem, policy=policy)


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


def missing_of(offer: Offer, today: date) -> Iterator[str]:
    """The parts of a written offer that nobody has named yet."""
    if not offer.level:
        yield "the level"
    if offer.bonus_stated == Stated.NOT_STATED:
        yield "the bonus terms"
    if offer.equity_stated == Stated.NOT_STATED:
        yield "any equity"
    if offer.sign_on_stated == Stated.GIVEN and offer.sign_on_clawback_months is None:
        yield "when the sign-on would have to be paid back"
    if offer.leave_stated == Stated.NOT_STATED:
        yield "the days of leave"
    yield "the reporting line"
    if offer.deadline is None or offer.has_passed_its_deadline(today):
        yield "the date by which you need my answer"
