"""One grant on a page of its own: added, changed, removed."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from offers.answers import differences, echoes
from offers.grant_forms import GrantForm
from offers.grants import MOST, TooManyError, new_grant, remove_grant, save_grant
from offers.models import Grant, Offer
from offers.requests import OwnRequest, own_offer
from offers.services import StaleError
from offers.step_form import DECIDED, StepForm
from offers.views.kept import carried, keeps_typed
from offers.views.quiet import conflict_line, is_quiet, key_of, line

pages = require_http_methods(["GET", "HEAD", "POST"])
SAVE = "Save the grant"
FULL = f"At most {MOST} grants fit; put the smallest together."


@keeps_typed(lambda pk: GrantForm)
@pages
def new(request: OwnRequest, pk: UUID) -> HttpResponse:
    offer, key = own_offer(request, pk), key_of(request)
    made = key and offer.grants.filter(key=key).first()
    if made and request.method != "POST":
        return redirect("offers:grant", pk, made.pk)
    return edited(request, new_grant(offer), key)


@keeps_typed(lambda pk, grant: GrantForm)
@pages
def change(request: OwnRequest, pk: UUID, grant: int) -> HttpResponse:
    return edited(request, own_grant(request, pk, grant))


def edited(request: OwnRequest, grant: Grant, key: UUID | None = None) -> HttpResponse:
    if request.method != "POST" and grant.offer.is_decided:
        return decided(request, grant.offer)
    form, offer = GrantForm(request.POST or None, instance=grant), grant.offer
    if key:
        form.fields["page"].initial = key
    quiet = is_quiet(request)
    if form.is_valid():
        try:
            saved = save_grant(request.user, offer.pk, form)
        except StaleError as stale:
            return conflict_line(request, SAVE) if quiet else conflict(request, offer, form, stale.saved)
        except TooManyError:
            form.add_error(None, FULL)
        else:
            return saved_line(request, saved, form) if quiet else redirect("offers:step", offer.pk, "equity")
    if quiet:
        return line(request, form=form)
    return render(request, "offers/grant.html", {"offer": offer, "grant": grant, "form": form, "save": SAVE})


def saved_line(request: OwnRequest, saved: Grant, form: GrantForm) -> HttpResponse:
    """What was just typed as it was understood."""
    at = reverse("offers:grant", args=[saved.offer_id, saved.pk])
    return line(request, at=at, saved=saved, echoes=echoes(GrantForm(instance=saved), form.changed_data))


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
