"""Where the numbers of a composed text come from, for the person's own page."""

from collections.abc import Iterator
from dataclasses import dataclass

from offers.drafts.checks import cited
from offers.drafts.composer.words import ANSWERS, day, figure, paid, within
from offers.drafts.record import Record
from offers.engine.message_parts import DATED
from offers.engine.money import spoken
from offers.engine.reason import ASSUMPTION, PRACTITIONER, TYPED, Grade, Reason
from offers.engine.shared import SharedBasis, SharedItem

PERCENT = 100


@dataclass(frozen=True, kw_only=True)
class Origin:
    """One amount or date of a text as it stands there, with its reason, its source and how strong that is."""

    words: str
    label: str
    why: str
    source: str


def origins(record: Record, text: str) -> tuple[Origin, ...]:
    """The amounts and dates on record that stand in `text`, each once."""
    found: dict[str, Origin] = {}
    for words, label, reason in on_record(record, text):
        if words in text and words not in found:
            found[words] = Origin(words=words, label=label, why=reason.text, source=cited(reason))
    return tuple(found.values())


def insertable(record: Record) -> tuple[tuple[str, str], ...]:
    """The amounts that may be put into a text: what each is, and how it is said."""
    found = {words: label for words, label, _ in money(record)}
    return tuple((label, words) for words, label in found.items())


def on_record(record: Record, text: str) -> Iterator[tuple[str, str, Reason]]:
    """The days come first; without a date in the text the record of what happened need not be read."""
    yield from days(record)
    if DATED.search(text.lower()):
        yield from more_days(record)
    yield from money(record)


def days(record: Record) -> Iterator[tuple[str, str, Reason]]:
    yield from passed(record)
    on, deadline = record.answer_on, record.offer.deadline
    typed = Reason(code="OWN_DEADLINE", sentence="It is the deadline you entered.", source=TYPED)
    proposed = Reason(
        code="ANSWER_ON",
        sentence="Our proposal, check it: {days} business days to read the offer.",
        params={"days": spoken(record.policy.review_days)},
        source=PRACTITIONER,
        grade=Grade.D,
    )
    label, words = ("You answer by", day(on)) if on else ("You answer", within(record.read_days))
    yield words, label, typed if on and on == deadline else proposed
    yield within(record.read_days, ANSWERS), "You answer", proposed


def more_days(record: Record) -> Iterator[tuple[str, str, Reason]]:
    """The days of a follow-up, of a signature, and of a later answer."""
    typed = Reason(code="OWN_DEADLINE", sentence="It is the deadline you entered.", source=TYPED)
    if record.wrote_on:
        said = "It is the day on which your message went out, as you entered it."
        yield day(record.wrote_on), "Your message", Reason(code="WROTE_ON", sentence=said, source=TYPED)
    if record.deadline:
        yield day(record.deadline), "Their deadline", typed
    if record.later:
        known = record.more_time.reason if record.more_time else None
        said = "Our proposal, check it: some business days after the day they named."
        yield day(record.later), "The later day", known or proposal("LATER", said, Grade.D)
    said = "Our proposal, check it: a few business days from the day on which the text was made."
    yield day(record.sign_by), "You sign by", proposal("SIGN_BY", said, Grade.E)


def proposal(code: str, said: str, grade: Grade) -> Reason:
    return Reason(
        code=code, sentence=said, source=PRACTITIONER if grade is Grade.D else ASSUMPTION, grade=grade
    )


def passed(record: Record) -> Iterator[tuple[str, str, Reason]]:
    if before := record.passed:
        sentence = "It is the deadline you entered, and it has passed."
        yield day(before), "The day for your answer", Reason(code="PASSED", sentence=sentence, source=TYPED)


def money(record: Record) -> Iterator[tuple[str, str, Reason]]:
    basis = record.movable
    if basis is None or record.advice is None:
        return
    if record.answered:
        said = "It is the base of their answer."
        yield paid(record.answered, basis), "Their answer", Reason(code="ANSWER", sentence=said, source=TYPED)
    stated = basis.pay_range
    if stated and stated.minimum and stated.maximum:
        words = f"{figure(stated.minimum, basis)} to {spoken(stated.maximum)}"
        yield words, "Their range", Reason(code="RANGE", sentence="They stated or posted it.", source=TYPED)
    sentence = "It is the base they offered."
    if basis.ask is None:
        yield paid(basis.offer, basis), "Base", Reason(code="OFFER", sentence=sentence, source=TYPED)
        yield from items(record, basis, basis.opening[0].items if basis.opening else ())
        return
    asked = record.reply.reason if record.reply else record.advice.ask.why
    yield paid(basis.ask, basis), "The next step in base" if record.reply else "The ask", asked
    yield from second_way(record, basis)
    yield paid(basis.offer, basis), "Base offered", Reason(code="OFFER", sentence=sentence, source=TYPED)


def second_way(record: Record, basis: SharedBasis) -> Iterator[tuple[str, str, Reason]]:
    package, second = record.package, record.second
    offered = record.advice.packages.opening.why if record.advice else None
    if package and offered:
        yield paid(package.base, basis), "Base of the second way", offered
        yield from items(record, basis, package.items)
    elif second:
        rung, step = second
        yield paid(step.base, basis), "Base of the second way", rung.reason
        yield from items(record, basis, step.items)
        if step.review and step.review.base:
            yield paid(step.review.base, basis), "Base after the review", rung.reason


def items(
    record: Record, basis: SharedBasis, picked: tuple[SharedItem, ...]
) -> Iterator[tuple[str, str, Reason]]:
    """What stands beside base: as much as closes the difference, within own limits or usual ones."""
    typed = record.advice.state.situation.wishes.caps if record.advice else {}
    said = "As much of it as makes up for base, up to the most that you entered."
    own = Reason(code="ITEM_CAP", sentence=said, source=TYPED)
    limits = Reason(
        code="ITEM_LIMITS",
        sentence="As much of it as makes up for base, within what employers usually move: a sign-on of up to "
        "{share}% of a year's base, up to {days} more days of leave.",
        params={
            "share": spoken(record.policy.sign_on_cap * PERCENT),
            "days": spoken(record.policy.leave_days_cap),
        },
        source=ASSUMPTION,
        grade=Grade.E,
    )
    for item in picked:
        yield item.phrase(basis.currency), "Beside base", own if item.key in typed else limits
