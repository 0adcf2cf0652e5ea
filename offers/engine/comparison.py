"""Two or more offers side by side: money, what the person values beside it, and whether it is a close call.

Nothing here recommends an offer; it says who leads on what, by how much, and what would turn that round.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from offers.engine.breakeven import BreakEven, Side, break_even
from offers.engine.errors import EngineError
from offers.engine.exchange import check_rate, converted
from offers.engine.flips import ScoreTable, score_table
from offers.engine.money import percent
from offers.engine.policy import RULES, Policy
from offers.engine.reason import Param, Reason
from offers.engine.situation import ExchangeRate
from offers.engine.weights import Scored

_NONE = Decimal(0)
_ONE = Decimal(1)


@dataclass(frozen=True, kw_only=True)
class MoneyRow:
    """One offer's yearly value: in its own currency, at home, and at home if its rate moved.

    None while base or the rate is not known; `low` and `high` equal `home` for an offer in the home currency.
    `reason` names the rate and its date where one was used.
    """

    name: str
    own: Decimal | None
    home: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    reason: Reason | None = None


@dataclass(frozen=True, kw_only=True)
class MoneyTable:
    """The offers by yearly value, highest first, those without one last; `best` is None without any value.

    `lead` is what the best is ahead of the second, in the home currency; None with fewer than two values.
    `break_even` says for each other offer what would make it equal to the best, in its own currency.
    """

    rows: tuple[MoneyRow, ...]
    best: str | None
    lead: Decimal | None
    close: bool
    break_even: tuple[BreakEven, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Money, scores and the verdict; `close` when either is too close to call."""

    money: MoneyTable
    scores: ScoreTable | None
    close: bool
    verdict: Reason


def compare(
    sides: tuple[Side, ...],
    *,
    scored: tuple[Scored, ...] = (),
    home: str = "",
    rates: tuple[ExchangeRate, ...] = (),
    policy: Policy,
) -> Comparison:
    """The offers side by side in the currency `home` (empty: that of the first offer).

    A side without a currency is in the home currency. Raises `EngineError` for a name that stands twice, two
    rates for one currency, or scores of an offer that is not compared.
    """
    _check_names(sides, scored)
    currency = home or (sides[0].currency if sides else "")
    money = _money(sides, _exchange(rates, currency), policy)
    scores = score_table(scored, policy)
    verdict = _close_call(money, scores) or _verdict(money, scores)
    return Comparison(money=money, scores=scores, close=verdict.code == "CLOSE_CALL", verdict=verdict)


def _check_names(sides: tuple[Side, ...], scored: tuple[Scored, ...]) -> None:
    names = {side.name for side in sides}
    if len(names) < len(sides):
        raise EngineError("name", "Two of the offers have the same name.")
    for offer in scored:
        if offer.name not in names:
            raise EngineError("scores", f"{offer.name} is scored but not compared.")


@dataclass(frozen=True, kw_only=True)
class _Exchange:
    """What one unit of each known currency is at home."""

    home: str
    rates: Mapping[str, ExchangeRate]

    def is_foreign(self, side: Side) -> bool:
        return side.currency not in ("", self.home)

    def rate(self, side: Side) -> Decimal | None:
        if not self.is_foreign(side):
            return _ONE
        known = self.rates.get(side.currency)
        return known.rate if known else None

    def value(self, side: Side) -> Decimal | None:
        rate = self.rate(side)
        return None if side.value is None or rate is None else side.value * rate


def _exchange(rates: tuple[ExchangeRate, ...], home: str) -> _Exchange:
    known: dict[str, ExchangeRate] = {}
    for rate in rates:
        check_rate(rate)
        if known.setdefault(rate.currency, rate) != rate:
            raise EngineError("rates", f"There are two rates for {rate.currency}.")
    return _Exchange(home=home, rates=known)


def _money(sides: tuple[Side, ...], exchange: _Exchange, policy: Policy) -> MoneyTable:
    rows = sorted((_row(side, exchange, policy) for side in sides), key=_by_value)
    values = [row.home for row in rows if row.home is not None]
    lead = values[0] - values[1] if len(values) > 1 else None
    best = rows[0].name if values else None
    return MoneyTable(
        rows=tuple(rows),
        best=best,
        lead=lead,
        close=lead is not None and (not lead or lead < policy.close_money * values[0]),
        break_even=tuple(
            break_even(side, values[0] / rate, policy)
            for side in sides
            if side.name != best and side.value is not None and (rate := exchange.rate(side))
        ),
        reasons=(
            *_lead(rows, lead),
            *_gaps(sides, exchange),
            *_currency_turns(sides, exchange, policy),
        ),
    )


def _by_value(row: MoneyRow) -> tuple[bool, Decimal]:
    return row.home is None, -(row.home or _NONE)


def _row(side: Side, exchange: _Exchange, policy: Policy) -> MoneyRow:
    own, rate = side.value, exchange.rates.get(side.currency)
    if own is None:
        return MoneyRow(name=side.name, own=None)
    if not exchange.is_foreign(side):
        return MoneyRow(name=side.name, own=own, home=own, low=own, high=own)
    if rate is None:
        return MoneyRow(name=side.name, own=own)
    found = converted(own, rate, policy)
    return MoneyRow(
        name=side.name, own=own, home=found.amount, low=found.low, high=found.high, reason=found.reason
    )


def _lead(rows: list[MoneyRow], lead: Decimal | None) -> Iterator[Reason]:
    if lead is None:
        return
    code, told = "MONEY_LEAD", "{first} is worth {lead} a year more than {second}."
    if not lead:
        code, told = "MONEY_EQUAL", "{first} and {second} are worth the same."
    params: dict[str, Param] = {"first": rows[0].name, "second": rows[1].name, "lead": lead}
    yield Reason(code=code, sentence=told, params=params)


def _gaps(sides: tuple[Side, ...], exchange: _Exchange) -> Iterator[Reason]:
    for side in sides:
        if side.value is None:
            told = "The base of {name} is not known, so it stands outside the order."
            yield Reason(code="BASE_UNKNOWN", sentence=told, params={"name": side.name})
        elif exchange.rate(side) is None:
            yield Reason(
                code="FX_MISSING",
                sentence="There is no rate for {currency}, so {name} stands outside the order.",
                params={"currency": side.currency, "name": side.name},
            )


def _currency_turns(sides: tuple[Side, ...], exchange: _Exchange, policy: Policy) -> Iterator[Reason]:
    """One reason for each currency and direction in which a moved rate would change the first place."""
    valued = {side: value for side in sides if (value := exchange.value(side)) is not None}
    foreign = sorted({side.currency for side in valued if exchange.is_foreign(side)})
    for currency in foreign:
        for moved, factor in (("lower", -policy.currency_swing), ("higher", policy.currency_swing)):
            swung = {
                side: value * (1 + factor) if side.currency == currency else value
                for side, value in valued.items()
            }
            first = max(swung, key=lambda side: swung[side])
            if swung[first] > swung[max(valued, key=lambda side: valued[side])]:
                yield _turn(currency, moved, first.name, policy)


def _turn(currency: str, moved: str, name: str, policy: Policy) -> Reason:
    rule = RULES["currency_swing"]
    return Reason(
        code=f"FX_TURNS_{moved.upper()}",
        sentence="With {currency} {swing} " + moved + ", {name} would be worth the most.",
        params={"currency": currency, "swing": percent(policy.currency_swing), "name": name},
        binding="currency_swing",
        source=rule.source,
        grade=rule.grade,
    )


def _close_call(money: MoneyTable, scores: ScoreTable | None) -> Reason | None:
    tried = {"money": money.close, "scores": bool(scores and scores.gap and scores.gap.close)}
    near = [name for name, close in tried.items() if close]
    if not near:
        return None
    rule = RULES["close_money" if "money" in near else "close_points"]
    return Reason(
        code="CLOSE_CALL",
        sentence="Too close to call; decide on the reasons.",
        binding=" and ".join(near),
        source=rule.source,
        grade=rule.grade,
    )


def _verdict(money: MoneyTable, scores: ScoreTable | None) -> Reason:
    richer = money.best if money.lead is not None else None
    liked = scores.gap.first if scores and scores.gap else None
    leaders = {"richer": richer, "liked": liked}
    code, told = _leading(richer, liked)
    return Reason(code=code, sentence=told, params={key: name for key, name in leaders.items() if name})


def _leading(richer: str | None, liked: str | None) -> tuple[str, str]:
    if richer is None and liked is None:
        return "NOT_COMPARABLE", "Not enough is known to put two offers in order."
    if richer is None:
        return "LEADS_ON_SCORES", "{liked} leads on what you scored; the money cannot be compared yet."
    if liked is None:
        return "LEADS_ON_MONEY", "{richer} leads on money; nothing else is scored."
    if richer == liked:
        return "LEADS_ON_BOTH", "{richer} leads on money and on what you scored."
    told = "{richer} leads on money, {liked} on what you scored: decide which of the two counts more."
    return "LEADERS_DIFFER", told
