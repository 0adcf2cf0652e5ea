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
_BESIDE = 8
_ONE_WORD = 2


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
    """Doubled exclamation marks, and runs of words in capitals that are no names."""
    page, facts = reading.page, reading.facts
    yield from (SHOUTING.at(*found.span()) for found in EXCLAIMED.finditer(page.plain))
    names = set(" ".join((facts.employer, *facts.competitors)).upper().split())
    run: list[int] = []
    for found in SHOUTED.finditer(page.plain):
        if found[0] in names:
            continue
        if run and not _goes_on(page, run[-1], found.start()):
            yield from _shouted(run)
            run = []
        run.extend(found.span())
    yield from _shouted(run)


def _goes_on(page: Page, end: int, start: int) -> bool:
    """Whether two words in capitals belong together: in one sentence, or with no word between them."""
    if page.sentence_at(end - 1) == page.sentence_at(start):
        return True
    return start - end < _BESIDE and not any(map(str.isalnum, page.plain[end:start]))


def _shouted(run: list[int]) -> Iterator[Finding]:
    if len(run) > _ONE_WORD:
        yield SHOUTING.at(run[0], run[-1])
