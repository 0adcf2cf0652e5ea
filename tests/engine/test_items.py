"""The items packages are made of: which, in what order, worth what."""

from decimal import Decimal
from typing import Any

import pytest

from offers.engine.errors import EngineError
from offers.engine.items import Item, full_reach, in_order, item_phrase, movable_items
from offers.engine.levers import levers
from offers.engine.money import round_half_up
from offers.engine.policy import Policy
from offers.engine.value import annuity_factor

D = Decimal
POLICY = Policy()
GA = annuity_factor(POLICY)
LEVERS = levers()


def team(**given: Any) -> tuple[Item, ...]:
    """The items of the team of the worked example, offer 80,000, with what is given laid over."""
    usual: dict[str, Any] = {"levers": LEVERS, "offer": D(80000), "ga": GA, "policy": POLICY}
    return movable_items(**usual | given)


def shape(items: tuple[Item, ...]) -> list[tuple[str, Decimal, Decimal]]:
    return [(item.key, item.unit, item.cap) for item in items]


@pytest.mark.parametrize(
    "caps", [None, {}, {"sign_on": None, "leave_days": None, "learning": None}, {"remote_days": D(2)}]
)
def test_items_without_caps_are_sign_on_and_leave(caps: dict[str, Decimal | None] | None) -> None:
    assert shape(team(caps=caps)) == [("sign_on", D(500), D(8000)), ("leave_days", D(1), D(5))]


def test_items_have_caps_units_and_worth() -> None:
    items = team(
        caps={"sign_on": D(8000), "leave_days": D(5), "learning": D(2000), "relocation": D(3000)},
        weights={"learning": D("0.5")},
    )
    assert shape(items) == [
        ("sign_on", D(500), D(8000)),
        ("relocation", D(500), D(3000)),
        ("leave_days", D(1), D(5)),
        ("learning", D(100), D(2000)),
    ]
    assert [round_half_up(item.worth, D("0.0001")) for item in items] == [
        D("0.3482"),
        D("0.3482"),
        D("307.6923"),
        D("0.5"),
    ]
    assert [round_half_up(item.reach) for item in items] == [
        D("2785.24"),
        D("1044.46"),
        D("1538.46"),
        D("1000.00"),
    ]
    assert round_half_up(full_reach(items)) == D("6368.16")


@pytest.mark.parametrize(
    ("cap", "counted"), [("8499.99", "8000"), ("8500", "8500"), ("8999", "8500"), ("500", "500")]
)
def test_items_count_caps_in_whole_units(cap: str, counted: str) -> None:
    assert team(caps={"sign_on": D(cap)})[0].cap == D(counted)


@pytest.mark.parametrize("cap", ["0", "499.99"])
def test_items_under_one_unit_are_left_out(cap: str) -> None:
    assert [item.key for item in team(caps={"sign_on": D(cap)})] == ["leave_days"]


def test_items_of_no_weight_are_left_out() -> None:
    assert [item.key for item in team(weights={"sign_on": D(0)})] == ["leave_days"]


def test_items_come_easy_first_then_by_weight_then_by_catalogue() -> None:
    items = movable_items(
        levers=levers(marks={"equity": True, "severance": True}),
        offer=D(80000),
        ga=GA,
        caps={
            "parking": D(900),
            "learning": D(1000),
            "relocation": D(5000),
            "equity": D(4000),
            "severance": D(3),
        },
        weights={"equity": D(2), "learning": D("1.5"), "sign_on": D("0.9"), "severance": D(2)},
        unit_worth={"severance": D(10)},
        policy=POLICY,
    )
    assert [item.key for item in items] == [
        "learning",
        "relocation",
        "leave_days",
        "parking",
        "sign_on",
        "equity",
        "severance",
    ]
    assert [item.hard for item in items] == [False] * 5 + [True] * 2


@pytest.mark.parametrize(("mark", "used"), [(None, []), (False, []), (True, ["equity"])])
def test_items_use_a_hard_lever_only_when_marked(mark: bool | None, used: list[str]) -> None:
    marks = {} if mark is None else {"equity": mark}
    items = team(levers=levers(marks=marks), caps={"equity": D(4000)})
    assert [item.key for item in items] == ["sign_on", "leave_days", *used]


def test_items_leave_out_what_is_marked_as_not_movable() -> None:
    items = team(levers=levers(marks={"sign_on": False}), caps={"sign_on": D(8000)})
    assert [item.key for item in items] == ["leave_days"]


def test_items_never_hold_base() -> None:
    marked = levers(marks={"base": True, "base_exception": True})
    given = {"base": D(9000), "base_exception": D(9000)}
    items = team(levers=marked, caps=given, unit_worth=given)
    assert [item.key for item in items] == ["sign_on", "leave_days"]


def test_items_counted_in_something_else_need_a_worth() -> None:
    caps = {"remote_days": D(2)}
    items = team(caps=caps, unit_worth={"remote_days": D(600), "review_date": None})
    assert [(item.key, item.cap, item.worth) for item in items][1:2] == [("remote_days", D(2), D(600))]


def test_items_of_unknown_worth_are_left_out() -> None:
    caps = {"review_date": D(1), "learning": D(500)}
    items = team(caps=caps, unit_worth={"review_date": None, "learning": None})
    assert [(item.key, item.unit_value) for item in items][2:] == [("learning", D(1))]


def test_an_item_is_easy_and_untyped_unless_said() -> None:
    item = Item(key="sign_on", unit=D(500), cap=D(8000), unit_value=D("0.35"))
    assert (item.hard, item.rank, item.typed, item.weight) == (False, 0, False, D(1))


def test_items_of_the_persons_own_are_yearly_money() -> None:
    parking = team(caps={"parking": D("900.70")})[-1]
    assert (parking.key, parking.unit, parking.cap, parking.worth) == ("parking", D(1), D(900), D(1))


def test_items_fit_hourly_pay() -> None:
    items = movable_items(
        levers=LEVERS,
        offer=D(41),
        ga=D("2.5"),
        units_a_year=D(2000),
        caps={"learning": D(500)},
        policy=POLICY,
    )
    assert [(item.key, item.cap, item.worth) for item in items] == [
        ("sign_on", D(8000), D("0.0002")),
        ("leave_days", D(5), D(41) / 260),
        ("learning", D(500), D("0.0005")),
    ]


@pytest.mark.parametrize(
    ("caps", "weights", "typed"),
    [
        ({"sign_on": D(8000)}, {"sign_on": D(1)}, True),
        ({"sign_on": D(8000)}, None, False),
        ({"sign_on": None}, {"sign_on": D(1)}, False),
        (None, {"sign_on": D(1)}, False),
    ],
)
def test_items_know_whether_cap_and_weight_were_typed(
    caps: dict[str, Decimal | None] | None, weights: dict[str, Decimal] | None, typed: bool
) -> None:
    assert team(caps=caps, weights=weights)[0].typed is typed


@pytest.mark.parametrize("key", ["caps", "unit_worth"])
def test_items_name_an_amount_below_zero(key: str) -> None:
    with pytest.raises(EngineError) as caught:
        team(**{key: {"learning": D(-1)}})
    assert caught.value.field == f"{key}.learning"


@pytest.mark.parametrize("key", ["sign_on", "learning"])
def test_items_name_a_weight_outside_its_limits(key: str) -> None:
    with pytest.raises(EngineError) as caught:
        team(weights={key: D("2.1")})
    assert caught.value.field == f"weights.{key}"


def test_in_order_sorts_by_ease_weight_and_rank() -> None:
    def item(key: str, weight: str, rank: int, *, hard: bool = False) -> Item:
        return Item(key=key, unit=D(1), cap=D(1), unit_value=D(1), weight=D(weight), rank=rank, hard=hard)

    given = (item("d", "2", 0, hard=True), item("c", "1", 2), item("b", "1", 1), item("a", "1.1", 3))
    assert [one.key for one in in_order(given)] == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("key", "quantity", "phrase"),
    [
        ("sign_on", "8000", "a sign-on of 8,000"),
        ("relocation", "3000", "3,000 towards the move"),
        ("leave_days", "1", "1 more day of leave"),
        ("leave_days", "2", "2 more days of leave"),
        ("remote_days", "1", "1 more remote day a week"),
        ("remote_days", "2", "2 more remote days a week"),
        ("learning", "1", "a learning budget of 1"),
        ("equity", "4000", "4,000 more a year in equity"),
        ("company_car", "1200", "company car (1,200)"),
    ],
)
def test_item_phrase_reads_as_the_employer_reads_it(key: str, quantity: str, phrase: str) -> None:
    assert item_phrase(key, D(quantity)) == phrase
