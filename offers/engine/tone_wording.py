"""Where the wording rules hit a draft."""

from collections.abc import Iterator

from offers.engine.draft import Kind
from offers.engine.tone_finding import Finding
from offers.engine.tone_patterns import Wording
from offers.engine.tone_pressure import DEMAND, DISPARAGING, ENTITLED, THREAT, ULTIMATUM
from offers.engine.tone_reading import Reading
from offers.engine.tone_secrets import ACCEPTANCE, COLLEAGUE, FLOOR, OWN_PAY
from offers.engine.tone_text import Page
from offers.engine.tone_weakness import (
    APOLOGY,
    DESPERATE,
    EXCLAIMED,
    HEDGE,
    HEDGES,
    MINIMISING,
    NEED,
    SHOUTED,
    SHOUTING,
)

WORDINGS = (
    ULTIMATUM,
    THREAT,
    DEMAND,
    ENTITLED,
    DISPARAGING,
    DESPERATE,
    APOLOGY,
    MINIMISING,
    NEED,
    COLLEAGUE,
    OWN_PAY,
    FLOOR,
    ACCEPTANCE,
)


def wording(reading: Reading) -> Iterator[Finding]:
    """Every wording that costs something; an acceptance may accept."""
    for rule in WORDINGS:
        if rule is not ACCEPTANCE or reading.facts.kind is not Kind.ACCEPT:
            yield from _hits(reading.page, rule)
    yield from _hedges(reading.page, int(reading.policy.hedges_many))
    yield from _shouting(reading)


def _hits(page: Page, rule: Wording) -> Iterator[Finding]:
    hits = list(page.spans(rule.pattern))
    excused = page.sentences_with(rule.unless_around) if hits and rule.unless_around else frozenset()
    for start, end in hits:
        if excused and page.sentence_at(start) in excused:
            continue
        if rule.unless_before is None or not rule.unless_before.search(page.before(start)):
            yield rule.remark.at(start, end)


def _hedges(page: Page, many: int) -> Iterator[Finding]:
    """One remark, at the hedge that makes them many."""
    hedges = list(page.spans(HEDGE))
    if len(hedges) >= many:
        yield HEDGES.at(*hedges[many - 1])


def _shouting(reading: Reading) -> Iterator[Finding]:
    """Doubled exclamation marks, and sentences with two or more words in capitals that are no names."""
    page, facts = reading.page, reading.facts
    for found in EXCLAIMED.finditer(page.plain):
        yield SHOUTING.at(*found.span())
    names = set(" ".join((facts.employer, *facts.competitors)).upper().split())
    shouted: dict[int, list[int]] = {}
    for found in SHOUTED.finditer(page.plain):
        if found[0] not in names:
            shouted.setdefault(page.sentence_at(found.start()), []).extend(found.span())
    for places in shouted.values():
        if len(places) > 2:
            yield SHOUTING.at(places[0], places[-1])
