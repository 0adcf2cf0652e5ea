"""An administrator at work on bands: find, edit, be told what is wrong, see what was."""

from decimal import Decimal
from urllib.parse import urlencode

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from offers.accounts.models import User
from offers.bands.models import Band, Employer
from tests.bands.access import BAND
from tests.conftest import CountQueries, sign_in
from tests.factories import make_band, make_employer, make_industry

BANDS = reverse("admin:bands_band_changelist")


@pytest.fixture
def desk(ada: User) -> Client:
    return sign_in(ada, second_factor=True)


def body(**changes: str) -> dict[str, str]:
    return BAND | {"employer": str(make_employer().pk), "opened_version": "1"} | changes


def save(desk: Client, band: Band, **changes: str) -> HttpResponse:
    return desk.post(reverse("admin:bands_band_change", args=[band.pk]), body(**changes))


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("data engineer", 1),
        ("northwind", 2),
        ("austin", 2),
        ("((((", 0),
        ("a\x00b", 0),
        ("' OR 1=1 --", 0),
        ("x" * 10_000, 0),
    ],
)
def test_the_search_finds_words_and_survives_the_rest(desk: Client, search: str, found: int) -> None:
    make_band()
    make_band(title="Data Engineer")
    page = desk.get(BANDS, {"q": search})
    assert (page.status_code, page.context["cl"].result_count) == (200, found)


@pytest.mark.parametrize(
    "query",
    [
        "p=99999999999999999999",
        "p=-1",
        "p=abc",
        "as_of__year=99999999999",
        "as_of__year=x",
        "as_of__gte=0001-01-01",
        "employer__id__exact=abc",
        "employer__password=1",
        "o=9999.-1.x",
        "currency__exact=%00",
        "e=1",
        "as_of__month=13&as_of__year=2026",
        "confidence__exact=%ED%A0%80",
        "nonsense__in=1",
        "period__exact=year&period__exact=hour",
        "_changelist_filters=%FF",
    ],
)
def test_a_damaged_list_address_is_never_a_server_error(desk: Client, query: str) -> None:
    make_band()
    assert desk.get(f"{BANDS}?{query}").status_code in {200, 302, 400}


@pytest.mark.parametrize("term", ["north", "a\x00b", "(((", "x" * 5000])
def test_the_employer_search_survives_anything(desk: Client, term: str) -> None:
    make_band()
    query = {"app_label": "bands", "model_name": "band", "field_name": "employer", "term": term}
    names = [row["text"] for row in desk.get(reverse("admin:autocomplete"), query).json()["results"]]
    assert names == (["Northwind Software"] if term == "north" else [])


@pytest.mark.parametrize("address", ["abc", "99999999999999999999", "_00", "1%2F2", "-1"])
def test_a_damaged_row_address_leads_back_to_the_start(desk: Client, address: str) -> None:
    assert desk.get(f"/admin/bands/band/{address}/change/").status_code in {302, 404}
    assert desk.get(f"/admin/bands/band/{address}/history/").status_code == 404


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"minimum": "a lot"}, "minimum"),
        ({"minimum": "-1"}, "minimum"),
        ({"minimum": "0"}, "minimum"),
        ({"minimum": "NaN"}, "minimum"),
        ({"minimum": "1e1000000"}, "minimum"),
        ({"minimum": "9" * 5000}, "minimum"),
        ({"maximum": "80000"}, "maximum"),
        ({"midpoint": "200000"}, "midpoint"),
        ({"currency": "ZZZ"}, "currency"),
        ({"as_of": "0001-01-01"}, "as_of"),
        ({"as_of": "9999-12-31"}, "as_of"),
        ({"as_of": "10000-01-01"}, "as_of"),
        ({"as_of": "2026-02-30"}, "as_of"),
        ({"sample": "99999999999999999999"}, "sample"),
        ({"sample": "-1"}, "sample"),
        ({"title": "a\x00b"}, "title"),
        ({"title": "x" * 10_000}, "title"),
        ({"title": ""}, "title"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"employer": "999999"}, "employer"),
        ({"employer": "abc"}, "employer"),
        ({"period": "week"}, "period"),
    ],
)
def test_a_mistake_stands_beside_its_field_and_saves_nothing(
    desk: Client, changes: dict[str, str], field: str
) -> None:
    band = make_band()
    page = save(desk, band, **changes)
    assert (page.status_code, list(page.context["adminform"].form.errors)) == (200, [field])
    band.refresh_from_db()
    assert (band.version, band.title) == (1, "Software Engineer")


def test_a_lone_surrogate_is_never_a_server_error(desk: Client) -> None:
    band = make_band()
    raw = urlencode({key: value for key, value in body().items() if key != "title"}) + "&title=%ED%A0%80"
    page = desk.generic(
        "POST",
        reverse("admin:bands_band_change", args=[band.pk]),
        raw,
        content_type="application/x-www-form-urlencoded",
    )
    assert page.status_code in {200, 302}


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "{{7*191}}", "%s {0.__class__}", '"onmouseover=x']
)
def test_what_looks_like_code_is_shown_as_text(desk: Client, text: str) -> None:
    band = make_band(title=text)
    for page in (BANDS, reverse("admin:bands_band_history", args=[band.pk])):
        shown = desk.get(page).content.decode()
        assert "<script>alert(1)" not in shown
        assert "1337" not in shown


def test_history_shows_who_changed_what(desk: Client, ada: User) -> None:
    band = make_band()
    save(
        desk,
        band,
        title="Software Engineer",
        family="Engineering",
        level="L3",
        maximum="165000",
        midpoint="135000",
        minimum="110000",
        basis="position",
        source="Careers page",
        url="https://example.org/careers",
        confidence="high",
    )
    entry = desk.get(reverse("admin:bands_band_history", args=[band.pk])).context["entries"][0]
    assert (entry.by, entry.label) == (ada.email, "Changed")
    assert [(change.field, change.before, change.after) for change in entry.changes] == [
        ("maximum", "160000.00", "165000.00")
    ]


def test_a_stale_form_shows_both_texts_and_overwrites_nothing(desk: Client) -> None:
    band = make_band()
    Band.objects.filter(pk=band.pk).update(maximum=Decimal(170_000), version=2)
    page = save(desk, band, maximum="165000")
    text = page.content.decode()
    assert page.status_code == 409
    assert "170000.00" in text
    assert "165000" in text
    assert Band.objects.get().maximum == Decimal(170_000)


def test_an_employer_with_bands_is_not_deleted_by_accident(desk: Client) -> None:
    band = make_band()
    page = desk.post(reverse("admin:bands_employer_delete", args=[band.employer.pk]), {"post": "yes"})
    assert "Cannot delete employer" in page.content.decode()
    assert Employer.objects.count() == 1


def test_two_employers_of_one_name_are_refused_in_a_sentence(desk: Client) -> None:
    make_employer("Northwind Software")
    page = desk.post(reverse("admin:bands_employer_add"), {"name": "northwind SOFTWARE"})
    assert page.context["errors"] == [["There is an employer of this name."]]


@pytest.mark.parametrize("rows", [1, 30])
def test_the_list_takes_the_same_queries_however_long(
    desk: Client, django_assert_num_queries: CountQueries, rows: int
) -> None:
    for number in range(rows):
        make_band(title=f"Engineer {number}")
    with django_assert_num_queries(9):
        desk.get(BANDS)


@pytest.mark.parametrize("rows", [1, 30])
def test_the_history_takes_the_same_queries_however_long(
    desk: Client, django_assert_num_queries: CountQueries, rows: int
) -> None:
    industry = make_industry()
    for number in range(rows):
        industry.source = f"survey {number}"
        industry.save()
    with django_assert_num_queries(5):
        desk.get(reverse("admin:bands_industry_history", args=[industry.pk]))
