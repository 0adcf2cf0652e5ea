"""What the market pays for a title in a place, and how it gets into one's own offer."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from offers.engine.money import CENT, round_half_up, spoken
from offers.engine.reason import Grade, Reason, Source
from offers.engine.situation import Unit
from offers.explain import Why, why
from offers.from_market import SPANS
from offers.market.cells import Pay
from offers.market.imports import SURVEY, WANTED
from offers.market.look_up_form import LookUpForm
from offers.market.lookup import (
    DOLLAR,
    Exchange,
    Market,
    exchange_words,
    has_national,
    imported_formats,
    look_up,
)
from offers.models import About, Offer, Stage
from offers.requests import OwnRequest, own_offer

MOST_OFFERS = 8
STEPS = {"year": Decimal(1), "hour": CENT}


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A row of pay as the page shows it: with the reason for its figures, and in the offer's currency."""

    pay: Pay
    whys: tuple[Why, ...]
    other: tuple[tuple[str, str], ...]


@login_required
@require_safe
def look_up_page(request: OwnRequest) -> HttpResponse:
    offer = offer_of(request)
    form = LookUpForm(asked(request, offer))
    market = answer(request, form, offer) if form.is_bound and form.is_valid() else None
    imported = imported_formats()
    offers = offers_of(request) if market and market.survey and not offer else []
    context = {
        "form": form,
        "offer": offer,
        "market": market,
        "shown": shown(market) if market else (),
        "exchange": exchange_words(market.exchange) if market and market.exchange else "",
        "spans": SPANS,
        "abouts": About.choices,
        "offers": offers[:MOST_OFFERS],
        "has_more_offers": len(offers) > MOST_OFFERS,
        "imported": [one for one in WANTED if one.is_in(imported)],
        "missing": [one for one in WANTED if not one.is_in(imported)],
        "has_shipped": not SURVEY.is_in(imported) or not has_national(),
    }
    return render(request, "market/page.html", context)


def offer_of(request: OwnRequest) -> Offer | None:
    """The offer that the person came from; somebody else's is not there."""
    key = request.GET.get("offer", "")
    if not key:
        return None
    try:
        return own_offer(request, UUID(key))
    except ValueError as error:
        raise Http404 from error


def asked(request: OwnRequest, offer: Offer | None) -> dict[str, str] | None:
    """What is looked up: what was typed, else role and place of the offer; nothing on a first visit."""
    if "title" in request.GET:
        return {name: request.GET.get(name, "") for name in ("title", "place")}
    return {"title": offer.role, "place": offer.place} if offer else None


def answer(request: OwnRequest, form: LookUpForm, offer: Offer | None) -> Market:
    return look_up(
        form.cleaned_data["title"],
        form.cleaned_data["place"],
        occupation=request.GET.get("occupation", ""),
        currency=offer.currency if offer else DOLLAR,
        unit="hour" if offer and offer.unit == Unit.HOUR else "year",
    )


def offers_of(request: OwnRequest) -> list[Offer]:
    """The newest offers that are still open, to take figures into, and one more where there are more."""
    mine = Offer.objects.owned_by(request.user).exclude(stage=Stage.DECIDED)
    return list(mine.only("pk", "owner", "company", "role")[: MOST_OFFERS + 1])


def shown(market: Market) -> tuple[Shown, ...]:
    return tuple(
        Shown(pay=pay, whys=(reason_for(pay),), other=tuple(converted(pay, market.exchange)))
        for pay in market.pays
    )


def reason_for(pay: Pay) -> Why:
    half = "Half of them earn less than the median; one in ten earns less than the 10th percentile."
    source = Source(title=pay.publisher.title, year=pay.year, url=pay.publisher.url)
    reason = Reason(code="MARKET", sentence=f"{pay.publisher.says} {half}", source=source, grade=Grade.C)
    return why(reason, f"the row of “{pay.title}” for {pay.place}, {pay.period}")


def converted(pay: Pay, exchange: Exchange | None) -> list[tuple[str, str]]:
    """Each figure in the currency of the offer, by the rate that the page dates."""
    if exchange is None:
        return []
    return [
        (
            one.label,
            f"{exchange.currency} {spoken(round_half_up(one.amount / exchange.dollars, STEPS[pay.unit]))}",
        )
        for one in pay.percentiles
        if one.amount is not None and one.is_exact
    ]
