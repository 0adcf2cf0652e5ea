"""The drafts of an offer, and what can be started."""

from uuid import UUID, uuid4

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import Truncator
from django.views.decorators.http import require_safe

from offers.drafts.composer.ground import NothingToSayError
from offers.drafts.forms import NewDraftForm
from offers.drafts.models import Kind, Tone
from offers.drafts.record import record_of
from offers.drafts.services import start_draft
from offers.drafts.starts import starts_of
from offers.models import Offer
from offers.requests import own_offer, post_only

SHOWN = 90


@login_required
@require_safe
def drafts(request: HttpRequest, pk: UUID) -> HttpResponse:
    mine = Offer.objects.owned_by(request.user).select_related("owner", "decision").with_history()
    return show_list(request, get_object_or_404(mine, pk=pk))


@post_only("drafts:list", "pk")
@login_required
def new(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Starts a draft with a composed text."""
    offer, form = own_offer(request, pk), NewDraftForm(request.POST)
    if not form.is_valid():
        return show_list(request, offer, form=form)
    kind, tone = Kind(form.cleaned_data["kind"]), Tone(form.cleaned_data["tone"])
    try:
        key = form.cleaned_data["key"]
        draft = start_draft(offer, kind=kind, tone=tone, key=key, today=timezone.localdate())
    except NothingToSayError as nothing:
        form.add_error("kind", str(nothing))
        return show_list(request, offer, form=form)
    return redirect(draft)


def first_words(opening: str) -> str:
    """How a message begins, without the greeting, on one line."""
    return Truncator(" ".join(opening.removeprefix("Hello,").split())).chars(SHOWN)


def show_list(request: HttpRequest, offer: Offer, form: NewDraftForm | None = None) -> HttpResponse:
    record = record_of(offer, timezone.localdate())
    context = {
        "offer": offer,
        "drafts": [(one, first_words(vars(one)["opening"])) for one in record.written.drafts.all()],
        "starts": starts_of(record),
        "tones": Tone,
        "key": uuid4(),
        "form": form,
    }
    return render(request, "drafts/list.html", context)
