"""Trying another number or fact in the room, without saving it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from offers.engine.advice import Advice
from offers.engine.errors import EngineError
from offers.models import Offer
from offers.views.advised import with_advice
from offers.what_if import WhatIf, WhatIfForm
from offers.what_if import what_if as answer_to


@with_advice("room", posts=True)
def what_if(request: HttpRequest, offer: Offer, advice: Advice) -> HttpResponse:
    """The page, and after a POST what follows; for a script only what follows."""
    form = WhatIfForm(request.POST if request.method == "POST" else None, offer=offer)
    found = answered(form, offer, advice)
    context: dict[str, Any] = {"offer": offer, "form": form, "found": found}
    is_part = request.method == "POST" and "HX-Request" in request.headers
    return render(request, "offers/what_if_answer.html" if is_part else "offers/what_if.html", context)


def answered(form: WhatIfForm, offer: Offer, advice: Advice) -> WhatIf | None:
    """What follows from a valid form in which something is told."""
    if not form.is_valid() or not form.is_told:
        return None
    try:
        return answer_to(offer, advice, form.cleaned_data, timezone.localdate())
    except EngineError as error:
        form.add_error(None, error.sentence)
        return None
