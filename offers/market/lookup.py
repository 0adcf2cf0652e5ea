"""What the market pays for a title in a place: the one function that the page of the market asks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import F, Q, Subquery

from offers.engine.money import percent
from offers.engine.reason import in_words
from offers.market.cells import Levels, Pay, filings, levels, nationals, surveys
from offers.market.models import Batch, Mark, Occupation, Parity, Rate, State, Wage
from offers.market.states import NATION
from offers.market.where import Place, find_place
from offers.market.wording import Found, Match, find_occupations, says_the_same

CODE = re.compile(r"\d{2}-\d{4}")
APART = Decimal("0.10")  # Two sources that differ by more are said to disagree.
ALL_PRICES = "RPPs: All items"
DOLLAR, EURO = "USD", "EUR"


@dataclass(frozen=True, kw_only=True)
class Choice:
    """An occupation to choose: its name, what is done in it, and its national pay where that is known."""

    code: str
    name: str
    description: str
    found_by: str
    national: Pay | None

    @property
    def median(self) -> str:
        """National median in words, with what it is for."""
        if self.national is None:
            return ""
        each = "an hour" if self.national.unit == "hour" else "a year"
        return f"{self.national.at('median').words} US dollars {each}"


@dataclass(frozen=True, kw_only=True)
class Exchange:
    """What one unit of a currency was worth in dollars on a day, by the reference rates of the ECB."""

    currency: str
    dollars: Decimal
    day: date


@dataclass(frozen=True, kw_only=True)
class Market:
    """All that is known. Without `chosen` the person has to choose among `choices` first.

    `survey` holds the nearest area first and the wider ones after it. Amounts are US dollars.
    """

    title: str
    place: Place
    found: Found
    choices: tuple[Choice, ...]
    chosen: Choice | None
    survey: tuple[Pay, ...]
    filed: Pay | None
    levels: Levels | None
    notes: tuple[str, ...]
    prices: str
    exchange: Exchange | None

    @property
    def pays(self) -> tuple[Pay, ...]:
        """Every row of percentiles, in the order in which they are shown."""
        return (*self.survey, *([self.filed] if self.filed else []))

    @property
    def uses_onet(self) -> bool:
        """Whether words of O*NET are shown, which asks to be named."""
        return any(match.kind in ("alternate", "reported", "onet") for match in self.found.matches) or any(
            choice.description for choice in (*self.choices, *([self.chosen] if self.chosen else []))
        )


def look_up(
    title: str, place: str = "", *, occupation: str = "", currency: str = DOLLAR, unit: str = "year"
) -> Market:
    """The pay of `title` in `place`, both in people's words; `occupation` is the code that was chosen."""
    title, where = parted(title, place)
    found = chosen_found(title, occupation) if CODE.fullmatch(occupation) else find_occupations(title)
    if found.weak and not where.words:
        title, where, found = without_its_end(title, where, found)
    choices = choices_of(found)
    chosen = meant(title, found, choices)
    survey = surveys(chosen.code, where, unit) if chosen else ()
    name = survey[0].title if survey else chosen.name if chosen else ""
    filed = filings(chosen.code, where, name) if chosen else None
    return Market(
        title=title,
        place=where,
        found=found,
        choices=() if chosen else choices,
        chosen=chosen,
        survey=survey,
        filed=filed,
        levels=levels(chosen.code, where) if chosen else None,
        notes=tuple(notes_on(where, survey, filed)) if chosen else (),
        prices=prices_in(where) if chosen else "",
        exchange=exchange_of(currency) if chosen else None,
    )


def parted(title: str, place: str) -> tuple[str, Place]:
    """Title and place; "software engineer in Austin" holds both where its end names a place."""
    if not place.strip():
        for mark in (" in ", ","):
            head, _, tail = title.rpartition(mark)
            if head.strip() and tail.strip() and (found := find_place(tail)).is_known and not found.read_as:
                return head.strip(" ,"), found
    return title, find_place(place)


def without_its_end(title: str, where: Place, found: Found) -> tuple[str, Place, Found]:
    """ "Accountant in Chicago" where no list of places is here: what stands before the place is a title."""
    head, _, tail = title.rpartition(" in ")
    known = find_occupations(head) if head.strip() and tail.strip() else found
    return (title, where, found) if known.weak else (head.strip(), find_place(tail), known)


def chosen_found(title: str, code: str) -> Found:
    return Found(matches=(Match(code=code, title=title, kind=""),), is_same=True)


def choices_of(found: Found) -> tuple[Choice, ...]:
    """The occupations that were found, those without national figures last. Two queries."""
    codes = {match.code: match.title for match in found.matches}
    if not codes:
        return ()
    either = Q(scheme="soc", code__in=codes) | Q(scheme="onet", code__in=[f"{code}.00" for code in codes])
    known = {row.scheme + row.code[:7]: row for row in Occupation.objects.filter(either)}
    pays = nationals(codes)
    choices = (choice(code, title, known, pays.get(code)) for code, title in codes.items())
    return tuple(sorted(choices, key=lambda one: not one.national))


def meant(title: str, found: Found, choices: tuple[Choice, ...]) -> Choice | None:
    """The one that was found, or of several the one that bears this very title, else None."""
    if found.code:
        return next(iter(choices), None)
    named = [one for one in choices if found.is_same and says_the_same(one.name, found.read_as or title)]
    return named[0] if len(named) == 1 else None


def choice(code: str, title: str, known: dict[str, Occupation], national: Pay | None) -> Choice:
    """One occupation: the survey's own name for it first, then that of the lists."""
    listed, described = known.get(f"soc{code}"), known.get(f"onet{code}")
    name = national.title if national else (listed or described)
    return Choice(
        code=code,
        name=str(name.title if isinstance(name, Occupation) else name or code),
        description=described.description if described else "",
        found_by=title,
        national=national,
    )


def notes_on(place: Place, survey: tuple[Pay, ...], filed: Pay | None) -> Iterator[str]:
    """What has to be said beside the figures: the fall-back, the group, and where sources disagree."""
    if place.others and not place.metro:
        yield f"“{place.words}” may be one of several places. These figures are of {place.title}."
    elif not place.is_known:
        yield (
            f"No place in the United States is known here as “{place.words}”. The figures are of the whole "
            "United States; of pay elsewhere they say little."
        )
    nearest = next((pay for pay in survey if pay.is_usable), None)
    if nearest and place.is_known and nearest.area != place.areas[0]:
        wider = nearest.place
        yield f"There are no figures of the survey for {place.title} here, so these are of {wider}."
    if nearest and nearest.is_wider:
        yield f"They are published for the wider group “{nearest.title}” alone."
    if nearest and filed:
        yield from disagreement(nearest, filed)


def disagreement(survey: Pay, filed: Pay) -> Iterator[str]:
    """Says when two sources differ by more than a tenth at the median, or cannot be compared."""
    ours, theirs = survey.at("median"), filed.at("median")
    if not ours.amount or not theirs.amount or survey.unit != filed.unit or ours.mark is Mark.TOP:
        return
    apart = theirs.amount / ours.amount - 1
    if abs(apart) > APART:
        side = "above" if apart > 0 else "below"
        yield (
            f"The sources disagree: the median of the visa filings is {percent(abs(apart), 0)} {side} that "
            f"of the survey. The filings are of {filed.place}, {filed.period}; the survey is of "
            f"{survey.place}, {survey.period}."
        )


def prices_in(place: Place) -> str:
    """How dear the place is against the nation, the newest year. One query."""
    codes = [code for code in (place.metro, f"{place.state}000" if place.state else "") if code]
    if not codes:
        return ""
    rows = Parity.objects.filter(place__in=codes, description__iexact=ALL_PRICES).order_by("-year")
    row = min(rows, key=lambda one: (codes.index(one.place), -one.year), default=None)
    if row is None:
        return ""
    apart = row.level / 100 - 1
    side = "above" if apart > 0 else "below"
    return (
        f"Prices in {row.place_title} were {percent(abs(apart))} {side} those of the whole country in "
        f"{row.year} (BEA regional price parities, {row.level}). No figure here is adjusted for that."
    )


def exchange_of(currency: str) -> Exchange | None:
    """The newest rate between the dollar and another currency. One query, none for the dollar."""
    if currency == DOLLAR:
        return None
    newest = Rate.objects.filter(currency=DOLLAR).order_by("-day").values("day")[:1]
    rows = {
        row.currency: row
        for row in Rate.objects.filter(currency__in=(DOLLAR, currency), day=Subquery(newest))
    }
    if DOLLAR not in rows or (currency not in rows and currency != EURO):
        return None
    per_euro = Decimal(1) if currency == EURO else rows[currency].euro
    return Exchange(currency=currency, dollars=rows[DOLLAR].euro / per_euro, day=rows[DOLLAR].day)


def exchange_words(exchange: Exchange) -> str:
    return (
        f"{exchange.currency} 1 was USD {exchange.dollars:.4f} on {in_words(exchange.day)} "
        "(reference rates of the European Central Bank)."
    )


def imported_formats() -> dict[str, int | None]:
    """The formats of which an administrator imported something, with the newest year. One query."""
    batches = Batch.objects.filter(state=State.IMPORTED).exclude(facts__has_key="shipped")
    return dict(batches.order_by(F("year").asc(nulls_first=True)).values_list("layout", "year"))


def has_national() -> bool:
    """Whether an administrator imported national figures, which take the place of ours. One query."""
    imported = Batch.objects.exclude(facts__has_key="shipped")
    return Wage.objects.filter(area=NATION, batch__in=imported).exists()
