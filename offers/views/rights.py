"""What the law of the place says about ranges and earlier pay, and the message that asks."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from offers.answers import differences
from offers.bands.models import PayRule
from offers.bands.policy import current_policy
from offers.law_forms import RightsForm
from offers.models import Offer
from offers.requests import OwnRequest, own_offer
from offers.rights import guess, rights_of
from offers.services import StaleError, save_step
from offers.step_form import StepForm
from offers.views.kept import carried, keeps_typed
from offers.wizard import RIGHTS


@keeps_typed(lambda pk: RightsForm)
@require_http_methods(["GET", "HEAD", "POST"])
def rights(request: OwnRequest, pk: UUID) -> HttpResponse:
    offer = own_offer(request, pk)
    if request.method != "POST":
        guessed = first_guess(request, offer)
        return show(request, offer, RightsForm(instance=offer, guess=guessed), guessed)
    form = RightsForm(request.POST, instance=own_offer(request, pk))
    if not form.is_valid():
        return show(request, offer, form)
    try:
        save_step(request.user, pk, RIGHTS, form)
    except StaleError as stale:
        return conflict(request, offer, form, stale.saved)
    messages.success(request, "Saved.")
    return redirect("offers:rights", pk)


def first_guess(request: OwnRequest, offer: Offer) -> PayRule | None:
    """What to start the list at while nothing was saved here."""
    if offer.pay_rule or RIGHTS.key in offer.visited:
        return None
    return guess(offer.place, request.user.country, PayRule.objects.all())


def show(request: OwnRequest, offer: Offer, form: StepForm, guessed: PayRule | None = None) -> HttpResponse:
    policy = current_policy()
    context = {
        "offer": offer,
        "form": form,
        "guessed": guessed,
        "rights": rights_of(offer, policy, timezone.localdate()),
        "old_days": int(policy.law_old_days),
        "key": uuid4(),
    }
    return render(request, "offers/rights.html", context)


def conflict(request: OwnRequest, offer: Offer, mine: StepForm, saved: StepForm) -> HttpResponse:
    """Both versions side by side, as on every page of the wizard."""
    context = {
        "offer": offer,
        "title": RIGHTS.title,
        "keep": reverse("offers:rights", args=[offer.pk]),
        "rows": list(differences(mine, saved)),
        "hidden": carried(request.POST, "opened"),
        "opened": saved.state,
    }
    return render(request, "offers/conflict.html", context, status=409)
