"""Market pay taken into an offer: filled into a page of the wizard, and saved by whoever sends that page.

A page names the row and the server reads its amounts, so no figure travels in an address.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from offers.bands.models import Basis
from offers.engine.money import CENT, round_half_up, spoken
from offers.engine.situation import Unit
from offers.forms import RangeForm
from offers.market.cells import HOURS, Pay, pay_of
from offers.market.lookup import DOLLAR
from offers.models import About, Offer
from offers.own_forms import NumbersForm
from offers.step_form import StepForm

Sent = Mapping[str, str]
Taking = Callable[[Offer, Sent], tuple[StepForm, str]]
GONE = "The figures that you chose are not here any more. Nothing was filled in."
OTHER_CURRENCY = "Market pay is in US dollars and this offer is not. Nothing was filled in."
NOT_SAVED = "Nothing is saved yet: look at it, then press Continue to keep it."


@dataclass(frozen=True, kw_only=True)
class Span:
    """Two percentiles to take as a range."""

    key: str
    low: str
    high: str
    words: str


SPANS = (
    Span(key="middle", low="p25", high="p75", words="25th to 75th percentile"),
    Span(key="wide", low="p10", high="p90", words="10th to 90th percentile"),
    Span(key="upper", low="median", high="p90", words="median to 90th percentile"),
)


@dataclass(frozen=True, kw_only=True)
class Taken:
    """The amounts of a span in the unit of an offer, and where they are from. `high` is empty where the
    publisher says no more than that it is at least so much."""

    low: Decimal | None
    middle: Decimal | None
    high: Decimal | None
    source: str


def taken_from(offer: Offer, sent: Sent) -> Taken | str:
    """What was chosen on the page of the market, or the sentence that says why it cannot be."""
    pay = pay_of(sent.get("market", ""), "hour" if offer.unit == Unit.HOUR else "year")
    if pay is None:
        return GONE
    if offer.currency != DOLLAR:
        return OTHER_CURRENCY
    span = next((one for one in SPANS if one.key == sent.get("span")), SPANS[0])
    low, middle, high = (in_unit(pay, name, offer) for name in (span.low, "median", span.high))
    return Taken(
        low=low, middle=middle if span.low != "median" else None, high=high, source=source(pay, span)
    )


def in_unit(pay: Pay, name: str, offer: Offer) -> Decimal | None:
    """A percentile as the offer is stated: at its share of full time, by its year, month or hour."""
    one = pay.at(name)
    if one.amount is None or not one.is_exact:
        return None
    yearly = one.amount * (HOURS if pay.unit == "hour" else 1)
    if offer.unit == Unit.HOUR:
        return one.amount if pay.unit == "hour" else round_half_up(yearly / HOURS, CENT)
    payments = offer.payments_per_year if offer.unit == Unit.MONTH else 1
    return round_half_up(yearly * offer.fte / payments, Decimal(1))


def source(pay: Pay, span: Span) -> str:
    """Publisher, year, occupation, place and percentiles in one line; what is at least so much is said."""
    top = pay.at(span.high)
    more = "" if top.is_exact else f" (upper end: {top.words})"
    start, end = f"Market data, {pay.publisher.short} {pay.period}: ", f", {pay.place}, {span.words}{more}"
    return f"{start}{pay.title[: 200 - len(start) - len(end)]}{end}"[:200]


def as_range(offer: Offer, sent: Sent) -> tuple[StepForm, str]:
    """The page of their range with the amounts in it, as market data that no employer gave."""
    form, taken = RangeForm(instance=offer), taken_from(offer, sent)
    if isinstance(taken, str):
        return form, taken
    filled = {
        "range_minimum": taken.low,
        "range_midpoint": taken.middle,
        "range_maximum": taken.high,
        "range_basis": Basis.POSITION,
        "range_source": taken.source,
        "range_from_employer": False,
    }
    form.initial.update(filled)
    return form, f"{told(taken)} It is what the market pays and not what this employer said. {NOT_SAVED}"


def as_evidence(offer: Offer, sent: Sent) -> tuple[StepForm, str]:
    """The page of one's numbers with the amounts under one of the things that a target rests on."""
    form, taken = NumbersForm(instance=offer), taken_from(offer, sent)
    if isinstance(taken, str):
        return form, taken
    about = sent.get("about", "")
    about = about if about in About.values else About.GEOGRAPHY.value
    filled = {
        f"source_{about}": taken.source,
        f"low_{about}": taken.low,
        f"high_{about}": taken.high,
    }
    form.initial.update(filled)
    return form, f"{told(taken)} It stands under “{About(about).label}”. {NOT_SAVED}"


def told(taken: Taken) -> str:
    ends = [spoken(end) for end in (taken.low, taken.high) if end is not None]
    if not ends:
        return "The publisher names none of these amounts; their source is filled in below."
    return f"Filled in below: {' to '.join(ends)}."


TAKES: Mapping[str, Taking] = {"range": as_range, "numbers": as_evidence}
