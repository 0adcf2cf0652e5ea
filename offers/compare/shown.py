"""What a comparison says, for the page and for paper alike."""

from offers.compare.alignment import waits_of
from offers.compare.bars import bars_of
from offers.compare.beside import beside_sums
from offers.compare.board import equals, lead_of, stated, values
from offers.compare.by_year import years
from offers.compare.desk import Desk
from offers.compare.matters import matters_of


def shown_of(desk: Desk) -> dict[str, object]:
    """What the engine says, ready to be shown."""
    is_locked = bool(desk.comparison and desk.comparison.locked_on)
    by_year = years(desk.told, desk.exchange, desk.home, desk.policy)
    table = [
        stated(desk.told, desk.left),
        *beside_sums(desk.told),
        *values(desk.told, desk.found, desk.home),
    ]
    return {
        "lead": lead_of(desk.told, desk.found, desk.home),
        "bars": bars_of(desk.told, desk.found, desk.home, desk.policy),
        "table": table,
        "years": [by_year] if by_year else [],
        "equals": equals(desk.told, desk.found),
        "matters": (
            matters_of(desk.told, desk.criteria, desk.scores, desk.comparison, desk.found)
            if is_locked and desk.comparison
            else None
        ),
        "waits": waits_of(desk.told, desk.expected, desk.today, holidays=desk.holidays, policy=desk.policy),
    }
