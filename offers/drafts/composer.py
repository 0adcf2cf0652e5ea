"""The first text of a draft: blocks chosen by plain rules from what may be said.

What comes in holds no walk-away, no pay of colleagues and no other offers, so nothing of them can come out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from offers.engine.draft import Kind
from offers.engine.items import item_phrase
from offers.engine.money import spoken
from offers.engine.shared import SharedBasis, SharedItem, SharedPackage
from offers.engine.situation import EmployerType, Unit

PER = {Unit.YEAR: "a year", Unit.MONTH: "a month", Unit.HOUR: "an hour"}
SETTLED = "With pay settled before I start, I can give the work my full attention."
GAP = "[your reason: what you have done that this role needs]"
REVIEW = (
    "If a part of this cannot be done, a review after six months, agreed in writing now, would help as well."
)


@dataclass(frozen=True, kw_only=True)
class Review:
    """A review agreed in writing, with the base that follows it where one is known."""

    months: str
    base: Decimal | None


@dataclass(frozen=True, kw_only=True)
class Step:
    """A base with items on top, or with a review later; worth less than the ask."""

    base: Decimal
    items: tuple[SharedItem, ...] = ()
    review: Review | None = None


@dataclass(frozen=True, kw_only=True)
class Ground:
    """What a message is composed from.

    The answer comes on `answer_on`, or `read_days` business days after the written offer where none is there
    and no deadline is known. `level` is empty while they have named none. `in_writing` says how they have the
    offer, `missing` which parts of it nobody has named; `passed` is the deadline when it lies behind.
    `basis` is None while no base is known. `package` is worth as much as the ask with less base, `step` is
    what the ladder has next, worth less; both are None when they cannot be said.
    """

    role: str
    company: str
    level: str
    employer_type: EmployerType
    answer_on: date | None
    read_days: int
    in_writing: bool
    missing: tuple[str, ...]
    number_named: bool
    passed: date | None
    basis: SharedBasis | None
    package: SharedPackage | None = None
    step: Step | None = None


def compose(kind: Kind, ground: Ground) -> str:
    """The text of an acknowledgement or a counter; a counter needs a basis."""
    blocks = acknowledgement(ground) if kind is Kind.ACKNOWLEDGE else counter(ground)
    return "\n\n".join(["Hello,", *(block for block in blocks if block), "Kind regards"])


def subject(role: str) -> str:
    """The subject line of a message about an offer; it names no number, since lists of mail show it."""
    return f"Your offer for the role of {role}"


def acknowledgement(ground: Ground) -> list[str]:
    """Thanks, what is missing, and the day of the answer. No number: that belongs in the counter."""
    offer = "the written offer for the role" if ground.in_writing else "offering me the role"
    pieces = listed(ground.missing)
    sent = f"Could you also send me {pieces}?"
    spoken_only = f"Could you send me the offer in writing, with {pieces}?"
    return [
        f"Thank you for {offer} of {ground.role} at {ground.company}.",
        still_open(ground),
        f"{sent if ground.in_writing else spoken_only} I will read it with care, and you will hear from me "
        f"{when(ground)}.",
    ]


def when(ground: Ground) -> str:
    """By when they hear from the person: a day, or so long after an offer that is still to come."""
    return f"by {day(ground.answer_on)}" if ground.answer_on else within(ground.read_days)


def within(days: int) -> str:
    return f"within {days} business day{'s' if days > 1 else ''} of having it"


def counter(ground: Ground) -> list[str]:
    """Interest, one request with its reason, a second way, and a question."""
    if ground.basis is None:
        raise ValueError("A counter needs a base to speak of.")
    asks = base_request(ground, ground.basis) if ground.basis.ask else other_request(ground, ground.basis)
    return [
        f"Thank you for the offer for the role of {ground.role}. I am excited about the work and would like "
        f"to join {ground.company}.",
        still_open(ground),
        *asks,
        "Could you take this to the people who decide on pay, and tell me what they need from me? I am happy "
        "to talk it through.",
    ]


def still_open(ground: Ground) -> str:
    """After the deadline the first thing to know is whether there still is an offer."""
    if ground.passed is None:
        return ""
    return f"{day(ground.passed)}, the day for my answer, has passed. Does the offer still stand?"


def base_request(ground: Ground, basis: SharedBasis) -> list[str]:
    """The ask, why it is raised now, and the second way."""
    ask = paid(basis.ask or basis.offer, basis)
    request = f"{reason(ground, basis)}, I would like to ask for a base of {ask}."
    return [
        f"There is one point that I would like to raise: the base. {named(ground)}{request} {SETTLED}",
        second_way(ground, basis),
    ]


def second_way(ground: Ground, basis: SharedBasis) -> str:
    """A package worth as much as the ask; else the next step of the ladder; else words without a number.

    It names a direction and never promises to sign: whether to take it is decided when they answer.
    """
    start = "If the base cannot go that far, "
    if ground.package:
        same = package_words(ground.package.base, ground.package.items, basis)
        return f"{start}{same} would come to the same for me."
    if ground.step:
        return f"{start}{step_words(ground.step, basis)} could be another way."
    return f"{start}I am open to a sign-on bonus or more leave instead."


def package_words(base: Decimal, items: Sequence[SharedItem], basis: SharedBasis) -> str:
    """A base with what stands beside it: USD 84,000 a year with a sign-on of USD 8,000."""
    words = [item_phrase(item.key, item.quantity, basis.currency) for item in items]
    return f"{paid(base, basis)} with {listed(words)}" if words else paid(base, basis)


def step_words(step: Step, basis: SharedBasis) -> str:
    words = package_words(step.base, step.items, basis)
    if step.review is None:
        return words
    after = f" and {paid(step.review.base, basis)} when its aims are met" if step.review.base else ""
    return f"{words} with a review after {step.review.months} months{after}, agreed in writing now,"


def other_request(ground: Ground, basis: SharedBasis) -> list[str]:
    """No request on base: one for what stands beside it, or the question what may move."""
    items = [
        item_phrase(item.key, item.quantity, basis.currency)
        for one in basis.opening[:1]
        for item in one.items
    ]
    if items:
        request = f"{reason(ground, basis)}, I would like to ask for {listed(items)}."
    else:
        stays = f"It stays at {paid(basis.offer, basis)}."
        what = "I would like to ask what else may move: a sign-on, leave, or the start."
        request = f"{stays} {reason(ground, basis)}, {what}"
    return [f"{named(ground)}{placement(ground)}", f"{request} {SETTLED}", REVIEW]


def placement(ground: Ground) -> str:
    """Why base is not asked for; where it follows from a rule, the question is what the rule was given."""
    if ground.employer_type is EmployerType.FORMULA:
        return (
            "I have no request on base, since it follows from your formula. Could you show me the level, the "
            "location and the step that it was given?"
        )
    if ground.employer_type is EmployerType.STEP_SCALE:
        return (
            "I have no request on base, since it follows from your scale. Could you tell me at which step my "
            "years of experience place me?"
        )
    return "I have no request on base."


def named(ground: Ground) -> str:
    """What has changed since a number was named. The ask itself never changes for it."""
    if not ground.number_named:
        return ""
    return (
        "I named a number earlier, before I knew the level, the scope of the role and the whole offer; "
        "please take what I write here in its place. "
    )


def reason(ground: Ground, basis: SharedBasis) -> str:
    """The one reason beside the request: the range the employer has stated, else the level it has named.

    With neither on record there is a gap for the person to fill; the check blocks the text until then.
    """
    stated = basis.pay_range
    if stated and stated.minimum and stated.maximum and (basis.ask or basis.offer) <= stated.maximum:
        limits = f"{figure(stated.minimum, basis)} to {spoken(stated.maximum)} {PER[basis.unit]}"
        return f"Given the range of {limits} for this role"
    return f"Given the level of the role, {ground.level}" if ground.level else f"Based on {GAP}"


def figure(value: Decimal, basis: SharedBasis) -> str:
    return f"{basis.currency} {spoken(value)}"


def paid(value: Decimal, basis: SharedBasis) -> str:
    """An amount of base with its currency and unit: USD 88,500 a year."""
    return f"{figure(value, basis)} {PER[basis.unit]}"


def day(on: date) -> str:
    return f"{on:%A} {on.day} {on:%B}"


def listed(parts: Sequence[str]) -> str:
    """The parts as a sentence has them: a, b and c."""
    return " and ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)
