"""The ranges that a person keeps: all of them, and one on a page of its own."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from offers.models import KnownRange
from offers.range_form import KnownRangeForm
from offers.ranges import MOST, StaleRangeError, TooManyError, remove_range, save_range
from offers.requests import OwnRequest
from offers.views.kept import carried, keeps_typed

pages = require_http_methods(["GET", "HEAD", "POST"])
FULL = f"At most {MOST} ranges fit. Remove one that you need no more."


@login_required
@require_safe
def ranges(request: OwnRequest) -> HttpResponse:
    return render(request, "market/ranges.html", {"ranges": KnownRange.objects.owned_by(request.user)})


@keeps_typed(lambda: KnownRangeForm)
@pages
def new(request: OwnRequest) -> HttpResponse:
    return edited(request, KnownRange(seen_on=timezone.localdate()))


@keeps_typed(lambda pk: KnownRangeForm)
@pages
def change(request: OwnRequest, pk: int) -> HttpResponse:
    return edited(request, own_range(request, pk))


def edited(request: OwnRequest, known: KnownRange) -> HttpResponse:
    form = KnownRangeForm(request.POST if request.method == "POST" else None, instance=known)
    if form.is_valid():
        try:
            save_range(request.user, form)
        except StaleRangeError as stale:
            return conflict(request, form, stale.saved)
        except TooManyError:
            form.add_error(None, FULL)
        else:
            messages.success(request, "The range is kept.")
            return redirect("market:ranges")
    return render(request, "market/range.html", {"form": form, "is_new": known.pk is None})


def conflict(request: OwnRequest, mine: KnownRangeForm, saved: KnownRangeForm) -> HttpResponse:
    """Both versions side by side, as on every page that changes something."""
    context = {
        "title": str(saved.instance),
        "keep": reverse("market:ranges"),
        "rows": mine.against(saved),
        "hidden": carried(request.POST, "opened"),
        "opened": saved.state,
    }
    return render(request, "offers/conflict.html", context, status=409)


@login_required
@pages
def remove(request: OwnRequest, pk: int) -> HttpResponse:
    """Asks first: what was typed there is gone for good."""
    found = own_range(request, pk)
    if request.method == "POST":
        remove_range(request.user, found.pk)
        messages.success(request, "The range is removed.")
        return redirect("market:ranges")
    return render(request, "market/range_remove.html", {"range": found})


def own_range(request: OwnRequest, pk: int) -> KnownRange:
    """One's own range; anything else is not there."""
    return get_object_or_404(KnownRange.objects.owned_by(request.user), pk=pk)
