"""The room of one offer: what to ask for, why, and what the employer's screen would show."""

from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from offers.answered import bargain_after, next_row
from offers.case import measure_of
from offers.engine.advice import Advice
from offers.engine.replies import ReplyRow
from offers.example import example_advice, example_offer
from offers.explain import money_in, why
from offers.models import Offer
from offers.proposed import as_proposed, enough_as_proposed
from offers.room import room_of
from offers.views.advised import with_advice


@with_advice("room")
def room(request: HttpRequest, offer: Offer, advice: Advice) -> HttpResponse:
    answer, measure = offer.history.answered, measure_of(offer)
    is_open = not (offer.history.is_waiting or offer.history.last_word or offer.is_decided)
    cut = offer.history.cut_from(offer.base) if answer and is_open else None
    goes_on = is_open and not offer.history.is_final
    row = reply_now(offer, advice, cut or answer) if answer and goes_on else None
    asks = row.reply if row else None
    context = {
        "offer": offer,
        "room": room_of(offer, advice, timezone.localdate(), asks=asks),
        "is_own": True,
        "answered": money_in(answer, measure) if answer else "",
        "asked_back": money_in(cut, measure) if cut else "",
        "next_base": money_in(asks, measure) if asks else "",
        "next_whys": (why(row.reason),) if row else (),
        "is_over": bool(answer or offer.history.last_word) and not offer.is_decided,
    }
    return render(request, "offers/room.html", context)


def reply_now(offer: Offer, advice: Advice, stood: Decimal) -> ReplyRow | None:
    """What the engine says to the base that they answered with, or to the one to ask back."""
    colleagues = {one.pay for one in offer.colleagues.all()} - {offer.base, offer.history.answered}
    before = bargain_after(offer.history.stood_before(stood), advice, colleagues)
    row = next_row(stood, enough_as_proposed(before, offer), advice.state.policy, colleagues)
    return as_proposed(row, offer) if row else None


@require_safe
def example(request: HttpRequest) -> HttpResponse:
    """The same room for everybody, of an invented offer, with nothing to edit and nothing private."""
    offer = example_offer()
    shown = room_of(offer, example_advice(), timezone.localdate(), private=False)
    return render(request, "offers/room.html", {"offer": offer, "room": shown, "is_own": False})
