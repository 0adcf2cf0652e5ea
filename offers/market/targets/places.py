"""Areas, parities and rates."""

from offers.market.columns import Column, Target, braced, made, matching, number_key, text

REAL_DAY = "{c} ~ '" + braced(r"^\d{4}-\d\d-\d\d$") + "' AND pg_input_is_valid({c}, 'date')"
LEVEL = r"^\d{1,5}(\.\d{1,3})?$"

AREA = Target(
    table="market_area",
    columns=(
        matching("state_code", r"^\d{2}$", "not a code of two digits", key=True),
        matching("county_code", r"^\d{3}$", "not a code of three digits", key=True),
        matching("town_code", r"^\d{3,5}$", "not a code of digits", key=True),
        made("year", "{year}", key=True),
        text("state", 40, needed=True),
        matching("abbreviation", "^[A-Z]{2}$", "not two capital letters"),
        matching("area", r"^\d{5,7}$", "not a code of five to seven digits"),
        text("area_title", 150, needed=True),
        text("county", 100, needed=True),
    ),
    what="concat_ws(', ', s.county, s.abbreviation, s.area_title)",
    over="t.year = {year}",
)
PARITY = Target(
    table="market_parity",
    columns=(
        matching("place", r"^\d{5}$", "not a code of five digits", key=True),
        number_key("line_code", r"^\d{1,3}$", "not a number"),
        number_key("year", r"^(19|20)\d{2}$", "not a year"),
        text("place_title", 150, needed=True),
        text("description", 150, needed=True),
        matching("level", LEVEL, "not an index such as 112.581", value="{c}::numeric"),
    ),
    what="concat_ws(', ', s.place_title, s.year, s.description)",
)
RATE = Target(
    table="market_rate",
    columns=(
        matching("currency", "^[A-Z]{3}$", "not three capital letters", key=True),
        Column(
            name="day",
            value=f"CASE WHEN {REAL_DAY} THEN {{c}}::date END",
            good=REAL_DAY,
            reason="not a day such as 2025-05-09",
            is_key=True,
        ),
        matching("euro", r"^\d{1,9}(\.\d{1,6})?$", "not a rate", value="{c}::numeric"),
    ),
    what="concat_ws(', ', s.currency, s.day)",
)
