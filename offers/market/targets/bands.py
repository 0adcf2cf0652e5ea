"""An employer's own bands: they go into a draft of a set, which is found or made by its name."""

from babel.core import get_global

from offers.bands.models import Basis, Confidence, Period
from offers.bands.validators import EARLIEST, LATEST
from offers.market.columns import Column, Target, braced, made, matching, text
from offers.market.targets.places import REAL_DAY

EITHER = braced(r"^-?\d{1,3}\.\d{3}$")  # Thousands to some, three decimals to others.
NUMBER = braced(r"^-?\d{1,30}(\.\d{1,30})?$")
LARGEST = 999_999_999
LABELS = {"family": "job family", "title": "job title"}
EMPLOYER = "(SELECT e.id FROM bands_employer e WHERE lower(e.name) = lower(s.employer))"
SET = """(
SELECT b.id FROM bands_bandset b WHERE lower(b.name) = lower({band_set}) AND b.employer_id = EMPLOYER
)""".replace("EMPLOYER", EMPLOYER)
CODES = ", ".join(f"'{code}'" for code in sorted(get_global("all_currencies")))
IN_FORCE = "NOT EXISTS (SELECT FROM bands_bandset d WHERE d.state <> 'draft' AND d.id = SET)".replace(
    "SET", SET
)
# Several bands of one job, for other days each: which of them a row means nobody can tell.
ONCE = """(
SELECT count(*) FROM bands_band o WHERE o.band_set_id = SET
AND lower(o.family) = lower(s.family) AND lower(o.title) = lower(s.title)
AND lower(o.level) = lower(s.level) AND lower(o.location) = lower(s.location)
) < 2""".replace("SET", SET)


def name(cell: str, most: int, *, needed: bool = True) -> Column:
    column = text(cell, most, needed=needed, key=True)
    return Column(
        name=cell,
        good=column.good,
        reason=column.reason,
        is_key=True,
        in_any_case=True,
        label=LABELS.get(cell, ""),
    )


def pay(cell: str, *, needed: bool = True) -> Column:
    blank = "" if needed else "{c} = '' OR "
    return Column(
        name=cell,
        value="round(nullif({c}, '')::numeric, 2)",
        good=f"{blank}({{c}} ~ '{NUMBER}' AND {{c}} !~ '{EITHER}')",
        reason="not an amount that can be read in one way, such as 95000",
    )


def rule(cell: str, good: str, reason: str, *, where: str = "") -> Column:
    """A further question to a cell; `where` says when it can be asked at all."""
    asked = f"CASE WHEN {where} THEN {good} ELSE true END" if where else good
    return Column(name=cell, good=asked, reason=reason, label=LABELS.get(cell, ""))


def sized(cell: str) -> tuple[Column, Column]:
    number = f"{{c}} ~ '{NUMBER}'"
    return (
        rule(cell, "round({c}::numeric, 2) > 0", "not above zero", where=number),
        rule(cell, f"{{c}}::numeric <= {LARGEST}", f"more than {LARGEST:,}", where=number),
    )


def ordered(low: str, high: str, cell: str, reason: str) -> Column:
    both = f"s.{low} ~ '{NUMBER}' AND s.{high} ~ '{NUMBER}'"
    return rule(cell, f"s.{low}::numeric <= s.{high}::numeric", reason, where=both)


def day(cell: str, *, needed: bool = True) -> Column:
    blank = "" if needed else "{c} = '' OR "
    inside = f"{{c}}::date BETWEEN '{EARLIEST}' AND '{LATEST}'"
    return Column(
        name=cell,
        value="nullif({c}, '')::date",
        good=f"{blank}CASE WHEN {REAL_DAY} THEN {inside} ELSE false END",
        reason="not a day between 2000 and 2100, such as 2027-01-31",
    )


def one_of(cell: str, choices: list[str]) -> Column:
    return matching(cell, f"^({'|'.join(choices)})$", f"not one of {', '.join(choices)}")


def harmless(cell: str) -> Column:
    return rule(cell, "{c} !~ '^[=@]'", "a formula; give what it comes to")


BAND = Target(
    table="bands_band",
    columns=(
        made("band_set_id", SET, key=True),
        name("family", 100),
        name("title", 150),
        name("level", 50, needed=False),
        name("location", 150),
        Column(name="version", value="coalesce(t.version, 0) + 1", staged=False, is_told=False),
        Column(name="employer_id", value=EMPLOYER, staged=False, is_told=False),
        Column(
            name="currency",
            good=f"{{c}} IN ({CODES})",
            reason="not a currency that is known, such as USD",
        ),
        one_of("period", Period.values),
        pay("minimum"),
        pay("midpoint", needed=False),
        pay("maximum"),
        one_of("basis", Basis.values),
        day("valid_from"),
        day("valid_to", needed=False),
        text("source", 300, needed=True),
        matching("url", r"^(https?://[^\s]+)?$", "not an address such as https://example.org/pay"),
        day("as_of"),
        matching("sample", r"^\d{0,9}$", "not a number of people", value="nullif({c}, '')::integer"),
        one_of("confidence", Confidence.values),
    ),
    rules=(
        rule("employer", "length({c}) BETWEEN 1 AND 200", "must have text, at most 200 characters"),
        rule(
            "employer", IN_FORCE, "has a set of this name that is no draft; choose another name for the set"
        ),
        rule("title", ONCE, "has several bands in the draft already; change those by hand"),
        rule("url", "length({c}) <= 500", "longer than 500 characters"),
        *sized("minimum"),
        *sized("midpoint"),
        *sized("maximum"),
        ordered("minimum", "maximum", "maximum", "below the minimum"),
        ordered("minimum", "midpoint", "midpoint", "below the minimum"),
        ordered("midpoint", "maximum", "midpoint", "above the maximum"),
        rule(
            "valid_to",
            "{c}::date >= s.valid_from::date",
            "before the first day",
            where=f"{REAL_DAY} AND {REAL_DAY.replace('{c}', 's.valid_from')}",
        ),
        *map(harmless, ("employer", "family", "title", "level", "location", "source")),
    ),
    what="concat_ws(', ', s.title, nullif(s.level, ''), s.employer, s.location)",
    extra=("employer",),
    also_key=("employer",),
    stamped=False,
)
