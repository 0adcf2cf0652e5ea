"""How the least that a package must be worth comes about, in the person's own parts. For them alone."""

from collections.abc import Iterator
from decimal import Decimal

from offers.engine.advice import Advice
from offers.engine.money import spoken
from offers.engine.reason import ARITHMETIC, Param, Reason
from offers.engine.situation import Unit
from offers.engine.value import ONE

EACH = {Unit.YEAR: "a year", Unit.MONTH: "a month", Unit.HOUR: "an hour"}
FLOOR = "walk_away"  # What binds it.


def _is_own_number(advice: Advice) -> bool:
    """Whether the least that a package must be worth is the walk-away itself, or there is none."""
    return advice.bargain.walk_away_value in (None, advice.state.walk_away)


def in_short(advice: Advice) -> str:
    """What it consists of, to stand behind its amount; empty where there is none.

    "your walk-away base of 90,000, with bonus 9,000 and grants 10,000 a year"
    """
    if advice.bargain.walk_away_value is None:
        return ""
    if _is_rival(advice):
        return "what your better written offer is worth" + _premium_of(advice)
    base = f"your walk-away base of {_shown(advice, advice.state.walk_away or Decimal(0))}"
    added = [f"{name} {_shown(advice, amount)}" for name, amount in _parts_of(advice)]
    weight = advice.bargain.base_weight
    if weight != ONE:
        base += f", counted {weight.normalize():f} times as you set it"
    return f"{base}, with {_listed(added)} {EACH[advice.bargain.unit]}" if added else base


def floor_reason(advice: Advice, now: Decimal | None = None, differs: Decimal = Decimal(0)) -> Reason | None:
    """Why it is so much, and what they offer `now` counted the same way; None where there is no walk-away.

    `differs` is what `now` holds for a sign-on and leave that are not as they were entered, below 0 for less.
    """
    floor = advice.bargain.walk_away_value
    if floor is None:
        return None
    params: dict[str, Param] = {"floor": advice.bargain.shown(floor), "parts": in_short(advice)}
    told = "{floor} is {parts}."
    if not _is_own_number(advice) and not _is_rival(advice):
        told += " Whatever follows base or stays as offered counts on both sides, so it is added to it."
    if now is not None:
        params["now"] = advice.bargain.shown(now)
        told += " What they offer now is worth {now}, counted in the same way."
    if differs:
        params["differs"] = advice.bargain.shown(abs(differs))
        word = "more" if differs > 0 else "less"
        told += f" In it, sign-on and leave count {{differs}} {word} than as you entered them."
    return Reason(code="FLOOR", sentence=told, params=params, binding=FLOOR, source=ARITHMETIC)


def _parts_of(advice: Advice) -> Iterator[tuple[str, Decimal]]:
    """What stands beside the base of the walk-away: what follows base, then what stays as offered."""
    state, weight = advice.state, advice.bargain.base_weight
    terms, base = state.situation.terms, state.walk_away or Decimal(0)
    payout = ONE if terms.payout is None else terms.payout
    learning = state.situation.wishes.offered.get("learning", Decimal(0)) / state.periods
    found = (
        ("bonus", weight * base * (terms.bonus_target or Decimal(0)) * payout),
        ("pension match", weight * base * (terms.match_rate or Decimal(0))),
        ("grants", advice.bargain.other - learning),
        ("learning budget", learning),
    )
    return ((name, amount) for name, amount in found if amount)


def _is_rival(advice: Advice) -> bool:
    """Whether a better written offer sets it, not the walk-away."""
    own = advice.bargain
    if own.walk_away is None:
        return own.walk_away_value is not None
    return own.walk_away_value != own.value(own.walk_away)


def _premium_of(advice: Advice) -> str:
    premium = advice.state.situation.numbers.premium / advice.state.periods
    return f", less the {_shown(advice, premium)} that you would give up for this job" if premium else ""


def _shown(advice: Advice, amount: Decimal) -> str:
    return spoken(advice.bargain.shown(amount))


def _listed(words: list[str]) -> str:
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)
