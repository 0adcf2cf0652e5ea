"""Facts that were read in the publishers' files by eye, against what the import made of them."""

from decimal import Decimal
from pathlib import Path

from offers.market.models import (
    Area,
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
from tests.pay_data.conftest import bring

D = Decimal


def test_national_wages_of_2024(folder: Path, db: None) -> None:
    batch = bring(folder / "bls_oews/national_M2024_dl.xlsx")
    assert (batch.year, batch.added, batch.refused) == (2024, 1_403, 0)
    assert Wage.objects.filter(occupation_group="detailed").count() == 831
    developers = Wage.objects.get(occupation="15-1252", occupation_group="detailed")
    figures = [getattr(developers, f"year_{name}") for name in ("p10", "p25", "median", "p75", "p90")]
    assert figures == [79_850, 103_050, 133_080, 169_000, 211_450]
    assert (developers.employment, developers.marks) == (1_654_440, "")
    chiefs = Wage.objects.get(occupation="11-1011", occupation_group="detailed")
    assert (chiefs.year_median, chiefs.mark("year_median")) == (206_420, None)
    tops = [(getattr(chiefs, name), chiefs.mark(name)) for name in ("year_p75", "year_p90")]
    assert tops == [(239_200, Mark.TOP)] * 2
    legislators = Wage.objects.get(occupation="11-1031", occupation_group="detailed")
    assert (legislators.hour_median, legislators.mark("hour_median")) == (None, Mark.HIDDEN)
    assert (legislators.year_median, legislators.only) == (44_810, "year")


def test_national_wages_of_2022(folder: Path, db: None) -> None:
    assert bring(folder / "bls_oews/national_M2022_dl.xlsx").year == 2022
    developers, actors, nurses = (
        Wage.objects.get(occupation=code, occupation_group="detailed")
        for code in ("15-1252", "27-2011", "29-1141")
    )
    assert (developers.year_median, developers.year_p90) == (127_260, 198_100)
    assert (actors.hour_median, actors.mark("year_median")) == (D("17.94"), Mark.HIDDEN)
    assert nurses.year_median == 81_220


def test_wages_of_one_occupation_in_many_areas(folder: Path, db: None) -> None:
    query = folder / "bls_oews_query"
    (accountants,) = query.glob("*accountants*")
    assert bring(accountants).added == 530
    austin = Wage.objects.get(occupation="13-2011", area="12420")
    names = ("mean", "p10", "median", "p90")
    assert [getattr(austin, f"year_{name}") for name in names] == [85_970, 49_300, 78_000, 127_250]
    (projects,) = query.glob("*project_management*")
    bring(projects)
    jose = Wage.objects.get(occupation="13-1082", area="41940")
    assert (jose.year_median, jose.year_p90, jose.mark("year_p90")) == (137_710, None, Mark.UNSAID)
    (engineers,) = query.glob("*civil_engineers*")
    bring(engineers)
    assert Wage.objects.get(occupation="17-2051", area="41940").year_median == 107_260


def test_wages_in_the_columns_of_the_metro_workbook(folder: Path, db: None) -> None:
    assert bring(folder / "bls_oews/DERIVED_MSA_M2022_layout_3occ.xlsx").added == 1_544
    assert Wage.objects.get(occupation="13-2011", area="12420").year_median == 78_000
    jose = Wage.objects.get(occupation="13-1082", area="41940")
    assert (jose.year_p90, jose.mark("year_p90")) == (239_200, Mark.TOP)


def test_visa_filings(folder: Path, db: None) -> None:
    batch = bring(folder / "dol_lca/LCA_FY2025_Q2_health_every10th.csv")
    assert (batch.added, batch.year, batch.flagged) == (808, 2025, 2)
    assert [Filing.objects.filter(unit=unit).count() for unit in ("year", "hour", "month")] == [572, 233, 3]
    case = Filing.objects.get(case_number="I-200-25059-734998")
    assert (case.title, case.amount_from, case.unit) == ("Associate Chiropractor", 100_000, "year")
    assert (case.city, case.county, case.state) == ("San Francisco", "san francisco", "CA")
    assert not FilingPay.objects.filter(sample__lt=5).exists()
    assert set(Filing.objects.exclude(flag="").values_list("yearly", flat=True)) == {None}


def test_visa_filings_of_2018(folder: Path, db: None) -> None:
    assert bring(folder / "dol_lca/h1b_input_FY2018_10rows.csv").year == 2018
    case = Filing.objects.get(case_number="I-200-18026-338377")
    assert (case.amount_from, case.amount_to, case.unit, case.level) == (D("143915.0"), None, "year", "II")


def test_wage_levels(folder: Path, db: None) -> None:
    bring(folder / "oflc_wage_levels/15-1252.json", 2025)
    bring(folder / "oflc_wage_levels/29-1141.json", 2025)
    clara = PrevailingWage.objects.get(occupation="15-1252", state="CA", county="santa clara")
    travis = PrevailingWage.objects.get(occupation="15-1252", state="TX", county="travis")
    assert (clara.level_1, clara.level_4, travis.level_2) == (D("71.81"), D("127.17"), D("55.17"))


def codes(title: str) -> set[str]:
    return set(OccupationTitle.objects.filter(title=title).values_list("occupation", flat=True))


def test_titles(folder: Path, db: None) -> None:
    onet = folder / "onet_soc/onet"
    assert bring(onet / "Alternate Titles.txt").added == 52_754
    assert codes("Software Engineer") == {"15-1252"}
    assert codes("Data Engineer") == {"15-1243", "15-2051"}
    assert codes("Product Manager") == {"11-2021"}
    assert bring(onet / "Sample of Reported Titles.txt").added == 7_541
    assert bring(onet / "Occupation Data.txt").added == 1_016


def test_occupations_and_areas(folder: Path, db: None) -> None:
    assert bring(folder / "onet_soc/soc_structure_2018.xlsx").added == 1_447
    developers = Occupation.objects.get(code="15-1252")
    assert (developers.title, developers.level) == ("Software Developers", "detailed")
    assert bring(folder / "onet_soc/area_definitions_m2021.xlsx").year == 2021
    travis = Area.objects.get(county="Travis County", abbreviation="TX")
    assert (travis.area, travis.area_title) == ("12420", "Austin-Round Rock, TX")


def test_parities(folder: Path, db: None) -> None:
    bring(folder / "cost_of_living/SARPP_STATE_2008_2023.csv")
    overall = Parity.objects.filter(description="RPPs: All items", year=2023)
    assert overall.get(place_title="California").level == D("112.581")
    assert overall.get(place_title="Arkansas").level == D("86.508")


def test_rates(folder: Path, db: None) -> None:
    bring(folder / "fx/eurofxref-hist_to_2025-05-09.csv")
    day = dict(Rate.objects.filter(day="2025-05-09").values_list("currency", "euro"))
    assert (day["USD"], day["GBP"], "RUB" in day) == (D("1.1252"), D("0.8477"), False)


def test_the_general_schedule(folder: Path, db: None) -> None:
    bring(folder / "pay_bands/us_gs/gs_base_2026_wide.csv")
    bring(folder / "pay_bands/us_gs/gs_locality_2026.csv")
    base = PayStep.objects.get(year=2026, grade="GS-12", step=10).amount
    rest = PayLocality.objects.get(year=2026, code="RUS").added_rate
    assert (base, round(base * (1 + rest))) == (99_404, 116_362)
