"""The record that the messages of the running example stand on."""

from decimal import Decimal

from offers.engine.draft import DraftFacts, Kind


def facts(kind: Kind, *figures: int, **more: object) -> DraftFacts:
    """The record of the running example: offer 80,000, ask 88,500, target 95,000, walk-away 79,000."""
    known = tuple(map(Decimal, (80_000, 88_500, *figures)))
    return DraftFacts(
        kind=kind,
        target=Decimal(95_000),
        walk_away=Decimal(79_000),
        figures=known,
        employer="Northwind",
        **more,
    )
