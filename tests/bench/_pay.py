"""Synthetic files in the shape of OEWS and of LCA disclosure, as large as wanted; the same each time."""

import csv
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.market.files import OEWS

OCCUPATIONS = 830
TOP = 239_200
LCA = [
    *("CASE_NUMBER", "JOB_TITLE", "SOC_CODE", "SOC_TITLE", "FULL_TIME_POSITION", "BEGIN_DATE", "END_DATE"),
    *("EMPLOYER_NAME", "TRADE_NAME_DBA", "WORKSITE_ADDRESS1", "WORKSITE_CITY", "WORKSITE_COUNTY"),
    *("WORKSITE_STATE", "WORKSITE_POSTAL_CODE", "WAGE_RATE_OF_PAY_FROM", "WAGE_RATE_OF_PAY_TO"),
    *("WAGE_UNIT_OF_PAY", "PW_WAGE_LEVEL", "Year", "Quarter"),
]


def code(number: int) -> str:
    return f"{11 + number // 40 * 2 % 44}-{1000 + number}"


def oews_rows(many: int) -> Iterator[list[object]]:
    chance = Random(1)  # noqa: S311 # The same each time.
    for number in range(many):
        area, occupation = divmod(number, OCCUPATIONS)
        mean = chance.randint(30_000, 180_000)
        years = [round(mean * part, -1) for part in (0.6, 0.8, 1.0, 1.3, 1.6)]
        row: dict[str, object] = {
            "AREA": 10_000 + area,
            "AREA_TITLE": f"Area number {area}, TX",
            "AREA_TYPE": 4,
            "PRIM_STATE": "TX",
            "NAICS": "000000",
            "NAICS_TITLE": "Cross-industry",
            "I_GROUP": "cross-industry",
            "OWN_CODE": 1235,
            "OCC_CODE": code(occupation),
            "OCC_TITLE": f"Occupation of the number {occupation}",
            "O_GROUP": "detailed",
            "TOT_EMP": chance.randint(30, 90_000),
            "EMP_PRSE": chance.randint(10, 400) / 10,
            "JOBS_1000": chance.randint(1, 9_999) / 1000,
            "LOC_QUOTIENT": 1.02,
            "H_MEAN": f"{mean / 2080:.2f}",
            "A_MEAN": mean,
            "MEAN_PRSE": 2.5,
        }
        for name, year in zip(("PCT10", "PCT25", "MEDIAN", "PCT75", "PCT90"), years, strict=True):
            row[f"H_{name}"] = f"{year / 2080:.2f}" if year < TOP else "#"
            row[f"A_{name}"] = round(year) if year < TOP else "#"
        yield [row.get(name, "") for name in OEWS]


def lca_rows(many: int) -> Iterator[list[object]]:
    chance = Random(2)  # noqa: S311 # The same each time.
    for number in range(many):
        pay, occupation = chance.randint(50_000, 250_000), chance.randint(0, 400)
        hourly = number % 5 == 0
        yield [
            *(f"I-200-25059-{number:06}", f"Engineer of kind {occupation}", f"{code(occupation)}.00"),
            *(f"Occupation of the number {occupation}", "Y", "2025-08-30 00:00:00", "2028-08-29 00:00:00"),
            *(f"Company number {number % 9_000} LLC", "", f"{number % 900} Main Street", "Austin"),
            *(f"COUNTY {chance.randint(0, 300)}", chance.choice(("TX", "CA", "NY", "WA")), "78701"),
            *(f"{pay / 2080:.2f}" if hourly else pay, "", "Hour" if hourly else "Year"),
            *(("I", "II", "III", "IV")[number % 4], 2025, "Q2"),
        ]


def write(path: Path, head: list[str], rows: Iterator[list[object]]) -> Path:
    with path.open("w", newline="") as file:
        table = csv.writer(file)
        table.writerow(head)
        table.writerows(rows)
    return path
