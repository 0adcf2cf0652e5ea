"""The facts about the employer's money, for and against more base: a plain list, no score."""

from dataclasses import dataclass

from offers.engine.policy import Policy
from offers.engine.reason import ASSUMPTION, PRACTITIONER, Grade, Reason, Source
from offers.engine.situation import Budget


@dataclass(frozen=True, kw_only=True)
class BudgetFacts:
    """What speaks for and what against room in the budget."""

    in_favour: tuple[Reason, ...]
    against: tuple[Reason, ...]


def budget_facts(budget: Budget, policy: Policy) -> BudgetFacts:
    """The known facts, sorted by what they say; a role open for more than 60 days speaks for room."""
    open_days = budget.role_open_days
    long_open = open_days is not None and open_days > policy.role_open_days
    in_favour = (
        (long_open, _OPEN_LONG),
        (budget.competing_candidates is False, _ALONE),
        (budget.headcount_frozen is False, _FUNDED),
    )
    against = (
        (budget.headcount_frozen, _FROZEN),
        (budget.competing_candidates, _CROWDED),
        (budget.fiscal_year_ending, _YEAR_END),
        (budget.recruiter_hesitates, _HESITATES),
    )
    return BudgetFacts(
        in_favour=tuple(fact for known, fact in in_favour if known),
        against=tuple(fact for known, fact in against if known),
    )


def _fact(code: str, sentence: str, source: Source = ASSUMPTION, grade: Grade = Grade.E) -> Reason:
    return Reason(code=code, sentence=sentence, source=source, grade=grade)


_OPEN_LONG = _fact("ROLE_OPEN_LONG", "The role has been open for long; leaving it open costs them as well.")
_ALONE = _fact("NO_COMPETING_CANDIDATES", "No other candidate is in the final round.")
_FUNDED = _fact("HEADCOUNT_FUNDED", "The headcount is approved and not frozen.")
_FROZEN = _fact(
    "HEADCOUNT_FROZEN", "Headcount is frozen, so each change is looked at twice.", PRACTITIONER, Grade.D
)
_CROWDED = _fact("COMPETING_CANDIDATES", "Other candidates are still in the running.")
_YEAR_END = _fact(
    "FISCAL_YEAR_ENDING", "The fiscal year ends soon, so this year's money is mostly committed."
)
_HESITATES = _fact(
    "RECRUITER_HESITATES",
    "The recruiter hesitates, often because finance has set a limit.",
    PRACTITIONER,
    Grade.D,
)
