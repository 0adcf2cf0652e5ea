"""Occupations and the titles that people use for them."""

from offers.market.columns import Target, made, matching, text

ONET = r"^\d{2}-\d{4}\.\d{2}$"
ANY = r"^\d{2}-\d{4}(\.\d{2})?$"

TITLE = Target(
    table="market_occupationtitle",
    columns=(
        text("title", 200, needed=True, key=True),
        matching("code", ONET, "not an O*NET code such as 15-1252.00", key=True),
        text("kind", 10, key=True),
        # Two titles stand twice for one code, with another short form each.
        text("short", 100, key=True, value="CASE WHEN {c} = 'n/a' THEN '' ELSE {c} END"),
        made("occupation", "left(s.code, 7)"),
    ),
    what="concat_ws(', ', s.title, s.code)",
)
OCCUPATION = Target(
    table="market_occupation",
    columns=(
        matching("code", ANY, "not an occupation code such as 15-1252", key=True),
        text("scheme", 10, key=True),
        text("title", 200, needed=True),
        text("level", 10),
        text("description", 4_000),
    ),
    what="concat_ws(' ', s.code, s.title)",
)
