"""Visa filings: amounts by the year, and amounts whose unit cannot be meant."""

from offers.market.columns import Target, amount, made, matching, text
from offers.market.models.visas import FEWEST

SOC = r"^\d{2}-\d{4}(\.\d{2})?$"
UNIT = "s.unit"
TIMES = (
    f"CASE lower(translate({UNIT}, '-', ' ')) WHEN 'year' THEN 1 WHEN 'hour' THEN 2080 WHEN 'month' THEN 12"
    " WHEN 'week' THEN 52 WHEN 'bi weekly' THEN 26 END"
)
YEARLY = f"round(s.amount_from::numeric * {TIMES}, 2)"
# 705,000 an hour is 705,000 a year with the wrong unit; 38 a year is 38 an hour.
MEANT = f"{YEARLY} BETWEEN 10000 AND 2000000"
LEVEL = "upper(regexp_replace({c}, '^Level ', '', 'i'))"
PERCENTILES = """
INSERT INTO market_filingpay (occupation, state, county, level, year, sample, p10, p25, median, p75, p90)
SELECT occupation, coalesce(state, ''), coalesce(county, ''), coalesce(level, ''), {year}, n,
       p[1], p[2], p[3], p[4], p[5]
FROM (
    SELECT occupation, state, county, level, count(*) AS n,
           percentile_cont(ARRAY[0.1, 0.25, 0.5, 0.75, 0.9]) WITHIN GROUP (ORDER BY yearly) AS p
    FROM market_filing
    WHERE year = {year} AND yearly IS NOT NULL AND (status = '' OR status ILIKE 'certified%')
    GROUP BY GROUPING SETS (
        (occupation), (occupation, level), (occupation, state), (occupation, state, level),
        (occupation, state, county), (occupation, state, county, level)
    )
    HAVING count(*) >= {fewest}
) AS cell
WHERE (state IS DISTINCT FROM '') AND (county IS DISTINCT FROM '') AND (level IS DISTINCT FROM '')
""".replace("{fewest}", str(FEWEST))

FILING = Target(
    table="market_filing",
    columns=(
        text("case_number", 30, needed=True, key=True),
        made("year", "{year}"),
        text("status", 40),
        text("visa_class", 40),
        text("title", 150, needed=True),
        matching("occupation", SOC, "not an occupation code such as 15-1252", value="left({c}, 7)"),
        text("occupation_title", 200),
        text("city", 100),
        text("county", 100, value="lower({c})"),
        text("state", 40, value="upper({c})"),
        matching(
            "full_time",
            "^[YyNn]?$",
            "neither Y nor N",
            value="CASE upper({c}) WHEN 'Y' THEN true WHEN 'N' THEN false END",
        ),
        amount("amount_from"),
        amount("amount_to", needed=False),
        matching(
            "unit",
            "(?i)^(year|hour|month|week|bi[- ]weekly)$",
            "not a unit of pay that is known",
            value="lower({c})",
        ),
        matching(
            "level",
            "(?i)^((level )?(I|II|III|IV)|N/A|)$",
            "not a wage level",
            value="replace(" + LEVEL + ", 'N/A', '')",
        ),
        made("yearly", f"CASE WHEN {MEANT} THEN {YEARLY} END"),
        made("flag", f"CASE WHEN {MEANT} THEN '' ELSE 'slip' END"),
    ),
    what="concat_ws(', ', s.case_number, s.title, s.county, s.state)",
    flag=f"NOT ({MEANT})",
    derived=("DELETE FROM market_filingpay WHERE year = {year}", PERCENTILES),
)
