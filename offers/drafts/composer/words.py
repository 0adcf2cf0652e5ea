"""How amounts, days and lists stand in a sentence, and the sentences that several messages share."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from offers.drafts.composer.ground import Ground, Review
from offers.drafts.models import Tone
from offers.engine.money import spoken
from offers.engine.shared import SharedBasis, SharedItem
from offers.engine.situation import Unit

PER = {Unit.YEAR: "a year", Unit.MONTH: "a month", Unit.HOUR: "an hour"}
SETTLED = "It would let me start with my mind on the team's work, not on pay."
LIMIT_GAP = "[the limit they named, such as the band or the budget]"
GAP = "[your reason: what you have done that this role needs]"
LONGEST_SENTENCE = 24
HAVING = "having it"
ANSWERS = "your answers"


def by_tone(tone: Tone, *, warm: str, plain: str, brief: str) -> str:
    """The words of this tone; what they ask for is the same in each."""
    return {Tone.WARM: warm, Tone.PLAIN: plain, Tone.BRIEF: brief}[tone]


def figure(value: Decimal, basis: SharedBasis) -> str:
    return f"{basis.currency} {spoken(value)}"


def paid(value: Decimal, basis: SharedBasis) -> str:
    """An amount of base with its currency and unit: USD 88,500 a year."""
    return f"{figure(value, basis)} {PER[basis.unit]}"


def day(on: date) -> str:
    return f"{on:%A} {on.day} {on:%B}"


def ended(words: str) -> str:
    """The words with the full stop of their sentence; a name such as Acme Inc. brings its own."""
    return words if words.endswith(".") else f"{words}."


def capital(words: str) -> str:
    """The words as a sentence begins."""
    return f"{words[:1].upper()}{words[1:]}"


def listed(parts: Sequence[str]) -> str:
    """The parts as a sentence has them: a, b and c."""
    return " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def lines(parts: Sequence[str]) -> str:
    """The parts one below the other."""
    return "\n".join(f"- {part}" for part in parts)


def movable(ground: Ground) -> list[str]:
    """What else may move here; what they named and dropped is asked back, not asked for once more."""
    gone = {one.name for one in ground.drops}
    usual = (("sign_on", sign_on_words(ground)), ("leave_days", "more leave"))
    return [words for name, words in usual if name in ground.beside and name not in gone]


def sign_on_words(ground: Ground) -> str:
    """One that they offer already is no new thing: only more of it changes anything."""
    if not ground.sign_on or ground.basis is None:
        return "a sign-on bonus"
    return f"a sign-on bonus above the {figure(ground.sign_on, ground.basis)} offered"


def instead(ground: Ground) -> list[str]:
    return movable(ground) or ["a pay review after six months"]


def asked(start: str, parts: Sequence[str]) -> str:
    """A question for these parts; one a line when they make a sentence too long to read."""
    sentence = f"{start} {listed(parts)}?"
    if len(sentence.split()) <= LONGEST_SENTENCE:
        return sentence
    return f"{start} the following?\n{lines(parts)}"


def package_words(base: Decimal, items: Sequence[SharedItem], basis: SharedBasis) -> str:
    """A base with what stands beside it: USD 84,000 a year with a sign-on of USD 8,000."""
    words = items_words(items, basis)
    return f"{paid(base, basis)} with {words}" if words else paid(base, basis)


def items_words(items: Sequence[SharedItem], basis: SharedBasis) -> str:
    phrases = [item.phrase(basis.currency) for item in items]
    return listed(phrases) if phrases else ""


def review_words(review: Review, basis: SharedBasis) -> str:
    """What follows a review; empty where no base is known to follow it."""
    if review.base is None:
        return ""
    return f" Once its aims are met, {paid(review.base, basis)} would follow."


def when(ground: Ground) -> str:
    """By when they hear from the person: a day, or so long after what is still to come."""
    return f"by {day(ground.answer_on)}" if ground.answer_on else within(ground.read_days)


def once_answered(ground: Ground) -> str:
    """What is promised with questions hangs on their answers; of days it names none but their own."""
    if ground.answer_on and ground.answer_on == ground.deadline:
        return f"Once I have your answers, you will hear from me by {day(ground.answer_on)}."
    return f"You will hear from me {within(ground.read_days, ANSWERS)}."


def within(days: int, after: str = HAVING) -> str:
    return f"within {days} business day{'s' if days > 1 else ''} of {after}"


def looked_into(ground: Ground, tone: Tone) -> str:
    """Thanks for an answer."""
    thanks = "Thank you for looking into my request."
    return by_tone(
        tone,
        warm=f"{thanks} I am still excited about the role of {ground.role}, and I would like us to find "
        "a way.",
        plain=f"{thanks} I would still like to take the role of {ended(ground.role)}",
        brief=f"{thanks} I would still like the role.",
    )


def limit(ground: Ground, basis: SharedBasis) -> str:
    """What they said; where no answer is on record, a gap for what they named."""
    if ground.answered is None:
        return f"I understand that {LIMIT_GAP}."
    if ground.cut_from is not None:
        before, now = paid(ground.cut_from, basis), paid(ground.answered, basis)
        told = f"You offered a base of {before}, and I see that your last base is {now}."
        return f"{told} Does the first still stand?"
    return f"I understand that you can go to a base of {paid(ground.answered, basis)}."


def still_open(ground: Ground) -> str:
    """After the deadline the first thing to know is whether there still is an offer."""
    if ground.passed is None:
        return ""
    return f"{day(ground.passed)}, the day for my answer, has passed. Does the offer still stand?"


def reason(ground: Ground, basis: SharedBasis) -> str:
    """The reason from outside: the range the employer has stated, else the level it has named.

    With neither on record there is a gap for the person to fill; the check blocks the text until then.
    """
    stated = basis.pay_range
    if stated and stated.minimum and stated.maximum and (basis.ask or basis.offer) <= stated.maximum:
        limits = f"{figure(stated.minimum, basis)} to {spoken(stated.maximum)}"
        return f"Given the range you have stated, {limits}"
    return level_reason(ground)


def level_reason(ground: Ground) -> str:
    return f"Given the level of the role, {ground.level}" if ground.level else f"Based on {GAP}"
