"""After the counter: what they answered, what it amounts to, and how it ended."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from offers.case import measure_of
from offers.drafts.process import with_process
from offers.drafts.record import record_of
from offers.explain import money_in
from offers.ledger.keyed import OtherWordsError
from offers.ledger.models import OFFERED, Terms
from offers.ledger.removal import removing
from offers.ledger.services import DecidedError
from offers.models import Offer, OfferQuerySet, Stage
from offers.outcome.forms import DecisionForm, HeardForm, decision_form, heard_form
from offers.outcome.reading import readings_of
from offers.outcome.services import decide, hear, pass_on, reopen, take_back
from offers.pause import pause_of
from offers.requests import post_only
from offers.views.kept import keeps_typed

ALREADY = "This answer is there already, so it is kept once."
DECIDED = "This is decided. Take the decision back to write down another answer."


def find(request: HttpRequest, pk: UUID) -> Offer:
    """One's own offer; somebody else's is not there."""
    return get_object_or_404(with_process(Offer.objects.owned_by(request.user).with_case()), pk=pk)


@login_required
@require_safe
def page(request: HttpRequest, pk: UUID) -> HttpResponse:
    return show(request, find(request, pk))


@post_only("outcome:page", "pk")
@keeps_typed(lambda pk: HeardForm)
def heard(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Keeps one answer of theirs."""
    offer = find(request, pk)
    form = heard_form(offer, timezone.localdate(), request.POST)
    if not form.is_valid():
        return show(request, offer, answer_form=form)
    try:
        answer = hear(offer, form)
    except DecidedError:
        form.add_error(None, DECIDED)
        return show(request, find(request, pk), answer_form=form)
    except OtherWordsError:
        form.say_again()
        return show(request, offer, answer_form=form)
    is_new = answer.key == form.cleaned_data["key"]
    messages.success(request, "Their answer is saved." if is_new else ALREADY)
    return redirect("outcome:page", pk)


def answers(offers: OfferQuerySet) -> QuerySet[Any]:
    return Terms.objects.about(offers).answers()


remove = removing(answers, take_back, what="answer", page="outcome:page")


@post_only("outcome:page", "pk")
@login_required
def review(request: HttpRequest, pk: UUID) -> HttpResponse:
    pass_on(find(request, pk), today=timezone.localdate())
    messages.success(request, "Saved: it is with those who decide since today.")
    return redirect("outcome:page", pk)


@post_only("outcome:page", "pk")
@keeps_typed(lambda pk: DecisionForm)
def decision(request: HttpRequest, pk: UUID) -> HttpResponse:
    offer = find(request, pk)
    form = decision_form(offer, timezone.localdate(), request.POST)
    is_valid, kept = form.is_valid(), getattr(offer, "decision", None)
    if kept is None and not is_valid:
        return show(request, offer, ending_form=form)
    kept = kept or decide(offer, form)
    if all(form.cleaned_data.get(name) == getattr(kept, name) for name in ("outcome", "decided_on")):
        messages.success(request, "Your decision is saved, with everything that led to it.")
    else:
        messages.error(request, f"This was decided already: {kept}. Take that back first.")
    return redirect("outcome:page", pk)


@post_only("outcome:page", "pk")
@login_required
def again(request: HttpRequest, pk: UUID) -> HttpResponse:
    reopen(find(request, pk))
    messages.success(request, "The decision is taken back.")
    return redirect("outcome:page", pk)


def show(
    request: HttpRequest,
    offer: Offer,
    *,
    answer_form: HeardForm | None = None,
    ending_form: DecisionForm | None = None,
) -> HttpResponse:
    today = timezone.localdate()
    record = record_of(offer, today)
    context = {
        "offer": offer,
        "readings": readings_of(offer, record),
        "pause": None if offer.is_decided else pause_of(offer, today, record.policy),
        "is_final": record.is_final,
        "waiting": record.why_over if record.is_waiting else "",
        "decision": getattr(offer, "decision", None),
        "kept": kept(offer),
        "can_pass_on": offer.stage == Stage.COUNTERED,
        "answer_form": answer_form or heard_form(offer, today),
        "ending_form": ending_form or decision_form(offer, today),
        "form": answer_form or ending_form,
    }
    return render(request, "outcome/page.html", context)


def kept(offer: Offer) -> list[tuple[str, str]]:
    """What was offered, asked and reached, as it was on the day of the decision."""
    decision = getattr(offer, "decision", None)
    if decision is None:
        return []
    earlier = [terms for terms in offer.terms.all() if terms.kind in OFFERED]
    first = earlier[-1].base if earlier else None
    figures = (("Offered first", first), ("You asked last", decision.asked), ("In the end", decision.got))
    return [(label, money_in(amount, measure_of(offer))) for label, amount in figures if amount]
