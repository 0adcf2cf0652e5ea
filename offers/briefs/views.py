"""The private brief of one offer, as a PDF to keep."""

import logging
from uuid import UUID

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from offers.briefs.brief import file_name, page_of
from offers.briefs.press import PRESS, Limits, PressError
from offers.requests import own_offer

logger = logging.getLogger(__name__)
RETRY_AFTER = "10"


@login_required
@require_safe
def brief(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Without the walk-away, unless the person asks for it by a word in the address."""
    offer = own_offer(request, pk)
    private = request.GET.get("walk-away") == "yes"
    limits = Limits(seconds=settings.PDF_SECONDS, memory=settings.PDF_MEMORY)
    try:
        made = PRESS.pdf(page_of(offer, timezone.localdate(), private=private), limits)
    except PressError as error:
        logger.warning("no brief: %s", error)
        response = render(request, "briefs/later.html", {"offer": offer}, status=503)
        response.headers["Retry-After"] = RETRY_AFTER
        return response
    named = {"Content-Disposition": file_name(offer, private=private)}
    return HttpResponse(made, content_type="application/pdf", headers=named)
