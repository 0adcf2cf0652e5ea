"""What a draft says against what is on record: figures, other offers, names, preference."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, partial

from offers.engine.draft import Competing, DraftFacts
from offers.engine.leak import guarded_zone
from offers.engine.reason import ASSUMPTION, PRACTITIONER, TYPED, Grade
from offers.engine.tone_finding import Finding, Severity
from offers.engine.tone_patterns import remark
from offers.engine.tone_reading import Reading
from offers.engine.tone_sources import BARGAINING
from offers.engine.tone_text import Page

LEAK = remark(
    "W1",
    Severity.BLOCK,
    "This number is one that you keep to yourself, or very near it.",
    "Delete it, or put another number.",
    BARGAINING,
    Grade.C,
)
UNRECORDED = remark(
    "H3",
    Severity.TIP,
    "This number is not on record for this offer.",
    "Record where it comes from, correct it, or delete it.",
    TYPED,
    Grade.FACT,
)
RIVAL = remark(
    "H1",
    Severity.BLOCK,
    "This says more about another employer than is on record; what you write has to be true.",
    "Enter that offer among yours if you hold it, or delete the words.",
    ASSUMPTION,
    Grade.E,
)
PREFERRED = remark(
    "H2",
    Severity.BLOCK,
    "This says that they are your first choice, which you have not confirmed.",
    "Confirm it if it is true, or delete it.",
    TYPED,
    Grade.FACT,
)
COMPANY = remark(
    "C1",
    Severity.TIP,
    "Naming the other company breaks a confidence and invites a comparison of brands.",
    "another process that is about as far",
    PRACTITIONER,
    Grade.D,
)
GAP = remark(
    "H4",
    Severity.BLOCK,
    "A gap of the text is still open: only you know what belongs here.",
    "Write it in your own words, and take the brackets away.",
    ASSUMPTION,
    Grade.E,
)
_OPEN = re.compile(r"\[[^\[\]\na-z]{0,200}[a-z][^\[\]\n]{0,200}\]")

_NONE = Decimal(-1)


def figures(reading: Reading) -> Iterator[Finding]:
    """The leak guard and the comparison of every number with the record.

    A number near a guarded one is a leak unless the employer may see exactly that figure. With the default
    margin of 0.5%, a walk-away of 79,000 guards 78,605 to 79,395.
    """
    facts = reading.facts
    zones = [guarded_zone(guarded, reading.policy) for guarded in facts.guarded]
    lowest = min((low for low, _ in zones), default=_NONE)
    highest = max((high for _, high in zones), default=_NONE)
    public = frozenset(facts.figures)
    known = public if facts.target is None else public | {facts.target}
    recorded = cache(partial(_recorded, known))
    for each in reading.amounts:
        value = each.value
        if lowest <= value <= highest and value not in public and _inside(value, zones):
            yield LEAK.at(each.start, each.end)
        elif each.money and public and not recorded(each.value, each.step):
            yield UNRECORDED.at(each.start, each.end)


def _inside(value: Decimal, zones: list[tuple[Decimal, Decimal]]) -> bool:
    return any(low <= value <= high for low, high in zones)


def _recorded(known: frozenset[Decimal], value: Decimal, step: Decimal) -> bool:
    """Whether the number is on record, or one on record rounds to it as it is written."""
    return value in known or any(2 * abs(value - figure) < step for figure in known)


_NOT_MINE = re.compile(
    r"(?:\bno|\bwithout(?: any)?|\bany|\byour|\bif i (?:had|get|got|receive|received)(?: an?)?"
    r"|\b(?:do not|don't|did not|didn't|not|never) (?:currently |yet )?(?:have|hold|had|holding|comparing"
    r"|weighing"
    r"|looking for|waiting for|seeking)(?: an| any)?"
    r"|\b(?:make|making|send|sending|prepare|give|extend|put together|come back with|see"
    r"|draft)(?: me)?(?: an?)?) $"
)
_OTHER = r"(?:another|other|competing|rival|outside|alternative|an? second|a different)"
_FIRM = r"(?:company|companies|employers?|firms?|organi[sz]ations?|startups?|start-ups?)"
_IN_HAND = re.compile(
    rf"\b{_OTHER} (?:(?:written|verbal|job|formal|firm|strong|signed|better|higher|good|concrete) ){{0,2}}"
    r"offers?\b(?! (?:from you|letter from you|letter template))"
    rf"|\boffers? (?:in writing )?(?:from|at|with) (?:{_OTHER} |(?:two|three|several"
    rf"|multiple) (?:other )?){_FIRM}\b"
    rf"|\b(?:another|a different|a second) {_FIRM}\b[^.?!\n]{{0,40}}\boffer(?:s|ed)?\b"
    r"|\boffers? elsewhere\b"
    r"|\b(?:have|hold|holding|got|received|between|weighing|comparing|considering) (?:two|three|four"
    r"|several|multiple"
    r"|a few|a couple of) (?:\w+ )?offers\b(?! of (?:help|support))"
    r"|\bi(?: have|'ve| hold|'ve got| got| received| was given| already have| have received) an? (?:\w+ )?"
    r"(?:better|higher|stronger|bigger|larger) (?:\w+ )?offer\b"
    r"|\b(?:has|have|had) (?:already )?offered me\b(?<!you have offered me)(?<!you had offered me)"
    r" (?:(?:an?|the) )?(?:\w+ )?(?:role|job|position|contract|offer|base|salary|more|[$€£\d])"
    r"|\b(?:your competitors?|someone else|another \w+) (?:is |are )?offer(?:s|ed|ing)?(?: me)?\b"
)
_IN_PROCESS = re.compile(
    r"\b(?:conversations?|interviews?|interviewing|process|processes|discussions?|talks|talking|speaking"
    r"|negotiating"
    rf"|rounds?|stages?) (?:(?:with|at|in) )?(?:elsewhere|{_OTHER} {_FIRM})\b"
    r"|\bexpect(?:ing)? (?:an|another) offer\b(?! (?:from you|letter))"
    r"|\bother (?:processes|interviews)\b"
    r"|\banother (?:hiring |interview )?process\b"
)
_NOT_YET = re.compile(r"\b(?:expect|expecting|expects|may|might|could|hope|hoping|likely)\b[^,;]{0,30} $")
_WRITTEN = re.compile(r"\b(?:written|signed)\b|\bin writing\b")


def gaps(reading: Reading) -> Iterator[Finding]:
    """H4: every place in square brackets that is still to be filled."""
    yield from (GAP.at(*span) for span in reading.page.spans(_OPEN))


def rivals(reading: Reading) -> Iterator[Finding]:
    """Mentions of another employer that go further than the record does."""
    page, stages = reading.page, tuple(Competing)
    held = stages.index(reading.facts.competing)
    for pattern, stage in ((_IN_HAND, Competing.VERBAL), (_IN_PROCESS, Competing.PROCESS)):
        for found in pattern.finditer(page.lower):
            before = page.before(found.start())
            if not _NOT_MINE.search(before) and held < stages.index(_claimed(found[0], stage, before)):
                yield RIVAL.at(*found.span())


def _claimed(words: str, stage: Competing, before: str) -> Competing:
    """How far the other employer has come according to these words."""
    if _NOT_YET.search(before):
        return Competing.PROCESS
    return Competing.WRITTEN if stage is Competing.VERBAL and _WRITTEN.search(words) else stage


_FIRST = r"my (?:\w+ )?(?:preferred|first|top|number one|favou?rite)"
_STAYS = r"(?:'re|'s| are| is| remains?| would be| stays?)(?: still| clearly| by far| very much)?"
_JOIN = r"(?:join|work (?:for|with)|be with)"
_PREFERENCE = re.compile(
    rf"\b(?:you|yours|(?:your|this) (?:\w+ )?(?:company|team|role|offer|firm|job|position)){_STAYS} {_FIRST}"
    r" (?:choice|option|pick|preference|employer)\b"
    rf"|\b(?P<who>[a-z][\w-]{{0,40}}){_STAYS} {_FIRST} (?:choice|employer)\b(?! (?:of|for (?:an?|the|our"
    rf"|my)) )"
    rf"|\b(?:{_FIRST} (?:choice|option)|my (?:\w+ )?preference) (?:is|remains|would be) (?:you"
    rf"|your (?:company|team|role"
    rf"|offer)"
    rf"|this (?:role|company|team|offer|job)|to {_JOIN})\b"
    rf"|\bi(?:'d| would)? (?:much |still |very much )?(?:rather|prefer to) {_JOIN} you\b(?! (?:on|in|from"
    rf"|by) )"
    r"|\bi prefer your (?:offer|company|team|role)\b"
)
_THIS = frozenset(("this", "it", "that"))


def preference(reading: Reading) -> Iterator[Finding]:
    """Statements that this employer is the first choice, unless the person has confirmed it."""
    facts = reading.facts
    if facts.preferred:
        return
    for found in _PREFERENCE.finditer(reading.page.lower):
        who = found["who"]
        if who is None or who in _THIS or _is_employer(who, facts):
            yield PREFERRED.at(*found.span())


_NAME = r"[A-Z][\w&'-]{0,40}"
_NOT_NAMES = (
    r"(?!(?:A|An|Another|The|Your|You|This|My|Our|Other|Others|Two|Three|Elsewhere|I|We|They|She|He|It|Who"
    r"|Nobody"
    r"|Someone|Everyone|That|Level|Grade|Step|Band|HR|Human|Finance|People|Talent|Mon|Tues|Wednes|Thurs|Fri"
    r"|Satur|Sun"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
    r"|September|October"
    r"|November|December|USD|EUR|GBP|RSUs?|ESPP|PTO)\b)"
)
_COMPANY = re.compile(
    r"\b(?:(?:offers?|package|role|contract|position|job) (?:from|at)|(?:offers?|contract) with"
    r"|(?:[Ii]nterview(?:ing|s|ed)?|[Ff]inal (?:round|stage|conversations|interviews?)|process"
    r"|conversations) at) "
    rf"(?P<name>{_NOT_NAMES}{_NAME})"
    rf"|\b(?P<giver>{_NOT_NAMES}{_NAME}) (?:(?:has|have|just|already) ){{0,2}}offer(?:ed|s) me\b"
)


def companies(reading: Reading) -> Iterator[Finding]:
    """Names of other employers: those on record, and names in the place of one."""
    page, facts = reading.page, reading.facts
    taken: set[tuple[int, int]] = set()
    for found in _COMPANY.finditer(page.plain):
        span = found.span(found.lastgroup or 0)
        if not _is_employer(page.plain[slice(*span)], facts):
            taken.add(span)
    for name in filter(str.strip, facts.competitors):
        taken.update(_named(page, name.strip()))
    yield from (COMPANY.at(*span) for span in taken)


def _is_employer(name: str, facts: DraftFacts) -> bool:
    return name.casefold() in facts.employer.casefold().split()


def _named(page: Page, name: str) -> Iterator[tuple[int, int]]:
    """Where `name` stands; a word in lower case is no name, unless it was recorded so."""
    plain = Page(name).plain
    for found in re.finditer(rf"(?<!\w){re.escape(plain)}(?!\w)", page.plain, re.IGNORECASE):
        if not found[0][:1].islower() or plain[:1].islower():
            yield found.span()
