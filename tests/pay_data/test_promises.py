"""Every file twice changes nothing, and rolling it back leaves the tables as they were: both ways in."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client

from offers.accounts.models import User
from offers.market.models import Batch, State
from offers.market.tasks import work_on_batch
from tests.conftest import sign_in
from tests.factories import make_totp
from tests.market.steps import hashes, rolled_back

FILES = {
    "bls_oews/national_M2024_dl.xlsx": None,
    "bls_oews/national_M2022_dl.xlsx": None,
    "bls_oews/DERIVED_MSA_M2022_layout_3occ.xlsx": None,
    "bls_oews_query/OES_Report_accountants_132011_metros_May2022.xlsx": None,
    "bls_oews_query/OES_Report_project_management_specialists_131082_metros_May2022.xlsx": None,
    "bls_oews_query/OES_Report_civil_engineers_172051_metros_May2022.xlsx": None,
    "dol_lca/LCA_FY2025_Q2_health_every10th.csv": None,
    "dol_lca/h1b_input_FY2018_10rows.csv": None,
    "oflc_wage_levels/15-1252.json": 2025,
    "oflc_wage_levels/29-1141.json": 2025,
    "onet_soc/onet/Alternate Titles.txt": None,
    "onet_soc/onet/Sample of Reported Titles.txt": None,
    "onet_soc/onet/Occupation Data.txt": None,
    "onet_soc/soc_structure_2018.xlsx": None,
    "onet_soc/area_definitions_m2021.xlsx": None,
    "cost_of_living/SARPP_STATE_2008_2023.csv": None,
    "fx/eurofxref-hist_to_2025-05-09.csv": None,
    "pay_bands/us_gs/gs_base_2026_wide.csv": None,
    "pay_bands/us_gs/gs_locality_2026.csv": None,
}


@pytest.mark.parametrize("name", FILES)
def test_by_command_twice_changes_nothing_and_rolling_back_restores(
    name: str, folder: Path, db: None
) -> None:
    before = hashes()
    call_command("import_pay", folder / name, year=FILES[name], confirm=True)
    after = hashes()
    call_command("import_pay", folder / name, year=FILES[name], confirm=True)
    again, first = Batch.objects.all()
    assert (again.added, again.changed, again.unchanged) == (0, 0, first.added)
    assert hashes() == after != before
    rolled_back(again)
    assert hashes() == after
    rolled_back(first)
    assert hashes() == before


@pytest.mark.parametrize("name", FILES)
def test_by_page_twice_changes_nothing_and_rolling_back_restores(name: str, folder: Path, ada: User) -> None:
    make_totp(ada)
    desk = sign_in(ada, second_factor=True)
    before = hashes()
    first = brought(desk, folder / name, FILES[name])
    after = hashes()
    again = brought(desk, folder / name, FILES[name])
    assert (again.added, again.changed, again.unchanged, hashes()) == (0, 0, first.added, after)
    for batch in (again, first):
        desk.post(f"/admin/market/batch/{batch.pk}/roll-back/")
        work_on_batch(batch=batch.pk)
    assert hashes() == before
    assert list(Batch.objects.values_list("state", flat=True)) == [State.UNDONE] * 2


def brought(desk: Client, file: Path, year: int | None) -> Batch:
    given = {"file": SimpleUploadedFile(file.name, file.read_bytes()), "year": str(year or "")}
    assert desk.post("/admin/market/batch/add/", given).status_code == 302
    batch = Batch.objects.order_by("-pk")[0]
    work_on_batch(batch=batch.pk)
    assert desk.post(f"/admin/market/batch/{batch.pk}/confirm/").status_code == 302
    work_on_batch(batch=batch.pk)
    batch.refresh_from_db()
    assert (batch.state, batch.sentence) == (State.IMPORTED, "")
    return batch
