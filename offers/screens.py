"""The employer's screen for one number: six lights, each with what it rests on and what turns it green."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from offers.engine.equity import Colour, Equity
from offers.engine.lights import Light, Lights
from offers.engine.money import CENT, percent, round_up
from offers.engine.policy import RULES, Policy
from offers.engine.position import Position
from offers.engine.reason import ASSUMPTION, Grade, Reason
from offers.engine.situation import Measure, Unit
from offers.explain import Number, Why, computed, money_in, why

NAMES = {
    "band": "Band",
    "approval": "Approval",
    "equity": "Pay of the team",
    "budget": "Budget",
    "padding": "What they keep back",
    "walk_away": "Walk-away",
}
ABOUT = {
    "band": "their pay range for this level",
    "approval": "whose signature the number needs",
    "equity": "against people at your level there",
    "budget": "whether there is money for it this year",
    "padding": "how much they usually keep back in a first offer",
    "walk_away": "the number below which you would rather say no",
}
RESTS_ON = {
    "band": "the band",
    "approval": "the lines of approval",
    "equity": "pay of the team",
    "budget": "facts about their money",
    "padding": "usual padding",
    "walk_away": "your walk-away",
}
COMPA_RATIO = (
    "It is {ratio} of the midpoint. That share of the middle of their range is called the compa-ratio."
)
WORDS = {Colour.GREEN: "Green", Colour.AMBER: "Amber", Colour.RED: "Red", Colour.GREY: "Not known"}


@dataclass(frozen=True, kw_only=True)
class Lamp:
    """One light as it is shown: its colour in words, and how far the number is from green."""

    key: str
    name: str
    about: str
    colour: str
    word: str
    to_green: str
    private: bool
    whys: tuple[Why, ...]


@dataclass(frozen=True, kw_only=True)
class Screen:
    """A number and its lights."""

    number: Number
    lamps: tuple[Lamp, ...]


def screen(
    number: Number,
    lights: Lights,
    *,
    policy: Policy,
    measure: Measure,
    private: bool = True,
    padded: bool = True,
) -> Screen:
    """The six lights of `number`: no private one for others, no padding where base follows from a system."""
    lit = [lights.band, lights.approval, lights.equity, lights.budget, lights.padding, lights.walk_away]
    shown = [
        light for light in lit if (private or not light.private) and (padded or light is not lights.padding)
    ]
    lamps = (_lamp(light, tuple(_behind(light, lights, policy, measure)), measure) for light in shown)
    return Screen(number=number, lamps=tuple(lamps))


def _lamp(light: Light, behind: tuple[Why, ...], measure: Measure) -> Lamp:
    return Lamp(
        key=light.key,
        name=NAMES[light.key],
        about=ABOUT[light.key],
        colour=light.colour.value,
        word=_word(light, measure),
        to_green=_to_green(light, measure),
        private=light.private,
        whys=(why(light.reason, RESTS_ON[light.key]), *behind),
    )


def _word(light: Light, measure: Measure) -> str:
    if light.key == "budget":
        return "Facts only"
    word = WORDS[light.colour]
    return (
        f"{word}, {money_in(_away(light.by_how_much, measure), measure)} away" if light.by_how_much else word
    )


def _away(amount: Decimal, measure: Measure) -> Decimal:
    """The distance in whole units, rounded up so that it suffices; pay by the hour keeps its cents."""
    return round_up(amount, CENT if measure.unit is Unit.HOUR else Decimal(1))


def _to_green(light: Light, measure: Measure) -> str:
    if light.to_green is None:
        return ""
    if light.by_how_much == 0:
        return "Anything above it would turn it green."
    if light.by_how_much is None:
        return light.to_green.text
    return replace(light.to_green, params={"by": _away(light.by_how_much, measure)}).text


def _behind(light: Light, lights: Lights, policy: Policy, measure: Measure) -> Iterator[Why]:
    """The further facts of a light: where the number stands in the band, what it does to the team."""
    if light.key == "band":
        yield from _standing(lights.position)
    if light.key == "budget":
        facts = (*lights.facts.in_favour, *lights.facts.against, light.to_green)
        yield from (why(fact, RESTS_ON["budget"]) for fact in facts if fact)
    if light.key == "equity" and lights.team:
        yield from _team(lights.team, policy, measure)


def _standing(position: Position) -> Iterator[Why]:
    if position.compa_ratio is not None:
        ratio = percent(position.compa_ratio)
        yield computed(COMPA_RATIO, "the midpoint", ratio=ratio)
    if position.range_penetration is not None:
        share = percent(position.range_penetration)
        yield computed("It stands at {share} of the way from minimum to maximum.", "the band", share=share)


def _beside(over: Decimal) -> str:
    """How far above or below something a number is, by its signed rate over it."""
    return f"{percent(abs(over))} {'above' if over > 0 else 'below'}" if over else "at"


def _team(team: Equity, policy: Policy, measure: Measure) -> Iterator[Why]:
    yield computed(
        "It would be number {rank} in the team by pay, {place} the median.",
        RESTS_ON["equity"],
        rank=team.rank,
        place=_beside(team.over_median),
    )
    if team.ripple:
        yield why(_ripple(money_in(team.ripple, measure), policy), RESTS_ON["equity"])
    yield why(
        Reason(
            code="EVIDENCE",
            sentence="The salaries that are known are {strength} evidence.",
            params={"strength": team.evidence.value},
            source=ASSUMPTION,
            grade=Grade.E,
        ),
        "how many salaries are known",
    )
    if team.proposal:
        yield why(team.proposal, RESTS_ON["equity"])


def _ripple(cost: str, policy: Policy) -> Reason:
    rule = RULES["equity_ripple"]
    return Reason(
        code="RIPPLE",
        sentence="Keeping everybody within {near} of it would cost them {ripple} more (ripple).",
        params={"near": percent(policy.equity_ripple), "ripple": cost},
        source=rule.source,
        grade=rule.grade,
    )
