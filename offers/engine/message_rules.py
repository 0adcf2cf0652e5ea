"""The requirements of a message that take counting: a reason near the number, asks, terms, length."""

from collections.abc import Iterator

from offers.engine import message_parts as parts
from offers.engine.draft import Term
from offers.engine.policy import BOOMERANG, RULES_15, TONE_STUDY
from offers.engine.reason import ASSUMPTION, PRACTITIONER, TYPED, Grade, Reason
from offers.engine.tone_finding import Finding, Remark, Severity
from offers.engine.tone_patterns import remark
from offers.engine.tone_reading import Reading
from offers.engine.tone_sources import GRATITUDE, PRECISION

NO_AMOUNT = remark(
    "N1",
    Severity.FIX,
    "Without a number the recruiter has nothing to take further.",
    "Name one amount, or a range that starts at what you want.",
    PRACTITIONER,
    Grade.D,
)
OTHER_BASE = remark(
    "NOT_THE_BASE",
    Severity.FIX,
    "This is not the base that stands on record.",
    "Name the base that stands, or write down first how they changed it.",
    TYPED,
    Grade.FACT,
)
NO_REASON = remark(
    "N2",
    Severity.FIX,
    "No reason stands near the number; with people who set pay for a living, an exact number needs one.",
    "Add one reason beside the number: the posted range, the level, the scope.",
    PRECISION,
    Grade.C,
)
MANY_THANKS = remark(
    "N6",
    Severity.TIP,
    "Much gratitude while bargaining drew tougher answers; excitement did not.",
    "Keep the first thanks; the rest belongs in the acceptance.",
    GRATITUDE,
    Grade.C,
)
ONE_THANKS = remark(
    "NOT_MORE_THANKS",
    Severity.TIP,
    "One thank-you is enough here.",
    "Keep the first thanks.",
    ASSUMPTION,
    Grade.E,
)
MANY_ASKS = remark(
    "N8",
    Severity.FIX,
    "Many requests at once look like haggling, and nobody can see which matters.",
    "Keep the three that matter most, in order.",
    RULES_15,
    Grade.D,
)
AMOUNT_TOO_EARLY = remark(
    "NOT_AMOUNT",
    Severity.FIX,
    "A number in this message starts the bargaining before you have read the offer.",
    "Take the number out; it belongs in the counter.",
    PRACTITIONER,
    Grade.D,
)
NOT_ROUND = remark(
    "NOT_EXACT",
    Severity.TIP,
    "Round numbers are accepted more often, so the number that closes should be round.",
    "Round it to a multiple of 500.",
    ASSUMPTION,
    Grade.E,
)
NO_CLOSING = remark(
    "NEEDS_CLOSING",
    Severity.FIX,
    "Nothing says what you will do, and by when, if they agree.",
    "If we can do this, I can sign by Friday.",
    PRACTITIONER,
    Grade.D,
)
REOPENED = remark(
    "NOT_SETTLED_TERM",
    Severity.FIX,
    "This asks again for something that is already agreed.",
    "Leave it out, or say that it stays as agreed.",
    ASSUMPTION,
    Grade.E,
)
FEW_QUESTIONS = remark(
    "NEEDS_QUESTIONS",
    Severity.FIX,
    "This message is there to ask, and asks fewer than two things.",
    "Ask for each piece that is missing, one question a line.",
    ASSUMPTION,
    Grade.E,
)
ALWAYS_AGREED = (Term.BASE, Term.START_DATE)


def amount_given(reading: Reading) -> Iterator[Finding]:
    """N1: the draft names an amount of money."""
    if not reading.money:
        yield NO_AMOUNT.at()


def reason_near(reading: Reading) -> Iterator[Finding]:
    """N2: a reason stands in the sentence of an amount or in a neighbouring one; with no amount, anywhere."""
    page, money = reading.page, reading.money
    reasons = page.sentences_with(parts.REASON)
    places = [page.sentence_at(each.start) for each in money]
    near = any(not reasons.isdisjoint((place - 1, place, place + 1)) for place in places)
    if not (near if places else reasons):
        yield NO_REASON.at(*((money[0].start, money[0].end) if money else ()))


def thanks_in_counter(reading: Reading) -> Iterator[Finding]:
    """N6: at the first thanks beyond what a counter takes."""
    yield from _beyond(reading, int(reading.policy.thanks_most), MANY_THANKS)


def thanks_once(reading: Reading) -> Iterator[Finding]:
    """At the second thanks of a message that needs one."""
    yield from _beyond(reading, 1, ONE_THANKS)


def _beyond(reading: Reading, most: int, said: Remark) -> Iterator[Finding]:
    spans = list(reading.page.spans(parts.THANKS))
    if len(spans) > most:
        yield said.at(*spans[most])


def asks(reading: Reading) -> Iterator[Finding]:
    """N8: at the first different thing asked for beyond the policy's three; a fallback is no further ask."""
    page = reading.page
    asked = page.sentences_with(parts.REQUESTED) - page.sentences_with(parts.FALLBACK)
    if not asked:
        return
    items: set[str] = set()
    for found in parts.TERMS.finditer(page.lower):
        if page.sentence_at(found.start()) not in asked:
            continue
        items.add(str(found.lastgroup))
        if len(items) > reading.policy.asks_most:
            yield MANY_ASKS.at(*found.span())
            return


def no_amount_yet(reading: Reading) -> Iterator[Finding]:
    """Every amount in a message that comes before the bargaining."""
    yield from (AMOUNT_TOO_EARLY.at(each.start, each.end) for each in reading.money)


def closing(reading: Reading) -> Iterator[Finding]:
    """One sentence says: if this, then I sign by a date; and its number is round."""
    page = reading.page
    closings = (
        page.sentences_with(parts.CONDITION)
        & page.sentences_with(parts.SIGNS)
        & page.sentences_with(parts.DATED)
    )
    if not closings:
        yield NO_CLOSING.at()
    for each in reading.money:
        if page.sentence_at(each.start) in closings and each.value >= 10_000 and each.value % 500:
            yield NOT_ROUND.at(each.start, each.end)


def settled_terms(reading: Reading) -> Iterator[Finding]:
    """Terms that are agreed and asked for again."""
    page = reading.page
    asked = page.sentences_with(parts.REQUESTED)
    agreed = {term.name for term in reading.facts.agreed}
    for found in parts.TERMS.finditer(page.lower):
        if found.lastgroup in agreed and page.sentence_at(found.start()) in asked:
            yield REOPENED.at(*found.span())


def agreed_terms(reading: Reading) -> Iterator[Finding]:
    """Agreed terms that an acceptance does not name; base and start date belong in every one."""
    named = {found.lastgroup for found in parts.TERMS.finditer(reading.page.lower)}
    for term in dict.fromkeys((*ALWAYS_AGREED, *reading.facts.agreed)):
        if term.name not in named:
            yield _unnamed(term).at()


def _unnamed(term: Term) -> Remark:
    words = term.value.replace("_", " ")
    reason = Reason(
        code="NEEDS_TERM",
        sentence="An agreed term is not named: {term}.",
        params={"term": words},
        source=ASSUMPTION,
        grade=Grade.E,
    )
    return Remark(severity=Severity.FIX, reason=reason, rewrite=f"Name the {words} as it was agreed.")


def accepted_base(reading: Reading) -> Iterator[Finding]:
    """Every amount that is called the base and is not the one that stands, as exactly as it is written."""
    bases = reading.facts.bases
    for each in reading.money if bases else ():
        is_base = parts.BASE_IS.search(reading.page.before(each.start))
        if is_base and not any(2 * abs(each.value - base) < each.step for base in bases):
            yield OTHER_BASE.at(each.start, each.end)


def two_questions(reading: Reading) -> Iterator[Finding]:
    """A questions mail asks at least two things, by question marks or lines of a list."""
    lines = sum(line.lstrip()[:1] in "-*•" for line in reading.page.text.splitlines() if line.strip())
    if reading.page.text.count("?") + lines < 2:
        yield FEW_QUESTIONS.at()


def length(reading: Reading, low: int, high: int | None) -> Iterator[Finding]:
    """N7: the number of words against what such a message usually takes (`high` None: the policy's limit)."""
    words, top = reading.page.words(), int(reading.policy.words_warn) if high is None else high
    params = {"words": words, "low": low, "high": top}
    if words > reading.policy.words_too_long:
        sentence = "{words} words: long and warm did worse than short and firm; {low} to {high} are enough."
        reason = Reason(code="N7", sentence=sentence, params=params, source=TONE_STUDY, grade=Grade.C)
        yield Remark(severity=Severity.FIX, reason=reason, rewrite="Cut the stories.").at()
    elif not low <= words <= top:
        sentence = "{words} words; such a message usually takes {low} to {high}."
        reason = Reason(code="N7", sentence=sentence, params=params, source=BOOMERANG, grade=Grade.C)
        rewrite = "Say a little more." if words < low else "Cut what is not needed."
        yield Remark(severity=Severity.TIP, reason=reason, rewrite=rewrite).at()
