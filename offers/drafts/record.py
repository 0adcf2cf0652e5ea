"""What a message is composed from: the ground of its words, taken from all that is on record."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from hashlib import sha256

from offers.drafts import agreed, parts, rivals
from offers.drafts.composer import as_name, compose
from offers.drafts.composer.ground import ENDED, NOT_YET, USUAL, Ground, NothingToSayError, Rival
from offers.drafts.drops import is_about, named
from offers.drafts.models import Tone, counters_in
from offers.drafts.proposals import Proposals
from offers.engine.clock import Extension, ExtensionClass, align, extension, sign_by
from offers.engine.draft import Kind
from offers.engine.situation import EmployerType
from offers.engine.workdays import add_business_days
from offers.history import LAST_WORDS
from offers.ledger.entries import IN_WRITING
from offers.ledger.models import Settled
from offers.ledger.parts import final_of
from offers.models import Offer

BARGAINING = (Kind.COUNTER, Kind.PHONE, Kind.FALLBACK, Kind.COMPETING)
ASKING = (Kind.ACKNOWLEDGE, Kind.QUESTIONS)
LONG = (ExtensionClass.EXPLAIN, ExtensionClass.RISKY)


@dataclass(frozen=True, kw_only=True)
class Record(Proposals):
    """One offer as its messages speak of it. Private; `basis` and `ground` are what may leave it."""

    @cached_property
    def rival(self) -> Rival | None:
        """The other offer that a note may speak of. Raises NothingToSayError where none is better."""
        self.loaded_others()
        return rivals.rival_of(self.written, self.others)

    @cached_property
    def ground(self) -> Ground:
        """What every message is composed from."""
        said = replace(self.basic_ground, answered=self.answered, settle=self.settle)
        return replace(said, cut_from=self.cut_from, rest=self.rest)

    @property
    def basic_ground(self) -> Ground:
        """What needs no answer of theirs."""
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
            number_named=self.written.named_number is not None,
            deadline=self.deadline,
            passed=self.passed,
            basis=self.movable,
            package=self.package,
            step=self.step,
            wrote_on=self.wrote_on,
            later=self.later,
            other_on=self.other_on,
            has_base="base" in self.kept,
            beside=self.beside,
            sign_on=self.kept.get("sign_on"),
            promises=tuple(self.promises),
            drops=self.drops,
            is_final=self.process.final_on is not None,
            is_long=self.is_long,
            aloud=self.aloud,
        )

    @property
    def beside(self) -> tuple[str, ...]:
        """What may stand beside base here."""
        return tuple(item.key for item in self.advice.bargain.items) if self.advice else USUAL

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

    @property
    def to_confirm(self) -> bool:
        """Whether their final package was only said, drops what they named, or leaves a promise open."""
        return self.process.final_on is not None and bool(self.drops or any(self.promises) or self.aloud)

    @property
    def aloud(self) -> tuple[str, ...]:
        """What their final package names that they have only said, as a message asks for it in writing."""
        final = final_of(self.written)
        if final is None or final.channel in IN_WRITING:
            return ()
        return tuple(named(self.written, final))

    def digest(self, kind: Kind, tone: Tone) -> str:
        """Changes when anything changes that such a text is composed from; empty where it cannot be."""
        try:
            return digest(self.text(kind, tone))
        except NothingToSayError:
            return ""

    def text(self, kind: Kind, tone: Tone = Tone.PLAIN, *, preferred: bool = False) -> str:
        """The composed text. Raises NothingToSayError for a message that has nothing to say."""
        if ended := self.why_ended(kind):
            raise NothingToSayError(ended)
        if kind is Kind.ACCEPT and (early := self.why_no_yes):
            raise NothingToSayError(early)
        if self.problem and kind in (Kind.COUNTER, Kind.FALLBACK, Kind.PHONE, Kind.COMPETING):
            raise NothingToSayError(self.problem)
        if kind in BARGAINING and (over := self.why_over_for(kind)):
            raise NothingToSayError(over)
        return compose(kind, self.ground_for(kind), tone, preferred=preferred)

    def why_ended(self, kind: Kind) -> str:
        """Why no such message follows our yes or no until they answer it; only the other of the two does."""
        word = self.offer.history.last_word
        return "" if kind in LAST_WORDS and kind != word else ENDED.get(word, "")

    @property
    def why_no_yes(self) -> str:
        """Why an acceptance waits: it can name no base while the one that they lowered is asked back."""
        lowered = next((one.the for one in self.drops if one.name == "base"), "")
        return NOT_YET.format(lowered) if lowered else ""

    def why_over_for(self, kind: Kind) -> str:
        """Why such a message asks for no more; a fallback may still ask for what stands beside base."""
        if not self.may_settle:
            return self.why_over
        beside = kind in (Kind.FALLBACK, Kind.COMPETING)
        return "" if beside and not (kind is Kind.COMPETING and self.is_final) else self.why_over

    def ground_for(self, kind: Kind) -> Ground:
        """The ground with what only such a message needs."""
        if kind is Kind.COMPETING:
            return replace(self.ground, rival=self.rival)
        if kind is Kind.ACCEPT:
            return replace(self.ground, agreed=tuple(agreed.agreed(self.written, self.agreed)))
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

    @property
    def answer_by(self) -> date | None:
        """That day, while it lies ahead: the one by which an answer may be promised."""
        return self.deadline if self.deadline and self.deadline >= self.today else None

    @cached_property
    def sign_by(self) -> date:
        """A few business days from now, and not after the day by which they want an answer."""
        return sign_by(self.today, self.deadline, holidays=self.holidays)

    @property
    def wrote_on(self) -> date | None:
        """The day of the last counter that went out, else of the last message."""
        sent = [one for one in self.written.drafts.all() if one.sent_on]
        counters = counters_in(sent)
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


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def record_of(offer: Offer, today: date) -> Record:
    """The record of an offer that comes `with_case()`."""
    return Record(offer=offer, today=today)
