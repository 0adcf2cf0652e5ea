"""The steps of the wizard as data: key, title, what it is for, its form, and when it counts as answered."""

from collections.abc import Callable
from dataclasses import dataclass

from offers import benefit_forms, forms, own_forms, pay_forms, wish_forms
from offers.law_forms import RightsForm
from offers.models import Offer, Stated
from offers.step_form import StepForm


@dataclass(frozen=True, kw_only=True)
class Step:
    key: str
    title: str
    lead: str
    form: type[StepForm]
    is_answered: Callable[[Offer], bool]
    within: str = ""  # The step that a page beside the way belongs to.
    can_wait: bool = False  # Nobody needs it for a first ask: it can be skipped with one press.


def has_any(*names: str) -> Callable[[Offer], bool]:
    return lambda offer: any(getattr(offer, name) not in (None, "") for name in names)


def is_said(*stated: str, more: tuple[str, ...] = ()) -> Callable[[Offer], bool]:
    """Whether they said anything about one of these parts, or one of the other answers is there."""
    known = has_any(*more)
    return lambda offer: known(offer) or any(getattr(offer, name) != Stated.NOT_STATED for name in stated)


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
        lead="Only base pay is needed. What they pay beside it comes on pages of its own.",
        form=forms.OfferForm,
        is_answered=has_any("base"),
    ),
    Step(
        key="range",
        title="Their range",
        lead="What this level pays at this employer. It decides whose approval a number needs.",
        form=forms.RangeForm,
        is_answered=has_any(
            "band_id",
            "range_minimum",
            "range_maximum",
            "posted_minimum",
            "posted_maximum",
            "role_open_days",
            *forms.BUDGET,
        ),
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
        form=own_forms.NumbersForm,
        is_answered=has_any("target", "walk_away"),
    ),
    Step(
        key="bonus",
        title="Bonus and variable pay",
        lead="It adds to every year on the page of pay, and to what each further unit of base is worth.",
        form=pay_forms.BonusForm,
        is_answered=is_said("bonus_stated", "variable_stated", more=("raise_rate",)),
        can_wait=True,
    ),
    Step(
        key="sign-on",
        title="Sign-on",
        lead="It adds to the first year, and shows what stays with you if you leave early.",
        form=pay_forms.SignOnForm,
        is_answered=is_said("sign_on_stated"),
        can_wait=True,
    ),
    Step(
        key="equity",
        title="Equity",
        lead="It adds what vests in each year, as they claim it and as you count it.",
        form=pay_forms.EquityForm,
        is_answered=is_said("equity_stated"),
        can_wait=True,
    ),
    Step(
        key="benefits",
        title="Benefits",
        lead="Leave shows what an hour of work pays, a match adds to each year, a health plan stands beside.",
        form=benefit_forms.BenefitsForm,
        is_answered=is_said(
            "leave_stated",
            "match_stated",
            "health_stated",
            more=("public_holidays", "learning_budget", "relocation"),
        ),
        can_wait=True,
    ),
    Step(
        key="place",
        title="Place and time",
        lead="The first day puts dates to every month and counts the first bonus; the way there costs too.",
        form=benefit_forms.PlaceForm,
        is_answered=has_any("starts_on", "onsite_days", "commute_minutes", "commute_cost"),
        can_wait=True,
    ),
    Step(
        key="wishes",
        title="What matters to you",
        lead="Packages worth the same to you are built from this: what can move here, how far, and what it "
        "is worth to you.",
        form=wish_forms.WishesForm,
        is_answered=lambda offer: bool(offer.listed("wish_rows")),
        can_wait=True,
    ),
)
# Beside the way: opened from "Your numbers", and it leads back there.
WALK_AWAY = Step(
    key="walk-away",
    title="Work out your walk-away",
    lead="The highest of what you need, what your best other choice is worth, and what you would resent. "
    "Leave out what you do not know.",
    form=own_forms.WalkAwayForm,
    within="numbers",
    is_answered=has_any("spending", "alternative_value", "switching_loss", "resent"),
)
# On the page of rights, which shows what follows from it.
RIGHTS = Step(
    key="rights",
    title="Whose law holds",
    lead="What employers there have to say about the range, and what they may not ask.",
    form=RightsForm,
    is_answered=has_any("pay_rule_id", "employees"),
)
PAGES = tuple(page for step in STEPS for page in ((step, WALK_AWAY) if step.key == "numbers" else (step,)))
BY_KEY = {step.key: step for step in PAGES}


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
    """The key of the page that follows; the last is the one that shows every answer.

    The page beside the way comes again, with what was worked out.
    """
    if step is WALK_AWAY:
        return step.key
    place = STEPS.index(step)
    return STEPS[place + 1].key if place + 1 < len(STEPS) else "check"


def before(step: Step) -> str:
    """The key of the page before, empty on the first."""
    if step is WALK_AWAY:
        return "numbers"
    place = STEPS.index(step)
    return STEPS[place - 1].key if place else ""
