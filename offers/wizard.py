"""The steps of the wizard as data: key, title, what it is for, its form, and when it counts as answered."""

from collections.abc import Callable
from dataclasses import dataclass

from offers import forms
from offers.models import Offer
from offers.step_form import StepForm


@dataclass(frozen=True, kw_only=True)
class Step:
    key: str
    title: str
    lead: str
    form: type[StepForm]
    is_answered: Callable[[Offer], bool]


def has_any(*names: str) -> Callable[[Offer], bool]:
    return lambda offer: any(getattr(offer, name) not in (None, "") for name in names)


STEPS = (
    Step(
        key="role",
        title="Role and place",
        lead="Which job is it? Company, role and place are enough; the rest makes the advice sharper.",
        form=forms.RoleForm,
        is_answered=has_any("company"),
    ),
    Step(
        key="offer",
        title="What is offered",
        lead="Only base pay is needed. Open the rest where it is more than a plain salary.",
        form=forms.OfferForm,
        is_answered=has_any("base"),
    ),
    Step(
        key="range",
        title="Their range",
        lead="What this level pays at this employer. It decides whose approval a number needs.",
        form=forms.RangeForm,
        is_answered=has_any("band_id", "range_minimum", "range_maximum", "posted_minimum", "posted_maximum"),
    ),
    Step(
        key="team",
        title="The team",
        lead="What people at your level earn there. A new hire above the best paid needs an exception.",
        form=forms.TeamForm,
        is_answered=lambda offer: bool(offer.colleagues.all()),
    ),
    Step(
        key="numbers",
        title="Your numbers",
        lead="What you aim for, what you could not accept, and what you have heard.",
        form=forms.NumbersForm,
        is_answered=has_any("target", "walk_away"),
    ),
)
BY_KEY = {step.key: step for step in STEPS}


@dataclass(frozen=True, kw_only=True)
class Progress:
    """One line of the list of steps: answered, skipped (sent empty), or still to do."""

    step: Step
    state: str


def progress_of(offer: Offer) -> tuple[Progress, ...]:
    return tuple(Progress(step=step, state=state_of(offer, step)) for step in STEPS)


def state_of(offer: Offer, step: Step) -> str:
    if step.is_answered(offer):
        return "answered"
    return "skipped" if step.key in offer.visited else "to do"


def after(step: Step) -> str:
    """The key of the page that follows; the last is the one that shows every answer."""
    place = STEPS.index(step)
    return STEPS[place + 1].key if place + 1 < len(STEPS) else "check"


def before(step: Step) -> str:
    """The key of the page before, empty on the first."""
    place = STEPS.index(step)
    return STEPS[place - 1].key if place else ""
