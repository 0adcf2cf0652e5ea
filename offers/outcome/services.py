"""Changes after a counter went out: each is one transaction on a locked offer."""

from django.db import transaction

from offers.drafts.models import Draft, Kind
from offers.models import Offer, Stage
from offers.outcome.forms import DecisionForm, HeardForm
from offers.outcome.models import Answer, Decision

BEFORE_ANSWER = (Stage.RECEIVED, Stage.REVIEWED, Stage.COUNTERED, Stage.REVIEW)


def locked(offer: Offer) -> Offer:
    return Offer.objects.select_for_update(of=("self",)).get(pk=offer.pk)


def move(offer: Offer, stage: Stage) -> None:
    offer.stage = stage
    offer.save(update_fields=["stage", "changed_at"])


@transaction.atomic
def hear(offer: Offer, form: HeardForm) -> Answer:
    """Keeps a valid answer; the stage moves on, and their new date is the deadline from now on.

    The same key makes no second answer, also not at the same moment.
    """
    saved = locked(offer)
    already = Answer.objects.filter(offer=saved, key=form.cleaned_data["key"]).first()
    if already:
        return already
    answer: Answer = form.save(commit=False)
    answer.key = form.cleaned_data["key"]
    answer.save()
    if answer.decide_by:
        saved.deadline = answer.decide_by
        saved.save(update_fields=["deadline", "changed_at"])
    if saved.stage in BEFORE_ANSWER:
        move(saved, Stage.FINAL)
    return answer


@transaction.atomic
def take_back(answer: Answer) -> None:
    """An answer that was entered by mistake; without any answer the offer stands where it stood."""
    saved = locked(answer.offer)
    answer.delete()
    if saved.stage == Stage.FINAL and not saved.heard.exists():
        sent = Draft.objects.filter(offer=saved, kind=Kind.COUNTER).sent().exists()
        move(saved, Stage.COUNTERED if sent else Stage.RECEIVED)


@transaction.atomic
def pass_on(offer: Offer) -> None:
    """They said that the counter is with those who decide."""
    saved = locked(offer)
    if saved.stage == Stage.COUNTERED:
        move(saved, Stage.REVIEW)


@transaction.atomic
def decide(offer: Offer, form: DecisionForm) -> None:
    """Keeps a valid decision; one that was made already stays as it is."""
    saved = locked(offer)
    if not Decision.objects.filter(offer=saved).exists():
        decision: Decision = form.save(commit=False)
        decision.stage_before = saved.stage
        decision.save()
        move(saved, Stage.DECIDED)


@transaction.atomic
def reopen(offer: Offer) -> None:
    """Takes the decision back; the offer stands where it stood before."""
    saved = locked(offer)
    decision = Decision.objects.filter(offer=saved).first()
    if decision:
        move(saved, Stage(decision.stage_before))
        decision.delete()
