"""JSON read into frozen types, each error naming its field."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import IntEnum, StrEnum

import pytest

from offers.engine.decode import decode, parse
from offers.engine.errors import EngineError
from tests.engine.cases import D


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Every(IntEnum):
    MONTH = 1
    YEAR = 12


@dataclass(frozen=True, kw_only=True)
class Leaf:
    size: Decimal

    def __post_init__(self) -> None:
        if self.size > 9:
            raise EngineError("size", "too large")


@dataclass(frozen=True, kw_only=True)
class Tree:
    name: str
    leaf: Leaf | None = None
    leaves: tuple[Leaf, ...] = ()
    days: frozenset[date] = frozenset()
    weights: Mapping[str, Decimal] = field(default_factory=dict)
    rows: tuple[int, ...] = ()
    colour: Colour = Colour.RED
    every: Every = Every.MONTH
    open: bool = False


def tree(text: str) -> Tree:
    return decode(Tree, parse(text))


def test_decode_reads_every_kind_of_field() -> None:
    text = """{"name": "oak", "leaf": {"size": "1.5"}, "leaves": [{"size": 2}, {"size": 2.25}],
        "days": ["2026-03-02"], "weights": {"a": "0.5", "b": null}, "rows": [1, "2"],
        "colour": "blue", "every": 12, "open": true}"""
    assert tree(text) == Tree(
        name="oak",
        leaf=Leaf(size=D("1.5")),
        leaves=(Leaf(size=D(2)), Leaf(size=D("2.25"))),
        days=frozenset({date(2026, 3, 2)}),
        weights={"a": D("0.5")},
        rows=(1, 2),
        colour=Colour.BLUE,
        every=Every.YEAR,
        open=True,
    )


def test_decode_takes_null_as_left_out() -> None:
    text = '{"name": "oak", "leaf": null, "leaves": null, "weights": null, "colour": null, "open": null}'
    assert tree(text) == Tree(name="oak")


@pytest.mark.parametrize("size", ["0", "-1", "-0.5", "9", "0.000000000001", "1e-12"])
def test_decode_takes_ordinary_numbers_as_text_or_not(size: str) -> None:
    assert decode(Leaf, parse(f'{{"size": {size}}}')).size == D(size)


@pytest.mark.parametrize(
    ("text", "field_named"),
    [
        ("[]", "case"),
        ("7", "case"),
        ("{}", "name"),
        ('{"name": null}', "name"),
        ('{"name": 7}', "name"),
        ('{"name": "oak", "branch": 1}', "branch"),
        ('{"name": "oak", "leaf": 1}', "leaf"),
        ('{"name": "oak", "leaf": {}}', "leaf.size"),
        ('{"name": "oak", "leaf": {"size": 10}}', "leaf.size"),
        ('{"name": "oak", "leaf": {"size": 1, "colour": 2}}', "leaf.colour"),
        ('{"name": "oak", "leaves": {}}', "leaves"),
        ('{"name": "oak", "leaves": [{"size": 1}, {"size": true}]}', "leaves[1].size"),
        ('{"name": "oak", "leaves": [null]}', "leaves[0]"),
        ('{"name": "oak", "days": ["2 March"]}', "days[0]"),
        ('{"name": "oak", "days": [1]}', "days[0]"),
        ('{"name": "oak", "weights": []}', "weights"),
        ('{"name": "oak", "weights": {"a": "x"}}', "weights.a"),
        ('{"name": "oak", "rows": [1.5]}', "rows[0]"),
        ('{"name": "oak", "colour": "green"}', "colour"),
        ('{"name": "oak", "every": true}', "every"),
        ('{"name": "oak", "every": 2}', "every"),
        ('{"name": "oak", "open": "yes"}', "open"),
        ('{"name": "oak", "name": "elm"}', "name"),
        ('{"name": "oak"', "case"),
        ("", "case"),
        ("[" * 100_000, "case"),
    ],
)
def test_decode_names_the_field_that_is_wrong(text: str, field_named: str) -> None:
    with pytest.raises(EngineError) as caught:
        tree(text)
    assert caught.value.field == field_named


@pytest.mark.parametrize(
    "size",
    [
        '"abc"',
        '""',
        '"1e5"',
        '"1_000"',
        '"1,000"',
        '" 1"',
        '"+1"',
        '"NaN"',
        '"\uff11"',
        '"1234567890123456"',
        "NaN",
        "Infinity",
        "-Infinity",
        "1e15",
        "1e-13",
        "1e999999999",
        "1e9999999999999999999",
        "true",
        "[]",
    ],
)
def test_decode_refuses_what_is_no_ordinary_number(size: str) -> None:
    with pytest.raises(EngineError) as caught:
        decode(Leaf, parse(f'{{"size": {size}}}'))
    assert str(caught.value) == "size: give a plain number such as 80000 or 0.05."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "case: this is not JSON (line 1, column 2)."),
        ('{"name": "oak", "every": 2}', "every: choose one of 1, 12."),
        ('{"name": "oak", "leaf": {"size": 10}}', "leaf.size: too large"),
        ('{"name": "a", "name": "b"}', "name: stands there twice."),
        ('{"leaf": null}', "name: this is needed."),
    ],
)
def test_decode_says_what_is_wrong(text: str, told: str) -> None:
    with pytest.raises(EngineError) as caught:
        tree(text)
    assert str(caught.value) == told


def test_decode_leaves_an_error_at_the_top_as_it_is() -> None:
    with pytest.raises(EngineError) as caught:
        decode(Leaf, {"size": D(10)})
    assert (caught.value.field, str(caught.value)) == ("size", "too large")


def test_decode_shortens_a_number_of_many_digits() -> None:
    assert len(decode(Leaf, parse(f'{{"size": 1.{"3" * 5000}}}')).size.as_tuple().digits) == 28
