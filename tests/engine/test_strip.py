"""The six totals of an offer."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from offers.engine.compensation import Variable
from offers.engine.grants import Grant
from offers.engine.money import plain
from offers.engine.pay import pay_table
from offers.engine.policy import Policy
from offers.engine.reason import Grade
from offers.engine.situation import ExchangeRate
from offers.engine.strip import strip_in
from tests.engine.test_pay import BARE, EVEN, SHARES

POLICY = Policy()


def test_strip_of_the_share_example() -> None:
    strip = pay_table(SHARES, POLICY).strip
    assert [plain(figure.amount) for figure in vars(strip).values()] == [
        "150000.00",
        "207200.00",
        "184949.51",
        "192449.51",
        "145865.94",
        "189500.00",
    ]


def test_strip_says_what_each_total_holds() -> None:
    strip = pay_table(SHARES, POLICY).strip
    assert [figure.reason.text for figure in vars(strip).values()] == [
        "In year 1 the employer is bound to 150,000 in cash; 30,000 of it is paid once.",
        "Year 1 comes to 207,200; 30,000 of it is paid once.",
        "The first four years average 184,949.51 without one-time money.",
        "With one-time money they average 192,449.51.",
        "Year 5 comes to 145,865.94; grants that are used up by then no longer pay.",
        "189,500 by the common public formula: base, target bonus, a quarter of the grants as claimed and a "
        "quarter of the sign-on. No single year pays this.",
    ]
    assert (strip.year_1.reason.grade, strip.public_formula.reason.grade) == (Grade.FACT, Grade.D)


def test_public_formula_takes_claims_and_on_target_pay_but_no_refresher() -> None:
    claimed = Grant(vesting=EVEN, worth=Decimal(40000), private=True)
    grants = (claimed, replace(claimed, starts_after=12), Grant(vesting=EVEN))
    package = replace(BARE, variable=Variable(on_target=Decimal(84000)), grants=grants)
    assert pay_table(package, POLICY).strip.public_formula.amount == 84000 + 10000


def test_strip_of_a_bare_base_is_base_six_times() -> None:
    strip = pay_table(BARE, POLICY).strip
    assert [figure.amount for figure in vars(strip).values()] == [60000] * 6


def test_strip_in_another_currency_moves_with_the_rate() -> None:
    rate = ExchangeRate(currency="USD", rate=Decimal("0.9"), on=date(2026, 3, 2))
    names, totals = zip(*strip_in(pay_table(BARE, POLICY).strip, rate, POLICY), strict=True)
    assert names[:2] == ("guaranteed", "year_1")
    assert {(total.amount, total.low, total.high) for total in totals} == {(54000, 48600, 59400)}
