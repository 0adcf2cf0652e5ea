"""The texts that a draft has had, each beside the text as it stands, and putting one back."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from offers.drafts.forms import RestoreForm
from offers.drafts.models import Draft, Revision
from offers.drafts.revisions import compared
from offers.drafts.services import StaleDraftError
from offers.drafts.services import restore as put_back
from offers.drafts.views.editor import show_conflict
from offers.drafts.views.own import on_own_draft, only_posts

A_PAGE = 10


@login_required
@require_safe
@on_own_draft
def revisions(request: HttpRequest, found: Draft) -> HttpResponse:
    page = Paginator(found.revisions.all(), A_PAGE).get_page(request.GET.get("page"))
    shown = [(one, compared(one.text, found.text) if one.text != found.text else ()) for one in page]
    context = {"offer": found.offer, "draft": found, "page": page, "revisions": shown}
    return render(request, "drafts/revisions.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@on_own_draft
@only_posts
def restore(request: HttpRequest, found: Draft, number: int) -> HttpResponse:
    """Puts back an earlier text; a page from before another save gets both."""
    form = RestoreForm(request.POST)
    if not form.is_valid():
        return redirect("drafts:revisions", found.offer_id, found.pk)
    try:
        put_back(request.user, found.pk, version=form.cleaned_data["version"], number=number)
    except Revision.DoesNotExist:
        raise Http404 from None
    except StaleDraftError as stale:
        others = {name: getattr(stale.saved, name) for name in ("signature", "preferred", "override")}
        mine = {"text": found.revisions.get(number=number).text, **others}
        return show_conflict(request, stale.saved, mine)
    messages.success(request, f"Version {number} is the text again. The one before it stays in this list.")
    return redirect(found)
