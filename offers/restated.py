"""Every amount that is for the same time as base, and what becomes of it when that time changes."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from offers.bands.policy import current_policy
from offers.case import measure_of
from offers.columns import LARGEST, SMALLEST
from offers.engine.money import plain, spoken
from offers.engine.normalise import restated
from offers.engine.situation import Measure, Unit
from offers.explain import figure
from offers.fields import TIMES
from offers.models import Offer
from offers.notices import BESIDE_BASE

CONVERT, KEEP = "convert", "keep"
USUAL_SALARIES = 12
Convert = Callable[[Decimal], Decimal]
# What an amount is to its owner: by the column of the offer, or by the relation of its rows.
NAMES = {
    "base": "the base",
    "named_number": "the number you named",
    "range": "their range",
    "posted": "the posted range",
    "target": "your target",
    "walk_away": "your walk-away",
    "inside": "what you heard from inside",
    "resent": "the base you would resent",
    "colleagues": "the salaries of the team",
    "evidence": "what your target rests on",
    "terms": "the versions of the terms",
    "observations": "figures of the timeline",
    "drafts": "what you asked for",
}
ROWS = {
    "colleagues": ("pay",),
    "evidence": ("low", "high"),
    "terms": ("base",),
    "observations": ("value",),
}
ONLY = {"observations": {"item": "base"}}
# The amounts of base in what a message stood on, by their keys.
OF_BASE = {"offer", "ask", "range_top", "minimum", "midpoint", "maximum", "base"}


@dataclass(frozen=True, kw_only=True)
class Question:
    """What becomes of the other amounts: what they are for, which they are, and how either answer reads."""

    legend: str
    names: str
    convert: str
    keep: str
    fits: bool


def question_about(offer: Offer, to: Measure, but: Collection[str] = ()) -> Question | None:
    """None where the new measure changes no meaning, or nothing is on record but base and `but`.

    `but` are the columns that were typed anew, for the new time; base is one of those to convert otherwise.
    """
    here, policy = measure_of(offer), current_policy()
    if restated(LARGEST, here, to, policy) == LARGEST:
        return None
    found = [(name, amount) for name, amount in on_record(offer) if name not in but]
    if not found:
        return None
    amounts = [restated(amount, here, to, policy) for _, amount in found]
    stays = [] if offer.base is None or "base" in but else [("base", offer.base)]
    names, example = [*stays, *found], (*stays, *found)[0][1]
    such_as = f": {figure(example)} becomes {figure(restated(example, here, to, policy))}"
    return Question(
        legend=f"Your other amounts are for {in_words(here, to)}",
        names=", ".join(dict.fromkeys(NAMES[kind_of(name)] for name, _ in names)),
        convert=f"Convert them{such_as}",
        keep=f"They are for {in_words(to, here)} already",
        fits=all(SMALLEST <= amount <= LARGEST for amount in amounts),
    )


def kind_of(name: str) -> str:
    return name if name in NAMES else name.split("_")[0]


def in_words(measure: Measure, other: Measure) -> str:
    """The time of an amount, with what sets it apart from the other one.

    >>> in_words(Measure(unit=Unit.MONTH), Measure()), in_words(Measure(), Measure(fte=Decimal("0.8")))
    ('a month', 'a year, at full time')
    """
    told = [TIMES[measure.unit]]
    many = measure.payments_per_year
    usual = other.payments_per_year if other.unit is Unit.MONTH else USUAL_SALARIES
    if measure.unit is Unit.MONTH and many != usual:
        told.append(f"{many} salaries a year")
    if measure.fte != other.fte:
        told.append("at full time" if measure.fte == 1 else f"at {spoken(measure.fte * 100)}% of full time")
    return ", ".join(told)


def on_record(offer: Offer) -> Iterator[tuple[str, Decimal]]:
    """Every amount beside base that is for the same time, with its column or the relation of its row."""
    stated = [(name, getattr(offer, name)) for name in BESIDE_BASE]
    for relation, columns in ROWS.items():
        rows = rows_of(offer, relation)
        stated += [(relation, getattr(row, name)) for row in rows for name in columns]
    asked = [(draft.basis or {}).get("ask") for draft in sent_with_numbers(offer)]
    stated += [("drafts", Decimal(amount)) for amount in asked if amount]
    yield from ((name, amount) for name, amount in stated if amount is not None)


def relabelled(offer: Offer) -> Iterator[str]:
    """What another currency does to the amounts on record, where there are any."""
    if offer.base is not None or any(on_record(offer)):
        yield f"The amounts on record stay as they are, now in {offer.currency}."


def rows_of(offer: Offer, relation: str) -> list[Any]:
    return list(getattr(offer, relation).filter(**ONLY.get(relation, {})))


def sent_with_numbers(offer: Offer) -> list[Any]:
    return list(offer.drafts.filter(basis__isnull=False))


def convert_others(offer: Offer, to: Measure) -> None:
    """Every amount on record beside base for another time, on a locked offer.

    The number named is left to the page that has it beside base.
    """
    here, policy = measure_of(offer), current_policy()

    def convert(amount: Decimal) -> Decimal:
        return restated(amount, here, to, policy)

    columns = {name: getattr(offer, name) for name in BESIDE_BASE if name != "named_number"}
    known = {name: convert(amount) for name, amount in columns.items() if amount is not None}
    Offer.objects.filter(pk=offer.pk).update(**known)
    for relation, names in ROWS.items():
        rows = rows_of(offer, relation)
        for row in rows:
            for name in names:
                if (amount := getattr(row, name)) is not None:
                    setattr(row, name, convert(amount))
        getattr(offer, relation).bulk_update(rows, names)
    drafts = sent_with_numbers(offer)
    for draft in drafts:
        draft.basis = converted(draft.basis, convert) | {"unit": to.unit.value}
    offer.drafts.bulk_update(drafts, ["basis"])


def converted(basis: Any, convert: Convert) -> Any:
    """What a message stood on, with each amount of base converted; its words stay as they were sent."""
    if isinstance(basis, list):
        return [converted(one, convert) for one in basis]
    if not isinstance(basis, dict):
        return basis
    return {
        key: plain(convert(Decimal(value))) if value and key in OF_BASE else converted(value, convert)
        for key, value in basis.items()
    }
