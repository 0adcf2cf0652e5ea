"""Pages on which one thing is written down, and the buttons that settle, strike out or remove it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.views.decorators.http import require_http_methods

from offers.ledger.entries import Entry
from offers.ledger.forms import (
    ChangeContactForm,
    ContactForm,
    EntryForm,
    ObservationForm,
    PromiseForm,
    SettleForm,
    SignalForm,
    VersionForm,
)
from offers.ledger.keyed import OtherWordsError
from offers.ledger.models import Contact, Observation, Promise, Settled, Signal, Terms
from offers.ledger.removal import DECIDED
from offers.ledger.services import (
    DecidedError,
    StaleError,
    change_contact,
    promise_again,
    remove_contact,
    settle,
    strike_out,
    write_down,
)
from offers.models import Offer
from offers.requests import post_only
from offers.views.kept import keeps_typed

OTHERWISE = "Nothing was changed: in another window it was said to be “{state}”."
CHANGED = "Not removed: it was changed in another window. This is what is saved now."
SETTLED = {
    Settled.OPEN: "open again",
    Settled.WRITTEN: "in writing",
    Settled.WAIVED: "waived",
}
View = Callable[..., HttpResponse]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One kind of entry: its form, what its page says, and the part of the timeline it appears in."""

    form: type[EntryForm]
    model: Any
    title: str
    lead: str
    button: str
    kept: str
    part: str


PROMISE = Sheet(
    form=PromiseForm,
    model=Promise,
    title="What did they promise?",
    lead="Whatever was said and stands in no contract yet: who said it, and when. You are asked about it "
    "before you accept.",
    button="Save the promise",
    kept="The promise is written down.",
    part="promises",
)
SIGNAL = Sheet(
    form=SignalForm,
    model=Signal,
    title="What did you notice?",
    lead="Something they said or did that speaks for them, or calls for care. Once is a data point; the same "
    "from another day or person is a pattern.",
    button="Save the signal",
    kept="The signal is written down.",
    part="signals",
)
FIGURE = Sheet(
    form=ObservationForm,
    model=Observation,
    title="Which figure did you see or hear?",
    lead="One amount, where it is from, and when. It is never changed afterwards; a mistake is struck out.",
    button="Save the figure",
    kept="The figure is written down.",
    part="figures",
)
CONTACT = Sheet(
    form=ContactForm,
    model=Contact,
    title="Who is it?",
    lead="Somebody on their side. Only you see this page.",
    button="Save the contact",
    kept="The contact is written down.",
    part="people",
)


def back_to(pk: UUID, part: str) -> HttpResponse:
    return redirect(f"{reverse('timeline:page', args=[pk])}#{part}")


def adding(sheet: Sheet) -> View:
    """The page that writes down one entry of this kind."""

    @keeps_typed(lambda pk: sheet.form)
    @require_http_methods(["GET", "HEAD", "POST"])
    def add(request: HttpRequest, pk: UUID) -> HttpResponse:
        offer = get_object_or_404(Offer.objects.owned_by(request.user), pk=pk)
        entry, today = sheet.model(offer=offer), timezone.localdate()
        form = sheet.form(request.POST if request.method == "POST" else None, instance=entry, today=today)
        if form.is_valid():
            try:
                write_down(offer, form)
            except DecidedError:
                form.add_error(None, DECIDED)
            except OtherWordsError:
                form.say_again()
            else:
                messages.success(request, sheet.kept)
                return back_to(pk, sheet.part)
        return show_sheet(request, offer, sheet, form)

    return add


def show_sheet(request: HttpRequest, offer: Offer, sheet: Sheet, form: EntryForm) -> HttpResponse:
    people = Contact.objects.filter(offer=offer).values_list("name", flat=True)
    decided = "" if form.is_bound or not offer.is_decided else DECIDED
    context = {"offer": offer, "sheet": sheet, "form": form, "people": people, "decided": decided}
    return render(request, "ledger/sheet.html", context)


add_promise, add_signal, add_figure, add_contact = map(adding, (PROMISE, SIGNAL, FIGURE, CONTACT))


def on_own(model: type[Entry], part: str) -> Callable[[Callable[[HttpRequest, Any], str]], View]:
    """A button: the view gets one's own entry and says what was done; then the timeline shows it."""

    def decorate(view: Callable[[HttpRequest, Any], str]) -> View:
        @wraps(view)
        @post_only("timeline:page", "pk")
        @login_required
        def on_entry(request: HttpRequest, pk: UUID, entry: UUID) -> HttpResponse:
            found = own(request, model, pk, entry)
            try:
                messages.success(request, view(request, found))
            except DecidedError:
                messages.warning(request, DECIDED)
            except StaleError as stale:
                messages.warning(request, OTHERWISE.format(state=stale.saved.get_state_display()))
            except ObjectDoesNotExist as missing:
                raise Http404 from missing
            return back_to(pk, part)

        return on_entry

    return decorate


def own(request: HttpRequest, model: type[Any], pk: UUID, entry: UUID) -> Any:
    """One's own entry about one's own offer; anything else is not there."""
    mine = model.objects.about(Offer.objects.owned_by(request.user)).select_related("offer")
    return get_object_or_404(mine, pk=entry, offer=pk)


@on_own(Promise, "promises")
def settle_promise(request: HttpRequest, promise: Promise) -> str:
    form = SettleForm(request.POST)
    if not form.is_valid():
        raise StaleError(promise)
    state, was = (Settled(form.cleaned_data[name]) for name in ("state", "was"))
    settle(promise, state, was=was, today=timezone.localdate())
    return f"The promise is {SETTLED[state]}."


@on_own(Observation, "figures")
def strike_figure(request: HttpRequest, observation: Observation) -> str:
    strike_out(observation, now=timezone.now())
    return "The figure is struck out. It stays here to be read."


@post_only("timeline:page", "pk")
@login_required
def keep_drop(request: HttpRequest, pk: UUID, entry: UUID, part: str) -> HttpResponse:
    """What a version of the terms dropped, written down as a promise."""
    try:
        promise = promise_again(own(request, Terms, pk, entry), part)
    except DecidedError:
        messages.warning(request, DECIDED)
        return back_to(pk, "terms")
    if promise is None:
        raise Http404
    messages.success(request, PROMISE.kept)
    return back_to(pk, "promises")


@keeps_typed(lambda pk, entry: ChangeContactForm)
@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: HttpRequest, pk: UUID, entry: UUID) -> HttpResponse:
    """One person on the other side; POST saves what was typed."""
    found = own(request, Contact, pk, entry)
    sent = request.POST if request.method == "POST" else None
    form = ChangeContactForm(sent, instance=found, today=timezone.localdate())
    if form.is_valid():
        return save_contact(request, found, form)
    return show_contact(request, found.offer, entry, form)


def save_contact(request: HttpRequest, found: Contact, form: ChangeContactForm) -> HttpResponse:
    try:
        change_contact(found, form.cleaned_data["version"], form.typed)
    except DecidedError:
        form.add_error(None, DECIDED)
        return show_contact(request, found.offer, found.pk, form)
    except StaleError as stale:
        return show_conflict(request, stale.saved, form)
    except Contact.DoesNotExist as gone:
        raise Http404 from gone
    messages.success(request, "The contact is saved.")
    return back_to(found.offer_id, "people")


def show_contact(request: HttpRequest, offer: Offer, entry: UUID, form: ChangeContactForm) -> HttpResponse:
    decided = "" if form.is_bound or not offer.is_decided else DECIDED
    context = {"offer": offer, "entry": entry, "form": form, "decided": decided}
    return render(request, "ledger/contact.html", context)


def show_conflict(request: HttpRequest, saved: Contact, form: ChangeContactForm) -> HttpResponse:
    """Both side by side; nothing is overwritten until the person says which stays."""
    theirs = ChangeContactForm(instance=saved, today=timezone.localdate())
    rows = [
        (capfirst(theirs.fields[name].label), said(saved, name), said(form.instance, name))
        for name in form.typed
        if getattr(saved, name) != form.typed[name]
    ]
    hidden = [(name, value or "") for name, value in form.typed.items()]
    context = {"offer": saved.offer, "saved": saved, "rows": rows, "hidden": hidden}
    return render(request, "ledger/conflict.html", context, status=409)


def said(contact: Contact, name: str) -> str:
    """A column as it is read."""
    return str(contact.get_part_display() if name == "part" else getattr(contact, name)) or "nothing"


@post_only("timeline:page", "pk")
@login_required
def forget_contact(request: HttpRequest, pk: UUID, entry: UUID) -> HttpResponse:
    found, form = own(request, Contact, pk, entry), VersionForm(request.POST)
    try:
        remove_contact(found, form.cleaned_data["version"] if form.is_valid() else 0)
    except DecidedError:
        messages.warning(request, DECIDED)
    except StaleError:
        messages.warning(request, CHANGED)
        return redirect("ledger:contact", pk, entry)
    except Contact.DoesNotExist as already:
        raise Http404 from already
    else:
        messages.success(request, "The contact is removed.")
    return back_to(pk, "people")
