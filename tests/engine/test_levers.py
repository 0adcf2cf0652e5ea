"""What can be moved in an offer, by employer and by what the person found out."""

import pytest

from offers.engine.errors import EngineError
from offers.engine.lever_catalogue import Ease, Lever
from offers.engine.levers import levers
from offers.engine.policy import PUBLISHED
from offers.engine.reason import PRACTITIONER, TYPED, Grade
from offers.engine.situation import EmployerType

EASY = ["sign_on", "start_date", "relocation", "base", "remote_days", "leave_days", "learning", "review_date"]
HARD = ["base_exception", "level", "equity", "bonus_target", "severance", "notice"]
FIXED = ["refresh", "benefits", "remote_policy", "pension", "pay_dates"]


def keys(found: tuple[Lever, ...], ease: Ease) -> list[str]:
    return [lever.key for lever in found if lever.ease is ease]


def find(key: str, found: tuple[Lever, ...]) -> Lever:
    return next(lever for lever in found if lever.key == key)


@pytest.mark.parametrize("employer_type", [None, EmployerType.BANDED])
def test_levers_of_a_banded_employer(employer_type: EmployerType | None) -> None:
    found = levers(employer_type=employer_type)
    assert [keys(found, ease) for ease in Ease] == [EASY, HARD, FIXED]
    assert [lever.key for lever in found] == [*EASY, *HARD, *FIXED]


@pytest.mark.parametrize(
    ("employer_type", "easy", "hard", "fixed"),
    [
        (EmployerType.SINGLE_RATE, [], [], ["base"]),
        (EmployerType.FORMULA, [], ["location", "step"], ["base"]),
        (EmployerType.STEP_SCALE, ["step"], [], ["base"]),
    ],
)
def test_levers_change_with_the_employer_type(
    employer_type: EmployerType, easy: list[str], hard: list[str], fixed: list[str]
) -> None:
    found = levers(employer_type=employer_type)
    without_base = [key for key in EASY if key != "base"]
    assert keys(found, Ease.EASY) == [*without_base, *easy]
    assert keys(found, Ease.HARD) == [*HARD[1:], *hard]
    assert keys(found, Ease.FIXED) == [*fixed, *FIXED]


@pytest.mark.parametrize(
    ("employer_type", "code", "text"),
    [
        (
            EmployerType.BANDED,
            "LEVER_BASE",
            "Up to the middle of the band and the best-paid colleague it needs no exception.",
        ),
        (
            EmployerType.SINGLE_RATE,
            "LEVER_BASE_SINGLE_RATE",
            "Everyone in this job earns one rate; only another level has another.",
        ),
        (
            EmployerType.FORMULA,
            "LEVER_BASE_FORMULA",
            "A formula sets base; its inputs can be argued: level, location and step.",
        ),
        (
            EmployerType.STEP_SCALE,
            "LEVER_BASE_STEP_SCALE",
            "A published scale sets base; the step on it can be argued.",
        ),
    ],
)
def test_levers_say_what_sets_base(employer_type: EmployerType, code: str, text: str) -> None:
    reason = find("base", levers(employer_type=employer_type)).reason
    assert (reason.code, reason.text) == (code, text)
    assert (reason.source, reason.grade, reason.binding) == (PUBLISHED, Grade.D, "base")


def test_levers_say_who_approves_why_and_what_is_evidence() -> None:
    lever = find("leave_days", levers())
    assert (lever.title, lever.approver) == ("A few days of leave", "hiring manager")
    assert lever.evidence == "The leave you have today."
    assert lever.reason.text == "A few days cost little and set no pay precedent."
    assert (lever.reason.source, lever.reason.grade) == (PRACTITIONER, Grade.D)


def test_levers_each_have_a_code_of_their_own_and_no_blank() -> None:
    found = [lever for kind in EmployerType for lever in levers(employer_type=kind)]
    texts = {lever.reason.code: lever.reason.text for lever in found}
    assert all((lever.reason.code, lever.reason.text) in texts.items() for lever in found)
    assert len(texts) == len(EASY + HARD + FIXED) + len(["step", "location"]) + 4
    assert [lever for lever in found if not (lever.title and lever.approver and lever.evidence)] == []


def test_levers_are_movable_when_easy_and_unmarked() -> None:
    assert [lever.key for lever in levers() if lever.movable] == EASY


def test_levers_take_what_the_person_marked() -> None:
    found = levers(
        marks={"sign_on": False, "learning": True, "equity": True, "pension": True, "notice": False}
    )
    marked = [(lever.key, lever.ease, lever.movable) for lever in found if lever.marked is not None]
    assert marked == [
        ("learning", Ease.EASY, True),
        ("equity", Ease.HARD, True),
        ("pension", Ease.HARD, True),
        ("sign_on", Ease.FIXED, False),
        ("notice", Ease.FIXED, False),
    ]


@pytest.mark.parametrize(
    ("mark", "code", "text"),
    [
        (True, "LEVER_MARKED_MOVABLE", "You marked this as movable here."),
        (False, "LEVER_MARKED_FIXED", "You marked this as not movable here."),
    ],
)
def test_levers_name_the_person_as_source_of_a_mark(mark: bool, code: str, text: str) -> None:
    reason = find("equity", levers(marks={"equity": mark})).reason
    assert (reason.code, reason.text, reason.binding) == (code, text, "equity")
    assert (reason.source, reason.grade) == (TYPED, Grade.FACT)


@pytest.mark.parametrize(
    ("key", "employer_type"),
    [("parking", EmployerType.BANDED), ("step", EmployerType.BANDED), ("location", EmployerType.STEP_SCALE)],
)
def test_levers_refuse_a_mark_of_what_the_employer_does_not_have(
    key: str, employer_type: EmployerType
) -> None:
    with pytest.raises(EngineError) as caught:
        levers(employer_type=employer_type, marks={key: True})
    assert caught.value.field == f"movable.{key}"
    assert caught.value.sentence == f"There is no lever called {key} at this employer."
