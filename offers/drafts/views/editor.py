"""The editor of a draft with its check, the message as it was sent, and the two versions of a stale page."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from offers.drafts.asked import ASKS_FOR_BASE, asked_in
from offers.drafts.checks import Checked, check_text, cited
from offers.drafts.composer import subject
from offers.drafts.composer.ground import NothingToSayError
from offers.drafts.figures import insertable, origins
from offers.drafts.forms import DraftForm, SendForm, form_for
from offers.drafts.mail import link_of
from offers.drafts.models import COUNTERS, Draft, Kind, Tone, signed
from offers.drafts.notes import notes_on
from offers.drafts.over import Age, age_of
from offers.drafts.process import asks_twice
from offers.drafts.record import Record, record_of
from offers.drafts.services import (
    BlockedError,
    OwnWordsError,
    StaleDraftError,
    change_tone,
    keep_text,
    save_draft,
    send_draft,
    with_choice,
)
from offers.drafts.starts import warnings_on
from offers.drafts.views.own import on_own_draft, only_posts
from offers.engine import draft as engine
from offers.engine.clock import follow_up
from offers.engine.reason import Reason
from offers.explain import money
from offers.views.kept import keeps_typed

QUIET_CONFLICT = "Not saved: it was changed in another window. Press Save to see both."
BLOCKED = "The check blocks this text. Change it, or write here why it goes out as it is."
FIRST_CHOICE = (Kind.COUNTER, Kind.COMPETING, Kind.PHONE)  # Only these ever say so.
ADD_IT = "Add it where you like: You are my first choice."


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
        version, content = form.cleaned_data["version"], form.content
        chosen = content["preferred"] != draft.preferred and draft.kind in FIRST_CHOICE
        text, first = content["text"], content["preferred"]
        made = with_choice(draft, text, preferred=first, today=timezone.localdate()) if chosen else None
        content["text"] = made or text
        saved = save_draft(request.user, draft.pk, version=version, quiet=quiet, **content)
    except StaleDraftError as stale:
        return (
            show_quiet(request, conflict=QUIET_CONFLICT)
            if quiet
            else show_conflict(request, stale.saved, form.cleaned_data)
        )
    if quiet:
        answer = show_quiet(request, saved=saved)
        if made:
            answer.headers["HX-Refresh"] = "true"
        return answer
    if chosen and not made and content["preferred"]:
        messages.info(request, ADD_IT)
    if "keep" in request.POST:
        keep_text(request.user, draft.pk, today=timezone.localdate())
    messages.success(request, "Saved.")
    return redirect(draft)


@keeps_typed(lambda pk, draft: DraftForm)
@require_http_methods(["GET", "HEAD", "POST"])
@on_own_draft
@only_posts
def check(request: HttpRequest, found: Draft) -> HttpResponse:
    """The findings on what is typed, without saving it: a part of the page for htmx, else the page."""
    today = timezone.localdate()
    form = form_for(found, today, request.POST)
    if "HX-Request" not in request.headers:
        return show_editor(request, found, form)
    context = {"draft": found, "form": form, **seen(form, found, record_of(found.offer, today))}
    return render(request, "drafts/checked.html", context)


@keeps_typed(lambda pk, draft: DraftForm)
@require_http_methods(["GET", "HEAD", "POST"])
@on_own_draft
@only_posts
def tone(request: HttpRequest, found: Draft) -> HttpResponse:
    """Saves what is typed and makes the text again in another tone; asks where it was changed by hand."""
    today, wanted = timezone.localdate(), request.POST.get("tone", "")
    form = form_for(found, today, request.POST)
    if not form.is_valid() or wanted not in Tone.values:
        return show_editor(request, found, form)
    try:
        saved = save_draft(request.user, found.pk, version=form.cleaned_data["version"], **form.content)
        is_sure = "sure" in request.POST
        change_tone(
            request.user, saved.pk, version=saved.version, tone=Tone(wanted), today=today, is_sure=is_sure
        )
    except StaleDraftError as stale:
        return show_conflict(request, stale.saved, form.cleaned_data)
    except OwnWordsError as own:
        context = {"offer": found.offer, "draft": own.saved, "made": own.made, "tone": Tone(wanted)}
        return render(request, "drafts/retone.html", context)
    except NothingToSayError as nothing:
        messages.error(request, str(nothing))
    return redirect(found)


@keeps_typed(lambda pk, draft: DraftForm)
@require_http_methods(["GET", "HEAD", "POST"])
@on_own_draft
@only_posts
def send(request: HttpRequest, found: Draft) -> HttpResponse:
    """Marks the text on screen as sent on a day."""
    today = timezone.localdate()
    form = form_for(found, today, request.POST, kind=SendForm)
    stand_on(record_of(found.offer, today), form, found)
    if not form.is_valid():
        return show_editor(request, found, form)
    given: dict[str, Any] = {name: form.cleaned_data.get(name) for name in ("version", "sent_on", "asked")}
    try:
        send_draft(request.user, found.pk, today=today, **given, **form.content)
    except BlockedError:
        form.add_error("override", BLOCKED)
        return show_editor(request, found, form)
    except StaleDraftError as stale:
        return show_conflict(request, stale.saved, form.cleaned_data)
    return redirect(found)


def show_editor(request: HttpRequest, draft: Draft, form: DraftForm) -> HttpResponse:
    """The editor on what is saved, or on what was typed when `form` is bound to it."""
    record = record_of(draft.offer, timezone.localdate())
    text = str(form["text"].value() or "")
    context = {
        "offer": draft.offer,
        "draft": draft,
        "form": form,
        "key": uuid4(),
        "subject": subject(draft.offer.role),
        "notes": notes_on(record, draft.kind, text),
        "warnings": [(one.text, cited(one)) for one in before_it_goes(record, draft)],
        "figures": insertable(record) if draft.kind in ASKS_FOR_BASE else (),
        "first_choice": FIRST_CHOICE,
        "tones": [tone for tone in Tone if tone != draft.tone],
        **seen(form, draft, record),
    }
    return render(request, "drafts/editor.html", context)


def before_it_goes(record: Record, draft: Draft) -> tuple[Reason, ...]:
    """What to know before a message of this kind goes out."""
    return warnings_on(record, Kind(draft.kind), twice=asks_twice(record.offer, record.policy))[0]


def seen(form: DraftForm, draft: Draft, record: Record) -> dict[str, object]:
    """What follows the text as it is typed: its age, findings, where its figures come from."""
    age = stand_on(record, form, draft)
    checked = checked_of(form, draft, record)
    text = str(form["text"].value() or "")
    return {
        "changed": age.changed,
        "over": age.over,
        "checked": checked,
        "origins": origins(record, text),
        "mail": link_of(form, draft, checked),
    }


def stand_on(record: Record, form: DraftForm, draft: Draft) -> Age:
    """Puts into the form what the record says of its text."""
    text, age = str(form["text"].value() or ""), age_of(draft, record)
    form.stand_on(asked=asked_in(record, draft, text), over=age.over)
    return age


def checked_of(form: DraftForm, draft: Draft, record: Record) -> Checked | None:
    """The findings on the text of the form; None while it is no text to be checked."""
    if form.is_bound:
        form.is_valid()
    typed = form.cleaned_data if form.is_bound else form.initial
    if "text" not in typed:
        return None
    whole = signed(typed["text"], typed.get("signature", ""))
    return check_text(whole, record, engine.Kind(draft.kind), preferred=bool(typed.get("preferred")))


def show_sent(request: HttpRequest, draft: Draft, today: date) -> HttpResponse:
    """The message as it went out, and when to ask again."""
    record = record_of(draft.offer, today)
    waits = draft.kind in COUNTERS and not draft.offer.history.last_word
    holidays, policy = record.holidays, record.policy
    moment = follow_up(draft.sent_on, today, holidays=holidays, policy=policy) if waits else None
    context = {
        "offer": draft.offer,
        "draft": draft,
        "subject": subject(draft.offer.role),
        "follow_up": moment,
        "follow_up_source": cited(moment.reason) if moment else "",
        "stood_on": stood_on(draft),
    }
    return render(request, "drafts/sent.html", context)


def stood_on(draft: Draft) -> list[tuple[str, str]]:
    """The figures of the day it was sent, as they are said; none for a message that speaks of none."""
    basis = (draft.basis if draft.kind in ASKS_FOR_BASE else None) or {}
    known = [(label, basis.get(name)) for name, label in (("offer", "Base offered"), ("ask", "The ask"))]
    return [(label, money(Decimal(value), basis["currency"])) for label, value in known if value]


def show_quiet(request: HttpRequest, **found: object) -> HttpResponse:
    return render(request, "drafts/quiet.html", found)


def show_conflict(request: HttpRequest, saved: Draft, mine: Mapping[str, object]) -> HttpResponse:
    """Both texts; nothing is overwritten until the person has seen what is saved."""
    context = {"offer": saved.offer, "saved": saved, "mine": mine}
    return render(request, "drafts/conflict.html", context, status=409)
