"""The line of pay: ranges with their quarters, and labels that never touch."""

import dataclasses
from datetime import date
from decimal import Decimal
from itertools import combinations, pairwise, product
from typing import Any

import pytest

from offers.charts import PayBar, pay_bar, spans
from offers.engine.advice import Advice, advise
from offers.engine.policy import Policy
from offers.engine.situation import EmployerType, InternalInformation, Numbers, Peer, Peers, Posting, Range
from offers.example import EXAMPLE
from offers.labels import GAP, NARROW, OVERHANG, Mark, fits, laid_out, pixel, reach, spots_of, width_of

BAND = Range(minimum=Decimal(70_000), midpoint=Decimal(82_000), maximum=Decimal(90_000))


def advice(**changes: Any) -> Advice:
    return advise(dataclasses.replace(EXAMPLE, **changes), Policy(), date(2026, 1, 1))


def tracks(bar: PayBar) -> list[tuple[str, str, int]]:
    return [(track.kind, track.caption, len(track.ticks)) for track in bar.tracks]


def test_every_range_is_a_track_and_those_with_both_ends_show_their_quarters() -> None:
    said = InternalInformation(maximum=Decimal(92_000))
    bar = pay_bar(advice(band=BAND, posting=Posting(minimum=Decimal(70_000)), internal=said))
    assert tracks(bar) == [
        ("band", "Their range 70,000 – 90,000", 3),
        ("posted", "Posted from 70,000", 0),
        ("inside", "Said inside up to 92,000", 0),
    ]


def test_a_posting_that_stands_for_the_band_is_drawn_once() -> None:
    posted = Posting(minimum=Decimal(75_000), maximum=Decimal(95_000))
    assert tracks(pay_bar(advice(posting=posted))) == [("posted", "Posted 75,000 – 95,000", 3)]


def test_a_range_without_a_foot_reaches_to_the_edge_of_the_picture() -> None:
    (track,) = pay_bar(advice(posting=Posting(maximum=Decimal(95_000)))).tracks
    assert (track.start, track.caption) == ("0.00%", "Posted up to 95,000")


def test_the_quarters_divide_a_posted_range_evenly() -> None:
    posting = Posting(minimum=Decimal(70_000), maximum=Decimal(90_000))
    (track,) = pay_bar(advice(posting=posting)).tracks
    edges = [Decimal(place.rstrip("%")) for place in (track.start, *track.ticks)]
    steps = {round(later - earlier, 1) for earlier, later in pairwise(edges)}
    assert steps == {round(Decimal(track.width.rstrip("%")) / 4, 1)}


def test_the_quarters_of_a_band_are_its_lines_of_approval() -> None:
    (band,) = spans(found := advice(band=BAND))
    assert band.quarters == [76_000, 82_000, 86_000]
    assert band.quarters[2] == found.state.band.third_quartile


def test_where_pay_follows_a_system_the_line_is_plain() -> None:
    bar = pay_bar(advice(employer_type=EmployerType.FORMULA))
    assert [(zone.kind, zone.start, zone.width) for zone in bar.zones] == [("plain", "0.00%", "100.00%")]
    assert bar.legend == (
        ("team", "the team, by salary"),
        ("plain", "set by their system, not by a request"),
    )


def test_the_legend_names_only_what_is_drawn() -> None:
    alone = advice(peers=None, numbers=Numbers(target=Decimal(83_000)))
    assert [kind for kind, _ in pay_bar(alone).legend] == ["free", "beyond"]
    assert pay_bar(advice()).legend[-1] == ("beyond", "unbalances the team")


@pytest.mark.parametrize(
    ("team", "labels"),
    [
        ((78_000, 84_500), ["78,000", "84,500"]),
        ((84_000, 84_500), ["84,000 – 84,500"]),
        ((84_500, 84_500), ["84,500"]),
    ],
)
def test_the_labels_of_the_team_become_one_where_two_would_touch(
    team: tuple[int, ...], labels: list[str]
) -> None:
    peers = Peers(salaries=tuple(Peer(pay=Decimal(pay)) for pay in team))
    assert [mark.figure for mark in pay_bar(advice(peers=peers)).team_labels] == labels


def marks_at(places: tuple[int, ...], figure: str) -> list[Mark]:
    return [
        Mark(kind="mark", label=label, figure=figure, place=f"{place}%")
        for label, place in zip(("Offer", "Target", "Ask"), places, strict=False)
    ]


@pytest.mark.parametrize("figure", ["41.50", "80,000", "199,000", "1,250,000"])
def test_labels_never_touch_however_near_the_amounts_are(figure: str) -> None:
    tried = 0
    for places in product(range(10, 91, 5), repeat=3):
        if {10, 90} <= set(places):
            marks = laid_out(marks_at(places, figure))
            assert fits([spots_of(mark) for mark in marks], tuple((m.lane, m.anchor) for m in marks))
            tried += 1
    assert tried == 96


def test_two_labels_of_one_lane_keep_their_distance() -> None:
    marks = laid_out(marks_at((10, 88, 90), "80,000"))
    for one, other in combinations(marks, 2):
        first, second = sorted(reach(pixel(mark), width_of(mark), mark.anchor) for mark in (one, other))
        assert one.lane != other.lane or second[0] - first[1] >= GAP
    ends = [edge for mark in marks for edge in reach(pixel(mark), width_of(mark), mark.anchor)]
    assert (min(ends) >= -OVERHANG, max(ends) <= NARROW + OVERHANG) == (True, True)


def test_labels_that_stand_clear_stay_over_their_lines_in_one_lane() -> None:
    marks = laid_out(marks_at((20, 90, 60), "80,000"))
    assert [(mark.lane, mark.anchor, mark.shift) for mark in marks] == [(0, "middle", 0)] * 3


def test_the_picture_grows_with_lanes_team_and_ranges() -> None:
    plain = pay_bar(advice())
    near = pay_bar(advice(numbers=Numbers(target=Decimal(88_400))))
    assert (plain.y, plain.height) == (66, 124)
    assert near.y > plain.y
    assert pay_bar(advice(band=BAND)).height >= plain.height + 36
