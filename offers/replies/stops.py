"""The lines at which the talking stops on one scale, and the grounds to step away, by what is on record."""

from dataclasses import dataclass, replace
from decimal import Decimal

from offers.drafts.record import Record
from offers.drafts.worth import worth_of
from offers.engine.advice import Advice
from offers.engine.bargain import Bargain
from offers.engine.floor import floor_reason, in_short
from offers.engine.reason import TYPED, Reason
from offers.engine.situation import Measure
from offers.engine.stepping_away import Doubts, Ground, step_away
from offers.engine.stops import StopLine, stop_lines
from offers.engine.worth import WorthNow
from offers.explain import NO_BREAK, Why, money_in, why
from offers.ledger.parts import answers_of, is_base_written
from offers.pause import pause_of, red_days
from offers.payout import assumed_payout

NO_ASK = "Base is not asked for: the rest of it is enough for you, and all the terms are in writing."
GIVEN = Reason(
    code="STOP_GIVEN",
    sentence="Base is not asked for, and they have given all that you asked for beside it.",
    source=TYPED,
)
TITLES = {"PAUSE": "Pause", "WALK": "Walk away", "SIGN": "Sign"}
ANY = "any number"
OPEN = "no number yet"
IN_WRITING = "Once all the terms are in writing."
BINDINGS = {
    "PAUSE": "the signals you wrote down",
    "WALK": "your walk-away",
    "SIGN": "the number you accept at once",
}


@dataclass(frozen=True, kw_only=True)
class Heard:
    """What they say now: the base and what all of it is worth, and their red signals.

    `bargain` has what is asked for now as its ask; where `is_given`, which is all that was asked for beside a
    base that is not, their base is the one that is accepted.

    `is_final` says that they called it final, `is_whole` that base is in writing, nothing was dropped, and
    nothing is missing of what was proposed with it.
    `is_ended` says that our yes or no went out since. `assumed` is what its worth rests on beside what was
    entered.
    """

    bargain: Bargain
    base: Decimal
    worth: WorthNow
    is_answer: bool
    is_final: bool
    is_whole: bool
    is_given: bool
    is_ended: bool
    rest: str
    red_signals: int
    assumed: tuple[Why, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What only the person knows."""

    duties_above_level: bool = False
    level_asked: bool = False
    level_explained: bool = False
    insult: bool = False


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line. `holds` marks the first that is met, which is the one to go by.

    On the scale `at` says which bases it is about, and `here` that theirs is one of them.
    """

    title: str
    text: str
    met: bool
    holds: bool
    private: bool
    whys: tuple[Why, ...]
    at: str = ""
    here: bool = False


GO_ON = Line(
    title="Go on",
    text="No line is reached: talk on, one step at a time.",
    met=False,
    holds=False,
    private=False,
    whys=(),
)
DECIDE = replace(
    GO_ON,
    title="Decide",
    text="No line is reached, and they called it final: accept once it is all in writing, or decline.",
)
WAIT = replace(GO_ON, title="Wait", text="No line is reached, and your yes or no went out: they answer next.")


@dataclass(frozen=True, kw_only=True)
class Away:
    """A ground to step away: what to try first, then the choice that remains."""

    ground: str
    remedy: str
    choice: str
    whys: tuple[Why, ...]


def heard_in(record: Record, advice: Advice) -> Heard:
    """Their last answer, else the offer as it stands. The offer comes `with_process()`."""
    offer = record.offer
    answer = next(iter(answers_of(offer)), None)
    base = (answer.base if answer else None) or advice.state.offer
    bargain = record.bargain or advice.bargain
    is_given = record.is_reached and record.is_given
    return Heard(
        bargain=replace(bargain, accept_at=base) if is_given else bargain,
        base=base,
        worth=worth_of(offer, advice),
        is_answer=answer is not None,
        is_final=record.is_final,
        is_whole=is_base_written(offer) and not (record.drops or record.lacks_the_rest),
        is_given=is_given,
        is_ended=bool(offer.history.last_word),
        rest=record.rest,
        red_signals=len(red_days(offer)) if pause_of(offer, record.today, record.policy) else 0,
        assumed=assumed_payout(offer),
    )


def lines_of(advice: Advice, heard: Heard, seen: Seen, measure: Measure) -> tuple[Line, ...]:
    found = stop_lines(
        bargain=heard.bargain,
        said=heard.base,
        package_value=heard.worth.value,
        final=heard.is_final,
        red_signals=heard.red_signals,
        insult=seen.insult,
        policy=advice.state.policy,
    )
    met = [line for line in found if line.met and (heard.is_whole or line.code != "SIGN")]
    floor = floor_reason(advice, heard.worth.value, heard.worth.differs)
    lines = [shown(line, measure, met=line in met, holds=line in met[:1]) for line in found]
    if advice.bargain.ask is None:
        lines = [beside(line, heard) if line.title == TITLES["SIGN"] else line for line in lines]
    if heard.rest:
        lines = [with_rest(line, heard.rest) for line in lines]
    whys = (why(floor), *heard.assumed) if floor else ()
    return tuple(made_of(line, advice, whys) if line.private and whys else line for line in lines)


def with_rest(line: Line, rest: str) -> Line:
    """The line to sign at, while a proposal is open that names more than base."""
    if line.title != TITLES["SIGN"]:
        return line
    plain, whole = ", and all the terms", f" with {rest}, and all the terms"
    whys = tuple(replace(one, text=one.text.replace(plain, whole)) for one in line.whys)
    return replace(line, text=line.text.replace(plain, whole), whys=whys)


def beside(line: Line, heard: Heard) -> Line:
    """The line to sign at where base is not asked for."""
    whys = (why(GIVEN, "what you asked for"),) if heard.is_given else line.whys
    return replace(line, text=NO_ASK, whys=whys)


def scale_of(advice: Advice, heard: Heard, seen: Seen, measure: Measure) -> tuple[Line, ...]:
    """The lines by base, from the most to the least, with what lies between; a pause counts at every base."""
    pause, walk, sign = lines_of(advice, heard, seen, measure)
    floor, top = least_base(advice, heard), heard.bargain.enough
    top = max(top, floor or top) if top is not None else None
    is_under = floor is not None and heard.base < floor
    is_over = top is not None and heard.base >= top and not heard.rest
    sign = replace(sign, at=f"{money_in(top, measure)} or more" if top else OPEN, here=is_over)
    if top and advice.bargain.ask is not None:
        with_it = f"With {heard.rest}, once all of it is in writing."
        sign = replace(sign, text=with_it if heard.rest else IN_WRITING)
    under = f"below {money_in(floor, measure)}" if floor else OPEN
    ends, here = (*sign.whys, *walk.whys), not (is_under or is_over)
    told = WAIT if heard.is_ended else DECIDE if heard.is_final else GO_ON
    between = replace(told, at=in_between(floor, top, measure), here=here, whys=ends)
    rest = () if floor and floor == top else (between,)
    return (replace(pause, at=ANY), sign, *rest, replace(walk, at=under, here=is_under))


def least_base(advice: Advice, heard: Heard) -> Decimal | None:
    """The base at which all they offer now is worth the least that a package must be worth."""
    least = advice.bargain.walk_away_value
    return None if least is None else advice.bargain.shown(heard.worth.base_for(least))


def in_between(floor: Decimal | None, top: Decimal | None, measure: Measure) -> str:
    if floor and top:
        return f"{money_in(floor, measure)} to {money_in(top, measure).rpartition(NO_BREAK)[2]}"
    return f"from {money_in(floor, measure)}" if floor else f"below {money_in(top, measure)}" if top else ANY


def made_of(plain: Line, advice: Advice, whys: tuple[Why, ...]) -> Line:
    """The line of the walk-away, with how its amount comes about."""
    text = f"{plain.text.removesuffix('.')}: {in_short(advice)}."
    return replace(plain, text=text, whys=(*plain.whys, *whys))


def shown(line: StopLine, measure: Measure, *, met: bool, holds: bool) -> Line:
    """The line without its name, which is the title, and with its number as money."""
    reason, number = line.reason, line.reason.params.get("number")
    if isinstance(number, Decimal):
        reason = replace(reason, params={"number": money_in(number, measure)})
    _, _, text = reason.text.partition(": ")
    return Line(
        title=TITLES[line.code],
        text=f"{text[:1].upper()}{text[1:]}",
        met=met,
        holds=holds,
        private=line.code == "WALK",
        whys=(why(reason, BINDINGS[line.code]),),
    )


def grounds_of(advice: Advice, heard: Heard, seen: Seen) -> tuple[Away, ...]:
    doubts = Doubts(
        final=heard.is_final,
        package_value=heard.worth.value,
        walk_away_value=advice.bargain.walk_away_value,
        duties_above_level=seen.duties_above_level,
        level_asked=seen.level_asked,
        level_explained=seen.level_explained,
    )
    floor = floor_reason(advice, heard.worth.value, heard.worth.differs)
    return tuple(away(ground, floor) for ground in step_away(doubts))


def away(ground: Ground, floor: Reason | None) -> Away:
    """The ground, and where it is the walk-away, how its amount comes about."""
    below = ground.reason.code == "FINAL_BELOW_WALKAWAY" and floor
    said = (ground.reason, *((floor,) if below else ()), ground.remedy)
    return Away(
        ground=ground.reason.text,
        remedy=ground.remedy.text,
        choice=ground.choice.text,
        whys=tuple(why(reason, "your answers") for reason in said),
    )
