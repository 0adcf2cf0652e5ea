"""The parts of what they offer, and what became of each between two versions of it."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from offers.case import measure_of
from offers.engine.money import percent
from offers.engine.process import Component
from offers.engine.reason import in_words
from offers.engine.situation import Measure, Unit
from offers.explain import money_in
from offers.history import answers_in, final_in
from offers.ledger.entries import IN_WRITING
from offers.ledger.models import OFFERED, Terms, Version
from offers.models import Offer, Stated

Stand = Mapping[str, Any]  # What stands of each part, by its column; a part that nobody named is missing.


class Turn(StrEnum):
    """What became of one part."""

    SAME = "same"
    MORE = "more"
    LESS = "less"
    OTHER = "other"
    NEW = "new"
    UNSAID = "unsaid"


@dataclass(frozen=True, kw_only=True)
class Part:
    """One column of the terms: its label, how its values are said, whether more of it is better."""

    name: str
    label: str
    said: Callable[[Any, Measure], str]
    component: Component | None = None
    more_is: int = 0


@dataclass(frozen=True, kw_only=True)
class Change:
    """One part: what it was, what it is now, how these differ. Dropped: less of it, or not a word of it.

    `was` and `became` are the values behind the words, None where nothing was named.
    """

    name: str
    label: str
    before: str
    now: str
    words: str
    kind: Turn
    is_drop: bool
    was: Any = None
    became: Any = None


def paid(amount: Decimal, measure: Measure) -> str:
    return money_in(amount, measure)


def paid_once(amount: Decimal, measure: Measure) -> str:
    """Without the cents of an hour."""
    return money_in(amount, replace(measure, unit=Unit.YEAR))


def counted(number: Decimal, measure: Measure) -> str:
    return f"{number.normalize():f}"


def as_said(value: Any, measure: Measure) -> str:
    return in_words(value) if isinstance(value, date) else str(value)


def share(rate: Decimal, measure: Measure) -> str:
    return percent(rate)


def months(number: int, measure: Measure) -> str:
    return f"{number} month{'s' if number != 1 else ''}"


def years(number: int, measure: Measure) -> str:
    return f"{number} year{'s' if number != 1 else ''}"


PARTS = (
    Part(name="level", label="Level", said=as_said, component=Component.LEVEL),
    Part(name="base", label="Base", said=paid, component=Component.SALARY, more_is=1),
    Part(name="bonus_target_rate", label="Bonus target", said=share, component=Component.BONUS, more_is=1),
    Part(name="sign_on", label="Sign-on", said=paid_once, more_is=1),
    Part(name="sign_on_clawback_months", label="Clawback of the sign-on", said=months, more_is=-1),
    Part(name="equity_grant", label="Grant", said=paid_once, component=Component.EQUITY, more_is=1),
    Part(name="equity_years", label="Vests over", said=years, more_is=-1),
    Part(name="leave_days", label="Days of leave", said=counted, component=Component.LEAVE, more_is=1),
    Part(name="benefits", label="Benefits", said=as_said, component=Component.BENEFITS),
    Part(name="reporting_line", label="You report to", said=as_said, component=Component.REPORTING_LINE),
    Part(name="place", label="Place", said=as_said),
    Part(name="starts_on", label="First day", said=as_said),
)
NAMES = tuple(part.name for part in PARTS)
STATED = {
    "bonus_target_rate": "bonus_stated",
    "sign_on": "sign_on_stated",
    "sign_on_clawback_months": "sign_on_stated",
    "equity_grant": "equity_stated",
    "equity_years": "equity_stated",
    "leave_days": "leave_stated",
}
NONE = "none"
ONCE = ("sign_on", "equity_grant")  # None of it is not a part of the offer.
PART_OF = {"sign_on_clawback_months": "sign_on", "equity_years": "equity_grant"}
ON_OFFER = ("level", "base", *STATED)


def of_offer(offer: Offer) -> dict[str, Any]:
    """What the offer itself says, as it was entered in the wizard."""
    return {
        name: getattr(offer, name)
        for name in ON_OFFER
        if getattr(offer, name) not in (None, "")
        and (name not in STATED or getattr(offer, STATED[name]) == Stated.GIVEN)
    }


def of_terms(terms: Terms) -> dict[str, Any]:
    return {name: getattr(terms, name) for name in NAMES if getattr(terms, name) not in (None, "")}


def answers_of(offer: Offer) -> list[Terms]:
    """What they said to a counter, the newest first. `offer.terms` is loaded."""
    return list(answers_in(offer.terms.all()[::-1], getattr))[::-1]


def final_of(offer: Offer) -> Terms | None:
    """Their last answer, where they called it final. `offer.terms` is loaded."""
    return final_in(offer.terms.all()[::-1], getattr)


def standing(offer: Offer) -> dict[str, Any]:
    """What stands now: the offer as entered, and over it what they answered since, the oldest first.

    The wizard has the last word on the parts it asks for, until they answer a counter; on the first day,
    which may be what the person has in mind, any version of the terms has it. A part that a later
    version does not mention stands as it was; a sign-on or a grant of nothing does not stand. `offer.terms`
    is loaded, newest first.
    """
    stand = of_offer(offer) | ({"starts_on": offer.starts_on} if offer.starts_on else {})
    answers = answers_of(offer)
    for terms in offer.terms.all()[::-1]:
        said = of_terms(terms) if terms.kind != Version.ADVERTISED else {}
        own = said if terms in answers else {name: said[name] for name in said if name not in ON_OFFER}
        stand |= own
    none = {name for name in ONCE if stand.get(name) == 0}
    return {name: value for name, value in stand.items() if PART_OF.get(name, name) not in none}


def is_base_written(offer: Offer) -> bool:
    """Whether the base that stands is in writing: by their last answer that names one, else as entered."""
    answers = answers_of(offer)
    return answers[0].channel in IN_WRITING if answers else offer.stated_as == "written"


def changes(before: Stand, now: Terms, measure: Measure, none: Collection[str] = ()) -> Iterator[Change]:
    """Every part that stood before or is named now, in the order in which offers state them.

    Nobody repeats level or place on the phone: left out aloud, only what is counted stands out. Of a sign-on
    or a grant of nothing no more is to be said, and nothing of a part that was nothing. `none` are
    the parts of which there is none by the wizard.
    """
    after, written = of_terms(now), now.channel in IN_WRITING
    gone = {name for name, whole in PART_OF.items() if after.get(whole) == 0}
    for part in PARTS:
        was = before.get(part.name)
        is_nothing = part.more_is > 0 and not was
        is_due = part.name in before and part.name not in gone and (part.more_is or written)
        if part.name in after or (is_due and not is_nothing):
            found = change(part, was, after.get(part.name), measure)
            yield replace(found, before=NONE) if was is None and part.name in none else found


def change(part: Part, before: Any, now: Any, measure: Measure) -> Change:
    was, became = (part.said(value, measure) if value is not None else "" for value in (before, now))
    words, kind = turned(part, before, now, measure)
    return Change(
        name=part.name,
        label=part.label,
        before=was or "not stated",
        now=became or "not mentioned",
        words=words,
        kind=kind,
        is_drop=kind in (Turn.LESS, Turn.UNSAID),
        was=before,
        became=now,
    )


def turned(part: Part, before: Any, now: Any, measure: Measure) -> tuple[str, Turn]:
    if now is None:
        return "ask whether it stands", Turn.UNSAID
    if before is None:
        return "new", Turn.NEW
    if now == before:
        return "as before", Turn.SAME
    if not part.more_is:
        return "changed", Turn.OTHER
    word = "more" if now > before else "less"
    kind = Turn.MORE if (now > before) == (part.more_is > 0) else Turn.LESS
    return f"{part.said(abs(now - before), measure)} {word}", kind


def shown(stand: Stand, measure: Measure) -> list[tuple[str, str]]:
    """Every part that stands, as it is said, in the order in which offers state them."""
    return [(part.label, part.said(stand[part.name], measure)) for part in PARTS if part.name in stand]


@dataclass(frozen=True, kw_only=True)
class Compared:
    """One version beside what stood before it."""

    terms: Terms
    changes: tuple[Change, ...]

    @property
    def drops(self) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.is_drop)


def versions_of(offer: Offer) -> list[Compared]:
    """Every version of the terms beside what stood before it, the newest first. `offer.terms` is loaded.

    Where only answers are written down, the first of them stands beside the offer as entered. What was
    advertised stands beside nothing, and nothing beside it.
    """
    measure, found, loaded = measure_of(offer), [], offer.terms.all()[::-1]
    offered = any(terms.kind in OFFERED for terms in loaded)
    stand = {} if offered else of_offer(offer)
    none = {name for name, field in STATED.items() if getattr(offer, field) == Stated.NONE}
    for terms in loaded:
        is_offer = terms.kind != Version.ADVERTISED
        moved = changes(stand, terms, measure, none) if is_offer else changes({}, terms, measure)
        found.append(Compared(terms=terms, changes=tuple(moved)))
        stand |= of_terms(terms) if is_offer else {}
    return found[::-1]


def open_drops(offer: Offer) -> list[Change]:
    """The parts that were lowered or left out without a word, and that no later version brought back whole.

    Each stands with what it was before. `offer.terms` is loaded.
    """
    found: dict[str, Change] = {}
    for one in reversed(versions_of(offer)):
        for change in one.changes:
            first = found.get(change.name, change)
            if change.is_drop:
                found[change.name] = replace(change, before=first.before, was=first.was)
            elif is_back(first, change):
                found.pop(change.name, None)
    return list(found.values())


def is_back(first: Change, now: Change) -> bool:
    """Whether a part is again what it was before it was lowered; without an amount, whether it is named."""
    part = next(part for part in PARTS if part.name == now.name)
    if not part.more_is:
        return now.kind is not Turn.SAME or now.now == first.before
    return first.was is None or (now.became - first.was) * part.more_is >= 0
