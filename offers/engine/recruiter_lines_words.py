"""What an answer to a recruiter may name: the numbers of the advice, as words, without what is private."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from offers.engine.advice import Advice
from offers.engine.draft import Competing
from offers.engine.ladder import EACH, Rung
from offers.engine.money import spoken
from offers.engine.packages import Package, Pick
from offers.engine.reason import in_words
from offers.engine.recruiter_lines_parts import Fact
from offers.engine.shared import SharedItem
from offers.engine.tone_figures import amounts
from offers.engine.tone_text import Page

_MOST_ITEMS = 2  # More of them make a sentence that nobody can say.


@dataclass(frozen=True, kw_only=True)
class Words:
    """What may fill a sentence, by placeholder, and what is true of the talk.

    `ask` · `package` the closing number with its sign-on · `sign_on` and `extras` what can stand beside or
    instead of base · `agreed` what a yes may be promised for · `review` the base after a review · `top` the
    top of the range they stated · `answer_by` the day by which they want an answer · `sign_by` the day by
    which one can sign.
    """

    known: Mapping[str, str] = field(default_factory=dict)
    facts: frozenset[Fact] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Left:
    """What is left to ask for once they have answered, above the base that `stands`.

    `base` is the one that is asked for now, None where there is none; `is_enough` says that one would sign at
    it. `items` are what could be agreed on beside the base `at`, `rest` what was proposed together with
    `base`. `is_over` says that no more is asked for.
    """

    stands: Decimal
    base: Decimal | None = None
    is_enough: bool = False
    at: Decimal | None = None
    items: tuple[SharedItem, ...] = ()
    rest: str = ""
    is_over: bool = False


def words_of(
    advice: Advice,
    figures: Collection[Decimal],
    *,
    competing: Competing = Competing.NONE,
    early: bool = False,
    answer_by: date | None = None,
    sign_by: date | None = None,
    dropped: Collection[str] = (),
    left: Left | None = None,
) -> Words:
    """What may be said of `advice`. `figures` are the amounts that a message may hold: nothing else is named.

    `early` leaves every number out, since none should be named before the written offer. `competing` is how
    far another employer has come. `answer_by` is the day that they gave, while it lies ahead: promising an
    earlier one would give the days between away. `dropped` are the items that they named once and left out
    since: asking for one as if it were new would give it up. `left` takes the place of ask and packages after
    an answer.
    """
    facts = {fact for fact in Fact if fact.value == competing.value}
    facts |= {Fact.EARLY} if early else set()
    facts |= {Fact.NO_ASK} if advice.ask.amount is None else set()
    facts |= {Fact.OVER} if left and left.is_over else set()
    told = {} if early else _numbers(advice, dropped)
    if left and not early:
        told |= _after(advice, left)
    known = {name: text for name, text in told.items() if _may_be_said(text, figures)}
    days = {"answer_by": answer_by, "sign_by": sign_by}
    known |= {name: in_words(day) for name, day in days.items() if day is not None}
    return Words(known=known, facts=frozenset(facts))


def _may_be_said(text: str, figures: Collection[Decimal]) -> bool:
    return bool(text) and all(each.value in figures for each in amounts(Page(text)))


def _numbers(advice: Advice, dropped: Collection[str]) -> dict[str, str]:
    rungs = {rung.code: rung for rung in advice.ladder.rungs}
    each = EACH[advice.bargain.unit]
    named = (*_packages(rungs, "R2"), *_packages(rungs, "R3"), *advice.packages.opening.packages)
    beside = [one for one in named if one.picks and _is_new(one, dropped)]
    sign_on = next((pick for one in beside for pick in one.picks if pick.key == "sign_on"), None)
    closing = next((one for one in _packages(rungs, "R2") if one in beside), None)
    top = advice.state.band.stated.maximum if _stated(advice) and advice.state.band.stated else None
    return {
        "ask": f"{spoken(advice.ask.amount)}{each}" if advice.ask.amount else "",
        "package": closing.phrase if closing else "",
        "sign_on": sign_on.phrase if sign_on else "",
        "extras": _listed(beside[-1].picks) if beside else "",
        "agreed": _agreed(advice, rungs, beside),
        "review": f"{spoken(advice.bargain.no_exception)}{each}" if _reviewed(advice, rungs) else "",
        "top": f"{spoken(top)}{each}" if top else "",
    }


def _after(advice: Advice, left: Left) -> dict[str, str]:
    """The numbers of an answer, in place of those of the ask."""
    each = EACH[advice.bargain.unit]
    items = [item.phrase("") for item in left.items]
    extras = " and ".join(items[:_MOST_ITEMS])
    base = f"{spoken(left.base)}{each}" if left.base else ""
    later = min(advice.bargain.no_exception, left.base or left.stands)
    agreed = f"a base of {base}" if base and left.is_enough else ""
    if advice.ask.amount is None and len(items) <= _MOST_ITEMS:
        agreed = extras
    return {
        "ask": f"{base} with {left.rest}" if base and left.rest else base,
        "package": f"{spoken(left.at)}{each} with {extras}"
        if left.at and 0 < len(items) <= _MOST_ITEMS
        else "",
        "sign_on": next((item.phrase("") for item in left.items if item.key == "sign_on"), ""),
        "extras": extras,
        "agreed": agreed,
        "review": f"{spoken(later)}{each}" if later > left.stands else "",
    }


def _is_new(package: Package, dropped: Collection[str]) -> bool:
    return all(pick.key not in dropped for pick in package.picks)


def _agreed(advice: Advice, rungs: Mapping[str, Rung], beside: list[Package]) -> str:
    """What a yes may be promised for: the ask, or what replaces it, where that is enough for the person."""
    if advice.ask.amount is None:
        whole = [one for one in beside if len(one.picks) <= _MOST_ITEMS]
        return _listed(whole[0].picks) if whole else ""
    each = EACH[advice.bargain.unit]
    return f"a base of {spoken(advice.ask.amount)}{each}" if "R1" in rungs else ""


def _packages(rungs: Mapping[str, Rung], code: str) -> tuple[Package, ...]:
    return rungs[code].packages if code in rungs else ()


def _stated(advice: Advice) -> bool:
    return advice.state.band.employer_given


def _reviewed(advice: Advice, rungs: Mapping[str, Rung]) -> bool:
    return (
        "R4" in rungs and advice.ask.amount is not None and advice.bargain.no_exception > advice.state.offer
    )


def _listed(picks: Iterable[Pick]) -> str:
    return " and ".join([pick.phrase for pick in picks][:_MOST_ITEMS])
