"""Which column of a table of bands is which, guessed from its headings, and how a person says it instead."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from offers.market.reading.formats.bands import AMOUNTS, FIELDS, Plan

Head = Sequence[tuple[int, Sequence[str]]]  # The first lines of a file by their numbers.
FIRST = 5  # Rows that are shown below the headings.
# What each column is headed by, in the plain form; the likeliest first.
NAMES: Mapping[str, str] = {
    "employer": "employer|company|organisation|organization|employer name|company name",
    "family": "job family|family|function|department|discipline|career track|job group|occupation group",
    "title": "job title|title|job|position|role|job name|position title|role title",
    "level": "level|grade|job level|job grade|pay grade|salary grade|band|step|point|spine point|rank",
    "location": "location|place|city|office|region|area|work location|country|site|zone|geo",
    "currency": "currency|currency code|ccy|cur",
    "period": "period|pay period|per|unit|frequency|salary frequency|rate type|amounts are for",
    "minimum": "minimum|min|low|range min|salary min|band min|min salary|minimum salary|base min|lower|from"
    "|start|salary range from|range minimum|payscale minimum|low end|pay min|salary from|range low",
    "midpoint": "midpoint|mid|mid point|middle|median|range mid|band mid|market reference|mrp|target"
    "|reference|range midpoint|salary mid|base mid|mid salary|control point",
    "maximum": "maximum|max|high|range max|salary max|band max|max salary|maximum salary|base max|upper"
    "|top|to|range maximum|payscale maximum|high end|pay max|salary to|range high",
    "basis": "range is for|basis|range for",
    "valid_from": "valid from|effective|effective date|effective from|start date|from date|in force from",
    "valid_to": "valid to|valid until|end date|effective to|effective until|to date|expires",
    "source": "source|said by|reference document",
    "url": "source address|url|link|web address|address|source url",
    "as_of": "as of|as at|date|as of date|updated|last updated|posted on|posting date",
    "sample": "sample|people|how many people|headcount|n|count|number of people|incumbents",
    "confidence": "confidence|trust|reliability",
}
LABELS: Mapping[str, str] = {
    "family": "Job family",
    "title": "Job title",
    "period": "Amounts are for",
    "basis": "Range is for",
    "url": "Source address",
    "as_of": "As of",
    "sample": "How many people",
}
NEEDED = tuple(name for name in FIELDS if name not in ("level", "midpoint", "valid_to", "url", "sample"))


@dataclass(frozen=True, kw_only=True)
class Table:
    """A file as it is looked at: the line of its headings, those, and the rows below them."""

    line: int
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def label(field: str) -> str:
    return LABELS.get(field, field.replace("_", " ").capitalize())


def plain(heading: str) -> str:
    """A heading without its signs and what stands in brackets: `Salary Min. (USD)` as "salary min"."""
    bare = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", heading.lower())
    return " ".join(re.findall(r"[^\W_]+", bare))


def names_of(field: str) -> list[str]:
    return [field.replace("_", " "), *NAMES[field].split("|")]


def guess(headings: Sequence[str]) -> dict[str, int]:
    """The column of each field, as far as its heading is one of ours; each column once."""
    known = [plain(heading) for heading in headings]
    found: dict[str, int] = {}
    for field in FIELDS:
        places = (known.index(name) for name in names_of(field) if name in known)
        place = next((place for place in places if place not in found.values()), None)
        if place is not None:
            found[field] = place
    return found


def heading_line(head: Head) -> int:
    """The line whose cells look most like headings; the first with two cells where none does."""
    scores = {number: len(guess(cells)) for number, cells in head}
    best = max(scores, key=lambda number: (scores[number], -number))
    if scores[best]:
        return best
    return next((number for number, cells in head if sum(map(bool, cells)) > 1), head[0][0])


def table_of(head: Head, line: int | None = None) -> Table:
    """The table below the headings in this line, or in the one that looks like them."""
    numbers = [number for number, _ in head]
    line = line if line in numbers else heading_line(head)
    cells = dict(head)[line]
    rows = [tuple(cells) for number, cells in head if number > line and any(cells)][:FIRST]
    headings = tuple(cell or f"Column {place}" for place, cell in enumerate(cells, 1))
    width = len(headings)
    filled = tuple((row + ("",) * width)[:width] for row in rows)
    return Table(line=line, headings=headings, rows=filled)


def plan_of(table: Table, columns: Mapping[str, int], texts: Mapping[str, str]) -> Plan:
    return Plan(
        line=table.line,
        width=len(table.headings),
        columns=dict(columns),
        texts={name: text for name, text in texts.items() if text},
    )


def missing(columns: Mapping[str, int], texts: Mapping[str, str]) -> list[str]:
    """The fields that a band has to have and that have neither a column nor a text for all rows."""
    return [name for name in NEEDED if name not in columns and not texts.get(name)]


def twice(columns: Mapping[str, int]) -> list[tuple[str, str]]:
    """Amounts that are read from one column, the later one first."""
    taken: dict[int, str] = {}
    found = []
    for name in AMOUNTS:
        if name in columns and (other := taken.setdefault(columns[name], name)) != name:
            found.append((name, other))
    return found


def chosen(batch_facts: Mapping[str, object]) -> list[tuple[str, str]]:
    """What a person has said of the columns: each field with its heading, or with the text for all rows."""
    plan, head = Plan(**batch_facts["plan"]), batch_facts["head"]  # type: ignore[arg-type]
    headings = table_of(head, plan.line).headings  # type: ignore[arg-type]
    found = []
    for name in FIELDS:
        column = f"column “{headings[plan.columns[name]]}”" if name in plan.columns else ""
        text = f"“{plan.texts[name]}”" if name in plan.texts else ""
        joined = (
            f"{column}, where it is empty {text}"
            if column and text
            else column or (text and f"{text} in all rows")
        )
        if joined:
            found.append((label(name), joined))
    return found
