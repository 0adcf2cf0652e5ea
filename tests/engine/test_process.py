"""The record of a negotiation: what is missing, what is open, which observation to believe."""

from datetime import date
from decimal import Decimal

import pytest

from offers.engine.errors import EngineError
from offers.engine.process import (
    Belief,
    Component,
    Counter,
    Detail,
    Figure,
    Observation,
    Process,
    Promise,
    Trust,
    believed,
)


def march(day: int) -> date:
    return date(2026, 3, day)


def test_component_is_missing_until_it_is_given_or_asked_for() -> None:
    details = dict.fromkeys(Component, Detail.GIVEN)
    details |= {Component.BONUS: Detail.ASKED_NOT_GIVEN, Component.LEVEL: Detail.OPEN}
    del details[Component.LEAVE]
    assert Process(details=details).missing == (Component.LEAVE, Component.LEVEL)


def test_empty_process_misses_every_component() -> None:
    assert (Process().missing, Process().decide_by) == (tuple(Component), None)


def test_counter_is_open_until_it_is_answered() -> None:
    answered = Counter(sent_on=march(2), answered_on=march(3))
    late, early = Counter(sent_on=march(9)), Counter(sent_on=march(4))
    assert Process(counters=(answered, late, early)).open_counters == (early, late)


def test_final_package_answers_the_counters_before_it() -> None:
    before, same, after = (Counter(sent_on=march(day)) for day in (4, 9, 10))
    process = Process(counters=(before, same, after), final_on=march(9))
    assert process.open_counters == (same, after)


def test_final_package_restarts_the_clock_on_its_own_day() -> None:
    first = Process(deadline=march(13))
    final = Process(deadline=march(13), final_on=march(12), final_decide_by=march(20))
    dateless = Process(deadline=march(13), final_on=march(12))
    assert (first.decide_by, final.decide_by, dateless.decide_by) == (march(13), march(20), None)


def test_promise_is_open_until_it_is_in_writing() -> None:
    spoken, written = Promise(what="a review in June"), Promise(what="two days at home", in_writing=True)
    assert Process(promises=(spoken, written)).open_promises == (spoken,)


@pytest.mark.parametrize(
    ("days", "field"),
    [
        ({"offered_on": march(3), "written_on": march(2)}, "written_on"),
        ({"offered_on": march(3), "final_on": march(2)}, "final_on"),
        ({"written_on": march(3), "final_on": march(2)}, "final_on"),
        ({"final_on": march(3), "final_decide_by": march(2)}, "final_decide_by"),
        ({"final_on": march(3), "decided_on": march(2)}, "decided_on"),
        ({"counters": (Counter(sent_on=march(3), answered_on=march(2)),)}, "counters"),
        ({"counters": (Counter(sent_on=march(3), review_on=march(2)),)}, "counters"),
    ],
)
def test_days_out_of_order_are_refused(days: dict[str, date], field: str) -> None:
    with pytest.raises(EngineError) as error:
        Process(**days)
    assert error.value.field == field


def test_days_out_of_order_are_named() -> None:
    with pytest.raises(EngineError) as error:
        Process(offered_on=march(3), written_on=march(2))
    assert error.value.sentence == "The written offer: the days 2026-03-03 and 2026-03-02 are out of order."


def seen(
    value: int, source: Trust, day: int, figure: Figure = Figure.OFFERED, item: str = "base"
) -> Observation:
    return Observation(figure=figure, item=item, value=Decimal(value), source=source, on=march(day))


def test_best_source_is_believed_and_a_later_weaker_one_is_listed() -> None:
    letter, call = seen(80_000, Trust.LETTER, 2), seen(82_000, Trust.CALL, 4)
    found = believed((call, letter), Figure.OFFERED, "base")
    assert found == Belief(observation=letter, disputed_by=(call,))


@pytest.mark.parametrize("better", range(len(Trust)))
def test_trust_falls_from_contract_to_memory(better: int) -> None:
    sources = list(Trust)[better:]
    row = tuple(seen(80_000 + number, source, 2 + number) for number, source in enumerate(sources))
    found = believed(row, Figure.OFFERED, "base")
    assert found == Belief(observation=row[0], disputed_by=row[1:])


def test_of_equal_sources_the_latest_is_believed() -> None:
    first, second = seen(80_000, Trust.MAIL, 2), seen(81_000, Trust.MAIL, 4)
    assert believed((second, first), Figure.OFFERED, "base") == Belief(observation=second, disputed_by=())


def test_of_one_source_and_day_the_one_recorded_last_is_believed() -> None:
    first, second = seen(80_000, Trust.MAIL, 2), seen(81_000, Trust.MAIL, 2)
    assert believed((first, second), Figure.OFFERED, "base") == Belief(observation=second, disputed_by=())


def test_earlier_or_equal_observations_dispute_nothing() -> None:
    rows = (seen(79_000, Trust.CALL, 1), seen(80_000, Trust.LETTER, 2), seen(80_000, Trust.CALL, 3))
    assert believed(rows, Figure.OFFERED, "base") == Belief(observation=rows[1], disputed_by=())


def test_other_figures_and_items_do_not_count() -> None:
    rows = (seen(90_000, Trust.LETTER, 2, Figure.ADVERTISED), seen(8_000, Trust.LETTER, 2, item="sign_on"))
    assert believed(rows, Figure.OFFERED, "base") is None


def test_observation_of_no_number_is_refused() -> None:
    with pytest.raises(EngineError) as error:
        Observation(figure=Figure.ASKED, item="base", value=Decimal("NaN"), source=Trust.MAIL, on=march(2))
    assert error.value.field == "value"
