"""The page on which a version of the terms is written down, beside what stands so far."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from offers.case import measure_of
from offers.engine.process import Trust
from offers.ledger.keyed import OtherWordsError
from offers.ledger.models import Terms, Version
from offers.ledger.parts import shown, standing, versions_of
from offers.ledger.terms import TermsForm, record_terms
from offers.models import Offer
from offers.views.kept import keeps_typed

CHANNEL = {Version.WRITTEN: Trust.LETTER, Version.VERBAL: Trust.CALL, Version.ADVERTISED: Trust.MEMORY}
CHANNELS_OF = {
    Version.WRITTEN: (Trust.CONTRACT, Trust.LETTER, Trust.MAIL),
    Version.VERBAL: (Trust.CALL, Trust.MEMORY),
    Version.ADVERTISED: tuple(Trust),
}
TITLES = {
    Version.WRITTEN: ("The written offer", "Enter what the paper says, and leave empty what it does not."),
    Version.VERBAL: ("What they said", "Enter what they said aloud, and leave empty what they did not."),
    Version.ADVERTISED: ("What was advertised", "Enter what the posting says beside its range."),
}
DECIDED = "This is decided. Take the decision back to write down more."


@keeps_typed(lambda pk, kind: TermsForm)
@require_http_methods(["GET", "HEAD", "POST"])
def terms(request: HttpRequest, pk: UUID, kind: str) -> HttpResponse:
    """One version: what was advertised, said or written."""
    if kind not in TITLES:
        raise Http404
    version = Version(kind)
    mine = Offer.objects.owned_by(request.user).prefetch_related("terms")
    offer = get_object_or_404(mine, pk=pk)
    if request.method != "POST" and offer.is_decided:
        messages.warning(request, DECIDED)
        return redirect("timeline:page", pk)
    new = Terms(offer=offer, kind=version, channel=CHANNEL[version])
    form = TermsForm(request.POST or None, instance=new, today=timezone.localdate())
    form.allow(CHANNELS_OF[version])
    if request.method == "POST" and form.is_valid():
        if offer.is_decided:
            form.add_error(None, DECIDED)
            return page(request, offer, version, form)
        try:
            record_terms(offer, form)
        except OtherWordsError:
            form.say_again()
            return page(request, offer, version, form)
        messages.success(request, f"{TITLES[version][0]} is saved. {dropped_by(offer)}".strip())
        return redirect("timeline:page", pk)
    return page(request, offer, version, form)


def page(request: HttpRequest, offer: Offer, version: Version, form: TermsForm) -> HttpResponse:
    title, lead = TITLES[version]
    context = {
        "offer": offer,
        "form": form,
        "title": title,
        "lead": lead,
        "standing": shown(standing(offer), measure_of(offer)),
    }
    return render(request, "ledger/terms.html", context)


def dropped_by(offer: Offer) -> str:
    """What the newest version left out or lowered, in one sentence; empty where that is nothing."""
    newest = versions_of(Offer.objects.prefetch_related("terms").get(pk=offer.pk))[0]
    words = ", ".join(f"{drop.label.lower()} ({drop.before} before)" for drop in newest.drops)
    return f"Less in it, or left out without a word: {words}." if words else ""
