"""Base as a lever: up to which line it needs no exception here, and who signs on both sides of it."""

from dataclasses import dataclass, replace
from decimal import Decimal

from offers.engine.approval import approval, approval_ladder
from offers.engine.ceilings import Ceilings
from offers.engine.lever_catalogue import Lever
from offers.engine.reason import Reason
from offers.engine.situation import EmployerType
from offers.engine.state import State

CENT = Decimal("0.01")
LINES = {
    "LINE_HIRE": "the top of the range for new hires",
    "LINE_LAW": "the top of the posted range",
    "LINE_MIDPOINT": "the middle of the band",
    "LINE_THIRD_QUARTILE": "the third quartile of the band",
    "LINE_MAXIMUM": "the top of the band",
    "CEILING_MAX": "the top of the band",
    "CEILING_PEERS": "the best-paid colleague",
    "CEILING_BUFFER": "the end of usual padding",
    "TEAM_BELOW_MIN": "the minimum of the band",
    "SPENT_BAND": "the top of the band",
    "SPENT_TEAM": "the best-paid colleague",
}
SPENT = ("SPENT_BAND", "SPENT_TEAM")
OF_APPROVAL = ("line", "max")  # Binding terms that are lines of approval, so that the ladder says who signs.


@dataclass(frozen=True, kw_only=True)
class BaseLine:
    """What binds the number that needs no exception; who signs up to it and above it, where that is known."""

    why: Reason
    up_to: tuple[str, ...] = ()
    above: tuple[str, ...] = ()

    @property
    def is_spent(self) -> bool:
        """Whether nothing is left to ask for below the line."""
        return self.why.code in SPENT

    def named(self, lever: Lever) -> Lever:
        """The two levers of base with the line that counts for this offer; any other as it is."""
        words = LINES[self.why.code]
        if lever.key == "base":
            signs = ", ".join(self.up_to) or lever.approver
            return replace(lever, title=f"Base up to {words}", approver=signs, reason=self.why)
        if lever.key == "base_exception":
            signs = ", ".join(self.above) or lever.approver
            return replace(lever, title=f"Base above {words}", approver=signs, reason=self._past(lever))
        return lever

    def _past(self, lever: Lever) -> Reason:
        """Its grade is that of the line; the team has a reason of its own."""
        if self.why.binding == "peers":
            return lever.reason
        return replace(
            self.why,
            code="LEVER_BASE_PAST_LINE",
            sentence="Past {amount} it needs an exception that somebody has to answer for.",
        )


def base_line(state: State, limits: Ceilings) -> BaseLine | None:
    """The line that counts for this offer; None where no rule of the employer is known or a system sets base.

    130,000 offered in 110,000 to 140,000: the third quartile, which the compensation team signs as well.
    """
    employer = state.situation.employer_type
    if employer is not EmployerType.BANDED or not state.knows_rules:
        return None
    why = limits.why_no_exception
    if why.binding not in OF_APPROVAL:
        return BaseLine(why=why)
    ladder = state.situation.approval_ladder or approval_ladder(state.band, employer, state.offer)
    found = (approval(number, ladder) for number in (limits.no_exception, limits.no_exception + CENT))
    up_to, above = (one.approvers if one else () for one in found)
    return BaseLine(why=why, up_to=up_to, above=above)
