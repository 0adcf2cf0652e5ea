"""Messages that bring it to a close: the fallback, and the note on another offer."""

from offers.drafts.composer.bargaining import basis_of, opening_items
from offers.drafts.composer.dropped import taken_as_standing
from offers.drafts.composer.ground import NO_RIVAL, Ground, NothingToSayError, Rival, Step
from offers.drafts.composer.words import (
    GAP,
    SETTLED,
    by_tone,
    capital,
    day,
    ended,
    instead,
    items_words,
    limit,
    looked_into,
    paid,
    review_words,
    still_open,
)
from offers.drafts.models import Tone
from offers.engine.draft import Competing
from offers.engine.shared import SharedBasis

STAGE = {
    Competing.WRITTEN: "I also hold another offer, in writing.",
    Competing.VERBAL: "I also have another offer, so far only a spoken one.",
    Competing.PROCESS: "I am also in a process with another employer. It has come to [how far it has come].",
}
NO_REASON = f"It is based on {GAP}."
NEARER = {"bonus_target_rate": "a bonus", "sign_on": "a sign-on", "equity_grant": "a grant"}


def fallback(ground: Ground, tone: Tone) -> list[str]:
    """Takes up the limit they named, proposes the next step, and says by when it could be signed."""
    basis = basis_of(ground)
    return [
        looked_into(ground, tone),
        still_open(ground),
        taken_as_standing(ground.drops),
        f"{limit(ground, basis)} {proposal(ground, basis)}",
        " ".join(filter(None, (fits(ground, basis), "" if ground.drops else SETTLED))),
        f"{signing(ground)} "
        + by_tone(
            tone,
            warm="Could you tell me whether that is possible? I am happy to talk about it.",
            plain="Could you tell me whether that is possible?",
            brief="Is that possible?",
        ),
    ]


def proposal(ground: Ground, basis: SharedBasis) -> str:
    if ground.settle is None:
        return f"Could {' or '.join(instead(ground))} close a part of the difference?"
    if ground.settle.base == ground.answered and (ground.settle.review or ground.settle.items):
        return f"That base would work for me with {beside(ground.settle, basis)}"
    return f"This would work for me: {proposed(ground.settle, basis)}"


def fits(ground: Ground, basis: SharedBasis) -> str:
    """The reason from outside for what is proposed now; none for a question without a proposal."""
    if ground.settle is None and ground.answered is not None:
        return ""
    top = basis.pay_range.maximum if basis.pay_range else None
    if top and ground.settle and ground.settle.base <= top:
        return "This base stays inside the range that you have stated."
    return f"It fits the level of the role, {ended(ground.level)}" if ground.level else NO_REASON


def proposed(step: Step, basis: SharedBasis) -> str:
    """What could be agreed on, with the end of its sentence."""
    base = f"a base of {paid(step.base, basis)}"
    return f"{base} with {beside(step, basis)}" if step.review or step.items else f"{base}."


def beside(step: Step, basis: SharedBasis) -> str:
    """What makes a base enough: items, or a review agreed in writing."""
    if step.review is None:
        return f"{items_words(step.items, basis)}."
    later = f"a review after {step.review.months} months, agreed in writing now."
    return f"{later}{review_words(step.review, basis)}"


def signing(ground: Ground) -> str:
    """A promise to sign stands on a package that is named; else only an answer is promised."""
    if ground.settle is None:
        return f"If there is a way, I can confirm my answer by {day(ground.sign_by)}."
    both = " and what you named before stands" if ground.drops else ""
    return f"If we can do this{both}, I can sign by {day(ground.sign_by)}."


def competing(ground: Ground, tone: Tone, *, preferred: bool) -> list[str]:
    """How far the other process is, its day, the one term that differs, and what would settle it."""
    rival = ground.rival
    if rival is None:
        raise NothingToSayError(NO_RIVAL)
    opens = f"Thank you for the offer for the role of {ended(ground.role)} " + by_tone(
        tone,
        warm="I am excited about the work, so I want to be open with you about my situation.",
        plain="I want to be open with you about my situation.",
        brief="This is my situation.",
    )
    return [
        f"{opens}{' You are my first choice.' if preferred else ''}",
        still_open(ground),
        f"{STAGE[rival.how]} {dated(rival)} {difference(rival)}",
        f"{settles(ground, rival, preferred=preferred)} "
        + by_tone(
            tone,
            warm="Could you tell me whether that is possible? I am happy to talk it through.",
            plain="Could you tell me whether that is possible?",
            brief="Is that possible?",
        ),
    ]


def dated(rival: Rival) -> str:
    if rival.how is Competing.PROCESS:
        due = rival.expected_on or rival.answer_by
        return f"I expect their answer by {day(due) if due else '[the day]'}."
    if rival.expected_on:
        return f"I expect it in writing by {day(rival.expected_on)}."
    return f"They need my answer by {day(rival.answer_by) if rival.answer_by else '[the day]'}."


def difference(rival: Rival) -> str:
    if rival.better:
        aloud = "; they have said so and not written it yet" if rival.is_aloud else ""
        return f"What differs for me is {rival.better}{aloud}."
    return "What differs for me is [the one term, such as the base or the place of work]."


def settles(ground: Ground, rival: Rival, *, preferred: bool) -> str:
    """What would help in the term that differs; only a first choice is settled by it."""
    what = capital(wanted(ground, rival))
    return f"{what} would settle it for me." if preferred else f"{what} would make my decision easier."


def wanted(ground: Ground, rival: Rival) -> str:
    """The ask where base differs, else more of what differs; no sum of another employer is told."""
    basis = ground.basis
    if rival.term == "leave_days" and rival.theirs is not None:
        return f"{rival.theirs.normalize():f} days of leave"
    if rival.term in NEARER:
        return f"{NEARER[rival.term]} closer to that"
    if basis and basis.ask:
        return f"a base of {paid(basis.ask, basis)}"
    if rival.term:
        return opening_items(basis) if basis and opening_items(basis) else "an offer closer to that"
    return "[what would settle it]"
