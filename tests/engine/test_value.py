"""What a package is worth: k, GA, weighted terms and the value under which nothing is acceptable."""

from decimal import Decimal

import pytest

from offers.engine.errors import EngineError
from offers.engine.money import round_half_up
from offers.engine.policy import Policy
from offers.engine.reason import ARITHMETIC, ASSUMPTION, Grade
from offers.engine.value import (
    Contents,
    annuity_factor,
    base_factor,
    package_worth,
    unit_value,
    walk_away_value,
    weight_of,
)

D = Decimal
POLICY = Policy()
GA = annuity_factor(POLICY)


@pytest.mark.parametrize(
    ("bonus_target", "payout", "match_rate", "k"),
    [
        (None, None, None, "1"),
        ("0.10", None, None, "1.10"),
        ("0.10", "0.8", None, "1.08"),
        ("0.10", "0", None, "1"),
        (None, "0.8", "0.04", "1.04"),
        ("0.10", "0.8", "0.04", "1.12"),
        ("0", "0", "0", "1"),
    ],
)
def test_base_factor_counts_bonus_and_match(
    bonus_target: str | None, payout: str | None, match_rate: str | None, k: str
) -> None:
    given = {"bonus_target": bonus_target, "payout": payout, "match_rate": match_rate}
    rates = {key: None if rate is None else D(rate) for key, rate in given.items()}
    assert base_factor(**rates) == D(k)


@pytest.mark.parametrize("field", ["bonus_target", "payout", "match_rate"])
def test_base_factor_names_a_rate_below_zero(field: str) -> None:
    with pytest.raises(EngineError) as caught:
        base_factor(**{field: D("-0.01")})
    assert (caught.value.field, caught.value.sentence) == (field, f"{field}: an amount cannot be below zero.")


@pytest.mark.parametrize(
    ("years", "discount", "raises", "factor"),
    [
        ("3", "0.05", "0.03", "2.87229"),
        ("1", "0.03", "0.03", "0.98533"),
        ("1", "0.05", "0.03", "0.97590"),
        ("2", "0.08", "0.03", "1.87995"),
        ("3", "0.03", "0.03", "2.95599"),
        ("3", "0.08", "0.03", "2.75517"),
        ("4", "0.05", "0.03", "3.79348"),
        ("5", "0.05", "0.03", "4.69712"),
        ("2.5", "0.05", "0.03", "2.40275"),
        ("3", "0", "0", "3.00000"),
    ],
)
def test_annuity_factor_spreads_one_time_money_over_the_stay(
    years: str, discount: str, raises: str, factor: str
) -> None:
    policy = Policy(stay_years=D(years), discount_rate=D(discount), raise_rate=D(raises))
    assert round_half_up(annuity_factor(policy), D("0.00001")) == D(factor)


@pytest.mark.parametrize(
    ("key", "worth"),
    [
        ("sign_on", "0.348154"),
        ("relocation", "0.348154"),
        ("leave_days", "307.692308"),
        ("learning", "1.000000"),
        ("remote_days", "1.000000"),
    ],
)
def test_unit_value_of_each_item_at_the_teams_offer(key: str, worth: str) -> None:
    value = unit_value(key, offer=D(80000), ga=GA, policy=POLICY)
    assert round_half_up(value, D("0.000001")) == D(worth)


def test_unit_value_fits_hourly_pay() -> None:
    def at(key: str) -> Decimal:
        return unit_value(key, offer=D(41), ga=D("2.5"), units_a_year=D(2000), yearly=D(300), policy=POLICY)

    assert (at("sign_on"), at("leave_days"), at("parking")) == (D("0.0002"), D(41) / 260, D("0.15"))


def test_package_worth_is_the_weighted_sum_of_its_terms() -> None:
    contents = Contents(base=D(84500), sign_on=D(8000), leave_days=D(4), learning=D(400))
    worth = package_worth(
        contents=contents, offer=D(80000), k=D("1.1"), weights={"learning": D("0.5")}, policy=POLICY
    )
    lines = [(term.key, round_half_up(term.annual), term.weight) for term in worth.terms]
    assert lines == [
        ("base", D("92950.00"), D(1)),
        ("sign_on", D("2785.24"), D(1)),
        ("leave_days", D("1230.77"), D(1)),
        ("learning", D("400.00"), D("0.5")),
    ]
    assert worth.total == sum(term.value for term in worth.terms)
    assert round_half_up(worth.total) == D("97166.00")


def test_package_worth_takes_every_kind_of_term_once() -> None:
    contents = Contents(
        base=D(1000),
        sign_on=GA * 100,
        bonus=D(10),
        equity=D(20),
        match=D(30),
        leave_days=D(1),
        health=D(-40),
        commute=D(-50),
        learning=D(60),
        relocation=GA * 200,
        other=D(-70),
    )
    worth = package_worth(contents=contents, offer=D(2600), policy=POLICY)
    assert [term.amount for term in worth.terms[2:9]] == [10, 20, 30, 1, -40, -50, 60]
    assert [term.key for term in worth.terms] == [
        "base", "sign_on", "bonus", "equity", "match", "leave_days",
        "health", "commute", "learning", "relocation", "other",
    ]  # fmt: skip
    assert round_half_up(worth.total) == D("1270.00")


def test_package_worth_of_base_alone_is_base() -> None:
    worth = package_worth(contents=Contents(base=D(80000)), offer=D(80000), policy=POLICY)
    assert (len(worth.terms), worth.total) == (1, D(80000))


def test_package_worth_spreads_yearly_money_over_hours() -> None:
    worth = package_worth(
        contents=Contents(base=D(41), learning=D(1040)), offer=D(41), units_a_year=D(2080), policy=POLICY
    )
    assert worth.total == D("41.5")


@pytest.mark.parametrize(
    ("weights", "code", "text"),
    [
        (
            None,
            "WORTH_SIGN_ON",
            "A sign-on of 8,000, paid once, counts 2,785.24 over the stay you may expect.",
        ),
        (
            {"sign_on": D("0.50")},
            "WORTH_SIGN_ON_WEIGHTED",
            "A sign-on of 8,000, paid once, counts 2,785.24 over the stay you may expect. "
            "At your weight of 0.5 that is 1,392.62.",
        ),
    ],
)
def test_package_worth_explains_each_line(weights: dict[str, Decimal] | None, code: str, text: str) -> None:
    contents = Contents(base=D(80000), sign_on=D(8000))
    reason = package_worth(contents=contents, offer=D(80000), weights=weights, policy=POLICY).terms[1].reason
    assert (reason.code, reason.text, reason.binding) == (code, text, "sign_on")
    assert (reason.grade, reason.source) == (Grade.E, ASSUMPTION)


def test_package_worth_says_each_line_in_plain_words() -> None:
    contents = Contents(
        base=D(1000),
        bonus=D(10),
        equity=D(20),
        match=D(30),
        leave_days=D(2),
        health=D(40),
        commute=D(50),
        learning=D(60),
        relocation=GA * 70,
        other=D(80),
    )
    worth = package_worth(contents=contents, offer=D(2600), k=D("1.1"), policy=POLICY)
    assert [term.reason.text for term in worth.terms] == [
        "Base of 1,000 counts 1,100, with what is paid as a share of it.",
        "A bonus of 10 that does not follow base counts 10.",
        "Equity of 20 a year by its vesting counts 20.",
        "A match of 30 a year that does not follow base counts 30.",
        "2 days of leave count 20, each being the pay of one working day.",
        "A difference of 40 a year in health premiums counts 40.",
        "A difference of 50 a year in getting to work counts 50.",
        "A learning budget of 60 a year counts 60.",
        "Relocation of 201.06, paid once, counts 70 over the stay you may expect.",
        "Other terms of 80 a year count 80.",
    ]


def test_package_worth_calls_arithmetic_a_fact() -> None:
    contents = Contents(base=D(80000), learning=D(500))
    reason = package_worth(contents=contents, offer=D(80000), policy=POLICY).terms[1].reason
    assert (reason.grade, reason.source) == (Grade.FACT, ARITHMETIC)


@pytest.mark.parametrize(
    "key", ["base", "sign_on", "bonus", "equity", "match", "leave_days", "learning", "relocation"]
)
def test_package_worth_names_an_amount_below_zero(key: str) -> None:
    with pytest.raises(EngineError) as caught:
        package_worth(contents=Contents(**{"base": D(1), key: D("-0.01")}), offer=D(1), policy=POLICY)
    assert (caught.value.field, caught.value.sentence) == (key, f"{key}: an amount cannot be below zero.")


@pytest.mark.parametrize("key", ["health", "commute", "other"])
def test_package_worth_names_an_amount_that_is_no_number(key: str) -> None:
    with pytest.raises(EngineError) as caught:
        package_worth(contents=Contents(**{"base": D(1), key: D("NaN")}), offer=D(1), policy=POLICY)
    assert (caught.value.field, caught.value.sentence) == (key, f"{key}: give an ordinary number.")


def test_weight_of_names_a_weight_that_is_no_number() -> None:
    with pytest.raises(EngineError) as caught:
        weight_of("base", {"base": D("NaN")}, POLICY)
    assert (caught.value.field, caught.value.sentence) == (
        "weights.base",
        "weights.base: give an ordinary number.",
    )


@pytest.mark.parametrize("weight", ["0", "1", "2"])
def test_weight_of_takes_its_limits(weight: str) -> None:
    assert weight_of("base", {"base": D(weight)}, POLICY) == D(weight)


@pytest.mark.parametrize("weights", [None, {}, {"sign_on": D(2)}])
def test_weight_of_is_face_value_unless_given(weights: dict[str, Decimal] | None) -> None:
    assert weight_of("base", weights, POLICY) == D(1)


@pytest.mark.parametrize("weight", ["-0.01", "2.01"])
def test_weight_of_names_a_weight_outside_its_limits(weight: str) -> None:
    with pytest.raises(EngineError) as caught:
        weight_of("base", {"base": D(weight)}, POLICY)
    assert (caught.value.field, caught.value.sentence) == (
        "weights.base",
        "A weight is a number from 0 to 2.",
    )


@pytest.mark.parametrize(
    ("walk_away", "rival", "premium", "value"),
    [
        (None, None, None, None),
        (None, None, "5", None),
        ("79000", None, None, "79000"),
        ("79000", "86000", "2000", "84000"),
        ("79000", "86000", None, "86000"),
        ("79000", "80000", "2000", "79000"),
        (None, "86000", "2000", "84000"),
    ],
)
def test_walk_away_value_takes_the_higher_floor(
    walk_away: str | None, rival: str | None, premium: str | None, value: str | None
) -> None:
    def number(text: str | None) -> Decimal | None:
        return None if text is None else D(text)

    given = walk_away_value(walk_away=number(walk_away), rival=number(rival), premium=number(premium))
    assert given == number(value)


def test_walk_away_value_is_valued_like_a_package() -> None:
    value = walk_away_value(walk_away=D(79000), k=D("1.1"), base_weight=D("0.5"), other=D(3000))
    assert value == D(46450)
