"""One grant on a page of its own: added, changed, removed."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from offers.answers import differences
from offers.grant_forms import GrantForm
from offers.grants import MOST, TooManyError, new_grant, remove_grant, save_grant
from offers.models import Grant, Offer
from offers.requests import OwnRequest, own_offer
from offers.services import StaleError
from offers.step_form import DECIDED, StepForm
from offers.views.kept import carried, keeps_typed

pages = require_http_methods(["GET", "HEAD", "POST"])
FULL = f"At most {MOST} grants fit; put the smallest together."


@keeps_typed(lambda pk: GrantForm)
@pages
def new(request: OwnRequest, pk: UUID) -> HttpResponse:
    return edited(request, new_grant(own_offer(request, pk)))


@keeps_typed(lambda pk, grant: GrantForm)
@pages
def change(request: OwnRequest, pk: UUID, grant: int) -> HttpResponse:
    return edited(request, own_grant(request, pk, grant))


def edited(request: OwnRequest, grant: Grant) -> HttpResponse:
    if request.method != "POST" and grant.offer.is_decided:
        return decided(request, grant.offer)
    form = GrantForm(request.POST or None, instance=grant)
    if request.method == "POST" and form.is_valid():
        try:
            save_grant(request.user, grant.offer.pk, form)
        except StaleError as stale:
            return conflict(request, grant.offer, form, stale.saved)
        except TooManyError:
            form.add_error(None, FULL)
        else:
            return redirect("offers:step", grant.offer.pk, "equity")
    return render(request, "offers/grant.html", {"offer": grant.offer, "grant": grant, "form": form})


def conflict(request: OwnRequest, offer: Offer, mine: StepForm, saved: StepForm) -> HttpResponse:
    """Both versions side by side, as on every page of the wizard."""
    context = {
        "offer": offer,
        "title": saved.instance.label,
        "keep": reverse("offers:step", args=[offer.pk, "equity"]),
        "rows": list(differences(mine, saved)),
        "hidden": carried(request.POST, "opened"),
        "opened": saved.state,
    }
    return render(request, "offers/conflict.html", context, status=409)


@login_required
@pages
def remove(request: OwnRequest, pk: UUID, grant: int) -> HttpResponse:
    """Asks first: what was typed there is gone for good."""
    found = own_grant(request, pk, grant)
    if found.offer.is_decided:
        return decided(request, found.offer)
    if request.method == "POST":
        remove_grant(request.user, pk, found.pk)
        return redirect("offers:step", pk, "equity")
    return render(request, "offers/grant_remove.html", {"offer": found.offer, "grant": found})


def decided(request: OwnRequest, offer: Offer) -> HttpResponse:
    """Back to the grants as they stay."""
    messages.warning(request, DECIDED)
    return redirect("offers:step", offer.pk, "equity")


def own_grant(request: OwnRequest, pk: UUID, grant: int) -> Grant:
    """A grant of one's own offer; anything else is not there."""
    offer = own_offer(request, pk)
    found: Grant = get_object_or_404(offer.grants, pk=grant)
    found.offer = offer
    return found
