"""The figures of an occupation in a place with their publisher: one query a kind, with its fall-backs."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Q

from offers.engine.money import round_half_up, spoken
from offers.market.models import FilingPay, Mark, PrevailingWage, Wage
from offers.market.states import NATION, NATION_TITLE, STATES
from offers.market.where import Place

ALL_INDUSTRIES = "000000"
HOURS = 2080  # As the labour office itself counts a year.
LABELS: Mapping[str, str] = {
    "p10": "10th percentile",
    "p25": "25th percentile",
    "median": "median",
    "p75": "75th percentile",
    "p90": "90th percentile",
}
Row = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Publisher:
    title: str
    short: str
    licence: str
    url: str
    says: str  # What its figures are figures of.


PUBLIC = "US government work, in the public domain"
SURVEY = Publisher(
    title="BLS Occupational Employment and Wage Statistics",
    short="BLS OEWS",
    licence=PUBLIC,
    url="https://www.bls.gov/oes/",
    says="Pay before tax of people in work, without bonus and shares, from a survey of employers.",
)
FILINGS = Publisher(
    title="Visa filings (DOL LCA disclosure)",
    short="visa filings (DOL LCA)",
    licence=PUBLIC,
    url="https://www.dol.gov/agencies/eta/foreign-labor/performance",
    says="What employers wrote in filings for visa positions, from the lower end of what they wrote.",
)
LEVELS = Publisher(
    title="OFLC prevailing wage levels",
    short="OFLC",
    licence=PUBLIC,
    url="https://flag.dol.gov/wage-data/wage-search",
    says="The least that a visa position may pay at four levels of experience. Levels are no percentiles.",
)


@dataclass(frozen=True, kw_only=True)
class Percentile:
    """One figure, or what the publisher put in its place. `amount` may stand beside `Mark.TOP`."""

    name: str
    amount: Decimal | None
    mark: Mark | None = None

    @property
    def label(self) -> str:
        return LABELS[self.name]

    @property
    def words(self) -> str:
        """The figure as it is shown: never a zero for what is not there."""
        if self.mark is Mark.TOP:
            return f"at least {spoken(self.amount)}" if self.amount else "above the highest published"
        if self.mark is Mark.UNSAID:
            return "not released, or above the highest"
        return spoken(self.amount) if self.amount is not None else "not published"

    @property
    def is_exact(self) -> bool:
        return self.amount is not None and self.mark is None


@dataclass(frozen=True, kw_only=True)
class Pay:
    """Five percentiles in US dollars, a year or an hour, of one publisher for one area and year.

    `key` names the row, so that a page carries no figure. `title` is the occupation as it is published,
    `is_wider` says that it is the group of occupations around the one that was asked for.
    """

    key: str
    publisher: Publisher
    area: str
    place: str
    year: int
    unit: str
    title: str
    percentiles: tuple[Percentile, ...]
    sample: str
    is_wider: bool = False

    def at(self, name: str) -> Percentile:
        return next(one for one in self.percentiles if one.name == name)

    @property
    def is_usable(self) -> bool:
        """Whether any of its figures can be read."""
        return any(one.amount is not None for one in self.percentiles)

    @property
    def period(self) -> str:
        return f"May {self.year}" if self.publisher is SURVEY else f"fiscal year {self.year}"


@dataclass(frozen=True, kw_only=True)
class Levels:
    """The four levels of a county, US dollars an hour as published and a year of 2,080 hours."""

    county: str
    year: int
    hours: tuple[str, ...]
    years: tuple[str, ...]
    publisher: Publisher = LEVELS


def group_of(code: str) -> str:
    """The broad group that a detailed occupation belongs to: 29-1140 of 29-1141."""
    return f"{code[:-1]}0"


def surveys(code: str, place: Place, unit: str = "year") -> tuple[Pay, ...]:
    """The newest row of the survey for each area, the nearest first. One query."""
    rows = Wage.objects.filter(
        area__in=place.areas, occupation__in={code, group_of(code)}, industry=ALL_INDUSTRIES
    )
    nearest = {area: [row for row in rows if row.area == area] for area in place.areas}
    return tuple(
        survey_pay(min(found, key=lambda row: rank(row, code)), unit, code, place.title_of(area))
        for area, found in nearest.items()
        if found
    )


def rank(row: Wage, code: str) -> tuple[bool, int, bool, bool, int]:
    """The occupation itself before its group, then the newest, all owners, the full workbook."""
    return (
        row.occupation != code,
        -row.year,
        row.occupation_group != "detailed",
        row.ownership not in ("1235", ""),
        len(row.source),
    )


def survey_pay(row: Wage, unit: str, code: str, place: str) -> Pay:
    """A row of the survey. Where one unit alone is published, that one counts."""
    unit = row.only or unit
    if all(getattr(row, f"{unit}_{name}") is None for name in LABELS) and not row.only:
        unit = "hour" if unit == "year" else "year"
    many = (
        f"{spoken(row.employment)} people in this work"
        if row.employment
        else "how many people is not published"
    )
    return Pay(
        key=f"wage|{row.pk}",
        publisher=SURVEY,
        area=row.area,
        place=place,
        year=row.year,
        unit=unit,
        title=row.occupation_title,
        percentiles=tuple(
            Percentile(name=name, amount=getattr(row, f"{unit}_{name}"), mark=row.mark(f"{unit}_{name}"))
            for name in LABELS
        ),
        sample=many,
        is_wider=row.occupation != code,
    )


def filings(code: str, place: Place, name: str) -> Pay | None:
    """Percentiles of visa filings in the nearest area that has any, the newest year. One query."""
    states = {place.letters, STATES[place.letters][1].upper()} if place.letters else set()
    near = Q(state="", county="") | Q(state__in=states, county="")
    if place.counties:
        near |= Q(state__in=states, county__in=place.counties)
    rows = FilingPay.objects.filter(near, occupation=code, level="")
    best = min(rows, key=lambda row: (not row.county, not row.state, -row.year, -row.sample), default=None)
    return filing_pay(best, name) if best else None


def filing_pay(row: FilingPay, name: str) -> Pay:
    place = f"{row.county.title()} County, {row.state}" if row.county else state_title(row.state)
    return Pay(
        key="|".join(("filing", row.occupation, row.state, row.county, row.level, str(row.year))),
        publisher=FILINGS,
        area=f"{row.county}, {row.state}" if row.county else row.state or NATION,
        place=place,
        year=row.year,
        unit="year",
        title=name,
        percentiles=tuple(
            Percentile(name=one, amount=round_half_up(getattr(row, one), Decimal(1))) for one in LABELS
        ),
        sample=f"{row.sample:,} visa filings",
    )


def state_title(state: str) -> str:
    return (STATES[state][1] if state in STATES else state.title()) or NATION_TITLE


def levels(code: str, place: Place) -> Levels | None:
    """The wage levels of the county that speaks for most counties of a metro, the newest. One query."""
    if not place.counties:
        return None
    found = PrevailingWage.objects.filter(
        occupation=code, state=place.letters, county__in=place.counties
    ).order_by("-year", "county")
    rows = list(found)
    rows = [row for row in rows if row.year == rows[0].year]
    if not rows:
        return None
    usual = Counter(hours_of(row) for row in rows).most_common(1)[0][0]
    row = next(row for row in rows if hours_of(row) == usual)
    return Levels(
        county=f"{row.county.title()} County, {row.state}",
        year=row.year,
        hours=tuple(f"{hour:,.2f}" for hour in usual),
        years=tuple(spoken(round_half_up(hour * HOURS, Decimal(1))) for hour in usual),
    )


def hours_of(row: PrevailingWage) -> tuple[Decimal, ...]:
    return (row.level_1, row.level_2, row.level_3, row.level_4)


def pay_of(key: str, unit: str = "year") -> Pay | None:
    """The row that a page has named, read anew; None for what is no row of ours. One query."""
    kind, *parts = key.split("|")
    if kind == "wage" and len(parts) == 1 and parts[0].isdecimal() and len(parts[0]) < 19:
        row = Wage.objects.filter(pk=int(parts[0])).first()
        return survey_pay(row, unit, row.occupation, row.area_title) if row else None
    if kind == "filing" and len(parts) == 5 and parts[4].isdecimal() and len(parts[4]) == 4:
        names = ("occupation", "state", "county", "level", "year")
        filing = FilingPay.objects.filter(**dict(zip(names, parts, strict=True))).first()
        return filing_pay(filing, parts[0]) if filing else None
    return None


def nationals(codes: Iterable[str]) -> dict[str, Pay]:
    """What the nation pays in each of these occupations, by code. One query."""
    rows: dict[str, list[Wage]] = {}
    for row in Wage.objects.filter(area=NATION, occupation__in=list(codes), industry=ALL_INDUSTRIES):
        rows.setdefault(row.occupation, []).append(row)
    return {
        code: survey_pay(min(found, key=lambda row: rank(row, code)), "year", code, NATION_TITLE)
        for code, found in rows.items()
    }
