"""A draft against the record: leaks, unknown figures, other employers, names, preference."""

from decimal import Decimal

import pytest

from offers.engine.draft import Competing, DraftFacts, Kind
from offers.engine.policy import Policy
from offers.engine.tone import check
from offers.engine.tone_finding import Severity


def found(text: str, facts: DraftFacts, policy: Policy | None = None) -> list[tuple[str, str]]:
    return [(f.code, text[f.start : f.end]) for f in check(text, facts, policy)]


WALK_AWAY = DraftFacts(walk_away=Decimal(79_000))


@pytest.mark.parametrize(
    "number",
    [
        "79,000",
        "79k",
        "79 000",
        "79.000,00",
        "$78,605",
        "79,395",
        "78605.00",
        "seventy-nine thousand",
        "79000",
    ],
)
def test_number_within_half_a_per_cent_of_the_walk_away_is_blocked(number: str) -> None:
    text = f"It is {number} for me."
    assert found(text, WALK_AWAY) == [("W1", number)]


@pytest.mark.parametrize("number", ["78,604", "79,396", "80,000", "79", "790,000", "79,000 %"])
def test_number_further_away_passes(number: str) -> None:
    assert found(f"It is {number} for me.", WALK_AWAY) == []


def test_walk_away_that_is_a_public_figure_passes_and_its_neighbour_does_not() -> None:
    facts = DraftFacts(walk_away=Decimal(79_000), figures=(Decimal(79_000), Decimal(80_000)))
    assert found("You offered 79,000, not 79,100.", facts) == [("W1", "79,100")]


def test_private_figures_are_guarded_like_the_walk_away() -> None:
    facts = DraftFacts(private_figures=(Decimal("66666.67"), Decimal(41)))
    assert found("I need 66,700 a year; 41.10 an hour.", facts) == [("W1", "66,700"), ("W1", "41.10")]


@pytest.mark.parametrize("text", ["a 40 hours week", "40 days", "40 %", "on 40 people", "March 4"])
def test_count_beside_an_hourly_walk_away_is_no_leak(text: str) -> None:
    facts = DraftFacts(walk_away=Decimal(40), private_figures=(Decimal(4),))
    assert found(text, facts) == []


def test_policy_sets_how_near_a_number_may_come() -> None:
    wide = Policy(leak_margin=Decimal("0.02"))
    assert found("It is 80,000.", WALK_AWAY, wide) == [("W1", "80,000")]


def test_no_finding_prints_the_walk_away() -> None:
    told = " ".join(f.reason.text + f.rewrite + str(f) for f in check("It is 79,100 here.", WALK_AWAY))
    assert ("79,000" in told, "79000" in told, "79000" in repr(WALK_AWAY)) == (False, False, False)


RECORD = DraftFacts(figures=(Decimal(80_000), Decimal(88_725)), target=Decimal(95_000))


@pytest.mark.parametrize("text", ["80k", "80,000.00", "88.7k", "88,725", "95,000", "5 days", "level 5"])
def test_figure_on_record_passes_also_when_it_is_rounded(text: str) -> None:
    assert found(text, RECORD) == []


@pytest.mark.parametrize("text", ["81,000", "88.8k", "88,700", "$500"])
def test_amount_that_is_not_on_record_is_a_tip(text: str) -> None:
    assert [(f.code, f.severity) for f in check(text, RECORD)] == [("H3", Severity.TIP)]


def test_amounts_are_not_compared_when_nothing_is_on_record() -> None:
    assert found("81,000", DraftFacts(target=Decimal(95_000))) == []


def test_number_of_another_offer_that_is_not_on_record_weighs_more() -> None:
    facts = DraftFacts(kind=Kind.COMPETING, figures=(Decimal(80_000),))
    severities = [f.severity for f in check("They pay 81,000.", facts) if f.code == "H3"]
    assert severities == [Severity.FIX]


STAGES = [
    ("I am in final conversations elsewhere.", Competing.PROCESS),
    ("I am interviewing with another company.", Competing.PROCESS),
    ("There are other processes.", Competing.PROCESS),
    ("Another process ends soon.", Competing.PROCESS),
    ("I am in the last rounds elsewhere and expect an offer in May.", Competing.PROCESS),
    ("I may get another offer next week.", Competing.PROCESS),
    ("I have another offer.", Competing.VERBAL),
    ("An offer from another company is on my desk.", Competing.VERBAL),
    ("I am weighing three offers.", Competing.VERBAL),
    ("Another company has made me an offer.", Competing.VERBAL),
    ("I have offers elsewhere.", Competing.VERBAL),
    ("I received a better offer.", Competing.VERBAL),
    ("Someone else offered me the role.", Competing.VERBAL),
    ("They have offered me the role.", Competing.VERBAL),
    ("I hold another written offer.", Competing.WRITTEN),
    ("I have an offer in writing from another firm.", Competing.WRITTEN),
]


@pytest.mark.parametrize(("text", "stage"), STAGES)
def test_other_employer_is_blocked_unless_it_has_come_that_far(text: str, stage: Competing) -> None:
    blocked = {
        held: any(f.code == "H1" for f in check(text, DraftFacts(competing=held))) for held in Competing
    }
    order = list(Competing)
    assert blocked == {held: order.index(held) < order.index(stage) for held in Competing}


@pytest.mark.parametrize(
    "text",
    [
        "There is no other offer to compare.",
        "I do not have another offer.",
        "If I had another offer, I would say so.",
        "Could you make another offer?",
        "I look forward to another offer from you.",
        "Is there any other offer you could draft?",
        "You have offered me a good start.",
        "HR has offered me a call.",
        "Other companies publish their bands.",
        "Thank you for the written offer.",
    ],
)
def test_sentence_about_no_other_offer_passes(text: str) -> None:
    assert found(text, DraftFacts()) == []


PREFERENCES = [
    "You remain my preferred choice.",
    "You are still my first choice.",
    "Your company is my top choice.",
    "This role is my number one option.",
    "My first choice is your team.",
    "My preference is to join.",
    "I would rather work with you.",
    "I'd much rather join you.",
    "I prefer your offer.",
    "It is my first choice.",
    "Northwind is my preferred employer.",
]


@pytest.mark.parametrize("text", PREFERENCES)
def test_preference_is_blocked_unless_it_is_confirmed(text: str) -> None:
    facts = DraftFacts(employer="Northwind Ltd")
    confirmed = DraftFacts(employer="Northwind Ltd", preferred=True)
    assert ([f.code for f in check(text, facts)], check(text, confirmed)) == (["H2"], ())


@pytest.mark.parametrize(
    "text",
    [
        "My preferred option would be to start in May.",
        "Tuesday is my first choice.",
        "The second package is my preferred option.",
        "I prefer to work from home.",
    ],
)
def test_preference_for_something_else_passes(text: str) -> None:
    assert found(text, DraftFacts(employer="Northwind")) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The package from Initech is here.", "Initech"),
        ("I had an interview at Initech.", "Initech"),
        ("My current role at Initech ends.", "Initech"),
        ("Initech already offers me a car.", "Initech"),
        ("I spoke with Globex.", "Globex"),
        ("GLOBEX is near.", "GLOBEX"),
        ("I like Blue River Ltd’s plan.", "Blue River Ltd"),
        ("The acme people are kind.", "acme"),
        ("At 3M they are kind.", "3M"),
    ],
)
def test_name_of_another_company_is_a_tip(text: str, name: str) -> None:
    facts = DraftFacts(
        competitors=("Globex", " Blue River Ltd ", "acme", "3M", "Target", ""), employer="Northwind"
    )
    assert [(f.severity, text[f.start : f.end]) for f in check(text, facts)] == [(Severity.TIP, name)]


@pytest.mark.parametrize(
    "text",
    [
        "The offer from Northwind is here.",
        "My target is clear.",
        "The offer from HR came on Friday.",
        "The package from Monday is here.",
        "The Globexans are kind.",
        "You offered me a car.",
    ],
)
def test_other_names_pass(text: str) -> None:
    facts = DraftFacts(competitors=("Globex", "Target"), employer="Northwind Ltd")
    assert found(text, facts) == []


def test_name_of_the_company_weighs_more_in_a_note_about_another_offer() -> None:
    facts = DraftFacts(kind=Kind.COMPETING, competitors=("Globex",))
    severities = [f.severity for f in check("I spoke with Globex.", facts) if f.code == "C1"]
    assert severities == [Severity.FIX]


def test_a_gap_in_brackets_is_blocked_until_it_is_filled() -> None:
    text = "Based on [your reason], I ask for more. See point [1] and [ ] below. [not closed; [Name]"
    assert found(text, DraftFacts()) == [("H4", "[your reason]"), ("H4", "[Name]")]
    assert [one.severity for one in check("Dear [Name],")] == [Severity.BLOCK]
