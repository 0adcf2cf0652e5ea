"""What may leave the person's hands, and that nothing private has a place in it."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from offers.engine.advice import advise
from offers.engine.shared import SharedBasis, SharedItem, SharedPackage, SharedRange, shared_basis
from offers.engine.situation import (
    Alternative,
    Informant,
    InternalInformation,
    Measure,
    Numbers,
    Range,
    Situation,
    Unit,
    Wishes,
)
from tests.engine.cases import POLICY, TEAM, TODAY, D, band, posting, situation

EXAMPLE = replace(TEAM, wishes=Wishes(caps={"sign_on": D(8000), "leave_days": D(5)}))
BAND = band("70000", "85000", "100000")


def shared(case: Situation) -> SharedBasis:
    return shared_basis(advise(case, POLICY, TODAY))


def types_within(hint: Any) -> Iterator[Any]:
    """Every plain type that a value of this type can hold, fields of dataclasses included."""
    if get_origin(hint):
        for part in get_args(hint):
            yield from types_within(part)
    elif is_dataclass(hint):
        yield hint
        for field in get_type_hints(hint).values():
            yield from types_within(field)
    else:
        yield hint


def test_no_private_type_has_a_place_in_the_shared_basis() -> None:
    assert set(types_within(SharedBasis)) == {
        SharedBasis,
        SharedItem,
        SharedPackage,
        SharedRange,
        Decimal,
        Unit,
        str,
        NoneType,
        Ellipsis,
    }


def test_no_field_is_named_after_what_is_private() -> None:
    names = {
        field.name for kind in (SharedBasis, SharedItem, SharedPackage, SharedRange) for field in fields(kind)
    }
    assert sorted(names) == [
        "ask",
        "base",
        "currency",
        "fallback",
        "items",
        "key",
        "maximum",
        "midpoint",
        "minimum",
        "offer",
        "offered",
        "opening",
        "pay_range",
        "phrase",
        "quantity",
        "range_top",
        "sentences",
        "unit",
    ]


def test_shared_basis_of_the_team() -> None:
    found = shared(EXAMPLE)
    assert (found.offer, found.ask, found.range_top, found.pay_range) == (D(80000), D(88500), None, None)
    assert [package.phrase for package in found.opening] == [
        "88,500",
        "84,500 with a sign-on of 8,000 and 4 more days of leave",
    ]
    assert found.opening[1].items == (
        SharedItem(key="sign_on", quantity=D(8000)),
        SharedItem(key="leave_days", quantity=D(4)),
    )
    assert [package.base for package in found.fallback] == [D(84500), D(82250), D(80000)]
    assert found.sentences[0] == "I would like to ask for a base of 88,500."
    assert len(found.sentences) == 4


def test_shared_basis_names_currency_and_unit() -> None:
    found = shared(situation("41", measure=Measure(currency="EUR", unit=Unit.HOUR)))
    assert (found.currency, found.unit) == ("EUR", Unit.HOUR)


def test_shared_basis_carries_the_top_of_an_ask_said_as_a_range() -> None:
    found = shared(situation("80000", "82000", band=BAND))
    assert (found.ask, found.range_top) == (D(83500), D("87675"))
    case = situation("80000", "82000", band=BAND)
    asked = shared(replace(case, terms=replace(case.terms, asked=D(83500))))
    assert (asked.ask, asked.range_top) == (D(83500), None)


@pytest.mark.parametrize(
    ("given", "stated"),
    [
        ({}, None),
        ({"band": BAND}, None),
        ({"band": replace(BAND, employer_given=True)}, ("70000", "85000", "100000")),
        ({"band": band(None, "85000", employer_given=True)}, (None, "85000", None)),
        ({"band": band("70000", None, "100000", employer_given=True)}, ("70000", None, "100000")),
        ({"posting": posting("72000", "99000")}, ("72000", None, "99000")),
        ({"band": BAND, "posting": posting("72000")}, ("72000", None, None)),
        (
            {
                "band": BAND,
                "internal": InternalInformation(
                    said_by=Informant.RECRUITER, in_writing=True, maximum=D(101000)
                ),
            },
            ("70000", "85000", "101000"),
        ),
    ],
)
def test_shared_range_is_the_employers_own(
    given: dict[str, Range], stated: tuple[str | None, ...] | None
) -> None:
    found = shared(situation("80000", **given)).pay_range
    limits = None if found is None else (found.minimum, found.midpoint, found.maximum)
    assert limits == (None if stated is None else tuple(None if end is None else D(end) for end in stated))


def test_public_figures_are_the_offer_and_the_employers_range() -> None:
    assert shared(TEAM).public_figures == {D(80000)}
    found = shared(situation("80000", posting=posting("72000", "99000")))
    assert found.public_figures == {D(80000), D(72000), D(99000)}


def test_nothing_private_is_printed_with_the_shared_basis() -> None:
    case = replace(
        EXAMPLE,
        numbers=Numbers(target=D(95011), walk_away=D(79013), accept_at=D(86017), premium=D(1019)),
        alternatives=(Alternative(yearly_value=D(83023), in_writing=True),),
    )
    printed = repr(shared(case)).replace(",", "")
    found = [
        private
        for private in ("95011", "79013", "86017", "1019", "83023", "82000", "78000")
        if private in printed
    ]
    assert found == []
