"""What to do next about an offer, and by when: from its stage, its form, its deadline and the ask."""

from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse

from offers.case import holidays_around
from offers.deadlines import last_to_ask, last_to_counter, left_of, wait_of
from offers.engine.advice import Advice
from offers.engine.ask import Ask
from offers.engine.clock import Moment, TimeLeft, follow_up
from offers.engine.policy import Policy
from offers.engine.reason import ASSUMPTION, PRACTITIONER, TYPED, Grade, Reason, in_words
from offers.explain import Why, why
from offers.history import COUNTERS
from offers.models import Offer, Stage
from offers.open_parts import asked_last, open_parts
from offers.pause import pause_of
from offers.proposed import is_taken_whole, rest_of


@dataclass(frozen=True, kw_only=True)
class NextStep:
    """One thing to do: its reasons, the day it is due, and the address and name of a page that helps.

    `is_request` says that it is the counter itself, or what takes its place where base is not asked for.
    """

    title: str
    whys: tuple[Why, ...]
    on: date | None
    path: str = ""
    label: str = ""
    is_request: bool = False

    @property
    def why(self) -> Why:
        """The first reason, for a page that has room for one."""
        return self.whys[0]


def next_step(offer: Offer, advice: Advice | None, today: date) -> NextStep:
    """What comes first today for an offer that comes `with_case()`. Without advice no base is known yet."""
    if advice is None:
        return step_of(offer, None, today, policy=Policy())
    return step_of(offer, advice.ask, today, policy=advice.state.policy)


def step_of(offer: Offer, ask: Ask | None, today: date, *, policy: Policy) -> NextStep:
    """The same from the ask alone. No step is due on a day that has passed."""
    over = offer.is_decided or offer.history.last_word
    if not over and (waits := pause_of(offer, today, policy)):
        path = f"{reverse('timeline:page', args=[offer.pk])}#signals"
        return _step("Send nothing for now", waits, path=path, label="Look at the signals")
    step = _first(offer, ask, today, policy)
    return replace(step, on=None) if step.on and step.on < today else step


def _first(offer: Offer, ask: Ask | None, today: date, policy: Policy) -> NextStep:
    left = left_of(offer, today, policy)
    if offer.is_decided:
        return _ended(offer)
    if (word := offer.history.last_word) and (ended_on := offer.history.sent_on(word)) is not None:
        sent = replace(_ENDED, params={"sent": ended_on})
        return _step("Write down how it ended", sent, path=_outcome(offer), label="It is decided")
    if left.overdue and not _wrote_since(offer):
        title = "Ask whether the offer still stands"
        return _step(title, left.reason, path=_drafts(offer), label="Go to your drafts")
    if offer.stage in _LATER:
        return _later(offer, today, policy)
    if offer.said_yes:
        title = "Ask your open questions in writing"
        return _step(title, _YES_SAID, on=offer.deadline, path=_drafts(offer), label="Write it")
    if offer.stated_as == "verbal":
        return _aloud(offer, left, today, policy)
    if ask is None:
        title = "Say what is offered"
        return _step(title, _NO_BASE, path=_answers(offer), label=title)
    if left.ask_for_time_first:
        return _more_time(offer, left, today, policy)
    return _left_out(offer, today, policy) or _answer(offer, ask, last_to_counter(offer, today, policy))


def _more_time(offer: Offer, left: TimeLeft, today: date, policy: Policy) -> NextStep:
    """Due while a counter is still safe, else by the deadline."""
    last = last_to_counter(offer, today, policy).on
    on = last if last and last >= today else offer.deadline
    return _step("Ask for a later date", left.reason, on=on, path=_drafts(offer), label="Write it")


def _left_out(offer: Offer, today: date, policy: Policy) -> NextStep | None:
    """Ask for what the written offer leaves out and wait for it, as long as the counter leaves time."""
    if not (parts := open_parts(offer)):
        return None
    named = ", ".join(part.value.replace("_", " ") for part in parts)
    if (asked := asked_last(offer)) is None:
        by, missing = last_to_ask(offer, today, policy), replace(_INCOMPLETE, params={"parts": named})
        title = "Ask for what the written offer leaves out"
        return _step(title, missing, by.reason, on=by.on, path=_drafts(offer), label="Write it")
    if not (wait := wait_of(offer, today, policy)):
        return None
    awaited = replace(_AWAITED, params={"sent": date.fromisoformat(asked["on"]), "parts": named})
    until = replace(wait.reason, sentence=_UNTIL, params={"on": wait.on or today})
    title = wait.reason.text.removesuffix(".")
    return _step(title, awaited, until, path=_written(offer), label="Enter what they wrote")


def _ended(offer: Offer) -> NextStep:
    decision = getattr(offer, "decision", None)
    kept = decision is None or decision.outcome == "accepted"
    title = "Keep the contract and this record together" if kept else "Nothing is left to do here"
    return _step(title, _DECIDED, path=_outcome(offer), label="How it ended")


def contradicted(offer: Offer, sentence: str) -> NextStep:
    """Two answers that do not fit together come before everything else."""
    reason = Reason(code="NEXT_CONTRADICTION", sentence="{said}", params={"said": sentence}, source=TYPED)
    path = reverse("offers:check", args=[offer.pk])
    return _step("Change an answer that does not fit", reason, path=path, label="Look at the answers")


def _wrote_since(offer: Offer) -> bool:
    """Whether a message went out after the deadline; each that does asks whether the offer still stands."""
    wrote_on = offer.history.sent_on()
    return bool(wrote_on and offer.deadline and wrote_on > offer.deadline)


def _later(offer: Offer, today: date, policy: Policy) -> NextStep:
    """The counter is out: wait, and ask again when it is time, or what the stage says."""
    title, reason = _LATER[Stage.COUNTERED if offer.history.is_waiting else Stage(offer.stage)]
    if offer.stage == Stage.FINAL and _leaves_a_step(offer):
        title = "See what can be said to their answer"
    path, label = _outcome(offer), "Decide" if offer.stage == Stage.FINAL else "Enter their answer"
    countered_on = offer.history.sent_on(*COUNTERS)
    is_out = offer.stage == Stage.COUNTERED or offer.history.is_waiting
    if not is_out or countered_on is None:
        return _step(title, reason, on=offer.deadline, path=path, label=label)
    holidays = holidays_around(offer, today)
    again = follow_up(countered_on, today, holidays=holidays, policy=policy)
    if again.on is None or again.on <= today:
        title = "Ask for their answer in one short message"
        return _step(title, again.reason, reason, path=_drafts(offer), label="Go to your drafts")
    title = f"{title} until {in_words(again.on)}, then ask again"
    return _step(title, again.reason, reason, path=path, label=label)


def _leaves_a_step(offer: Offer) -> bool:
    """Whether their answer is not called final and is less than what was asked or proposed."""
    asked, answered = offer.history.asked, offer.history.answered
    if answered is None or offer.history.is_final:
        return False
    is_enough = asked is not None and answered >= asked and not rest_of(offer)
    return not (is_enough or is_taken_whole(offer))


def _aloud(offer: Offer, left: TimeLeft, today: date, policy: Policy) -> NextStep:
    """The offer was said aloud: thank them first, then wait for the written one and say when it is there.

    Where it would come too late to be read and countered, more time is asked for once they are thanked.
    """
    thanked_on, is_named = offer.history.sent_on("acknowledge"), offer.named_number is not None
    if thanked_on is None:
        title = "Thank them and ask for the offer in writing"
        short = (left.reason,) if left.ask_for_time_first else ()
        first = _VERBAL_NAMED if is_named else _VERBAL
        return _step(title, first, *short, path=_drafts(offer), label="Write it")
    if left.ask_for_time_first:
        return _more_time(offer, left, today, policy)
    thanked = replace(_THANKED_NAMED if is_named else _THANKED, params={"sent": thanked_on})
    return _step("Wait for the written offer", thanked, path=_written(offer), label="I have it in writing")


def _answer(offer: Offer, ask: Ask, last: Moment) -> NextStep:
    """The written offer is here and there is time: counter, or ask for something else than base."""
    if ask.amount is None:
        step = _step("Ask for something else than base", ask.why, on=last.on)
    else:
        step = _step("Write your counter", last.reason, on=last.on, path=_drafts(offer), label="Write it")
    return replace(step, is_request=True)


def _answers(offer: Offer) -> str:
    return reverse("offers:step", args=[offer.pk, "offer"])


def _written(offer: Offer) -> str:
    return reverse("ledger:terms", args=[offer.pk, "written"])


def _outcome(offer: Offer) -> str:
    return reverse("outcome:page", args=[offer.pk])


def _drafts(offer: Offer) -> str:
    return reverse("drafts:list", args=[offer.pk])


def _step(title: str, *reasons: Reason, on: date | None = None, path: str = "", label: str = "") -> NextStep:
    whys = tuple(why(reason, "where this offer stands") for reason in reasons)
    return NextStep(title=title, whys=whys, on=on, path=path, label=label)


_THANKED = Reason(
    code="NEXT_WRITTEN",
    sentence="Your thanks went out on {sent}. Name no number before you have read the written offer; when it "
    "has come, enter what it says.",
    source=PRACTITIONER,
    grade=Grade.D,
)
_VERBAL = Reason(
    code="NEXT_ACKNOWLEDGE",
    sentence="What was said aloud can still change. Name no number yet, and say by when you will answer.",
    source=PRACTITIONER,
    grade=Grade.D,
)
_THANKED_NAMED = replace(
    _THANKED,
    sentence="Your thanks went out on {sent}. You have named a number: name no other before you have read "
    "the written offer; when it has come, enter what it says.",
)
_VERBAL_NAMED = replace(
    _VERBAL,
    sentence="What was said aloud can still change. You have named a number: name no other yet, and say by "
    "when you will answer.",
)
_YES_SAID = Reason(
    code="NEXT_YES_SAID",
    sentence="You have said yes aloud, and in some places that binds. Ask a lawyer or adviser, and send "
    "your questions before anything is signed.",
    source=ASSUMPTION,
    grade=Grade.E,
)
_INCOMPLETE = Reason(
    code="NEXT_QUESTIONS",
    sentence="Not named: {parts}. Ask for it once, in one mail. Then counter.",
    source=PRACTITIONER,
    grade=Grade.D,
)
_UNTIL = "What they have not answered by {on} counts as asked for and not given, and the counter goes out."
_AWAITED = Reason(
    code="NEXT_AWAITED",
    sentence="Asked for on {sent}, and not given yet: {parts}.",
    source=TYPED,
)
_ENDED = Reason(
    code="NEXT_ENDED",
    sentence="Your yes or no went out on {sent}. Say how it ended, and the record is complete.",
    source=TYPED,
)
_NO_BASE = Reason(
    code="NEXT_NO_BASE",
    sentence="Everything here stands on the base they offer.",
    source=TYPED,
)
_DECIDED = Reason(code="NEXT_DECIDED", sentence="This negotiation is over.", source=TYPED)
_LATER = {
    Stage.COUNTERED: (
        "Wait for their answer",
        Reason(
            code="NEXT_WAIT",
            sentence="Change nothing while your counter is open: each change restarts their approval.",
            source=PRACTITIONER,
            grade=Grade.D,
        ),
    ),
    Stage.REVIEW: (
        "Let them work",
        Reason(
            code="NEXT_REVIEW",
            sentence="Manager and pay team look at band and team now. Give evidence when they ask for it.",
            source=PRACTITIONER,
            grade=Grade.D,
        ),
    ),
    Stage.FINAL: (
        "Compare their answer with the written offer, then decide",
        Reason(
            code="NEXT_FINAL",
            sentence="Look at what moved and at what was dropped, and have every promise put in writing.",
            source=PRACTITIONER,
            grade=Grade.D,
        ),
    ),
}
