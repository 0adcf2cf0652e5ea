"""The laws that ship: every line in order, loaded once, and left alone where an administrator was at work."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from offers.bands import pay_rules
from offers.bands.models import PayRule
from offers.bands.pay_rules import COLUMNS, SHIPPED, Loaded, RefusedError, load_pay_rules, read_pay_rules
from tests.factories import make_pay_rule

LINE = {
    "code": "US-XX",
    "country": "United States",
    "place": "Somewhere",
    "duty": "posting",
    "since": "2025-01-01",
    "employees": "15",
    "disclose": "the range",
    "benefits": "no",
    "basis": "position",
    "history": "yes",
    "history_since": "2020-01-01",
    "citation": "Code 1-2-3",
    "verified": "S",
    "source": "https://example.org/law",
    "as_of": "2026-11-22",
}


def file_of(folder: Path, *lines: dict[str, str], columns: tuple[str, ...] = COLUMNS) -> Path:
    path = folder / "laws.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(lines)
    return path


def refused(path: Path) -> list[str]:
    with pytest.raises(RefusedError) as found:
        read_pay_rules(path)
    return [str(one) for one in found.value.refusals]


def test_every_line_that_ships_is_in_order() -> None:
    rows = read_pay_rules(SHIPPED)
    assert len(rows) == 51
    assert Counter(row["verified"] for row in rows.values()) == {"S": 19, "P": 25, "M": 7}
    assert {row["as_of"] for row in rows.values()} == {date(2026, 11, 22)}
    assert [code for code, row in rows.items() if not row["citation"]] == []


def test_only_four_places_that_were_read_at_the_source_make_a_posted_range_that_of_new_hires() -> None:
    hires = {
        code
        for code, row in read_pay_rules(SHIPPED).items()
        if row["basis"] == "hire" and row["verified"] == "S" and row["basis_since"]
    }
    assert hires == {"US-CA", "IT", "PL", "BE-FWB"}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"since": "2025"}, "Line 2, since: “2025” is no date such as 2026-01-31."),
        ({"since": "2025-02-30"}, "Line 2, since: “2025-02-30” is no day of the calendar."),
        ({"since": "1999-01-01"}, "Line 2, since: Give a date between 2000 and 2100."),
        ({"as_of": ""}, "Line 2, as_of: This field cannot be null."),
        ({"duty": "posting (FUTURE)"}, "Line 2, duty: Value 'posting (FUTURE)' is not a valid choice."),
        ({"history": "state"}, "Line 2, history: Value 'state' is not a valid choice."),
        ({"citation": ""}, "Line 2, citation: This field cannot be blank."),
        ({"citation": "  "}, "Line 2, citation: This field cannot be blank."),
        ({"verified": "X"}, "Line 2, verified: Value 'X' is not a valid choice."),
        ({"employees": "fifteen"}, "Line 2, employees: “fifteen” is no number of people."),
        ({"employees": "0"}, "Line 2, employees: Ensure this value is greater than or equal to 1."),
        ({"source": "javascript:alert(1)"}, "Line 2, source: Enter a valid URL."),
        ({"source": ""}, "Line 2, source: A row that was read at its source has to name it."),
        ({"disclose": ""}, "Line 2, disclose: A duty has to say what is to be named."),
        ({"within": "US-NOWHERE"}, "Line 2, within: there is no place US-NOWHERE."),
        ({"within": "US-XX"}, "Line 2, within: that is more than two places around it."),
    ],
    ids=lambda value: next(iter(value.items())) if isinstance(value, dict) else "",
)
def test_a_bad_line_is_refused_with_its_number_and_reason(
    tmp_path: Path, change: dict[str, str], reason: str
) -> None:
    assert refused(file_of(tmp_path, LINE | change)) == [reason]


def test_every_bad_line_is_named_and_none_is_loaded(tmp_path: Path, db: None) -> None:
    path = file_of(tmp_path, LINE, LINE | {"code": "US-YY", "since": "soon"}, LINE)
    assert refused(path) == [
        "Line 3, since: “soon” is no date such as 2026-01-31.",
        "Line 4, code: US-XX stands twice in the file.",
    ]
    with pytest.raises(RefusedError):
        load_pay_rules(path)
    assert PayRule.objects.count() == 0


def test_other_columns_and_short_lines_are_refused(tmp_path: Path) -> None:
    assert refused(file_of(tmp_path, LINE, columns=COLUMNS[:-1]))[0].startswith("Line 1, header: the columns")
    path = file_of(tmp_path, LINE)
    path.write_text(path.read_text() + "US-YY,United States\n", encoding="utf-8")
    assert refused(path) == ["Line 3, line: 24 columns are needed, here are 2."]


@pytest.mark.django_db
def test_loading_twice_changes_nothing() -> None:
    assert load_pay_rules() == Loaded(added=51)
    assert load_pay_rules() == Loaded(kept=51)
    assert PayRule.objects.get(code="US-NY-NYC").within.within.code == "US-FED"


@pytest.mark.django_db
def test_a_newer_file_updates_what_no_administrator_has_saved(tmp_path: Path) -> None:
    load_pay_rules(file_of(tmp_path, LINE, LINE | {"code": "US-YY"}, LINE | {"code": "US-ZZ"}))
    PayRule.objects.filter(code="US-YY").update(version=2, employees=50)
    PayRule.objects.get(code="US-ZZ").delete()
    newer = [LINE | {"code": code, "employees": "10"} for code in ("US-XX", "US-YY", "US-ZZ")]
    assert load_pay_rules(file_of(tmp_path, *newer)) == Loaded(changed=1, kept=2)
    assert dict(PayRule.objects.values_list("code", "employees")) == {"US-XX": 10, "US-YY": 50}


@pytest.mark.django_db
def test_the_command_for_reference_rows_loads_them_and_says_what_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call_command("reference")
    assert PayRule.objects.count() == 51
    bad = file_of(tmp_path, LINE | {"citation": ""})
    monkeypatch.setattr(pay_rules, "SHIPPED", bad)
    with pytest.raises(CommandError, match="Line 2, citation"):
        call_command("reference")


@pytest.mark.django_db
def test_no_place_lies_in_itself_or_too_deep() -> None:
    top = make_pay_rule(code="A")
    middle = make_pay_rule(code="B", within=top)
    town = make_pay_rule(code="C", within=middle)
    town.clean()
    with pytest.raises(ValidationError, match="more than two places"):
        make_pay_rule(code="D", within=town).clean()
    top.within = town
    with pytest.raises(ValidationError, match="more than two places"):
        top.clean()
