"""The ladder once they have answered: the next number, what to settle for, and the decision."""

from collections.abc import Iterator

from offers.case import measure_of
from offers.drafts.composer.closing import proposed
from offers.drafts.record import Record
from offers.engine.advice import Advice
from offers.engine.reason import TYPED, Reason
from offers.engine.stage_scripts import assumed
from offers.explain import Why, money_in, why
from offers.outcome.reading import YES
from offers.replies.steps import OWN, Step, Steps, Warned

DROPPED = "They have dropped or lowered a part that they named: ask first whether that still stands."
STANDS = Reason(
    code="RUNG_ANSWERED",
    sentence="What they answered is what stands now: hold it against the lines below, at which to stop.",
    source=TYPED,
    binding="offer",
)
OUT = Reason(
    code="RUNG_WAITING",
    sentence="Your last counter has no answer yet; what is left to ask for depends on it.",
    source=TYPED,
    binding="counter",
)
ENDED = Reason(
    code="RUNG_ENDED",
    sentence="Your yes or no went out, so nothing is left to ask for until they answer it.",
    source=TYPED,
    binding="answer",
)
DECIDE = assumed(
    "SAY_ANSWERED", "Thank you for looking into it. I will give you my answer on the offer as it stands."
)


WAIT = Step(title="Wait for their answer", proposes=(), say="", note="", whys=(why(OUT, OWN),))
END = Step(title="Write down how it ended", proposes=(), say="", note="", whys=(why(ENDED, OWN),))


def steps_after(record: Record, advice: Advice) -> Steps:
    """What is left to say. The first step asks back what was dropped before anything else is asked for."""
    if record.is_waiting:
        return Steps(kept=(END if record.offer.history.last_word else WAIT,), left=(), warnings=())
    found = (*next_number(record), *the_rest(record), *settlement(record), decision(record))
    said = (advice.ladder.say_now,) if advice.ladder.say_now else ()
    return Steps(kept=found, left=(), warnings=tuple(Warned(whys=(why(reason, OWN),)) for reason in said))


def next_number(record: Record) -> Iterator[Step]:
    if record.request is not None and record.reply is not None:
        yield Step(
            title="The next step in base",
            proposes=(money_in(record.request, measure_of(record.offer)),),
            say=record.reply.say.text,
            note=DROPPED if record.drops else "",
            whys=(why(record.reply.reason, OWN), why(record.reply.say, OWN)),
        )


def the_rest(record: Record) -> Iterator[Step]:
    """What is missing of the last proposal, once its base is there."""
    row = record.reply
    if row is not None and record.lacks_the_rest and not record.is_final:
        reasons = (why(row.reason, OWN), why(row.say, OWN))
        yield Step(title="The rest of your proposal", proposes=(), say=row.say.text, note="", whys=reasons)


def settlement(record: Record) -> Iterator[Step]:
    if record.settlement is None or record.basis is None or not record.may_settle:
        return
    rung, step = record.settlement
    words = proposed(step, record.basis)
    yield Step(
        title="What to settle for",
        proposes=(),
        say=f"This would work for me: {words}",
        note=DROPPED if record.drops and record.request is None else "",
        whys=(why(rung.reason, OWN),),
        is_fallback=True,
    )


def decision(record: Record) -> Step:
    say = YES if record.is_reached else DECIDE
    reasons: tuple[Why, ...] = (why(STANDS, OWN), why(say, OWN))
    title = "Say yes" if record.is_reached else "The decision"
    note = DROPPED if record.drops else ""
    return Step(title=title, proposes=(), say=say.text, note=note, whys=reasons)
