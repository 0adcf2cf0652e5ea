"""Taking a draft away, and taking back that a message was sent."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from offers.drafts.forms import RestoreForm
from offers.drafts.models import Draft
from offers.drafts.services import StaleDraftError, StandsOnItError, remove_draft, take_back
from offers.drafts.views.own import on_own_draft, only_posts

STANDS = "Something stands on this message already: a later message, an answer or the decision."
CHANGED = "Not deleted: the draft was changed or sent in another window. Look at it again."


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@on_own_draft
def delete(request: HttpRequest, found: Draft) -> HttpResponse:
    """Asks once, with the text on the page; POST takes the draft away."""
    if found.sent_on:
        return redirect(found)
    form = RestoreForm(request.POST or None)
    if not form.is_valid():
        return render(request, "drafts/delete.html", {"offer": found.offer, "draft": found})
    try:
        remove_draft(request.user, found.pk, version=form.cleaned_data["version"])
    except StaleDraftError:
        messages.error(request, CHANGED)
        return redirect(found)
    messages.success(request, "The draft is deleted.")
    return redirect("drafts:list", found.offer_id)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@on_own_draft
@only_posts
def not_sent(request: HttpRequest, found: Draft) -> HttpResponse:
    """The message is a draft again, unless something stands on it."""
    try:
        take_back(request.user, found.pk)
    except StandsOnItError:
        messages.error(request, STANDS)
    else:
        messages.success(request, "It counts as not sent and is a draft again.")
    return redirect(found)
