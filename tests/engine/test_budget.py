"""The facts about the employer's money, for and against."""

import pytest

from offers.engine.budget import budget_facts
from offers.engine.reason import ASSUMPTION, PRACTITIONER, Grade
from offers.engine.situation import Budget
from tests.engine.cases import POLICY


@pytest.mark.parametrize(
    ("budget", "in_favour", "against"),
    [
        (Budget(), [], []),
        (Budget(headcount_frozen=True), [], ["HEADCOUNT_FROZEN"]),
        (Budget(headcount_frozen=False), ["HEADCOUNT_FUNDED"], []),
        (Budget(role_open_days=60), [], []),
        (Budget(role_open_days=61), ["ROLE_OPEN_LONG"], []),
        (Budget(competing_candidates=True), [], ["COMPETING_CANDIDATES"]),
        (Budget(competing_candidates=False), ["NO_COMPETING_CANDIDATES"], []),
        (
            Budget(fiscal_year_ending=True, recruiter_hesitates=True),
            [],
            ["FISCAL_YEAR_ENDING", "RECRUITER_HESITATES"],
        ),
        (Budget(fiscal_year_ending=False, recruiter_hesitates=False), [], []),
    ],
)
def test_budget_facts_are_listed_for_and_against(
    budget: Budget, in_favour: list[str], against: list[str]
) -> None:
    found = budget_facts(budget, POLICY)
    assert [fact.code for fact in found.in_favour] == in_favour
    assert [fact.code for fact in found.against] == against


def test_budget_facts_name_their_ground() -> None:
    facts = budget_facts(Budget(headcount_frozen=True, competing_candidates=True), POLICY).against
    assert [(fact.text, fact.source, fact.grade) for fact in facts] == [
        ("Headcount is frozen, so each change is looked at twice.", PRACTITIONER, Grade.D),
        ("Other candidates are still in the running.", ASSUMPTION, Grade.E),
    ]
