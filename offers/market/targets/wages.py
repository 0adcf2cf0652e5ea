"""Wage surveys: which marks stand in place of figures, and what `#` is at least."""

from offers.market.columns import Column, Target, figure, made, matching, text
from offers.market.models.wages import MARKED

CODE = r"^[0-9A-Za-z]{2}-[0-9A-Za-z]{4}$"
UNITS = tuple(name for name in MARKED if name != "employment")
# `**` says of employment what `*` says of wages.
MARK = "CASE WHEN s.{name} ~ '^[*#~-]' THEN left(s.{name}, 1) ELSE ' ' END"
ALL_FIGURES = ", ".join(f"s.{name}" for name in MARKED)
MARKS = (
    f"CASE WHEN concat({ALL_FIGURES}) !~ '[*#~-]' THEN '' ELSE "
    + " || ".join(MARK.format(name=name) for name in MARKED)
    + " END"
)
ONLY = (
    "CASE WHEN upper(s.only_year) = 'TRUE' THEN 'year'"
    " WHEN upper(s.only_hour) = 'TRUE' THEN 'hour' ELSE '' END"
)
# A lone digit is a state whose zero a spreadsheet has dropped; older files name no group of single codes.
AREA = "CASE WHEN length({c}) = 1 THEN '0' || {c} ELSE {c} END"
GROUP = "coalesce(nullif(lower({c}), ''), 'detailed')"


def figures() -> tuple[Column, ...]:
    tops = {name: f"top_{name.partition('_')[0]}" for name in UNITS}
    return tuple(figure(name, tops.get(name, "")) for name in MARKED)


WAGE = Target(
    table="market_wage",
    columns=(
        matching("occupation", CODE, "not an occupation code such as 15-1252", key=True),
        text("area", 10, needed=True, key=True, value=AREA),
        made("year", "{year}", key=True),
        made("source", "{source}", key=True),
        text("industry", 10, key=True),
        text("ownership", 10, key=True),
        text("occupation_group", 10, key=True, value=GROUP),
        text("area_title", 150, needed=True),
        text("area_type", 2),
        text("state", 10),
        text("industry_title", 200),
        text("occupation_title", 200, needed=True),
        *figures(),
        made("marks", MARKS),
        made("only", ONLY),
    ),
    what="concat_ws(', ', s.occupation || ' ' || s.occupation_title, s.area_title, s.industry_title)",
    over="t.year = {year} AND t.source = {source}",
    extra=("only_year", "only_hour"),
    # What `#` has been at least, an hour and a year, in files that do not say it themselves.
    facts={
        "top_hour": "CASE WHEN {year} >= 2022 THEN 115 WHEN {year} >= 2016 THEN 100 ELSE NULL END",
        "top_year": "CASE WHEN {year} >= 2022 THEN 239200 WHEN {year} >= 2016 THEN 208000 ELSE NULL END",
    },
)
