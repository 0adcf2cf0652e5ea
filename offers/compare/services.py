"""Changes of a comparison: each is one transaction, one after another for the same person."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date

from django.db import transaction

from offers.accounts.models import User
from offers.compare.forms import Points, RateForm
from offers.compare.matters import draft_of
from offers.compare.models import Comparison, Criterion, Expectation, LogLine, Rate, Score
from offers.engine import weights as engine
from offers.models import Offer

Rows = list[tuple[str, str]]


class StaleError(Exception):
    """Another tab changed it since the page was opened; `saved` says what it is now, by label.

    `can_save` is False where what was typed has no place any more.
    """

    def __init__(self, saved: Rows, state: str, *, can_save: bool = True) -> None:
        super().__init__()
        self.saved, self.state, self.can_save = saved, state, can_save


def state(*values: object) -> str:
    """A digest of what is saved: two pages that were opened on the same have the same."""
    return hashlib.sha256(json.dumps(values, default=str).encode()).hexdigest()


def home_state(home: str) -> str:
    return state("home", home)


def rate_state(rate: Rate | None) -> str:
    return state("rate", rate and f"{rate.rate.normalize():f}", rate and rate.dated_on)


def expected_state(day: date | None) -> str:
    return state("expected", day)


def points_state(comparison: Comparison | None, criteria: Iterable[Criterion]) -> str:
    lock = (comparison.lock, comparison.locked_on) if comparison else (0, None)
    return state("points", *lock, points_of(criteria))


def scores_state(comparison: Comparison, scores: Mapping[str, Score]) -> str:
    return state("scores", comparison.lock, comparison.locked_on, sorted(values_of(scores).items()))


def points_of(criteria: Iterable[Criterion]) -> Points:
    return [(one.name, one.points) for one in criteria]


def values_of(scores: Mapping[str, Score]) -> dict[str, tuple[int, str]]:
    return {name: (score.points, score.reason) for name, score in scores.items()}


def locked(owner: User) -> Comparison:
    """The person's comparison, held until the transaction ends; made where there is none yet."""
    Comparison.objects.get_or_create(owner=owner)
    return Comparison.objects.select_for_update().get(owner=owner)


@transaction.atomic
def set_home(owner: User, home: str, *, opened: str) -> None:
    comparison = locked(owner)
    if comparison.home == home:
        return
    if opened != home_state(comparison.home):
        raise StaleError([("Compare in", comparison.home)], home_state(comparison.home))
    comparison.home = home
    comparison.save(update_fields=["home"])


@transaction.atomic
def set_rate(owner: User, form: RateForm) -> None:
    """Keeps the rate of a valid form; it takes the place of the one before."""
    locked(owner)
    pair = {"currency": form.cleaned_data["currency"], "home": form.cleaned_data["home"]}
    now = {"rate": form.cleaned_data["rate"], "dated_on": form.cleaned_data["dated_on"]}
    saved = Rate.objects.owned_by(owner).filter(**pair).first()
    if saved and (saved.rate, saved.dated_on) == tuple(now.values()):
        return
    if form.cleaned_data["opened"] != rate_state(saved):
        shown = [
            ("Rate", f"{saved.rate.normalize():f}" if saved else ""),
            ("Rate of", str(saved.dated_on) if saved else ""),
        ]
        raise StaleError(shown, rate_state(saved))
    Rate.objects.update_or_create(owner=owner, **pair, defaults=now)


@transaction.atomic
def expect(offer: Offer, day: date | None, *, opened: str) -> None:
    """Keeps the day on which one's own offer is expected, or takes it back."""
    Offer.objects.select_for_update(of=("self",)).get(pk=offer.pk)
    saved = Expectation.objects.filter(offer=offer).first()
    before = saved.expected_on if saved else None
    if before == day:
        return
    if opened != expected_state(before):
        raise StaleError([("Expected on", str(before or ""))], expected_state(before))
    if day is None:
        Expectation.objects.filter(offer=offer).delete()
    else:
        Expectation.objects.update_or_create(offer=offer, defaults={"expected_on": day})


@transaction.atomic
def save_points(owner: User, points: Points, *, opened: str, lock_on: date | None) -> None:
    """Keeps how the points are shared out; with `lock_on` they are locked from that day."""
    comparison = locked(owner)
    criteria = list(comparison.criteria.all())
    is_locked = comparison.locked_on is not None
    if points_of(criteria) == points and is_locked == (lock_on is not None):
        return
    now = points_state(comparison, criteria)
    if is_locked or opened != now:
        raise StaleError(shown(criteria), now, can_save=not is_locked)
    comparison.criteria.all().delete()
    made = Criterion.objects.bulk_create(
        Criterion(comparison=comparison, place=place, name=name, points=share)
        for place, (name, share) in enumerate(points, 1)
    )
    if lock_on:
        lock(comparison, made, lock_on)


def lock(comparison: Comparison, criteria: list[Criterion], today: date) -> None:
    """Raises the engine's error unless the points sum to 100."""
    weights = engine.lock(draft_of(criteria), today=today)
    comparison.lock += 1
    comparison.locked_on = weights.locked_on
    comparison.save(update_fields=["lock", "locked_on"])
    row = ", ".join(f"{name} {points}" for name, points in points_of(criteria))
    LogLine.objects.create(comparison=comparison, text=f"The points were locked: {row}.")


@transaction.atomic
def unlock(owner: User, *, opened: str, why: str, today: date) -> None:
    """Opens the points again with a line in the log. Scores stay with the lock they were given under."""
    comparison = locked(owner)
    if comparison.locked_on is None:
        return
    criteria = list(comparison.criteria.all())
    now = points_state(comparison, criteria)
    if opened != now:
        raise StaleError(shown(criteria), now)
    weights = engine.LockedWeights(weights=draft_of(criteria).weights, locked_on=comparison.locked_on)
    _, line = engine.unlock(weights, today=today, why=f"{why.rstrip('.')}." if why else "")
    comparison.locked_on = None
    comparison.save(update_fields=["locked_on"])
    LogLine.objects.create(comparison=comparison, text=line.reason.text)


@transaction.atomic
def save_scores(owner: User, offer: Offer, scores: Mapping[str, tuple[int, str]], *, opened: str) -> None:
    """Replaces the scores of one offer under the points as they are locked now."""
    comparison = locked(owner)
    current = Score.objects.filter(offer=offer, lock=comparison.lock)
    known = {score.criterion: score for score in current}
    is_open = comparison.locked_on is None
    if values_of(known) == scores and not is_open:
        return
    now = scores_state(comparison, known)
    if is_open or opened != now:
        rows = [(name, f"{points}: {reason}") for name, (points, reason) in values_of(known).items()]
        raise StaleError(rows, now, can_save=not is_open)
    current.delete()
    Score.objects.bulk_create(
        Score(offer=offer, lock=comparison.lock, criterion=name, points=points, reason=reason)
        for name, (points, reason) in scores.items()
    )


def shown(criteria: Iterable[Criterion]) -> Rows:
    return [(one.name, f"{one.points} points") for one in criteria]
