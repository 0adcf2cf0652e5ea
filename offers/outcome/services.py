"""Changes after a counter went out: each is one transaction on a locked offer."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from offers.drafts.asked import last_asked
from offers.drafts.models import COUNTERS, Draft
from offers.ledger.models import Terms
from offers.ledger.parts import NAMES, standing
from offers.ledger.services import DecidedError, locked_open
from offers.ledger.terms import give_back_deadline, keep_terms, locked
from offers.models import Offer, Stage
from offers.outcome.forms import DecisionForm, HeardForm
from offers.outcome.models import Decision

A_MOMENT = timedelta(hours=1)
SAME = ("kind", "heard_on", "channel", "person", "decide_by", "other", *NAMES)
BEFORE_ANSWER = (Stage.RECEIVED, Stage.REVIEWED, Stage.COUNTERED, Stage.REVIEW)


def move(offer: Offer, stage: Stage) -> None:
    offer.stage = stage
    offer.save(update_fields=["stage", "changed_at"])


@transaction.atomic
def hear(offer: Offer, form: HeardForm) -> Terms:
    """Keeps a valid answer; the stage moves on, and their new date is the deadline from now on.

    The same form makes no second answer, also not at the same moment, and a second tab makes none of the same
    words. Raises DecidedError once it is decided, OtherWordsError as `KeyedForm.kept` does.
    """
    saved = locked(offer)
    if saved.is_decided:
        raise DecidedError
    already: Terms | None = form.kept() or twin_of(saved, form.instance)
    if already:
        return already
    answer = keep_terms(saved, form)
    if saved.stage in BEFORE_ANSWER:
        move(saved, Stage.FINAL)
    return answer


def twin_of(offer: Offer, answer: Terms) -> Terms | None:
    """Their last answer, where it says the same, is a moment old, and nothing went out since."""
    last = offer.terms.answers().order_by("-made_at").first()
    if last is None or last.made_at < timezone.now() - A_MOMENT:
        return None
    if any(getattr(last, name) != getattr(answer, name) for name in SAME):
        return None
    return None if offer.drafts.sent().filter(changed_at__gt=last.made_at).exists() else last


@transaction.atomic
def take_back(answer: Terms) -> None:
    """An answer that was entered by mistake; without any answer the offer stands where it stood."""
    saved = locked_open(answer.offer)
    give_back_deadline(saved, answer)
    answer.delete()
    if saved.stage == Stage.FINAL and not saved.terms.answers().exists():
        move(saved, stage_without_answers(saved))


def stage_without_answers(offer: Offer) -> Stage:
    sent = Draft.objects.filter(offer=offer, kind__in=COUNTERS).sent()
    if sent.filter(review_on__isnull=False).exists():
        return Stage.REVIEW
    if sent.exists():
        return Stage.COUNTERED
    return Stage.REVIEWED if offer.stated_as == "written" else Stage.RECEIVED


@transaction.atomic
def pass_on(offer: Offer, *, today: date) -> None:
    """They said that the counter is with those who decide."""
    saved = locked(offer)
    if saved.stage == Stage.COUNTERED:
        open_ones = Draft.objects.filter(offer=saved, kind__in=COUNTERS, review_on=None).sent()
        open_ones.update(review_on=today)
        move(saved, Stage.REVIEW)


@transaction.atomic
def decide(offer: Offer, form: DecisionForm) -> Decision:
    """Keeps a valid decision. One that was made already stays as it is, and is what comes back."""
    saved = locked(offer)
    already = Decision.objects.filter(offer=saved).first()
    if already:
        return already
    decision: Decision = form.save(commit=False)
    decision.stage_before = saved.stage
    decision.asked, decision.got = last_asked(saved), standing(saved).get("base")
    decision.save()
    move(saved, Stage.DECIDED)
    return decision


@transaction.atomic
def reopen(offer: Offer) -> None:
    """Takes the decision back; the offer stands where it stood before."""
    saved = locked(offer)
    decision = Decision.objects.filter(offer=saved).first()
    if decision:
        move(saved, Stage(decision.stage_before))
        decision.delete()
