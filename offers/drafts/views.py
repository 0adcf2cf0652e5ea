"""Pages of drafts: the list of an offer, the editor with its check, the message as it was sent."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import wraps
from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from offers.drafts.checks import Checked, check_text, cited
from offers.drafts.composer import subject
from offers.drafts.composer.ground import NothingToSayError
from offers.drafts.figures import origins
from offers.drafts.forms import DraftForm, NewDraftForm, form_for
from offers.drafts.models import Draft, Kind
from offers.drafts.notes import notes_on
from offers.drafts.record import Record, record_of
from offers.drafts.services import (
    BlockedError,
    StaleDraftError,
    answers_changed,
    keep_text,
    save_draft,
    send_draft,
    start_draft,
)
from offers.engine import draft as engine
from offers.engine.clock import follow_up
from offers.explain import money
from offers.models import Offer
from offers.requests import own_offer
from offers.room import too_early
from offers.views.kept import keeps_typed

STARTS = {
    Kind.ACKNOWLEDGE: "Thanks them, asks for what is missing and says by when you answer. No number yet.",
    Kind.COUNTER: "One request with its reason, a second way to a yes, and a question. Made from the advice.",
}
EARLY = "The offer is not in writing yet: a number now bargains about what may still change."
QUIET_CONFLICT = "Not saved: it was changed in another window. Press Save to see both."
BLOCKED = "The check blocks this text. Change it, or write here why it goes out as it is."


def on_own_draft(view: Callable[[HttpRequest, Draft], HttpResponse]) -> Callable[..., HttpResponse]:
    """The view gets one's own draft; where there is none, what was typed is shown, not lost with it."""

    @wraps(view)
    def with_draft(request: HttpRequest, pk: UUID, draft: UUID) -> HttpResponse:
        mine = Draft.objects.about(Offer.objects.owned_by(request.user)).with_case()
        found = mine.filter(pk=draft, offer=pk).first()
        if found:
            return view(request, found)
        typed = request.POST.get("text", "")
        if not typed:
            raise Http404
        return render(request, "drafts/gone.html", {"text": typed}, status=404)

    return with_draft


@login_required
@require_safe
def drafts(request: HttpRequest, pk: UUID) -> HttpResponse:
    return show_list(request, get_object_or_404(Offer.objects.owned_by(request.user), pk=pk))


@login_required
@require_POST
def new(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Starts a draft with a composed text."""
    offer, form = own_offer(request, pk), NewDraftForm(request.POST)
    if not form.is_valid():
        return show_list(request, offer, form=form)
    kind, key = Kind(form.cleaned_data["kind"]), form.cleaned_data["key"]
    try:
        draft = start_draft(offer, kind=kind, key=key, today=timezone.localdate())
    except NothingToSayError as nothing:
        form.add_error("kind", str(nothing))
        return show_list(request, offer, form=form)
    return redirect(draft)


def show_list(request: HttpRequest, offer: Offer, form: NewDraftForm | None = None) -> HttpResponse:
    drafts = list(offer.drafts.defer("text", "basis"))
    thanked = any(draft.kind == Kind.ACKNOWLEDGE and draft.sent_on for draft in drafts)
    early = too_early(offer)
    first = Kind.ACKNOWLEDGE if early and not thanked else Kind.COUNTER
    starts = [
        {
            "kind": kind,
            "what": what,
            "key": uuid4(),
            "is_first": kind == first,
            "warning": EARLY if early and kind == Kind.COUNTER else "",
        }
        for kind, what in STARTS.items()
    ]
    context = {
        "offer": offer,
        "drafts": drafts,
        "starts": starts,
        "form": form,
    }
    return render(request, "drafts/list.html", context)


@keeps_typed(lambda pk, draft: DraftForm)
@require_http_methods(["GET", "HEAD", "POST"])
@on_own_draft
def edit(request: HttpRequest, found: Draft) -> HttpResponse:
    """The text with its findings; POST saves it."""
    today = timezone.localdate()
    if request.method == "POST":
        return save(request, found, form_for(found, today, request.POST))
    return (
        show_sent(request, found, today)
        if found.sent_on
        else show_editor(request, found, form_for(found, today))
    )


def save(request: HttpRequest, draft: Draft, form: DraftForm) -> HttpResponse:
    """Save, or the quiet save while typing, which answers with a line and the version that is saved now."""
    quiet = "HX-Request" in request.headers
    if not form.is_valid():
        return show_quiet(request, form=form) if quiet else show_editor(request, draft, form)
    try:
        saved = save_draft(request.user, draft.pk, version=form.cleaned_data["version"], **form.content)
    except StaleDraftError as stale:
        return (
            show_quiet(request, conflict=QUIET_CONFLICT)
            if quiet
            else show_conflict(request, stale.saved, form)
        )
    if quiet:
        return show_quiet(request, saved=saved)
    if "keep" in request.POST:
        keep_text(request.user, draft.pk, today=timezone.localdate())
    messages.success(request, "Saved.")
    return redirect(draft)


@keeps_typed(lambda pk, draft: DraftForm)
@require_POST
@on_own_draft
def check(request: HttpRequest, found: Draft) -> HttpResponse:
    """The findings on what is typed, without saving it: a part of the page for htmx, else the page."""
    today = timezone.localdate()
    form = form_for(found, today, request.POST)
    if "HX-Request" not in request.headers:
        return show_editor(request, found, form)
    context = {"form": form, "checked": checked_of(form, found, record_of(found.offer, today))}
    return render(request, "drafts/findings.html", context)


@keeps_typed(lambda pk, draft: DraftForm)
@require_POST
@on_own_draft
def send(request: HttpRequest, found: Draft) -> HttpResponse:
    """Marks the text on screen as sent on a day."""
    today = timezone.localdate()
    form = form_for(found, today, request.POST, sending=True)
    if not form.is_valid():
        return show_editor(request, found, form)
    version, sent_on = form.cleaned_data["version"], form.cleaned_data["sent_on"]
    try:
        send_draft(request.user, found.pk, version=version, sent_on=sent_on, today=today, **form.content)
    except BlockedError:
        form.add_error("override", BLOCKED)
        return show_editor(request, found, form)
    except StaleDraftError as stale:
        return show_conflict(request, stale.saved, form)
    return redirect(found)


def show_editor(request: HttpRequest, draft: Draft, form: DraftForm) -> HttpResponse:
    """The editor on what is saved, or on what was typed when `form` is bound to it."""
    record = record_of(draft.offer, timezone.localdate())
    text = str(form["text"].value() or "")
    context = {
        "offer": draft.offer,
        "draft": draft,
        "form": form,
        "changed": answers_changed(draft, record),
        "key": uuid4(),
        "subject": subject(draft.offer.role),
        "checked": checked_of(form, draft, record),
        "notes": notes_on(record, draft.kind, text),
        "origins": origins(record, draft.kind, text),
    }
    return render(request, "drafts/editor.html", context)


def checked_of(form: DraftForm, draft: Draft, record: Record) -> Checked | None:
    """The findings on the text of the form; None while it is no text to be checked."""
    if form.is_bound:
        form.is_valid()
    typed = form.cleaned_data if form.is_bound else form.initial
    if "text" not in typed:
        return None
    return check_text(typed["text"], record, engine.Kind(draft.kind), preferred=bool(typed.get("preferred")))


def show_sent(request: HttpRequest, draft: Draft, today: date) -> HttpResponse:
    """The message as it went out, and when to ask again."""
    record = record_of(draft.offer, today)
    moment = follow_up(draft.sent_on, today, policy=record.policy) if draft.kind == Kind.COUNTER else None
    context = {
        "offer": draft.offer,
        "draft": draft,
        "follow_up": moment,
        "follow_up_source": cited(moment.reason) if moment else "",
        "stood_on": stood_on(draft),
    }
    return render(request, "drafts/sent.html", context)


def stood_on(draft: Draft) -> list[tuple[str, str]]:
    """The figures of the day it was sent, as they are said."""
    basis = draft.basis or {}
    known = [(label, basis.get(name)) for name, label in (("offer", "Base offered"), ("ask", "The ask"))]
    return [(label, money(Decimal(value), basis["currency"])) for label, value in known if value]


def show_quiet(request: HttpRequest, **found: object) -> HttpResponse:
    return render(request, "drafts/quiet.html", found)


def show_conflict(request: HttpRequest, saved: Draft, form: DraftForm) -> HttpResponse:
    """Both texts; nothing is overwritten until the person has seen what is saved."""
    context = {"offer": saved.offer, "saved": saved, "mine": form.cleaned_data}
    return render(request, "drafts/conflict.html", context, status=409)
