"""Two offers or more side by side, on paper."""

from offers.briefs.frame import Frame, drawn, file_name
from offers.briefs.notes import Notes
from offers.compare.desk import Desk
from offers.compare.shown import shown_of

ABREAST = 3  # So many offers fit beside each other on an upright page.
LONGEST = 60


def side_by_side(desk: Desk, paper: str, back: str = "") -> tuple[str, ...]:
    """The comparison as HTML; four offers and more lie across the page. With `back` it is for a screen."""
    frame = Frame(
        name="Comparison",
        about=about(desk),
        mark="Private: not for any employer",
        made=desk.today,
        paper=paper,
        kind="brief" if len(desk.told) <= ABREAST else "wide",
        back=back,
    )
    context = shown_of(desk) | {"desk": desk, "notes": Notes()}
    return (drawn("briefs/comparison.html", context, frame),)


def about(desk: Desk) -> str:
    """The names of the offers, each no longer than a heading can hold."""
    names = [one.name if len(one.name) <= LONGEST else f"{one.name[:LONGEST]}…" for one in desk.told]
    return f"{', '.join(names[:-1])} and {names[-1]}"


def named(desk: Desk) -> str:
    """The header that names the file."""
    return file_name("comparison", " ".join(one.name for one in desk.told))
