"""Offers side by side; then the points that are shared out before any score, and the scores."""

from collections.abc import Sequence
from urllib.parse import urlencode
from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from offers.accounts.workdays import counted_for
from offers.compare import services
from offers.compare.desk import FEWEST, LISTED, MOST, Desk, desk_of, picked
from offers.compare.forms import (
    LETTERS,
    ExpectedForm,
    HomeForm,
    LetterForm,
    PointsForm,
    RateForm,
    ScoresForm,
    UnlockForm,
)
from offers.compare.matters import current, draft_of
from offers.compare.models import Comparison, Criterion, Score
from offers.compare.panels import arrivals, rate_lines, typed
from offers.compare.services import StaleError
from offers.compare.shown import shown_of
from offers.compare.sides import Told
from offers.drafts.models import Kind
from offers.drafts.services import NothingToSayError, start_draft
from offers.models import Offer, Stage
from offers.requests import OwnRequest, own_offer, post_only
from offers.views.kept import carried, keeps_typed


@login_required
@require_safe
def page(request: OwnRequest) -> HttpResponse:
    return show(request, desk_of(request.user, picked(request.GET), timezone.localdate()))


def show(
    request: OwnRequest, desk: Desk, bound: forms.Form | None = None, *, arrival: UUID | None = None
) -> HttpResponse:
    """The page; `bound` is a form of it that has errors, `arrival` the offer it is about."""
    context: dict[str, object] = {"desk": desk, "form": bound, "most": MOST}
    if len(desk.told) >= FEWEST:
        context |= shown_of(desk) | panels(desk, bound, arrival) | {"holidays": counted_for(request.user)}
    return render(request, "compare/page.html", context)


def panels(desk: Desk, bound: forms.Form | None, arrival: UUID | None) -> dict[str, object]:
    """What people type into."""
    home = bound if isinstance(bound, HomeForm) else None
    rate = bound if isinstance(bound, RateForm) else None
    expected = bound if isinstance(bound, ExpectedForm) else None
    running = [one for one in desk.told if not one.offer.is_decided]
    return {
        "home": typed(home, "home", desk.home),
        "home_opened": services.home_state(desk.comparison.home if desk.comparison else ""),
        "rates": list(rate_lines(desk, rate)),
        "arrivals": list(arrivals(desk, expected, arrival)),
        "can_ask": "extension" in LETTERS,
        "writable": [one for one in running if has_another(one, running)] if "competing" in LETTERS else [],
        "key": uuid4(),
        "picked": desk.picked,
    }


def has_another(one: Told, running: Sequence[Told]) -> bool:
    """Whether a note may speak of another offer; an example is none."""
    return any(other is not one and not other.offer.is_example for other in running)


def again(request: HttpRequest, part: str) -> HttpResponseRedirect:
    """Back to the same offers, where the person was."""
    ids = picked(request.POST) or []
    query = f"?{urlencode([('offer', pk) for pk in ids])}" if ids else ""
    return redirect(f"{reverse('compare:page')}{query}#{part}")


def refused(request: OwnRequest, bound: forms.Form, arrival: UUID | None = None) -> HttpResponse:
    desk = desk_of(request.user, picked(request.POST), timezone.localdate())
    return show(request, desk, bound, arrival=arrival)


@post_only("compare:page")
@keeps_typed(lambda: HomeForm)
def home(request: OwnRequest) -> HttpResponse:
    form = HomeForm(request.POST)
    if not form.is_valid():
        return refused(request, form)
    try:
        services.set_home(request.user, form.cleaned_data["home"], opened=form.cleaned_data["opened"])
    except StaleError as stale:
        return conflict(request, form, stale, reverse("compare:page"))
    return again(request, "currencies")


@post_only("compare:page")
@keeps_typed(lambda: RateForm)
def rate(request: OwnRequest) -> HttpResponse:
    named = "".join(letter for letter in request.POST.get("currency", "")[:3] if letter.isalpha())
    form = RateForm(request.POST, today=timezone.localdate(), auto_id=f"{named}_%s")
    if not form.is_valid():
        return refused(request, form)
    try:
        services.set_rate(request.user, form)
    except StaleError as stale:
        return conflict(request, form, stale, reverse("compare:page"))
    messages.success(request, "Your rate is saved.")
    return again(request, "currencies")


@post_only("compare:page")
@keeps_typed(lambda pk: ExpectedForm)
def expected(request: OwnRequest, pk: UUID) -> HttpResponse:
    offer, form = own_offer(request, pk), ExpectedForm(request.POST, auto_id=f"arrival_{pk}_%s")
    if not form.is_valid():
        return refused(request, form, pk)
    day, opened = form.cleaned_data["expected_on"], form.cleaned_data["opened"]
    try:
        services.expect(offer, day, opened=opened)
    except StaleError as stale:
        return conflict(request, form, stale, reverse("compare:page"))
    return again(request, "deadlines")


@post_only("compare:page")
@login_required
def write(request: OwnRequest, pk: UUID) -> HttpResponse:
    """Starts one of the two messages that a comparison leads to."""
    offer, form = own_offer(request, pk), LetterForm(request.POST)
    if not form.is_valid():
        raise Http404
    kind, key = Kind(form.cleaned_data["kind"]), form.cleaned_data["key"]
    try:
        return redirect(start_draft(offer, kind=kind, key=key, today=timezone.localdate()))
    except NothingToSayError as nothing:
        messages.error(request, str(nothing))
        return again(request, "deadlines")


@keeps_typed(lambda: PointsForm)
@require_http_methods(["GET", "HEAD", "POST"])
def points(request: OwnRequest) -> HttpResponse:
    """The 100 points: shared out, then locked."""
    if request.method != "POST":
        return show_points(request)
    form = PointsForm(request.POST)
    if not form.is_valid():
        return show_points(request, form)
    lock_on = timezone.localdate() if "lock" in request.POST else None
    try:
        services.save_points(request.user, form.points, opened=form.cleaned_data["opened"], lock_on=lock_on)
    except StaleError as stale:
        return conflict(request, form, stale, reverse("compare:points"))
    return redirect("compare:points")


@post_only("compare:points")
@keeps_typed(lambda: UnlockForm)
def unlock(request: OwnRequest) -> HttpResponse:
    form = UnlockForm(request.POST)
    if not form.is_valid():
        return show_points(request, unlock_form=form)
    today, opened = timezone.localdate(), form.cleaned_data["opened"]
    try:
        services.unlock(request.user, opened=opened, why=form.cleaned_data["why"], today=today)
    except StaleError as stale:
        return conflict(request, form, stale, reverse("compare:points"))
    return redirect("compare:points")


def show_points(
    request: OwnRequest, form: PointsForm | None = None, unlock_form: UnlockForm | None = None
) -> HttpResponse:
    comparison = Comparison.objects.filter(owner=request.user).first()
    criteria = list(Criterion.objects.filter(comparison=comparison)) if comparison else []
    state = services.points_state(comparison, criteria)
    is_locked = bool(comparison and comparison.locked_on)
    if form and is_locked:  # Locked in another tab: what was typed here has no place, but is not lost.
        stale = StaleError(services.shown(criteria), state, can_save=False)
        return conflict(request, form, stale, reverse("compare:points"))
    running = Offer.objects.owned_by(request.user).exclude(stage=Stage.DECIDED)
    context = {
        "comparison": comparison,
        "criteria": criteria,
        "left": draft_of(criteria).left,
        "points_form": form or PointsForm(criteria=criteria, state=state),
        "unlock_form": unlock_form or UnlockForm(state=state),
        "form": form or unlock_form,
        "offers": running.only("pk", "owner", "company", "role")[:LISTED] if is_locked else [],
        "log": comparison.log.all()[:LISTED] if comparison else [],
    }
    return render(request, "compare/points.html", context)


@keeps_typed(lambda pk: ScoresForm)
@require_http_methods(["GET", "HEAD", "POST"])
def scores(request: OwnRequest, pk: UUID) -> HttpResponse:
    """The scores of one offer, once the points are locked."""
    offer = own_offer(request, pk)
    comparison = Comparison.objects.filter(owner=request.user).first()
    if comparison is None or (comparison.locked_on is None and request.method != "POST"):
        messages.info(request, "Share out and lock your points first: then no score can bend them.")
        return redirect("compare:points")
    criteria = list(comparison.criteria.all())
    given = list(Score.objects.filter(offer=offer))
    known = current(given, comparison, offer)
    if request.method == "POST":
        return save_scores(request, offer, ScoresForm(request.POST, criteria=criteria, known=known))
    # What was given under earlier points is offered again; it counts once it is saved.
    earlier = {score.criterion: score for score in reversed(given)} if not known else {}
    state = services.scores_state(comparison, known)
    form = ScoresForm(criteria=criteria, known=known or earlier, state=state)
    return show_scores(request, offer, form, has_earlier=bool(earlier))


def save_scores(request: OwnRequest, offer: Offer, form: ScoresForm) -> HttpResponse:
    if not form.is_valid():
        return show_scores(request, offer, form)
    try:
        services.save_scores(request.user, offer, form.scores, opened=form.cleaned_data["opened"])
    except StaleError as stale:
        return conflict(request, form, stale, reverse("compare:scores", args=[offer.pk]))
    messages.success(request, "The scores are saved.")
    return redirect(f"{reverse('compare:page')}#matters")


def show_scores(
    request: OwnRequest, offer: Offer, form: ScoresForm, *, has_earlier: bool = False
) -> HttpResponse:
    context = {"offer": offer, "scores_form": form, "has_earlier": has_earlier}
    return render(request, "compare/scores.html", context | {"form": form if form.is_bound else None})


def conflict(request: HttpRequest, form: forms.Form, stale: StaleError, back: str) -> HttpResponse:
    """Both texts; nothing is overwritten until the person says which stays."""
    mine = [(field.label, typed(form, field.name, "")) for field in form.visible_fields()]
    context = {
        "saved": stale.saved,
        "mine": [(label, value.text) for label, value in mine if value.text],
        "hidden": carried(request.POST, "opened"),
        "opened": stale.state,
        "can_save": stale.can_save,
        "back": back,
    }
    return render(request, "compare/conflict.html", context, status=409)
