"""The numbers packages, ladder and replies stand on."""

from decimal import Decimal

import pytest

from offers.engine.errors import ContradictionError, EngineError
from tests.engine.bargains import small, team

D = Decimal


@pytest.mark.parametrize(
    ("ask", "ceiling", "number"),
    [("1100", "1060", "1060"), ("1060", "1060", "1060"), ("1050", "1060", "1050"), (None, "1060", "1060")],
)
def test_no_exception_is_the_ceiling_or_a_lower_ask(ask: str | None, ceiling: str, number: str) -> None:
    assert small(ask=None if ask is None else D(ask), ceiling=D(ceiling)).no_exception == D(number)


@pytest.mark.parametrize(("baseline", "start", "middle"), [(None, "1000", "1030"), ("1040", "1040", "1050")])
def test_start_and_middle_follow_the_baseline(baseline: str | None, start: str, middle: str) -> None:
    bargain = small(baseline=None if baseline is None else D(baseline))
    assert (bargain.start, bargain.middle) == (D(start), D(middle))


@pytest.mark.parametrize(
    ("accept_at", "target", "wanted", "accepted"),
    [
        (None, None, None, "1100"),
        (None, "1080", "1080", "1080"),
        (None, "1100.01", "1100.01", "1100"),
        ("1070", "1080", "1070", "1070"),
        ("1200", "1080", "1200", "1100"),
        ("0", "1080", "0", "0"),
    ],
)
def test_accepted_is_what_was_typed_or_the_target_up_to_the_ask(
    accept_at: str | None, target: str | None, wanted: str | None, accepted: str
) -> None:
    bargain = small(
        accept_at=None if accept_at is None else D(accept_at), target=None if target is None else D(target)
    )
    assert bargain.wanted == (None if wanted is None else D(wanted))
    assert bargain.accepted(D(1100)) == D(accepted)


def test_value_weighs_base_and_adds_what_stays() -> None:
    bargain = small(k=D("1.1"), base_weight=D("0.5"), other=D(40))
    assert (bargain.base_value(D(1000)), bargain.value(D(1000)), bargain.value(D(1000), D(7))) == (
        D(550),
        D(590),
        D(597),
    )


@pytest.mark.parametrize("field", ["offer", "k", "ga", "units_a_year"])
@pytest.mark.parametrize("number", ["0", "-1", "NaN"])
def test_bargain_names_what_must_be_above_zero(field: str, number: str) -> None:
    with pytest.raises(EngineError) as caught:
        small(**{field: D(number)})
    assert caught.value.field == field


def test_bargain_says_what_to_give_instead_of_zero() -> None:
    with pytest.raises(EngineError) as caught:
        small(offer=D(0))
    assert caught.value.sentence == "offer: give a number above zero."


def test_bargain_refuses_an_ask_that_asks_nothing() -> None:
    with pytest.raises(EngineError) as caught:
        small(ask=D(1000))
    assert (caught.value.field, caught.value.sentence) == (
        "ask",
        "ask: leave it out where base is not asked for.",
    )


@pytest.mark.parametrize(
    ("given", "pair"),
    [
        ({"ask": D("999.99")}, ("offer", "ask")),
        ({"baseline": D("999.99")}, ("offer", "baseline")),
        ({"baseline": D("1060.01")}, ("baseline", "ceiling")),
        ({"ceiling": D("999.99")}, ("baseline", "ceiling")),
        ({"ceiling": D("1100.01")}, ("ceiling", "ceiling_exception")),
    ],
)
def test_bargain_names_two_numbers_that_disagree(given: dict[str, Decimal], pair: tuple[str, str]) -> None:
    with pytest.raises(ContradictionError) as caught:
        small(**given)
    assert (caught.value.field, caught.value.other) == pair


def test_bargain_takes_limits_that_meet() -> None:
    bargain = small(baseline=D(1060), ceiling=D(1060), ceiling_exception=D(1060))
    assert (bargain.start, bargain.no_exception, bargain.middle) == (D(1060), D(1060), D(1060))


def test_bargain_of_the_team_needs_no_more_than_its_limits() -> None:
    bargain = team(items=())
    assert (bargain.start, bargain.no_exception, bargain.middle) == (D(80000), D(84500), D(82250))
    assert (bargain.k, bargain.base_weight, bargain.other, bargain.units_a_year) == (
        D(1),
        D(1),
        D(0),
        D(1),
    )
