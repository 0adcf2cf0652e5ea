"""The other publishers' formats, in small: what each brings, twice nothing new, and back to where it was."""

import json
from decimal import Decimal

import pytest

from offers.market.models import (
    Area,
    Batch,
    Filing,
    FilingPay,
    Mark,
    Occupation,
    OccupationTitle,
    Parity,
    PayLocality,
    PayStep,
    PrevailingWage,
    Rate,
    Wage,
)
from tests.market.files import csv_file, sheet_xml, workbook
from tests.market.steps import counts, given, hashes, imported, rolled_back

D = Decimal
Table = list[list[str]]
QUERY_HEAD = [
    "Area Name",
    "Employment(1)",
    "Employment percent relative standard error(3)",
    "Hourly mean wage",
]
QUERY_HEAD += ["Annual mean wage(2)", "Wage percent relative standard error(3)"]
QUERY_HEAD += [f"Hourly {part}" for part in ("10th percentile wage", "25th percentile wage", "median wage")]
QUERY_HEAD += ["Hourly 75th percentile wage", "Hourly 90th percentile wage"]
QUERY_HEAD += [
    f"Annual {part}(2)" for part in ("10th percentile wage", "25th percentile wage", "median wage")
]
QUERY_HEAD += ["Annual 75th percentile wage(2)", "Annual 90th percentile wage(2)"]
PAY = ["  1,460", " 5.1", "41.33", " 85,970", "1.2", "23.7", "29.1", "37.5", "48", "61.18"]
PAY += ["49,300", "60,530", "78,000", "99,840", "-"]


def query(*areas: str) -> bytes:
    table = [
        ["One occupation for multiple geographical areas"],
        [],
        ["Occupation:Accountants(SOC Code132011)"],
    ]
    table += [["Period:May 2022"], [], QUERY_HEAD, *([area, *PAY] for area in areas), [], ["(1) Estimates"]]
    return workbook(("OES Sheet", sheet_xml(table)))


TITLES = [["O*NET-SOC Code", "Alternate Title", "Short Title", "Source(s)"]]
TITLES += [["15-1252.00", 'Software "Guru" Engineer', "n/a", "08"], ["15-1252.00", "SWE", "SWE", "02"]]
OCCUPATIONS = [["O*NET-SOC Code", "Title", "Description"], ["15-1252.00", "Software Developers", "Develop."]]
STRUCTURE = [["The 2018 SOC"], ["Major Group", "Minor Group", "Broad Group", "Detailed Occupation"]]
STRUCTURE += [["15-0000", "", "", "", "Computer"], ["", "", "", "15-1252", "Software Developers"]]
AREAS = [["FIPS code", "State", "State abbreviation", "May 2021 MSA code ", "May 2021 MSA name"]]
AREAS[0] += ["County code", "Township code", "County name (or Township name for New England)"]
AREAS += [["48", "Texas", "TX", "  12420", "Austin-Round Rock, TX", "453", "000", "Travis County"]]
SARPP = (
    b"GeoFIPS,GeoName,Region,TableName,LineCode,IndustryClassification,Description,Unit,2022,2023\n"
    b' "06000","California",8,SARPP,5,"...","RPPs: All items ","Index",112.5,112.581\n'
    b' "72000","Puerto Rico", ,SARPP,5,"...","RPPs: All items ","Index",(NA),(NA)\n'
    b' "06000","California",8,SARPP,1,"..."," Real personal income","Millions",1.0,2.0\n'
    b'"Note: See the included footnote file."\n'
)
ECB = b"Date,USD,JPY,BGN,GBP,RUB,\n2025-05-09,1.1252,163.36,1.9558,0.8477,N/A,\n"
STEPS = b"grade,step_1,step_2\nGS-12,76463,79012\n"
LOCALITIES = b'code,name,percentage\nRUS,Rest of U.S.,17.06\nAU,"Austin, TX",20.35\n'
LEVELS = {"CA|Santa Clara": {"I": 71.81, "II": 90.26, "III": 108.72, "IV": 127.17}}
LCA_HEAD = ["CASE_NUMBER", "CASE_STATUS", "JOB_TITLE", "SOC_CODE", "SOC_TITLE", "WORKSITE_CITY"]
LCA_HEAD += ["WORKSITE_COUNTY", "WORKSITE_STATE", "FULL_TIME_POSITION", "WAGE_RATE_OF_PAY_FROM"]
LCA_HEAD += ["WAGE_RATE_OF_PAY_TO", "WAGE_UNIT_OF_PAY", "PW_WAGE_LEVEL", "EMPLOYER_NAME"]
LCA_HEAD += ["AGENT_ATTORNEY_LAST_NAME", "EMPLOYER_POC_EMAIL"]


def case(number: int, **cells: str) -> list[str]:
    row = {"CASE_NUMBER": f"I-200-{number}", "CASE_STATUS": "Certified", "JOB_TITLE": "Nurse"}
    row |= {"SOC_CODE": "29-1141.00", "WORKSITE_COUNTY": "TRAVIS", "WORKSITE_STATE": "TX"}
    row |= {"WAGE_RATE_OF_PAY_FROM": str(80_000 + 1_000 * number), "WAGE_RATE_OF_PAY_TO": "0.0"}
    row |= {"WAGE_UNIT_OF_PAY": "Year", "PW_WAGE_LEVEL": "II", "EMPLOYER_NAME": "Smith Family Clinic"}
    row |= {"AGENT_ATTORNEY_LAST_NAME": "Canary", "EMPLOYER_POC_EMAIL": "canary@example.org"}
    return [(row | cells).get(name, "") for name in LCA_HEAD]


def lca(*cases: list[str]) -> bytes:
    return b"\xef\xbb\xbf" + csv_file([LCA_HEAD, *cases])


def tabs(table: Table) -> bytes:
    return "".join("\t".join(row) + "\n" for row in table).encode()


def book(table: Table) -> bytes:
    return workbook(("Sheet", sheet_xml(table)))


FORMATS: dict[str, tuple[bytes, str, int | None]] = {
    "oews-query": (query("Austin-Round Rock, TX(0012420)", "Alabama (01-00000)"), "OES_Report.xlsx", None),
    "lca": (lca(*(case(number) for number in range(6))), "LCA_Disclosure_Data_FY2025_Q2.csv", None),
    "oflc": (json.dumps(LEVELS).encode(), "15-1252.json", 2025),
    "onet-titles": (tabs(TITLES), "Alternate Titles.txt", None),
    "onet-occupations": (tabs(OCCUPATIONS), "Occupation Data.txt", None),
    "soc": (book(STRUCTURE), "soc_structure_2018.xlsx", None),
    "areas": (book(AREAS), "area_definitions_m2021.xlsx", None),
    "bea": (SARPP, "SARPP_STATE_2008_2023.csv", None),
    "ecb": (ECB, "eurofxref-hist.csv", None),
    "gs": (STEPS, "gs_base_2026_wide.csv", None),
    "gs-locality": (LOCALITIES, "gs_locality_2026.csv", None),
}


@pytest.mark.parametrize("layout", FORMATS)
def test_a_format_is_recognised_and_twice_changes_nothing_and_goes_back(layout: str, db: None) -> None:
    data, name, year = FORMATS[layout]
    before = hashes()
    first = imported(data, name, year)
    after = hashes()
    assert (first.layout, first.added, after == before) == (layout, first.read, False)
    again = imported(data, name, year)
    assert (again.added, again.changed, again.unchanged, hashes()) == (0, 0, first.read, after)
    rolled_back(again)
    rolled_back(first)
    assert hashes() == before


def test_a_query_export_names_its_areas_by_their_codes_and_keeps_its_marks(db: None) -> None:
    imported(*FORMATS["oews-query"])
    austin, alabama = Wage.objects.order_by("-area")
    assert (austin.area, austin.area_type, austin.area_title) == ("12420", "4", "Austin-Round Rock, TX")
    assert (alabama.area, alabama.area_type, alabama.year) == ("01", "2", 2022)
    assert (austin.employment, austin.year_median, austin.hour_p75) == (1_460, 78_000, 48)
    assert (austin.year_p90, austin.mark("year_p90")) == (None, Mark.UNSAID)


def test_visa_filings_keep_no_name_and_count_no_slip(db: None) -> None:
    slip = case(90, WAGE_RATE_OF_PAY_FROM="705000", WAGE_UNIT_OF_PAY="Hour")
    hourly = case(6, WAGE_RATE_OF_PAY_FROM="45.5", WAGE_RATE_OF_PAY_TO="60", WAGE_UNIT_OF_PAY="Hour")
    denied = case(91, CASE_STATUS="Denied")
    batch = imported(lca(*(case(number) for number in range(4)), hourly, slip, denied), FORMATS["lca"][1])
    assert (counts(batch), batch.flagged) == ((7, 7, 0, 0, 0), 1)
    assert Filing.objects.get(case_number="I-200-90").yearly is None
    assert Filing.objects.get(case_number="I-200-6").yearly == D("94640.00")
    cells = FilingPay.objects.filter(county="travis", level="II").values_list("sample", "median", "p90")
    assert list(cells) == [(5, D("82000.00"), D("89984.00"))]
    assert not [
        row for row in Filing.objects.values_list() if "canary" in str(row).lower() or "Smith" in str(row)
    ]


def test_of_four_filings_nothing_is_said(db: None) -> None:
    batch = imported(lca(*(case(number) for number in range(4))), FORMATS["lca"][1])
    assert FilingPay.objects.count() == 0
    imported(lca(case(4)), FORMATS["lca"][1])
    assert FilingPay.objects.filter(county="travis", level="").values_list("sample", flat=True)[0] == 5
    rolled_back(batch)
    assert FilingPay.objects.count() == 0


def test_titles_keep_their_words_and_say_what_they_mean(db: None) -> None:
    imported(*FORMATS["onet-titles"])
    rows = OccupationTitle.objects.order_by("title").values_list("title", "short", "occupation", "kind")
    assert list(rows) == [
        ("SWE", "SWE", "15-1252", "alternate"),
        ('Software "Guru" Engineer', "", "15-1252", "alternate"),
    ]


def test_occupations_of_both_lists_stand_beside_one_another(db: None) -> None:
    imported(*FORMATS["onet-occupations"])
    imported(*FORMATS["soc"])
    rows = Occupation.objects.order_by("code", "scheme").values_list("scheme", "code", "level")
    assert list(rows) == [
        ("soc", "15-0000", "major"),
        ("soc", "15-1252", "detailed"),
        ("onet", "15-1252.00", "detailed"),
    ]


def test_places_prices_and_rates_are_read_to_the_last_digit(db: None) -> None:
    for layout in ("areas", "bea", "ecb"):
        imported(*FORMATS[layout])
    assert Area.objects.values_list("area", "county", "year")[0] == ("12420", "Travis County", 2021)
    assert list(Parity.objects.order_by("year").values_list("year", "level")) == [
        (2022, 112.5),
        (2023, D("112.581")),
    ]
    assert dict(Rate.objects.values_list("currency", "euro"))["USD"] == D("1.1252")
    assert Rate.objects.count() == 4


def test_levels_and_scales_are_read(db: None) -> None:
    for layout in ("oflc", "gs", "gs-locality"):
        imported(*FORMATS[layout])
    assert PrevailingWage.objects.get(state="CA", county="santa clara").level_4 == D("127.17")
    assert PayStep.objects.get(grade="GS-12", step=2).amount == 79_012
    assert PayLocality.objects.get(code="RUS").added_rate == D("0.1706")


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (
            json.dumps(LEVELS).encode(),
            "wages.json",
            "The name of this file must hold the code of its occupation",
        ),
        (json.dumps(LEVELS).encode(), "15-1252.json", "This file does not say which year it is of."),
        (b"a,b\n1,2\n", "x.csv", "This is none of the formats that can be read."),
        (b"Date,USD,JPY,BGN,GBP,RUB\n", "x.csv", "This file has the right headers and no row below them."),
        (
            ECB.replace(b"2025-05-09", b"2025-02-30"),
            "x.csv",
            "No row of this file can be imported. The first is",
        ),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_sentence(
    data: bytes, name: str, sentence: str, db: None
) -> None:
    batch = given(data, name)
    assert (batch.state, batch.sentence[: len(sentence)]) == ("refused", sentence)


def test_bad_keys_of_numbers_stop_nothing(db: None) -> None:
    bad = b"grade,step_1,step_2\nGS-12,76463,lots\n,1,2\n"
    batch = given(bad, "gs_2026.csv")
    refused = batch.refused_rows.values_list("line", "column", "value")
    assert list(refused) == [(2, "amount", "lots"), (3, "grade", ""), (3, "grade", "")]
    assert Batch.objects.get().added == 1
