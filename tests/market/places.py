"""Areas of the survey, as its list of 2021 has them."""

from tests.market.files import csv_file
from tests.market.steps import imported

HEADINGS = [
    *("FIPS code", "State", "State abbreviation", "May 2021 MSA code", "May 2021 MSA name"),
    *("County code", "Township code", "County name"),
]
AUSTIN = ["48", "Texas", "TX", "12420", "Austin-Round Rock, TX", "453", "000", "Travis County"]
PORTLANDS = [
    ["41", "Oregon", "OR", "38900", "Portland-Vancouver-Hillsboro, OR-WA", "051", "000", "Multnomah County"],
    ["41", "Oregon", "OR", "38900", "Portland-Vancouver-Hillsboro, OR-WA", "067", "000", "Washington County"],
    ["23", "Maine", "ME", "76750", "Portland-South Portland, ME", "005", "001", "Portland city"],
]
NEW_YORK = [
    "36",
    "New York",
    "NY",
    "35620",
    "New York-Newark-Jersey City, NY-NJ-PA",
    "061",
    "000",
    "New York County",
]
BOISE = ["16", "Idaho", "ID", "14260", "Boise City, ID", "001", "000", "Ada County"]
HONOLULU = ["15", "Hawaii", "HI", "46520", "Urban Honolulu, HI", "003", "000", "Honolulu County"]
SCRANTON = [
    "42",
    "Pennsylvania",
    "PA",
    "42540",
    "Scranton--Wilkes-Barre--Hazleton, PA",
    "069",
    "000",
    "Lackawanna County",
]
WINSTON = ["37", "North Carolina", "NC", "49180", "Winston-Salem, NC", "067", "000", "Forsyth County"]
NORWICH = [
    "09",
    "Connecticut",
    "CT",
    "76450",
    "Norwich-New London-Westerly, CT-RI",
    "011",
    "001",
    "New London town",
]
KANSAS = ["29", "Missouri", "MO", "28140", "Kansas City, MO-KS", "095", "000", "Jackson County"]
JEFFERSONS = [
    ["29", "Missouri", "MO", "27620", "Jefferson City, MO", "051", "000", "Cole County"],
    ["01", "Alabama", "AL", "99991", "Jefferson Town, AL", "073", "000", "Jefferson County"],
]


def import_areas(*rows: list[str]) -> None:
    imported(csv_file([HEADINGS, *rows]), "area_definitions_m2021.csv")
