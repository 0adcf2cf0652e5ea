"""The terms that an acceptance repeats: what stands, and what the wizard knows of the offer beside it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from offers.drafts import benefits
from offers.drafts.composer import as_name
from offers.drafts.composer.words import PER, day, listed
from offers.engine.draft import Term
from offers.engine.money import percent, round_half_up, spoken
from offers.engine.situation import Unit
from offers.ledger.parts import Stand
from offers.models import Grant, Instalment, Offer, Stated
from offers.models.pay import OWN
from offers.package import claimed, years_of

LEVEL = re.compile(r"^level (?=\S)", re.IGNORECASE)  # "Level: Level 3" says it twice.
FIRST_DAY = "[the first day that you have agreed]"
TERMS = {
    "level": Term.LEVEL,
    "bonus_target_rate": Term.BONUS,
    "sign_on": Term.SIGN_ON,
    "sign_on_clawback_months": Term.CLAWBACK,
    "equity_grant": Term.EQUITY,
    "equity_years": Term.VESTING,
    "leave_days": Term.LEAVE,
    "place": Term.PLACE,
}
RUNS_FROM = {"start": "counted from the first day of work", "payment": "counted from the day of each payment"}
OWED = {"cliff": "all of it until the last month", "prorated": "less with each month"}
TAXED = {"gross": "the amount before tax", "net": "what I received after tax"}


def agreed(offer: Offer, stand: Stand) -> Iterator[str]:
    """Every term, one a line. The first day is a gap while none is on record."""
    yield f"Title: {as_name(offer.role)}"
    if "level" in stand:
        yield f"Level: {re.sub(LEVEL, '', as_name(stand['level']))}"
    yield from pay(offer, stand)
    if "leave_days" in stand:
        yield f"Leave: {counted(stand['leave_days'], 'day')} of paid leave"
    yield from benefits.lines(offer)
    for name, label in (("benefits", "Benefits"), ("reporting_line", "I report to")):
        if name in stand:
            yield f"{label}: {as_name(stand[name])}"
    yield f"Place of work: {as_name(stand.get('place') or offer.place)}"
    if offer.onsite_days is not None:
        yield f"Days on site: {plain(offer.onsite_days)} a week"
    first = stand.get("starts_on")
    yield f"Start date: {f'{day(first)} {first.year}' if first else FIRST_DAY}"


def pay(offer: Offer, stand: Stand) -> Iterator[str]:
    """Base, the time it is for, and what is paid beside it in money or shares."""
    currency, unit = offer.currency, Unit(offer.unit)
    if "base" in stand:
        extra = offer.payments_per_year if unit is Unit.MONTH and offer.payments_per_year > 12 else 0
        salaries = f", {extra} salaries a year" if extra else ""
        yield f"Base: {currency} {spoken(stand['base'])} {PER[unit]}{salaries}"
    if worked := ", ".join(hours(offer)):
        yield f"Hours: {worked}"
    if offer.raise_rate:
        yield f"Raise: {percent(offer.raise_rate)} of base each year"
    if "bonus_target_rate" in stand:
        first = ", the first bonus guaranteed" if offer.bonus_first_guaranteed else ""
        yield f"Bonus: a target of {percent(stand['bonus_target_rate'])} of base{first}"
    if offer.variable_stated == Stated.GIVEN:
        yield f"Variable pay: {', '.join(variable(offer)) or benefits.AS_OFFERED}"
    if "sign_on" in stand:
        paid = f"{currency} {spoken(stand['sign_on'])}{in_parts(offer, stand)}"
        yield f"Sign-on: {paid}{clawback(offer, stand)}"
    if "equity_grant" in stand:
        yield f"Equity: a grant of {currency} {spoken(stand['equity_grant'])}{vesting(offer, stand)}"


def hours(offer: Offer) -> Iterator[str]:
    if offer.hours_per_week is not None:
        yield f"{plain(offer.hours_per_week)} a week"
    if offer.fte < 1:
        yield f"{percent(offer.fte)} of full time"


def variable(offer: Offer) -> Iterator[str]:
    """What the employer states of it; the share that people reach is no term."""
    currency = offer.currency
    if offer.on_target is not None:
        yield f"{currency} {spoken(offer.on_target)} a year together with base when every target is met"
    if offer.ramp_months:
        yield f"paid in full after {counted(offer.ramp_months, 'month')}"
    if offer.draw:
        months = offer.draw_months
        until = f"for {counted(months, 'month')}" if months else "until it is paid in full"
        yield f"at least {currency} {spoken(offer.draw)} a month {until}"
        yield ("as an advance on what I earn later" if offer.draw_recoverable else "not an advance")


def instalments(offer: Offer, stand: Stand) -> list[Instalment]:
    """The parts in which the sign-on is paid; none where they are not what stands of it."""
    found = list(offer.instalments.all()) if stand.get("sign_on") else []
    return found if sum(one.amount for one in found) == stand.get("sign_on") else []


def in_parts(offer: Offer, stand: Stand) -> str:
    found = instalments(offer, stand)
    parts = [f"{offer.currency} {spoken(one.amount)} in month {one.month}" for one in found]
    return f" ({listed(parts)})" if parts else ""


def clawback(offer: Offer, stand: Stand) -> str:
    """For how long it is repayable, and how much of it, as far as that was entered."""
    months = stand.get("sign_on_clawback_months")
    if months is None:
        return ""
    if not months:
        return ", not to be paid back"
    said = [OWED.get(offer.clawback_kind, ""), TAXED.get(offer.clawback_gross, "")]
    # The first day of work is what the page begins with: it is an answer beside another one.
    if any(said) or offer.clawback_from != "start":
        said.insert(1, RUNS_FROM[offer.clawback_from])
    how = ", ".join(filter(None, said))
    return f", repayable if I leave within {counted(months, 'month')}{f': {how}' if how else ''}"


def detailed(offer: Offer, stand: Stand) -> list[Grant]:
    """Each grant as it is known, while together they are what stands."""
    found = list(offer.grants.all()) if stand.get("equity_grant") else []
    known = [one.to_grant() for one in found]
    whole = (stand.get("equity_grant"), stand.get("equity_years"))
    return found if known and (claimed(known), years_of(known)) == whole else []


def vesting(offer: Offer, stand: Stand) -> str:
    years = stand.get("equity_years")
    over = f", vesting over {counted(years, 'year')}" if years else ""
    known = "; ".join(granted(one, offer.currency) for one in detailed(offer, stand))
    return f"{over} ({known})" if known else over


def granted(grant: Grant, currency: str) -> str:
    """One grant: how much of it, and when it vests."""
    kind = "shares" if grant.strike is None else "options"
    units = "" if grant.units is None else f"{grant.units:,} {kind}"
    strike = f" at a strike price of {currency} {each(grant.strike)}" if grant.strike is not None else ""
    whole = grant.to_grant().worth
    much = units or (f"{currency} {spoken(whole)}" if whole is not None else "")
    title = grant.get_schedule_display()
    when = own_schedule(grant) if grant.schedule == OWN else f"{title[:1].lower()}{title[1:]}"
    later = grant.starts_after_months
    after = f", from {counted(later, 'month')} after the start" if later else ""
    return f"{as_name(grant.label)}: {much}{strike}, {when}{after}"


def own_schedule(grant: Grant) -> str:
    """A way of its own to vest: the share of each year, its cliff and its rhythm."""
    shares = ", ".join(f"{point / 100:g}" for point in grant.points)
    cliff = f", nothing in the first {counted(grant.cliff_months, 'month')}" if grant.cliff_months else ""
    years = counted(len(grant.points), "year")
    return f"{shares}% over {years}, {grant.get_vests_every_display()}{cliff}"


def counted(count: Decimal | int, noun: str) -> str:
    return f"{plain(Decimal(count))} {noun}{'s' if count != 1 else ''}"


def plain(number: Decimal) -> str:
    """A count without zeros that say nothing."""
    return f"{number.normalize():f}"


def each(price: Decimal) -> str:
    """The price of one share, which may cost parts of a cent."""
    return spoken(price) if price == round_half_up(price) else plain(price)


def terms_of(offer: Offer, stand: Stand) -> tuple[Term, ...]:
    """The agreed terms as the check knows them, so that an acceptance that forgets one is told."""
    extra = [term for name, term in TERMS.items() if stand.get(name)]
    extra += [term for name, term in benefits.TERMS.items() if getattr(offer, name)]
    return (Term.TITLE, *dict.fromkeys(extra))


def amounts(offer: Offer, stand: Stand) -> Iterator[Decimal]:
    """The amounts that only an acceptance repeats."""
    named = (offer.on_target, offer.draw) if offer.variable_stated == Stated.GIVEN else ()
    yield from (amount for amount in (*named, *benefits.amounts(offer)) if amount is not None)
    yield from (one.amount for one in instalments(offer, stand))
    for one in detailed(offer, stand):
        yield from (number for number in (one.strike, one.to_grant().worth) if number is not None)
