"""What holds for the stages, gates and observations of any record."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from offers.engine.draft import Kind
from offers.engine.gates import gate
from offers.engine.process import (
    Component,
    Counter,
    Detail,
    Figure,
    Observation,
    Outcome,
    Process,
    Promise,
    Trust,
    believed,
)
from offers.engine.stage_scripts import Stage
from offers.engine.stages import stage_of, standing
from offers.engine.stepping_away import Doubts, step_away

DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
MAYBE = st.none() | DAYS
COUNTERS = st.builds(
    lambda sent, answered: Counter(sent_on=sent, answered_on=sent + timedelta(days=3) if answered else None),
    DAYS,
    st.booleans(),
)


@st.composite
def processes(draw: st.DrawFn) -> Process:
    """A record whose days are in order."""
    days = sorted(draw(st.lists(DAYS, min_size=5, max_size=5)))
    given_on = [day if draw(st.booleans()) else None for day in days]
    return Process(
        offered_on=given_on[0],
        written_on=given_on[1],
        final_on=given_on[2],
        final_decide_by=given_on[3],
        decided_on=given_on[4],
        details=draw(st.dictionaries(st.sampled_from(Component), st.sampled_from(Detail))),
        deadline=draw(MAYBE),
        counters=tuple(draw(st.lists(COUNTERS, max_size=3))),
        outcome=draw(st.none() | st.sampled_from(Outcome)),
        promises=tuple(
            draw(st.lists(st.builds(Promise, what=st.text(), in_writing=st.booleans()), max_size=3))
        ),
        number_named=draw(st.booleans()),
        yes_said=draw(st.booleans()),
        extension_asked=draw(st.booleans()),
    )


@settings(deadline=None)
@given(processes(), DAYS, st.frozensets(DAYS, max_size=5))
def test_standing_never_raises_and_suggests_only_what_the_stage_offers(
    process: Process, today: date, holidays: frozenset[date]
) -> None:
    now = standing(process, today, holidays=holidays)
    assert (now.stage, now.suggested in (None, *now.drafts)) == (stage_of(process), True)


@settings(deadline=None)
@given(processes(), DAYS)
def test_counter_is_never_suggested_before_the_written_offer_is_complete(
    process: Process, today: date
) -> None:
    early = process.written_on is None or bool(process.missing)
    assert (early and standing(process, today).suggested is Kind.COUNTER) is False


@settings(deadline=None)
@given(processes(), DAYS, st.sampled_from(Kind))
def test_gate_closes_only_when_it_is_decided(process: Process, today: date, kind: Kind) -> None:
    assert gate(kind, process, today).possible is (stage_of(process) is not Stage.DECIDED)


@settings(deadline=None)
@given(processes(), DAYS)
def test_every_sentence_of_a_standing_can_be_said(process: Process, today: date) -> None:
    now = standing(process, today)
    said = (*now.do, *now.avoid, *now.missing, *now.warnings, *now.starts)
    assert [reason.code for reason in said if not reason.text] == []


OBSERVATIONS = st.lists(
    st.builds(
        Observation,
        figure=st.sampled_from(Figure),
        item=st.sampled_from(["base", "sign_on"]),
        value=st.decimals(0, 10**6, places=0),
        source=st.sampled_from(Trust),
        on=DAYS,
    ),
    max_size=8,
).map(tuple)


@settings(deadline=None)
@given(OBSERVATIONS, st.sampled_from(Figure))
def test_nothing_better_than_what_is_believed_was_seen(rows: tuple[Observation, ...], figure: Figure) -> None:
    found, order = believed(rows, figure, "base"), list(Trust)
    same = [row for row in rows if row.figure is figure and row.item == "base"]
    ranks = [order.index(row.source) for row in same]
    assert (order.index(found.observation.source) if found else None) == (min(ranks) if ranks else None)


@settings(deadline=None)
@given(OBSERVATIONS, st.sampled_from(Trust))
def test_weaker_observation_never_replaces_a_better_one(rows: tuple[Observation, ...], source: Trust) -> None:
    before = believed(rows, Figure.OFFERED, "base")
    value, on = Decimal(1), date(2027, 1, 1)
    more = Observation(figure=Figure.OFFERED, item="base", value=value, source=source, on=on)
    after = believed((*rows, more), Figure.OFFERED, "base")
    order = list(Trust)
    weaker = before is not None and order.index(source) > order.index(before.observation.source)
    assert after is not None
    assert after.observation == (before.observation if before and weaker else more)


@settings(deadline=None)
@given(
    st.builds(
        Doubts,
        final=st.booleans(),
        package_value=st.none() | st.decimals(0, 10**6, places=2),
        walk_away_value=st.none() | st.decimals(0, 10**6, places=2),
        duties_above_level=st.none() | st.booleans(),
        level_asked=st.booleans(),
        level_explained=st.none() | st.booleans(),
    )
)
def test_what_is_not_known_is_no_ground_to_step_away(doubts: Doubts) -> None:
    codes = [ground.reason.code for ground in step_away(doubts)]
    unknown = doubts.package_value is None or doubts.walk_away_value is None or not doubts.final
    assert (unknown and "FINAL_BELOW_WALKAWAY" in codes) is False
