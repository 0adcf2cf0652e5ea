"""The parts of the page that people type into: rates and expected days, with what is wrong in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django import forms

from offers.compare.alignment import is_awaited
from offers.compare.desk import Desk
from offers.compare.models import Rate
from offers.compare.services import expected_state, rate_state
from offers.compare.sides import Told
from offers.engine.reason import in_words
from offers.models import Offer

OLD_DAYS = 30  # Our assumption: a rate that is older is looked up again.


@dataclass(frozen=True, kw_only=True)
class Typed:
    """What a field holds and what is wrong with it."""

    text: str
    errors: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RateLine:
    """One currency that has to be changed into the one of home; `old` is a sentence about its age."""

    currency: str
    rate: Typed
    dated_on: Typed
    opened: str
    old: str


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """One offer that is still to come, in whole or in writing; `late` says that its day has passed."""

    offer: Offer
    name: str
    expected_on: Typed
    opened: str
    late: str


def rate_lines(desk: Desk, bound: forms.Form | None) -> Iterator[RateLine]:
    foreign = sorted({one.currency for one in desk.told} - {desk.home})
    for currency in foreign:
        saved = desk.rates.get(currency)
        theirs = bound if bound and bound["currency"].value() == currency else None
        yield RateLine(
            currency=currency,
            rate=typed(theirs, "rate", f"{saved.rate.normalize():f}" if saved else ""),
            dated_on=typed(theirs, "dated_on", (saved.dated_on if saved else desk.today).isoformat()),
            opened=str(theirs["opened"].value() or "") if theirs else rate_state(saved),
            old=age(saved, desk.today),
        )


def age(saved: Rate | None, today: date) -> str:
    days = (today - saved.dated_on).days if saved else 0
    if saved is None or days <= OLD_DAYS:
        return ""
    return f"This rate is {days} days old, from {in_words(saved.dated_on)}. Look it up again."


def arrivals(desk: Desk, bound: forms.Form | None, pk: object = None) -> Iterator[Arrival]:
    for one in desk.told:
        day = desk.expected.get(one.offer.pk)
        if one.offer.is_decided or not (is_awaited(one) or day):
            continue
        theirs = bound if bound and one.offer.pk == pk else None
        yield Arrival(
            offer=one.offer,
            name=one.name,
            expected_on=typed(theirs, "expected_on", day.isoformat() if day else ""),
            opened=str(theirs["opened"].value() or "") if theirs else expected_state(day),
            late=lateness(one, day, desk.today),
        )


def lateness(one: Told, day: date | None, today: date) -> str:
    if day is None or day >= today:
        return ""
    return f"{in_words(day)} has passed. Ask {one.name} when it comes, and give the new day."


def typed(form: forms.Form | None, name: str, saved: str) -> Typed:
    if form is None:
        return Typed(text=saved)
    return Typed(
        text=str(form[name].value() or ""), errors=tuple(str(error) for error in form.errors.get(name, []))
    )
