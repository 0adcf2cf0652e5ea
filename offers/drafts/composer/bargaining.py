"""The message that asks for something: the counter."""

from offers.drafts.composer.dropped import taken_as_standing
from offers.drafts.composer.ground import NO_BASE, Ground, NothingToSayError
from offers.drafts.composer.words import (
    SETTLED,
    by_tone,
    ended,
    instead,
    items_words,
    level_reason,
    limit,
    listed,
    looked_into,
    movable,
    package_words,
    paid,
    reason,
    review_words,
    still_open,
)
from offers.drafts.models import Tone
from offers.engine.shared import SharedBasis
from offers.engine.situation import EmployerType

REVIEW = (
    "If a part of this cannot be done, another way could be a review after six months, agreed in writing now."
)

# Where base follows from a rule: what is argued about it, a sentence each.
ARGUED = {
    EmployerType.FORMULA: (
        "I have no request on base, since it follows from your formula.",
        "Could you show me the level, the location and the step that it was given?",
    ),
    EmployerType.STEP_SCALE: (
        "I have no request on base, since it follows from your scale.",
        "Could you tell me at which step my years of experience place me?",
    ),
}


def basis_of(ground: Ground) -> SharedBasis:
    if ground.basis is None:
        raise NothingToSayError(NO_BASE)
    return ground.basis


def counter(ground: Ground, tone: Tone, *, preferred: bool) -> list[str]:
    """Interest, one request with its reasons, a second way, and a question."""
    basis = basis_of(ground)
    asks = base_request(ground, basis, tone) if basis.ask else other_request(ground, basis)
    opens = [interest(ground, tone, preferred=preferred), still_open(ground), taken_as_standing(ground.drops)]
    return [*opens, *asks, question(tone)]


def interest(ground: Ground, tone: Tone, *, preferred: bool) -> str:
    choice = " You are my first choice." if preferred else ""
    if ground.answered is not None:
        return f"{looked_into(ground, tone)}{choice}"
    first = f"Thank you for the offer for the role of {ended(ground.role)}"
    wish = by_tone(
        tone,
        warm=f" I am excited about the work and would like to join {ended(ground.company)}",
        plain=f" I am glad to have it, and I would like to join {ended(ground.company)}",
        brief=" I am glad to have it.",
    )
    return f"{first}{wish}{choice}"


def question(tone: Tone) -> str:
    """What they can do next."""
    ask = "Could you take this to the people who decide on pay"
    return by_tone(
        tone,
        warm=f"{ask}, and tell me what they need from me? I am happy to talk it through whenever it suits "
        "you.",
        plain=f"{ask}, and tell me what they need from me? I am happy to talk it through.",
        brief=f"{ask}?",
    )


def base_request(ground: Ground, basis: SharedBasis, tone: Tone) -> list[str]:
    """The ask, why it is raised now, and the second way."""
    if ground.answered is not None:
        step = f"could we settle at {asked(ground, basis)}?"
        start = "Starting from the first, " if ground.cut_from is not None else ""
        more = f"{start}I would like to ask for one more step. {reason(ground, basis)}, {step} {SETTLED}"
        return [f"{limit(ground, basis)} {more}", second_way(ground, basis)]
    request = f"{reason(ground, basis)}, I would like to ask for {asked(ground, basis)}."
    point = by_tone(
        tone,
        warm="There is one point that I would like to raise: the base.",
        plain="There is one point that I would like to raise: the base.",
        brief="I have one request, on the base.",
    )
    return [f"{point} {named(ground)}{request} {SETTLED}", second_way(ground, basis)]


def asked(ground: Ground, basis: SharedBasis) -> str:
    """The base, with what an open proposal of ours named beside it and they have not given."""
    base = f"a base of {paid(basis.ask or basis.offer, basis)}"
    return f"{base} with {ground.rest}" if ground.rest else base


def second_way(ground: Ground, basis: SharedBasis, *, aloud: bool = False) -> str:
    """A package worth as much as the ask, else words without a number; aloud the next step of the ladder.

    What is worth less is said only after a no. It names a direction and never promises to sign: whether to
    take it is decided when they answer.
    """
    start = "If the base cannot go that far"
    if ground.package:
        same = package_words(ground.package.base, ground.package.items, basis)
        return f"{start}, {same} would come to the same for me."
    if aloud and ground.step and ground.step.review:
        base, review = paid(ground.step.base, basis), ground.step.review
        later = f"{base} with a review after {review.months} months, agreed in writing now"
        return f"{start}, another way could be {later}.{review_words(review, basis)}"
    if aloud and ground.step:
        return f"{start}, {package_words(ground.step.base, ground.step.items, basis)} could be another way."
    return f"{start}, I am open to {' or '.join(instead(ground))} instead."


def other_request(ground: Ground, basis: SharedBasis) -> list[str]:
    """No request on base: one for what stands beside it, or the question what may move."""
    items = opening_items(basis)
    if items:
        request = f"{level_reason(ground)}, I would like to ask for {items}."
    else:
        stays = f"It stays at {paid(ground.cut_from or ground.answered or basis.offer, basis)}."
        such = f": {listed([*movable(ground), 'the start'])}" if movable(ground) else ""
        what = f"I would like to ask what else may move{such}."
        request = f"{stays} {level_reason(ground)}, {what}"
    on_base = f"{named(ground)}{placement(ground)}"
    if ground.cut_from is not None:
        on_base = f"{limit(ground, basis)} Beyond that, {placement(ground)}"
    return [on_base, f"{request} {SETTLED}", REVIEW]


def opening_items(basis: SharedBasis) -> str:
    """What is asked for beside base."""
    return items_words([item for one in basis.opening[:1] for item in one.items], basis)


def placement(ground: Ground) -> str:
    """Why base is not asked for; where it follows from a rule, the question is what the rule was given."""
    return " ".join(ARGUED.get(ground.employer_type, ("I have no request on base.",)))


def named(ground: Ground) -> str:
    """What has changed since a number was named. The ask itself never changes for it."""
    if not ground.number_named:
        return ""
    return (
        "I named a number earlier, before I knew the level, the scope and the whole offer. Please take what "
        "I "
        "write here in its place. "
    )
