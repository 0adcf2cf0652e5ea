"""Wage levels and pay scales."""

from offers.market.columns import Column, Target, amount, made, matching, number_key, text

PERCENT = r"^\d{1,2}(\.\d{1,2})?$"
LEVELS = ("level_1", "level_2", "level_3", "level_4")


def paid(name: str) -> Column:
    return amount(name, value="round({c}::numeric, 2)")


PREVAILING = Target(
    table="market_prevailingwage",
    columns=(
        matching("occupation", r"^\d{2}-\d{4}$", "not an occupation code such as 15-1252", key=True),
        matching("state", "^[A-Z]{2}$", "not two capital letters", key=True),
        text("county", 100, needed=True, key=True, value="lower({c})"),
        made("year", "{year}", key=True),
        *(paid(name) for name in LEVELS),
    ),
    what="concat_ws(', ', s.occupation, s.county, s.state)",
    over="t.year = {year}",
)
STEP = Target(
    table="market_paystep",
    columns=(
        made("scale", "'us-gs'", key=True),
        made("year", "{year}", key=True),
        text("grade", 20, needed=True, key=True),
        number_key("step", r"^\d{1,2}$", "not a step"),
        paid("amount"),
        made("currency", "'USD'"),
    ),
    what="concat_ws(' step ', s.grade, s.step)",
    over="t.year = {year}",
)
LOCALITY = Target(
    table="market_paylocality",
    columns=(
        made("scale", "'us-gs'", key=True),
        made("year", "{year}", key=True),
        text("code", 10, needed=True, key=True),
        text("title", 150, needed=True),
        matching(
            "added_rate", PERCENT, "not a percentage such as 17.06", value="round({c}::numeric / 100, 4)"
        ),
    ),
    what="concat_ws(' ', s.code, s.title)",
    over="t.year = {year}",
)
