"""The catalogue of what may move in an offer: who approves each thing, why, and what would be evidence."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from offers.engine.policy import PUBLISHED
from offers.engine.reason import PRACTITIONER, Grade, Reason, Source
from offers.engine.situation import EmployerType

SIGN_ON_SURVEY = Source(author="WorldatWork", year=2016, title="survey of employers on sign-on bonuses")


class Ease(StrEnum):
    """How readily an employer moves a lever."""

    EASY = "easy"
    HARD = "hard"
    FIXED = "fixed"


@dataclass(frozen=True, kw_only=True)
class Lever:
    """One thing that may move. `marked` is what the person found out at this employer; `None`, nothing."""

    key: str
    title: str
    ease: Ease
    approver: str
    evidence: str
    reason: Reason
    marked: bool | None = None

    @property
    def movable(self) -> bool:
        """Whether packages may use it: easy levers unless marked otherwise, hard ones only when marked."""
        return self.ease is Ease.EASY if self.marked is None else self.marked


def _lever(
    ease: Ease,
    key: str,
    title: str,
    approver: str,
    why: str,
    evidence: str,
    source: Source = PRACTITIONER,
    grade: Grade = Grade.D,
    suffix: str = "",
) -> Lever:
    reason = Reason(
        code=f"LEVER_{key.upper()}{suffix}", sentence=why, binding=key, source=source, grade=grade
    )
    return Lever(key=key, title=title, ease=ease, approver=approver, evidence=evidence, reason=reason)


_MANAGER = "hiring manager"
_TEAM = "hiring manager and compensation team"
_PAY = "compensation team"
_PEOPLE = "HR director"
_BOARD = "company policy; nobody in this process"

CATALOGUE = (
    _lever(
        Ease.EASY,
        "sign_on",
        "Sign-on",
        "recruiter, with a word from finance",
        "It is paid once, so it changes neither the band nor what the team earns.",
        "What you give up by leaving: a bonus, shares that have not vested, costs of the move.",
        SIGN_ON_SURVEY,
        Grade.C,
    ),
    _lever(
        Ease.EASY,
        "start_date",
        "Start date",
        _MANAGER,
        "It costs little and touches nobody else's pay.",
        "Your notice period, a holiday already booked, or the date the team needs you.",
    ),
    _lever(
        Ease.EASY,
        "relocation",
        "Relocation",
        "recruiter, with a word from finance",
        "It is paid once and usually has a budget of its own.",
        "A quote for the move and the distance to the place of work.",
    ),
    _lever(
        Ease.EASY,
        "base",
        "Base inside the band and the team",
        _TEAM,
        "Up to the middle of the band and the best-paid colleague it needs no exception.",
        "The posted range, the level of the role, and pay at this level and place.",
        PUBLISHED,
    ),
    _lever(
        Ease.EASY,
        "remote_days",
        "Remote days inside the policy",
        _MANAGER,
        "The policy leaves the split of days to the manager.",
        "The policy itself, and how you worked before.",
    ),
    _lever(
        Ease.EASY,
        "leave_days",
        "A few days of leave",
        _MANAGER,
        "A few days cost little and set no pay precedent.",
        "The leave you have today.",
    ),
    _lever(
        Ease.EASY,
        "learning",
        "Learning budget",
        _MANAGER,
        "It comes from the team's own budget.",
        "A course or certificate that the role needs, with its price.",
    ),
    _lever(
        Ease.EASY,
        "review_date",
        "A pay review on a fixed date",
        _MANAGER,
        "It costs nothing today and depends on results.",
        "The results you would be measured by, and the date.",
    ),
    _lever(
        Ease.HARD,
        "base_exception",
        "Base above the middle of the band or above the team",
        f"{_PAY}, then {_PEOPLE}",
        "It needs an exception, since colleagues at the level would earn less.",
        "More scope or experience than the colleagues, or a better offer in writing.",
        PUBLISHED,
    ),
    _lever(
        Ease.HARD,
        "level",
        "Level",
        "interview panel and HR director",
        "The level sets the band and the career path, and the panel has already decided it.",
        "Duties in the description that belong to the next level, and work you did at it.",
    ),
    _lever(
        Ease.HARD,
        "equity",
        "Size of the grant",
        f"{_PAY} or the board",
        "Grants follow a table by level, and another person approves them than approves base.",
        "Shares you give up, or a written offer with a larger grant.",
    ),
    _lever(
        Ease.HARD,
        "bonus_target",
        "Bonus target",
        _PAY,
        "The target is usually the same for everyone at the level.",
        "A colleague role or a posting at this level with a higher target.",
    ),
    _lever(
        Ease.HARD,
        "severance",
        "Severance",
        f"{_PEOPLE} and legal",
        "It needs contract wording outside the standard.",
        "A risk named by the employer: a new product, a merger, a short runway.",
    ),
    _lever(
        Ease.HARD,
        "notice",
        "Notice period",
        f"{_PEOPLE} and legal",
        "It needs contract wording outside the standard.",
        "What is usual for the role and the law of the place.",
    ),
    _lever(
        Ease.HARD,
        "location",
        "Location factor of the formula",
        _PAY,
        "The formula pays by place, so the place it uses can be checked.",
        "Where you will work, and the factor the employer publishes for it.",
        PUBLISHED,
    ),
    _lever(
        Ease.HARD,
        "step",
        "Step",
        _TEAM,
        "The step follows experience, and someone has to judge yours.",
        "Years and work that count as experience under the published rule.",
        PUBLISHED,
    ),
    _lever(
        Ease.FIXED,
        "refresh",
        "Schedule of new grants",
        _BOARD,
        "One schedule holds for everyone.",
        "None usually helps; ask how it has worked so far.",
    ),
    _lever(
        Ease.FIXED,
        "benefits",
        "Standard benefits",
        _BOARD,
        "One plan holds for everyone.",
        "None usually helps; ask for money where the plan does not fit you.",
    ),
    _lever(
        Ease.FIXED,
        "remote_policy",
        "Remote policy of the company",
        _BOARD,
        "One policy holds for everyone.",
        "None usually helps; ask for days inside it.",
    ),
    _lever(
        Ease.FIXED,
        "pension",
        "Pension plan",
        _BOARD,
        "One plan holds for everyone.",
        "None usually helps; read when it vests.",
    ),
    _lever(
        Ease.FIXED,
        "pay_dates",
        "Pay dates",
        _BOARD,
        "The payroll runs on the same days for everyone.",
        "None usually helps; a sign-on can bridge the first month.",
    ),
)

_BANDED = (EmployerType.BANDED,)
ONLY: Mapping[str, tuple[EmployerType, ...]] = {
    "base_exception": _BANDED,
    "location": (EmployerType.FORMULA,),
    "step": (EmployerType.FORMULA, EmployerType.STEP_SCALE),
}


def _fixed_base(why: str, suffix: str) -> Lever:
    return _lever(
        Ease.FIXED,
        "base",
        "Base",
        _BOARD,
        why,
        "None usually helps; ask what sets it.",
        PUBLISHED,
        suffix=suffix,
    )


CHANGES: Mapping[EmployerType, Mapping[str, Lever]] = {
    EmployerType.BANDED: {},
    EmployerType.SINGLE_RATE: {
        "base": _fixed_base(
            "Everyone in this job earns one rate; only another level has another.", "_SINGLE_RATE"
        ),
    },
    EmployerType.FORMULA: {
        "base": _fixed_base(
            "A formula sets base; its inputs can be argued: level, location and step.", "_FORMULA"
        ),
    },
    EmployerType.STEP_SCALE: {
        "base": _fixed_base("A published scale sets base; the step on it can be argued.", "_STEP_SCALE"),
        "step": _lever(
            Ease.EASY,
            "step",
            "Step on the scale",
            _TEAM,
            "The scale leaves the step to how much experience is credited.",
            "Proof of years and work that count as experience under the published rule.",
            PUBLISHED,
            suffix="_STEP_SCALE",
        ),
    },
}
