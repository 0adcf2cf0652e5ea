"""The three lines at which the talking stops: pause, walk away, sign."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from offers.engine.bargain import Bargain
from offers.engine.money import round_up
from offers.engine.policy import Policy
from offers.engine.reason import ASSUMPTION, TYPED, Grade, Reason
from offers.engine.value import ONE

HOURS = Decimal(24)


@dataclass(frozen=True, kw_only=True)
class StopLine:
    """One line at which the talking stops, whether it is reached, and what it says. Private."""

    code: str
    met: bool
    reason: Reason


def stop_lines(
    *,
    bargain: Bargain,
    said: Decimal | None = None,
    package_value: Decimal | None = None,
    final: bool = False,
    red_signals: int = 0,
    insult: bool = False,
    policy: Policy,
) -> tuple[StopLine, StopLine, StopLine]:
    """PAUSE, WALK and SIGN, in the order they count: the first that is met holds.

    PAUSE after two red signals or an insult: no reply for 24 hours. WALK when they called it final and the
    package is worth less than Wv. SIGN when base reaches the number accepted at once and the package is not
    under Wv. `package_value` is what all they offer now is worth; without it base alone counts, with the
    terms that stay. What is not known meets no line.
    """
    if package_value is None and said is not None:
        package_value = bargain.value(said)
    floor = bargain.walk_away_value
    under = floor is not None and package_value is not None and package_value < floor
    accepted = bargain.enough
    enough = said is not None and accepted is not None and said >= accepted
    return (
        StopLine(
            code="PAUSE",
            met=insult or red_signals >= policy.pause_signals,
            reason=pause(policy),
        ),
        StopLine(
            code="WALK",
            met=final and under,
            reason=_line("STOP_WALK", "walk_away", None if floor is None else bargain.shown(floor)),
        ),
        StopLine(code="SIGN", met=enough and not under, reason=_line("STOP_SIGN", "accept_at", accepted)),
    )


def pause_until(seen: Iterable[date], policy: Policy) -> date | None:
    """The last day of the pause after red signals, from the days on which they were seen; None for too few.

    Their hours are not known, so the day on which it ends counts in whole: 24 hours from 2 March last until
    3 March.
    """
    days = sorted(seen)
    if len(days) < policy.pause_signals:
        return None
    return days[-1] + timedelta(days=int(round_up(policy.pause_hours / HOURS, ONE)))


def pause(policy: Policy) -> Reason:
    """Why nothing is sent for a while."""
    return Reason(
        code="STOP_PAUSE",
        sentence=_SENTENCES["STOP_PAUSE"],
        params={"signals": f"{policy.pause_signals:f}", "hours": f"{policy.pause_hours:f}"},
        binding="signals",
        source=ASSUMPTION,
        grade=Grade.E,
    )


def _line(code: str, binding: str, number: Decimal | None) -> Reason:
    key = f"{code}_OPEN" if number is None else code
    params = {} if number is None else {"number": number}
    return Reason(code=key, sentence=_SENTENCES[key], params=params, binding=binding, source=TYPED)


_SENTENCES = {
    "STOP_PAUSE": "Pause: after {signals} red signals or an insult, send nothing for {hours} hours.",
    "STOP_WALK": "Walk away: they call it final, and the package is worth less than {number} to you.",
    "STOP_WALK_OPEN": "Walk away: without a walk-away number this line cannot be drawn.",
    "STOP_SIGN": "Sign: base is {number} or more, and all the terms are in writing.",
    "STOP_SIGN_OPEN": "Sign: without a number you accept at once this line cannot be drawn.",
}
