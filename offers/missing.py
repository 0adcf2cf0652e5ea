"""What is not known yet, and what each answer would change: from empty fields and from the engine's flags."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from offers.engine.advice import Advice
from offers.engine.flags import Flag
from offers.engine.situation import EmployerType
from offers.models import Offer, Stated

PARTS = (
    ("bonus_stated", "a bonus", "bonus"),
    ("sign_on_stated", "a sign-on", "sign-on"),
    ("equity_stated", "equity", "equity"),
    ("leave_stated", "paid leave", "benefits"),
)


@dataclass(frozen=True, kw_only=True)
class Gap:
    """One open answer: what it is, what it would change, and the step that asks for it, if one does."""

    title: str
    change: str
    step: str = ""


Known = Callable[[Offer, Advice], bool]


def flagged(flag: Flag) -> Known:
    return lambda offer, advice: flag in advice.flags


def few_salaries(offer: Offer, advice: Advice) -> bool:
    return 0 < len(advice.state.peers) < advice.state.policy.peers_fair


GAPS: tuple[tuple[Known, Gap], ...] = (
    (
        lambda offer, advice: not advice.state.band.limits_known,
        Gap(
            title="Their range for this level",
            change="It says whose approval a number needs, limits both ceilings, and lights the band and the "
            "approval.",
            step="range",
        ),
    ),
    (
        flagged(Flag.BAND_FROM_POSTING),
        Gap(
            title="The range of the level itself",
            change="It would take the place of the posted range, which may cover several levels.",
            step="range",
        ),
    ),
    (
        flagged(Flag.BAND_INFERRED),
        Gap(
            title="Both ends of their range",
            change="They would take the place of the usual spread that is assumed now.",
            step="range",
        ),
    ),
    (
        flagged(Flag.MID_INFERRED),
        Gap(
            title="The midpoint of their range",
            change="It is the first line of approval; now the middle of the range stands for it.",
            step="range",
        ),
    ),
    (
        flagged(Flag.FX_MISSING),
        Gap(
            title="Their range in the currency of the offer",
            change="Amounts in another currency are left out, so they limit nothing yet.",
            step="range",
        ),
    ),
    (
        lambda offer, advice: not advice.state.peers,
        Gap(
            title="What the team earns",
            change="The best-paid person at your level limits both ceilings and lights the pay of the team.",
            step="team",
        ),
    ),
    (
        few_salaries,
        Gap(
            title="More salaries of the team",
            change="Each further salary of your level makes the evidence stronger.",
            step="team",
        ),
    ),
    (
        lambda offer, advice: Flag.TARGET_ASSUMED in advice.flags and not advice.ask.follows_a_system,
        Gap(
            title="Your target",
            change="The ask is built on it; now a number inside usual padding is assumed.",
            step="numbers",
        ),
    ),
    (
        flagged(Flag.NO_WALKAWAY),
        Gap(
            title="Your walk-away",
            change="It lights the one private light and tells when base alone falls short. It stays yours.",
            step="numbers",
        ),
    ),
    (
        flagged(Flag.BUFFER_DEFAULT),
        Gap(
            title="The industry",
            change="Its usual padding would take the place of the general one.",
            step="role",
        ),
    ),
    (
        flagged(Flag.HOURS_ASSUMED),
        Gap(
            title="The hours a week",
            change="Everything that is compared by the year would stand on your hours, not on a full week.",
            step="offer",
        ),
    ),
    (
        lambda offer, advice: offer.deadline is None,
        Gap(
            title="The day they want an answer by",
            change="It gives the last day on which a counter leaves them time for their review.",
            step="offer",
        ),
    ),
)


UNUSED = ("range", "team", "role")  # Steps whose answers move nothing where base follows from a system.
INPUTS: Mapping[EmployerType, Gap] = {
    EmployerType.FORMULA: Gap(
        title="The inputs of their formula",
        change="Benchmark, location factor, level and step make the base. Ask which they used for you, and "
        "check each.",
    ),
    EmployerType.STEP_SCALE: Gap(
        title="The inputs of their scale",
        change="Level and step make the base. Ask where they placed you, and what experience they counted.",
    ),
    EmployerType.SINGLE_RATE: Gap(
        title="The level of the role",
        change="Everybody in the role has one rate. Ask which level it is, and what the next one asks for.",
    ),
}


def gaps_of(offer: Offer, advice: Advice) -> tuple[Gap, ...]:
    """Every open answer, what limits the ask first: inputs of the system, where one sets the base."""
    found = [gap for is_open, gap in GAPS if is_open(offer, advice)]
    inputs = INPUTS.get(advice.state.situation.employer_type)
    if inputs:
        found = [inputs, *(gap for gap in found if gap.step not in UNUSED)]
    unnamed = [(words, step) for name, words, step in PARTS if getattr(offer, name) == Stated.NOT_STATED]
    if unnamed:
        found.append(
            Gap(
                title=f"Whether there is {listed([words for words, _ in unnamed])}",
                change="What is not named can still be asked for. Ask for it in writing before you counter.",
                step=unnamed[0][1],
            )
        )
    return tuple(found)


def listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"
