"""DOL LCA disclosure: what employers told the labour office about visa positions. No name is read."""

import re

from offers.market.reading.layouts import Found, Header, Layout, under_header, year_in
from offers.market.reading.sheets import Sheet

COLUMNS = (
    *("case_number", "status", "visa_class", "title", "occupation", "occupation_title", "city", "county"),
    *("state", "full_time", "amount_from", "amount_to", "unit", "level"),
)
HEADER = Header(
    names={
        "case_number": ("case_number",),
        "status": ("case_status",),
        "visa_class": ("visa_class",),
        "title": ("job_title",),
        "occupation": ("soc_code",),
        "occupation_title": ("soc_title", "soc_name"),
        "city": ("worksite_city", "worksite_city_1", "employer_city"),
        "county": ("worksite_county", "worksite_county_1"),
        "state": ("worksite_state", "worksite_state_1", "employer_state"),
        "full_time": ("full_time_position",),
        "amount_from": ("wage_rate_of_pay_from", "wage_rate_of_pay_from_1"),
        "amount_to": ("wage_rate_of_pay_to", "wage_rate_of_pay_to_1"),
        "unit": ("wage_unit_of_pay", "wage_unit_of_pay_1"),
        "level": ("pw_wage_level", "pw_wage_level_1"),
    },
    needed=("case_number", "title", "occupation", "amount_from", "unit"),
)
FISCAL = re.compile(r"FY_?(20\d\d|\d\d)(?!\d)", re.IGNORECASE)


def fiscal_year(sheet: Sheet) -> int | None:
    if stamp := FISCAL.search(sheet.file) or FISCAL.search(sheet.name):
        return int(stamp[1][-2:]) + 2000
    return year_in(sheet.file, sheet.name)


def find(layout: Layout, sheet: Sheet) -> Found | None:
    rows = under_header(HEADER, sheet, layout.columns)
    return None if rows is None else Found(layout=layout, year=fiscal_year(sheet), rows=rows)


LAYOUTS = (
    Layout(
        key="lca",
        title="DOL LCA disclosure (visa filings)",
        source="lca",
        target="filing",
        columns=COLUMNS,
        find=find,
    ),
)
