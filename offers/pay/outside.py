"""What stands in no sum of an offer: parts that are no pay, and parts that are not known yet."""

from collections.abc import Iterator
from dataclasses import dataclass

from offers.drafts.composer.words import listed
from offers.engine.benefits import HealthPlan, health_cost, worst_health_cost
from offers.engine.compensation import Package
from offers.explain import NO_BREAK, Number, entered, money
from offers.models import Offer, Stated
from offers.package import health_of

OPEN = (
    ("bonus_stated", "A bonus", "it adds to every year, and to what each unit of base is worth.", "bonus"),
    ("sign_on_stated", "A sign-on", "it adds to the first year, and may have to be paid back.", "sign-on"),
    ("equity_stated", "Equity", "it adds to the years in which it vests.", "equity"),
    ("leave_stated", "Paid leave", "it raises what an hour of work pays.", "benefits"),
)
CARE = {
    "health_deductible": "the deductible",
    "health_coinsurance_rate": "your share after it",
    "health_most": "the most you pay for care in a year",
}
EXPECTED, WORST = "the year with the care you expect", "the worst year"
NO_LIMIT = " Where nothing limits what you pay, there is no worst year."
HEALTH = ("health_deductible", "health_coinsurance_rate", "health_most", "health_account", "health_care")
RELOCATION = (
    "Relocation of {amount} is not counted in the sums: it is paid once, and what is spent on the move is no "
    "pay."
)
LEARNING = (
    "The learning budget of {amount} a year is not counted in the sums: it is spent on courses, not paid to "
    "you."
)
LEAVE = (
    "Leave of {days} days a year is not counted in the sums: base is paid through it. What base comes to for "
    "each hour worked does count it."
)


@dataclass(frozen=True, kw_only=True)
class Open:
    """A part that is not known yet, what it would add, and the step that asks for it."""

    title: str
    change: str
    step: str


def uncounted(offer: Offer, package: Package) -> Iterator[Number]:
    """What was entered and is in no total, each with the reason."""
    yield from budgets(offer)
    days = package.leave.days if package.leave else None
    if days:
        shown = f"{days.normalize():f}"
        yield Number(
            key="leave",
            label="Paid leave, a year",
            figure=f"{shown}{NO_BREAK}days",
            whys=(entered(LEAVE, days=shown),),
        )


def budgets(offer: Offer) -> Iterator[Number]:
    """Money that is bound to one use: the move, and learning."""
    found = (
        ("relocation", "Relocation, paid once", offer.relocation, RELOCATION),
        ("learning", "Learning budget, a year", offer.learning_budget, LEARNING),
    )
    for key, label, amount, told in found:
        if amount:
            shown = money(amount, offer.currency)
            yield Number(key=key, label=label, figure=shown, whys=(entered(told, amount=amount),))


def open_parts(offer: Offer) -> Iterator[Open]:
    """What nobody has named yet, and the one figure without which others that were entered count nothing."""
    for stated, title, change, step in OPEN:
        if getattr(offer, stated) == Stated.NOT_STATED:
            yield Open(title=title, change=change, step=step)
    if offer.health_premium is None and any(getattr(offer, name) is not None for name in HEALTH):
        told = "without it no year of the health plan can be told, so it is not shown."
        yield Open(title="Your premium of the health plan", change=told, step="benefits")
    plan = health_of(offer)
    if plan and (years := untold(plan)):
        unknown = listed([words for name, words in CARE.items() if getattr(offer, name) is None])
        limit = NO_LIMIT if WORST in years else ""
        told = f"without {unknown}, {years} cannot be told. Ask the employer.{limit}"
        yield Open(title="Your part of the cost of care", change=told, step="benefits")
    if offer.onsite_days is None and (offer.commute_cost or offer.commute_minutes):
        told = "without them the way to work is not counted."
        yield Open(title="Days on site", change=told, step="place")


def untold(plan: HealthPlan) -> str:
    """The years of the health plan whose cost is not known, in words; empty where none is asked about."""
    expected = plan.care is not None and health_cost(plan, plan.care) is None
    found = ((EXPECTED, expected), (WORST, worst_health_cost(plan) is None))
    return " and ".join(words for words, is_open in found if is_open)
