"""What an answer of theirs amounts to: what moved and what did not, and what can be said to it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from offers.case import measure_of
from offers.engine.advice import Advice
from offers.engine.money import percent, spoken
from offers.engine.replies import Action, reply_to
from offers.engine.situation import Measure, Unit
from offers.engine.stepping_away import Doubts, Ground, step_away
from offers.explain import NO_BREAK, Why, money_in, why
from offers.models import Offer, Stated
from offers.outcome.models import Answer

Shown = Callable[[Decimal], str]
SAME, MORE, LESS, UNSAID = "same", "more", "less", "unsaid"


@dataclass(frozen=True, kw_only=True)
class Change:
    """One part of the offer: what it was, what it is now, and how these differ."""

    label: str
    before: str
    now: str
    words: str
    kind: str


@dataclass(frozen=True, kw_only=True)
class Distance:
    """The base they answer with beside one number: how far above or under it is."""

    label: str
    figure: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Say:
    """What can be said to it, and why."""

    title: str
    words: str
    whys: tuple[Why, ...]


@dataclass(frozen=True, kw_only=True)
class StepAway:
    """A ground to step away, what to try before, and the choice that remains."""

    ground: str
    remedy: str
    choice: str


@dataclass(frozen=True, kw_only=True)
class Reading:
    """All of it. `is_under` says that base alone is under the walk-away, without its amount."""

    answer: Answer
    changes: tuple[Change, ...]
    distances: tuple[Distance, ...]
    say: Say | None
    is_under: bool
    grounds: tuple[StepAway, ...]


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What stands before an answer; None where nothing was said."""

    base: Decimal | None
    sign_on: Decimal | None
    leave_days: Decimal | None

    def after(self, answer: Answer) -> "Terms":
        """A part that an answer does not mention stands as it was."""
        return Terms(
            base=answer.base,
            sign_on=self.sign_on if answer.sign_on is None else answer.sign_on,
            leave_days=self.leave_days if answer.leave_days is None else answer.leave_days,
        )


TITLES = {
    Action.ACCEPT: "You can say yes to this base",
    Action.REPLY: "One more step is left in base",
    Action.PACKAGE: "Base is there; look at the rest",
}


def readings_of(
    answers: Iterable[Answer], offer: Offer, advice: Advice | None, sent: Decimal | None
) -> list[Reading]:
    """Every answer beside what stood before it, the last one first, as `answers` come.

    `sent` is the base of the last counter that went out; without one, the ask of today stands for it.
    """
    found, before = [], terms_of(offer)
    for answer in reversed(list(answers)):
        found.append(read(answer, before, offer, advice, sent))
        before = before.after(answer)
    return found[::-1]


def read(answer: Answer, before: Terms, offer: Offer, advice: Advice | None, sent: Decimal | None) -> Reading:
    today = advice.ask.amount if advice else None
    asked = ("What you asked", sent) if sent else ("The ask of today", today)
    return Reading(
        answer=answer,
        changes=tuple(changes(answer, before, measure_of(offer))),
        distances=tuple(distances(answer.base, offer, asked)),
        say=say(answer, advice) if advice else None,
        is_under=offer.walk_away is not None and answer.base < offer.walk_away,
        grounds=tuple(grounds(answer, offer, advice)) if advice else (),
    )


def terms_of(offer: Offer) -> Terms:
    return Terms(
        base=offer.base,
        sign_on=offer.sign_on if offer.sign_on_stated == Stated.GIVEN else None,
        leave_days=offer.leave_days if offer.leave_stated == Stated.GIVEN else None,
    )


def changes(answer: Answer, before: Terms, measure: Measure) -> Iterator[Change]:
    """Base first; a part that was named before and is not mentioned stands out."""
    yield change("Base", before.base, answer.base, lambda amount: money_in(amount, measure))
    if before.sign_on is not None or answer.sign_on is not None:
        once = replace(measure, unit=Unit.YEAR)  # Paid once, so without the cents of an hour.
        yield change("Sign-on", before.sign_on, answer.sign_on, lambda amount: money_in(amount, once))
    if before.leave_days is not None or answer.leave_days is not None:
        yield change("Days of leave", before.leave_days, answer.leave_days, lambda n: f"{n.normalize():f}")


def change(label: str, before: Decimal | None, now: Decimal | None, shown: Shown) -> Change:
    was, became = (shown(value) if value is not None else "not stated" for value in (before, now))
    if now is None:
        became, words, kind = "not mentioned", "ask whether it stands", UNSAID
    elif before is None:
        words, kind = "new", MORE
    elif now == before:
        words, kind = "as before", SAME
    else:
        word, kind = ("more", MORE) if now > before else ("less", LESS)
        words = f"{shown(abs(now - before))} {word}"
    return Change(label=label, before=was, now=became, words=words, kind=kind)


def distances(base: Decimal, offer: Offer, asked: tuple[str, Decimal | None]) -> Iterator[Distance]:
    """No walk-away here: its amount stands where its owner looks for it."""
    measure = measure_of(offer)
    for label, mark in (asked, ("Your target", offer.target)):
        if mark:
            yield Distance(label=label, figure=money_in(mark, measure), words=far(base - mark, mark))


def far(difference: Decimal, mark: Decimal) -> str:
    if not difference:
        return "reached"
    word = "above" if difference > 0 else "under"
    return f"{spoken(abs(difference))}{NO_BREAK}{word}, {percent(abs(difference) / mark)}"


def say(answer: Answer, advice: Advice) -> Say | None:
    """The engine's row for this number; none where base is not asked for, or they will not move any more."""
    row = reply_to(answer.base, advice.bargain, advice.state.policy)
    if row is None or (answer.is_final and row.action is Action.REPLY):
        return None
    return Say(
        title=TITLES[row.action],
        words=row.say.text,
        whys=(why(row.reason, "your own numbers"), why(row.say, "what others found worked")),
    )


def grounds(answer: Answer, offer: Offer, advice: Advice) -> Iterator[StepAway]:
    doubts = Doubts(
        final=answer.is_final,
        package_value=value_of(answer, offer, advice),
        walk_away_value=advice.bargain.walk_away_value,
    )
    for ground in step_away(doubts):
        yield StepAway(**words_of(ground))


def words_of(ground: Ground) -> dict[str, str]:
    return {"ground": ground.reason.text, "remedy": ground.remedy.text, "choice": ground.choice.text}


def value_of(answer: Answer, offer: Offer, advice: Advice) -> Decimal:
    """What the package is worth to this person: its base, and what it adds in sign-on and leave."""
    worth = {item.key: item.worth for item in advice.bargain.items}
    added = {
        "sign_on": (answer.sign_on or Decimal(0)) - (offer.sign_on or Decimal(0)),
        "leave_days": (answer.leave_days or Decimal(0)) - (offer.leave_days or Decimal(0)),
    }
    gains = (worth.get(key, Decimal(0)) * max(Decimal(0), more) for key, more in added.items())
    return advice.bargain.value(answer.base, sum(gains, Decimal(0)))
