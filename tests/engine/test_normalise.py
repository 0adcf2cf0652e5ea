"""Every amount stated as the offer is, and nothing guessed on the way."""

from dataclasses import replace
from datetime import date

import pytest

from offers.engine.flags import Flag
from offers.engine.normalise import Normalised, normalise, periods_in_year, restated
from offers.engine.reason import ASSUMPTION, TYPED, Grade
from offers.engine.situation import (
    Alternative,
    ExchangeRate,
    Informant,
    InternalInformation,
    Measure,
    Numbers,
    Peer,
    Peers,
    Situation,
    Unit,
)
from tests.engine.cases import POLICY, TEAM, D, band, peers, posting, situation

HOUR, MONTH, YEAR = Unit.HOUR, Unit.MONTH, Unit.YEAR
HOURLY = Measure(unit=HOUR, hours_per_week=D(40))
EURO = Measure(currency="EUR")
RATE = ExchangeRate(currency="EUR", rate=D("1.10"), on=date(2026, 3, 1))


def normal(case: Situation) -> Normalised:
    return normalise(case, POLICY)


@pytest.mark.parametrize(
    ("measure", "periods"),
    [
        (Measure(), "1"),
        (Measure(unit=MONTH), "12"),
        (Measure(unit=MONTH, payments_per_year=13), "13"),
        (Measure(unit=MONTH, payments_per_year=14, fte=D("0.5")), "14"),
        (HOURLY, "2080"),
        (Measure(unit=HOUR), "2080"),
        (Measure(unit=HOUR, fte=D("0.5")), "1040"),
        (Measure(unit=HOUR, hours_per_week=D("37.5"), fte=D("0.5")), "1950"),
    ],
)
def test_periods_in_year_count_the_amounts_paid(measure: Measure, periods: str) -> None:
    assert periods_in_year(measure, POLICY) == D(periods)


@pytest.mark.parametrize(
    ("there", "here", "amount", "same"),
    [
        (Measure(), Measure(unit=MONTH), "55000", "4583.33"),
        (Measure(), Measure(unit=MONTH, payments_per_year=14), "55000", "3928.57"),
        (Measure(unit=MONTH), Measure(unit=MONTH, payments_per_year=14), "7000", "6000.00"),
        (Measure(unit=MONTH, payments_per_year=13), Measure(), "5000", "65000.00"),
        (Measure(payments_per_year=12), Measure(payments_per_year=14), "55000", "55000.00"),
        (Measure(), Measure(fte=D("0.8")), "55000", "44000.00"),
        (Measure(), Measure(unit=HOUR), "85280", "41.00"),
        (Measure(), Measure(unit=HOUR, hours_per_week=D(20), fte=D("0.5")), "85280", "41.00"),
        (Measure(unit=HOUR), Measure(hours_per_week=D(36)), "41", "76752.00"),
        (HOURLY, Measure(unit=HOUR, hours_per_week=D(20)), "41", "41.00"),
    ],
)
def test_an_amount_is_restated_for_another_time_to_the_cent(
    there: Measure, here: Measure, amount: str, same: str
) -> None:
    assert restated(D(amount), there, here, POLICY) == D(same)


@pytest.mark.parametrize(
    ("own", "measure", "stated", "converted"),
    [
        (Measure(), Measure(unit=MONTH), "8000", "96000"),
        (Measure(), Measure(unit=MONTH, payments_per_year=14), "8000", "112000"),
        (Measure(unit=MONTH), Measure(), "96000", "8000"),
        (Measure(unit=MONTH, payments_per_year=13), Measure(unit=MONTH), "6500", "6000"),
        (Measure(), HOURLY, "41", "85280"),
        (HOURLY, Measure(), "85280", "41"),
        (Measure(fte=D("0.5")), Measure(), "96000", "48000"),
        (Measure(), Measure(fte=D("0.8")), "80000", "100000"),
        (Measure(fte=D("0.8")), Measure(fte=D("0.8")), "80000", "80000"),
        (Measure(unit=HOUR, hours_per_week=D(20), fte=D("0.5")), Measure(), "85280", "41"),
        (Measure(fte=D("0.5")), HOURLY, "41", "42640"),
        (Measure(), EURO, "80000", "88000"),
        (Measure(unit=MONTH), EURO, "96000", "8800"),
        (Measure(currency="EUR"), EURO, "80000", "80000"),
    ],
)
def test_an_amount_is_converted_through_a_full_time_year(
    own: Measure, measure: Measure, stated: str, converted: str
) -> None:
    case = situation("1", measure=own, band=band("1", None, stated, measure=measure), rates=(RATE,))
    found = normal(case).situation.band
    assert found is not None
    assert (found.maximum, found.midpoint, found.measure) == (D(converted), None, None)


def test_every_group_of_amounts_is_converted() -> None:
    monthly = Measure(unit=MONTH)
    case = Situation(
        terms=situation("96000").terms,
        band=band("7000", "8000", "9000", measure=monthly),
        posting=posting("7000", "9000", measure=monthly),
        internal=InternalInformation(maximum=D(9000), said_by=Informant.EMPLOYEE, measure=monthly),
        peers=peers("8000", manager=D(10000), measure=monthly),
        numbers=Numbers(target=D(9000), walk_away=D(7000), accept_at=D(8500), measure=monthly),
    )
    found = normal(case).situation
    assert found.band == band("84000", "96000", "108000")
    assert found.posting == posting("84000", "108000")
    assert found.internal == InternalInformation(maximum=D(108000), said_by=Informant.EMPLOYEE)
    assert found.peers == peers("96000", manager=D(120000))
    assert found.numbers == Numbers(target=D(108000), walk_away=D(84000), accept_at=D(102000))


def test_only_peers_of_the_same_level_and_place_count() -> None:
    team = Peers(
        salaries=(
            Peer(pay=D(78000)),
            Peer(pay=D(82000), same_level=False),
            Peer(pay=D(84500), same_place=False),
        )
    )
    assert normal(replace(TEAM, peers=team)).situation.peers == peers("78000")


def test_a_currency_with_a_rate_is_converted_and_said() -> None:
    found = normal(situation("80000", peers=peers("70000", measure=EURO), rates=(RATE,)))
    (note,) = found.notes
    assert (found.situation.peers, found.flags) == (peers("77000"), (Flag.FX,))
    assert note.text == "Amounts in EUR are converted at 1.10, your rate of 1 March 2026."
    assert (note.source, note.grade) == (TYPED, Grade.FACT)


def test_a_currency_without_a_rate_is_left_out_and_said() -> None:
    case = situation(
        "80000",
        band=band("60000", None, "90000", measure=EURO),
        posting=posting("60000", "90000", measure=EURO),
        peers=peers("70000", measure=EURO),
        numbers=Numbers(target=D(90000), walk_away=D(70000), measure=EURO),
        alternatives=(Alternative(yearly_value=D(1), currency="EUR"), Alternative(yearly_value=D(2))),
    )
    found = normal(case)
    stated = found.situation
    assert (stated.band, stated.posting, stated.peers, stated.numbers) == (None, None, None, Numbers())
    assert (stated.alternatives, found.flags) == ((Alternative(yearly_value=D(2)),), (Flag.FX_MISSING,))
    assert found.notes[0].text == "There is no exchange rate for EUR, so the amounts in it are left out."


def test_two_currencies_are_each_said_once() -> None:
    case = situation(
        "80000",
        band=band("1", None, "2", measure=EURO),
        posting=posting("1", "2", measure=EURO),
        peers=peers("1", measure=Measure(currency="CHF")),
        rates=(RATE,),
    )
    assert normal(case).flags == (Flag.FX, Flag.FX_MISSING)


def test_another_offer_is_converted_by_its_currency_alone() -> None:
    case = situation(
        "41",
        measure=HOURLY,
        alternatives=(Alternative(yearly_value=D(80000), currency="EUR"),),
        rates=(RATE,),
    )
    assert normal(case).situation.alternatives == (Alternative(yearly_value=D(88000)),)


@pytest.mark.parametrize(
    ("own", "measure", "flags"),
    [
        (Measure(unit=HOUR), None, (Flag.HOURS_ASSUMED,)),
        (HOURLY, None, ()),
        (Measure(), Measure(unit=HOUR), (Flag.HOURS_ASSUMED,)),
        (Measure(), HOURLY, ()),
        (Measure(unit=HOUR), Measure(unit=HOUR), (Flag.HOURS_ASSUMED,)),
        (Measure(unit=MONTH), Measure(), ()),
    ],
)
def test_hours_are_assumed_only_for_hourly_amounts(
    own: Measure, measure: Measure | None, flags: tuple[Flag, ...]
) -> None:
    case = situation("41", measure=own, posting=posting("38", "48", measure=measure))
    assert normal(case).flags == flags


def test_assumed_hours_are_said_as_an_assumption() -> None:
    (note,) = normal(situation("41", measure=Measure(unit=HOUR))).notes
    assert note.text == "No weekly hours are given; 40 are assumed for a full week."
    assert (note.source, note.grade) == (ASSUMPTION, Grade.E)


def test_a_situation_in_one_measure_is_left_as_it_is() -> None:
    found = normal(TEAM)
    assert (found.situation, found.periods, found.flags, found.notes) == (TEAM, D(1), (), ())
