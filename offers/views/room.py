"""The room of one offer: what to ask for, why, and what the employer's screen would show."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from offers.case import advice_on, measure_of
from offers.engine.errors import EngineError
from offers.example import example_advice, example_offer
from offers.explain import money_in
from offers.next_step import next_step
from offers.requests import own_offer
from offers.room import room_of


@login_required
@require_safe
def room(request: HttpRequest, pk: UUID) -> HttpResponse:
    offer = own_offer(request, pk)
    today = timezone.localdate()
    try:
        advice = advice_on(offer, today)
    except EngineError as error:
        return render(request, "offers/room_closed.html", {"offer": offer, "problem": error.sentence})
    if advice is None:
        context = {"offer": offer, "step": next_step(offer, None, today)}
        return render(request, "offers/room_closed.html", context)
    answer = offer.history.answered
    answered = money_in(answer, measure_of(offer)) if answer else ""
    context = {"offer": offer, "room": room_of(offer, advice, today), "is_own": True, "answered": answered}
    return render(request, "offers/room.html", context)


@require_safe
def example(request: HttpRequest) -> HttpResponse:
    """The same room for everybody, of an invented offer, with nothing to edit and nothing private."""
    offer = example_offer()
    shown = room_of(offer, example_advice(), timezone.localdate(), private=False)
    return render(request, "offers/room.html", {"offer": offer, "room": shown, "is_own": False})
