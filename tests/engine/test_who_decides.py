"""What recruiter, hiring manager and finance guard, and what the request gives each to say."""

from decimal import Decimal

import pytest

from offers.engine.bargain import Bargain
from offers.engine.errors import EngineError
from offers.engine.packages import packages
from offers.engine.policy import PUBLISHED
from offers.engine.reason import ARITHMETIC, ASSUMPTION, PRACTITIONER, TYPED, Grade, Reason, Source
from offers.engine.who_decides import Decider, who_decides
from tests.engine.bargains import POLICY, item, small, team

D = Decimal


def of(bargain: Bargain, best_peer: str | None = None) -> tuple[Decider, Decider, Decider]:
    peer = None if best_peer is None else D(best_peer)
    return who_decides(bargain=bargain, offered=packages(bargain, POLICY), best_peer=peer)


def test_who_decides_for_the_team() -> None:
    assert [(one.title, one.guards.text, one.says.text) for one in of(team(k=D("1.1")), "84500")] == [
        (
            "Recruiter",
            "Filling the role inside the guidelines.",
            "88,500 needs an exception for 4,000; if that fails, there is a package at 84,500 that needs "
            "none.",
        ),
        (
            "Hiring manager",
            "Fairness in the team, and somebody who will succeed.",
            "The ask is 4.7% above the best-paid colleague known, so it needs a difference in scope or "
            "experience that can be named.",
        ),
        (
            "Finance",
            "Cost discipline, and one rule for everyone.",
            "The ask costs 9,350 more a year; money paid once, such as a sign-on, can take the place of a "
            "part of it.",
        ),
    ]


def test_who_decides_without_an_ask() -> None:
    found = of(small(ask=None, items=(item("learning", cap="90"),)), "1000")
    assert [one.says.text for one in found] == [
        "The request leaves base as it is, so it needs no exception.",
        "The request leaves base as it is, so it overtakes nobody in the team.",
        "Base, the cost that comes back every year, does not change.",
    ]


@pytest.mark.parametrize(
    ("ceiling", "text"),
    [
        ("1100", "1,100 stays inside what needs no exception, so it can close as it is."),
        (
            "1099.99",
            "1,100 needs an exception for 0.01; if that fails, there is a package at 1,099.99 that needs "
            "none.",
        ),
        ("1000", "1,100 needs an exception for 100, with the reason in writing to forward."),
    ],
)
def test_the_recruiter_looks_at_what_needs_an_exception(ceiling: str, text: str) -> None:
    recruiter = of(small(ceiling=D(ceiling)))[0]
    assert recruiter.says.text == text


def test_what_needs_no_exception_may_still_need_more_than_one_yes() -> None:
    inside = small(ceiling=D(1100))
    offered = packages(inside, POLICY)
    signed = ("hiring manager", "compensation team")
    found = who_decides(bargain=inside, offered=offered, approvers=signed)[0].says
    assert found.text == (
        "1,100 stays inside what needs no exception. Each of these still has to agree: hiring manager, "
        "compensation team."
    )
    alone = who_decides(bargain=inside, offered=offered, approvers=signed[:1])[0].says
    assert alone.code == "RECRUITER_INSIDE"


@pytest.mark.parametrize(
    ("source", "grade", "expected"),
    [
        (PUBLISHED, Grade.D, (PUBLISHED, Grade.D)),
        (ASSUMPTION, Grade.E, (ASSUMPTION, Grade.E)),
        (TYPED, Grade.FACT, (ARITHMETIC, Grade.FACT)),
    ],
)
def test_the_recruiters_line_is_as_strong_as_the_limit_behind_it(
    source: Source, grade: Grade, expected: tuple[Source, Grade]
) -> None:
    limit = Reason(code="LIMIT", sentence="It ends here.", source=source, grade=grade)
    offered = packages(small(), POLICY)
    says = who_decides(bargain=small(), offered=offered, limit=limit)[0].says
    assert (says.source, says.grade) == expected


@pytest.mark.parametrize(
    ("best_peer", "code"),
    [
        (None, "MANAGER_NO_PEERS"),
        ("0", "MANAGER_NO_PEERS"),
        ("1100.01", "MANAGER_INSIDE"),
        ("1100", "MANAGER_INSIDE"),
        ("1099.99", "MANAGER_ABOVE"),
    ],
)
def test_the_hiring_manager_looks_at_the_team(best_peer: str | None, code: str) -> None:
    assert of(small(), best_peer)[1].says.code == code


def test_finance_counts_the_cost_of_a_year() -> None:
    finance = of(small(k=D("1.1"), units_a_year=D(12)))[2]
    assert finance.says.params == {"cost": D("1320.0")}


def test_who_decides_names_its_sources() -> None:
    found = of(small(), "1000")
    assert [(one.key, one.guards.code, one.guards.binding) for one in found] == [
        ("recruiter", "GUARDS_RECRUITER", "recruiter"),
        ("hiring_manager", "GUARDS_HIRING_MANAGER", "hiring_manager"),
        ("finance", "GUARDS_FINANCE", "finance"),
    ]
    assert {(one.guards.source, one.guards.grade) for one in found} == {(PRACTITIONER, Grade.D)}
    assert [(one.says.source, one.says.grade) for one in found] == [
        (ARITHMETIC, Grade.FACT),
        (TYPED, Grade.FACT),
        (ARITHMETIC, Grade.FACT),
    ]


def test_who_decides_refuses_pay_below_zero() -> None:
    with pytest.raises(EngineError) as caught:
        of(small(), "-1")
    assert caught.value.field == "best_peer"
