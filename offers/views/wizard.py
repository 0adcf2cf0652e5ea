"""The wizard: one page a topic, saved as rows, so that reload, back and another tab lose nothing."""

from collections.abc import Iterator
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from offers import ranges
from offers.answers import Answer, answers_of, differences, echoes
from offers.bands.policy import current_policy
from offers.engine.policy import Policy
from offers.forms import NewOfferForm
from offers.from_market import TAKES
from offers.grants import said
from offers.models import Grant, Offer
from offers.notices import notices
from offers.pay_forms import EquityForm
from offers.requests import OwnRequest, own_offer
from offers.restated import relabelled
from offers.services import StaleError, save_step, start_offer
from offers.step_form import StepForm
from offers.time_form import TimeForm
from offers.views.kept import carried, keeps_typed
from offers.views.quiet import conflict_line, is_quiet, key_of, line
from offers.walk_away import filled_in, worksheet_of
from offers.wizard import BY_KEY, PAGES, RIGHTS, STEPS, WALK_AWAY, Step, after, before, progress_of

WALK_AWAY_TAKEN = "Your walk-away is filled in below and not saved yet. Press Continue to keep it."
NO_BASE = (
    "Base pay is not known yet. Until it is there is no ask, no pay by the year and no counter. The rest of "
    "your answers is kept; come back to “What is offered” once they name it."
)

PASSED = ("deadline", "starts_on")  # Days that are asked about at once where they have passed.
CONVERTED = "Your other amounts are converted. Look through them on the next pages."

pages = require_http_methods(["GET", "HEAD", "POST"])


@keeps_typed(lambda: NewOfferForm)
@pages
def start(request: OwnRequest) -> HttpResponse:
    """The first page, before there is an offer; once it has made one it saves as every page does."""
    key = key_of(request)
    made = key and Offer.objects.owned_by(request.user).filter(formtoken__key=key).first()
    if made and request.method != "POST":
        return redirect("offers:step", made.pk, STEPS[0].key)
    form = NewOfferForm(request.POST or None, key=key)
    if form.is_valid():
        offer = start_offer(request.user, form)
        return save(request, offer, STEPS[0], at=reverse("offers:step", args=[offer.pk, STEPS[0].key]))
    if is_quiet(request):
        return line(request, form=form)
    return render(request, "offers/step.html", {"form": form, "step": STEPS[0], "steps": STEPS})


@keeps_typed(lambda pk, key: BY_KEY[key].form if key in BY_KEY else None)
@pages
def step(request: OwnRequest, pk: UUID, key: str) -> HttpResponse:
    offer = own_offer(request, pk)
    if key not in BY_KEY:
        raise Http404
    this = BY_KEY[key]
    if request.method == "POST" and key == "numbers" and "take" in request.POST:
        return show(request, offer, this, filled_in(offer), taken=WALK_AWAY_TAKEN)
    if request.method == "POST" and key in TAKES and "market" in request.POST:
        form, taken = TAKES[key](offer, request.POST)
        return show(request, offer, this, form, taken=taken)
    if request.method == "POST" and key == "range" and "use" in request.POST:
        form, taken = ranges.filled_in(offer, request.POST)
        return show(request, offer, this, form, taken=taken)
    if request.method == "POST":
        return save(request, offer, this)
    return show(request, offer, this, this.form(instance=offer))


def show(request: OwnRequest, offer: Offer, this: Step, form: StepForm, *, taken: str = "") -> HttpResponse:
    """The page; `taken` says what was filled in and is not saved yet."""
    context = {
        "offer": offer,
        "step": this,
        "form": form,
        "progress": progress_of(offer),
        "before": before(this),
        "to_check": "check" in request.GET,
        "odd": odd_in(form, offer),
        "can_skip": this.can_wait and not this.is_answered(offer),
        "grants": understood(form.known) if isinstance(form, EquityForm) else None,
        "taken": taken,
        "my_ranges": ranges.usable(offer) if this.key == "range" and not offer.is_decided else None,
        "worksheet": worksheet_of(offer, current_policy()) if this is WALK_AWAY else None,
    }
    return render(request, "offers/step.html", context)


def understood(grants: list[Grant]) -> list[tuple[Grant, list[str]]]:
    """Each grant with what was understood of it."""
    policy = current_policy() if grants else Policy()
    return [(grant, said(grant, policy)) for grant in grants]


def odd_in(form: StepForm, offer: Offer) -> list[str]:
    """What to ask about the saved answers of this page; a refused page has its errors instead."""
    if form.is_bound:
        return []
    return [text for name, text in notices(offer, timezone.localdate()).items() if name in form.fields]


def save(request: OwnRequest, offer: Offer, this: Step, *, at: str = "") -> HttpResponse:
    """Continue, or the quiet save while typing, which answers with a line and never moves on."""
    form = this.form(request.POST, instance=own_offer(request, offer.pk))
    quiet = form.in_passing = is_quiet(request)
    if not form.is_valid():
        return line(request, form=form) if quiet else show(request, offer, this, form)
    changed = form.changed_data  # Before the save, which these are compared with.
    try:
        saved = save_step(request.user, offer.pk, this, form)
    except StaleError as stale:
        if quiet:
            return conflict_line(request, "Continue")
        return conflict(request, offer, this, form, stale.saved)
    if quiet:
        return saved_line(request, saved, this, changed, at=at)
    for sentence in told_after(form, saved, changed):
        messages.info(request, sentence)
    return redirect("offers:check", offer.pk) if "check" in request.GET else onward(offer, this)


def told_after(form: StepForm, saved: Offer, changed: list[str]) -> Iterator[str]:
    """What the next page says about what was just saved."""
    if "base" in form.fields and saved.base is None:
        yield NO_BASE
    if isinstance(form, TimeForm) and form.converts:
        yield CONVERTED
    if "currency" in changed:
        yield from relabelled(saved)
    odd = notices(saved, timezone.localdate())
    yield from (odd[name] for name in PASSED if name in form.fields and name in odd)


def saved_line(request: OwnRequest, saved: Offer, this: Step, changed: list[str], *, at: str) -> HttpResponse:
    """What was saved as it was understood, with what is odd about it."""
    fresh = this.form(instance=saved)
    sums = {"worksheet": worksheet_of(saved, current_policy())} if this is WALK_AWAY else {}
    odd = [*odd_in(fresh, saved), *(relabelled(saved) if "currency" in changed else [])]
    told = {"echoes": echoes(fresh, changed), "odd": odd, "form": fresh}
    return line(request, at=at, offer=saved, saved=saved, **told, **sums)


def onward(offer: Offer, this: Step) -> HttpResponse:
    key = after(this)
    if key == "check":
        return redirect("offers:check", offer.pk)
    result = "#worksheet" if this is WALK_AWAY else ""
    return redirect(reverse("offers:step", args=[offer.pk, key]) + result)


def conflict(request: OwnRequest, offer: Offer, this: Step, mine: StepForm, saved: StepForm) -> HttpResponse:
    """Both texts side by side; nothing is overwritten until the person says which stays."""
    context = {
        "offer": offer,
        "title": this.title,
        "keep": reverse("offers:step", args=[offer.pk, this.key]),
        "rows": list(differences(mine, saved)),
        "hidden": carried(request.POST, "opened"),
        "opened": saved.state,
    }
    return render(request, "offers/conflict.html", context, status=409)


def lines_of(form: StepForm, odd: dict[str, str]) -> list[Answer]:
    """The answers of one step; each grant as it was understood."""
    lines = answers_of(form, odd)
    if isinstance(form, EquityForm):
        lines += [
            Answer(label=grant.label, words="\n".join(told), odd="", private=False)
            for grant, told in understood(form.known)
        ]
    return lines


@login_required
@require_safe
def check(request: OwnRequest, pk: UUID) -> HttpResponse:
    """Every answer on one page, each with a way back to change it."""
    offer = own_offer(request, pk)
    odd = notices(offer, timezone.localdate())
    answers = [
        (step, lines_of(step.form(instance=offer), odd) if step.is_answered(offer) else [])
        for step in (*PAGES, RIGHTS)
        if step not in (WALK_AWAY, RIGHTS) or step.is_answered(offer)
    ]
    context = {"offer": offer, "answers": answers, "progress": progress_of(offer)}
    return render(request, "offers/check.html", context)
