"""A message as a file for one's own mail program. Nothing is saved and nothing is sent by these pages."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from offers.drafts.forms import DraftForm, MailForm, form_for
from offers.drafts.mail import letter
from offers.drafts.models import Content, Draft, signed
from offers.drafts.record import record_of
from offers.drafts.services import BlockedError, check_way_out
from offers.drafts.views.editor import BLOCKED, show_editor
from offers.drafts.views.own import on_own_draft
from offers.views.kept import keeps_typed


@keeps_typed(lambda pk, draft: DraftForm)
@require_http_methods(["GET", "HEAD", "POST"])
@on_own_draft
def eml(request: HttpRequest, found: Draft) -> HttpResponse:
    """The message as a mail that one's own program opens: what is typed, or what is saved."""
    return handed_out(request, found, "eml")


@keeps_typed(lambda pk, draft: DraftForm)
@require_http_methods(["GET", "HEAD", "POST"])
@on_own_draft
def txt(request: HttpRequest, found: Draft) -> HttpResponse:
    """The message as plain text."""
    return handed_out(request, found, "txt")


def handed_out(request: HttpRequest, draft: Draft, ending: str) -> HttpResponse:
    """The file, unless the check blocks the text and no reason is written. What was sent is past that."""
    if request.method != "POST" or draft.sent_on:
        if not draft.sent_on and is_blocked(draft, draft.content):
            messages.error(request, BLOCKED)
            return redirect(draft)
        return file_of(draft, draft.whole, "", ending)
    kind = MailForm if ending == "eml" else DraftForm
    form = form_for(draft, timezone.localdate(), request.POST, kind=kind)
    if not form.is_valid():
        return show_editor(request, draft, form)
    if is_blocked(draft, form.content):
        form.add_error("override", BLOCKED)
        return show_editor(request, draft, form)
    whole = signed(form.cleaned_data["text"], form.cleaned_data["signature"])
    return file_of(draft, whole, form.cleaned_data["to"], ending)


def is_blocked(draft: Draft, content: Content) -> bool:
    """Whether the check holds back all of it: the text, and the name below."""
    try:
        check_way_out(draft, record_of(draft.offer, timezone.localdate()), content)
    except BlockedError:
        return True
    return False


def file_of(draft: Draft, text: str, to: str, ending: str) -> HttpResponse:
    name = f"{draft.kind.replace('_', '-')}.{ending}"
    if ending == "eml":
        content, kind = letter(draft.offer.role, text, to), "message/rfc822"
    else:
        content, kind = f"{text}\n".encode(), "text/plain; charset=utf-8"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=headers)
