"""What they named once and then left out or lowered without a word, as a message asks for it."""

from collections.abc import Iterator

from offers import history
from offers.case import measure_of
from offers.drafts.composer import as_name
from offers.drafts.composer.ground import Dropped
from offers.drafts.models import Kind
from offers.engine.process import Trust
from offers.ledger.entries import IN_WRITING
from offers.ledger.models import OFFERED, Promise, Settled, Terms, Version
from offers.ledger.parts import (
    PART_OF,
    PARTS,
    Change,
    Stand,
    Turn,
    final_of,
    of_offer,
    of_terms,
    open_drops,
    versions_of,
)
from offers.ledger.services import drop_key
from offers.models import Offer

# As it was named; the same with "the"; what they have of it when they say nothing.
PHRASES = {
    "level": ("the level {}", "the level {}", "nothing on the level"),
    "base": ("a base of {}", "the base of {}", "no base"),
    "bonus_target_rate": ("a bonus target of {}", "the bonus target of {}", "no bonus target"),
    "sign_on": ("a sign-on of {}", "the sign-on of {}", "no sign-on"),
    "sign_on_clawback_months": (
        "repayment of the sign-on within {}",
        "the repayment of the sign-on within {}",
        "nothing on repayment",
    ),
    "equity_grant": ("a grant of {}", "the grant of {}", "no grant"),
    "equity_years": ("vesting over {}", "the vesting over {}", "nothing on vesting"),
    "leave_days": ("{} days of leave", "the {} days of leave", "no days of leave"),
    "benefits": ("the benefits ({})", "the benefits ({})", "nothing on benefits"),
    "reporting_line": (
        "a reporting line to {}",
        "the reporting line to {}",
        "nothing on the reporting line",
    ),
    "place": ("{} as the place of work", "{} as the place of work", "nothing on the place of work"),
    "starts_on": ("{} as the first day", "{} as the first day", "nothing on the first day"),
}
SHORTER = {"leave_days": "{} days"}
NOUNS = {"sign_on": "sign-on", "leave_days": "leave", "bonus_target_rate": "bonus", "equity_grant": "grant"}
BY = {
    Trust.CALL: "on the phone",
    Trust.MAIL: "in your mail",
    Trust.LETTER: "in the earlier letter",
    Trust.CONTRACT: "in the earlier contract",
}
PAPER = (Trust.LETTER, Trust.CONTRACT)
PLACES = {Trust.LETTER: "the letter", Trust.CONTRACT: "the contract", Trust.MAIL: "your mail"}
COUNTED = {part.name: part.more_is for part in PARTS}
ASKS_BACK = tuple(map(Kind, history.ASKS_BACK))


def refused(offer: Offer) -> set[str]:
    """The parts that a message asked about after they were dropped, and that a final answer left as they are.

    Terms and drafts are loaded.
    """
    final = final_of(offer)
    if final is None:
        return set()
    asking = (one for one in offer.drafts.all() if one.sent_on and one.kind in ASKS_BACK)
    asked = max((one.moment for one in asking if one.moment < final.moment), default=None)
    first = {drop.name: one.terms.moment for one in versions_of(offer) for drop in one.drops}
    return {name for name, at in first.items() if asked and asked > at}


def dropped(offer: Offer) -> Iterator[Dropped]:
    """The parts that a written offer or a final package has dropped, until they are named again.

    One that was promised in writing since, or waived, is settled. Terms and promises are loaded.
    """
    droppers = {
        drop.name: one.terms for one in versions_of(offer) for drop in one.drops if drops_it(one.terms, drop)
    }
    open_ones = {one.name: one for one in open_drops(offer) if one.name in droppers}
    for name, change in open_ones.items():
        found = as_dropped(offer, change, droppers[name])
        if (
            PART_OF.get(name) not in open_ones
            and is_asked(found, droppers[name])
            and not settled(offer, name)
        ):
            yield found


def drops_it(terms: Terms, drop: Change) -> bool:
    """Whether a part is gone by it: named lower, or left out of what is a whole offer on paper or final."""
    whole = terms.kind in (Version.WRITTEN, Version.FINAL) or terms.channel in PAPER
    return whole or drop.kind is Turn.LESS


def is_asked(found: Dropped, terms: Terms) -> bool:
    """A final package repeats what is counted; a letter repeats all but what counts against the person."""
    counted = COUNTED[found.name]
    if found.name == "base" or counted < 0:
        return found.value is not None
    return bool(counted) or terms.kind == Version.WRITTEN or terms.channel in PAPER


def as_dropped(offer: Offer, change: Change, terms: Terms) -> Dropped:
    """One part in words; its value is what they have said of it since, None where that is nothing."""
    newest_first = list(offer.terms.all())
    place = newest_first.index(terms)
    since = (of_terms(one).get(change.name) for one in newest_first[: place + 1])
    value = next((one for one in since if one is not None), None) or None  # A sign-on of 0 is none.
    earlier = newest_first[place + 1 :]
    before = [one for one in earlier if of_terms(one).get(change.name) == change.was]
    indefinite, definite, none = PHRASES[change.name]
    shorter = SHORTER.get(change.name, indefinite)
    was = as_name(change.before)
    return Dropped(
        name=change.name,
        said=indefinite.format(was),
        the=definite.format(was),
        has=none if value is None else shorter.format(said_of(offer, change.name, value)),
        value=value,
        by=named_by(offer, change, before),
        place=place_of(terms, final_of(offer)),
    )


def named(offer: Offer, terms: Terms) -> Iterator[str]:
    """What a version of the terms names of base, sign-on, leave and the other amounts, each as a phrase."""
    for name, value in of_terms(terms).items():
        if COUNTED[name] > 0 and value:
            yield PHRASES[name][0].format(said_of(offer, name, value))


def said_of(offer: Offer, name: str, value: object) -> str:
    part = next(part for part in PARTS if part.name == name)
    return as_name(part.said(value, measure_of(offer)))


def named_by(offer: Offer, change: Change, before: list[Terms]) -> str:
    """How they named it: on paper, where they did so once, else as they did last."""
    on_paper = [one for one in before if one.channel in IN_WRITING]
    is_entered = not any(one.kind in OFFERED for one in offer.terms.all())
    if not before or (is_entered and not on_paper and of_offer(offer).get(change.name) == change.was):
        return "in the written offer" if offer.stated_as == "written" else "on the phone"
    return BY.get(Trust((on_paper or before)[0].channel), "earlier")


def place_of(terms: Terms, final: Terms | None) -> str:
    if terms == final:
        return "your final package"
    if terms.is_answer:
        return "your answer"
    return PLACES.get(Trust(terms.channel), "the offer")


def settled(offer: Offer, name: str) -> bool:
    return any(one.state != Settled.OPEN and is_about(one, name) for one in offer.promises.all())


def is_about(promise: Promise, name: str) -> bool:
    """Whether a promise was made of this part, or names it."""
    noun = NOUNS.get(name)
    return promise.key == drop_key(promise.offer_id, name) or bool(noun and noun in promise.what.lower())


def without(stand: Stand, drops: tuple[Dropped, ...]) -> Stand:
    """What stands without what was dropped; a part that was lowered stands as low as they have it."""
    lowered = {one.name: one.value for one in drops if one.value is not None}
    return apart_from({**stand, **lowered}, {one.name for one in drops if one.value is None})


def apart_from(stand: Stand, gone: set[str]) -> Stand:
    """What stands without these parts and what belongs to them."""
    return {name: value for name, value in stand.items() if not {name, PART_OF.get(name)} & gone}
