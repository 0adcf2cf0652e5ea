"""Situations for the tests of the engine: the table of the specification, and a short way to write more."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from offers.engine.normalise import normalise
from offers.engine.policy import Policy
from offers.engine.situation import (
    Industry,
    Measure,
    Numbers,
    Peer,
    Peers,
    Posting,
    Range,
    RangeBasis,
    Situation,
    Stance,
    Terms,
    Unit,
)
from offers.engine.state import State, state_of

D = Decimal
TODAY = date(2026, 3, 2)
POLICY = Policy()
YEARLY = Measure()
Given = str | None


def number(given: Given) -> Decimal | None:
    return None if given is None else D(given)


def band(minimum: Given = None, midpoint: Given = None, maximum: Given = None, **more: Any) -> Range:
    return Range(minimum=number(minimum), midpoint=number(midpoint), maximum=number(maximum), **more)


def posting(minimum: Given = None, maximum: Given = None, **more: Any) -> Posting:
    return Posting(minimum=number(minimum), maximum=number(maximum), **more)


def peers(*salaries: str, **more: Any) -> Peers:
    return Peers(salaries=tuple(Peer(pay=D(pay)) for pay in salaries), **more)


def situation(
    offer: str,
    target: Given = None,
    walk_away: Given = None,
    *,
    team: Sequence[str] = (),
    measure: Measure = YEARLY,
    **more: Any,
) -> Situation:
    case = Situation(
        terms=Terms(base=D(offer), measure=measure),
        numbers=Numbers(target=number(target), walk_away=number(walk_away)),
        peers=peers(*team) if team else None,
    )
    return replace(case, **more)


def state(*given: Any, policy: Policy = POLICY, **more: Any) -> State:
    """The state of a situation, or of one written as for `situation`."""
    case = given[0] if isinstance(given[0], Situation) else situation(*given, **more)
    return state_of(normalise(case, policy), policy, TODAY)


@dataclass(frozen=True, kw_only=True)
class Vector:
    """One row of the table: P, S, A, and the four landing marks."""

    name: str
    situation: Situation
    no_exception: Decimal
    exception: Decimal
    ask: Decimal | None
    landing: tuple[Decimal, ...]


def _vector(name: str, case: Situation, no_exception: str, exception: str, ask: Given, marks: str) -> Vector:
    return Vector(
        name=name,
        situation=case,
        no_exception=D(no_exception),
        exception=D(exception),
        ask=number(ask),
        landing=tuple(D(mark) for mark in marks.split()),
    )


TECHNOLOGY, GENERAL = Industry.TECHNOLOGY, Industry.GENERAL
TEAM = situation("80000", "95000", "79000", team=("78000", "82000", "84500"), industry=TECHNOLOGY)
HOURLY = situation(
    "41.00",
    "44.00",
    "41.00",
    band=band("38", "43", "48"),
    team=("42.10", "43.50", "44.00"),
    industry=Industry.PAY_SCALE,
    measure=Measure(unit=Unit.HOUR, hours_per_week=D(40)),
)
VECTORS = (
    _vector("team", TEAM, "84500", "88725", "88500", "80000 84250 84500 88500"),
    _vector(
        "team, cautious",
        replace(TEAM, stance=Stance.CAUTIOUS),
        "84500",
        "88725",
        "84500",
        "80000 82250 84500 84500",
    ),
    _vector(
        "team, hard to fill",
        replace(TEAM, hard_to_fill=True),
        "84500",
        "92950",
        "92500",
        "80000 84500 84500 92500",
    ),
    _vector(
        "band",
        situation("120000", "135000", "122000", band=band("110000", "135000", "160000"), industry=TECHNOLOGY),
        "135000",
        "144000",
        "143500",
        "120000 131750 135000 143500",
    ),
    _vector(
        "above the band",
        situation(
            "98000",
            "104000",
            "95000",
            band=band("70000", "82500", "95000"),
            team=("88000", "90000", "91500"),
            industry=GENERAL,
        ),
        "98000",
        "98000",
        None,
        "98000 98000 98000 98000",
    ),
    _vector(
        "below the posting",
        situation("52000", "62000", "55000", posting=posting("56000", "70000")),
        "61600",
        "66500",
        "62250",
        "52000 59125 61600 62250",
    ),
    _vector("hourly", HOURLY, "42.23", "43.46", "43.25", "41.00 42.125 42.23 43.25"),
    _vector(
        "better offer in hand",
        situation(
            "68000",
            "80000",
            "76000",
            band=band("60000", "66000", "72000"),
            industry=GENERAL,
            strong_alternative=True,
        ),
        "69000",
        "72000",
        "71750",
        "68000 69000 69000 71750",
    ),
    _vector(
        "target met",
        situation("105000", "100000", "95000", band=band("95000", "110000", "125000"), industry=TECHNOLOGY),
        "110000",
        "117500",
        "109500",
        "105000 107250 109500 109500",
    ),
    _vector(
        "nothing known",
        situation("70000", "76000", "70000"),
        "77000",
        "77000",
        "76500",
        "70000 73250 76500 76500",
    ),
    _vector(
        "wide posting",
        situation("95000", "110000", posting=posting("50000", "100000"), industry=GENERAL),
        "100000",
        "100000",
        "99500",
        "95000 97250 99500 99500",
    ),
    _vector(
        "offer and team below the band",
        situation(
            "50000",
            "62000",
            band=band("56000", "63000", "70000"),
            team=("54000", "55000"),
            industry=GENERAL,
        ),
        "56000",
        "56000",
        "56000",
        "50000 56000 56000 56000",
    ),
)
HIRE = RangeBasis.HIRE
BAND = band("60000", "90000", "120000")
