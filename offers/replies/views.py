"""What to say to whatever they answer: a page to look things up in, and nothing that is kept."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from offers.case import measure_of
from offers.drafts.composer.words import items_words
from offers.drafts.process import with_process
from offers.drafts.record import Record, record_of
from offers.engine.advice import Advice
from offers.engine.packages import PackageList
from offers.explain import money_in, why
from offers.models import Offer
from offers.replies.deck import Turn, deal, heard_out, last_word, resume
from offers.replies.forms import DoubtsForm, RehearsalForm
from offers.replies.recruiters import groups_of, lines_said
from offers.replies.rungs import proposed, steps_of
from offers.replies.stops import Seen, grounds_of, heard_in, scale_of
from offers.replies.table import THEIRS, rows_of
from offers.room import too_early
from offers.views.kept import keeps_typed


def find(request: HttpRequest, pk: UUID) -> Offer:
    """One's own offer; somebody else's is not there."""
    return get_object_or_404(with_process(Offer.objects.owned_by(request.user).with_case()), pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_typed(lambda pk: DoubtsForm)
def page(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A form that is sent here changes the page that answers it, and nothing else."""
    offer = find(request, pk)
    record = record_of(offer, timezone.localdate())
    if record.advice is None:
        return render(request, "replies/closed.html", {"offer": offer, "problem": record.problem})
    form = DoubtsForm(request.POST if request.method == "POST" else None)
    seen = Seen(**form.cleaned_data) if form.is_valid() else Seen()
    context = {"offer": offer, "form": form} | all_of(record, record.advice, seen)
    return render(request, "replies/page.html", context)


def all_of(record: Record, advice: Advice, seen: Seen) -> dict[str, Any]:
    heard, opening, rows = heard_in(record, advice), advice.packages.opening, rows_of(record)
    measure = measure_of(record.offer)
    return {
        "groups": groups_of(lines_said(record, advice)),
        "over": record.why_over,
        "rows": rows,
        "marked": any(row.mark == THEIRS for row in rows),
        "asked_back": money_in(record.cut_from, measure) if record.cut_from else "",
        "can_ask": not record.why_over,
        "no_ask": (why(advice.ask.why),),
        "packages": packages_of(record, opening),
        "package_whys": (why(opening.why),) if opening.why else (),
        "heard": money_in(heard.base, measure) if heard.is_answer else "",
        "is_final": heard.is_final,
        "waiting": record.why_over if waits(record) else "",
        "too_early": too_early(record.offer),
        "is_decided": record.offer.is_decided,
        "steps": steps_of(record, advice),
        "lines": scale_of(advice, heard, seen, measure),
        "grounds": grounds_of(advice, heard, seen),
    }


def waits(record: Record) -> bool:
    """Whether no number is to be answered: our yes or no went out, or what we said to a final answer."""
    return record.is_waiting and bool(record.offer.history.last_word or record.is_final)


def packages_of(record: Record, opening: PackageList) -> tuple[str, ...]:
    """What to ask for where base is not; on top of what they have answered, nothing once that is enough."""
    measure, moved = measure_of(record.offer), record.movable
    if record.answered is None or moved is None:
        return tuple(proposed(one, measure) for one in opening.packages)
    if record.why_over:
        return ()
    items = [items_words(one.items, moved) for one in moved.opening]
    return tuple(f"{money_in(record.stands, measure)} with {words}" for words in items if words)


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_typed(lambda pk: RehearsalForm)
def rehearse(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One line at a time. The form carries which lines were seen; nothing is kept on the server."""
    offer = find(request, pk)
    record = record_of(offer, timezone.localdate())
    if record.advice is None:
        return render(request, "replies/closed.html", {"offer": offer, "problem": record.problem})
    said = lines_said(record, record.advice)
    form = RehearsalForm(request.POST if request.method == "POST" else None)
    turn = resume(said, form)
    if turn is None:
        turn, form = deal(said, form.seen), RehearsalForm()
    context = {"offer": offer, "form": form, "turn": turn} | told(turn, form, record)
    return render(request, "replies/rehearse.html", context)


def told(turn: Turn, form: RehearsalForm, record: Record) -> dict[str, Any]:
    """What the page says about an answer, once it was given; nothing of it while the line is only asked."""
    if not turn.is_answered:
        return {}
    return {
        "checked": heard_out(form.typed, record),
        "last": last_word(form.ticked) if turn.is_done else "",
    }
