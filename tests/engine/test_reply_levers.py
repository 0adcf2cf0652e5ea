"""What a reply adds and how it reads: the next lever, the sentence, never the walk-away."""

import pytest

from offers.engine.packages import Pick
from offers.engine.reason import PRACTITIONER, Grade
from offers.engine.replies import reply_table
from tests.engine.answers import row
from tests.engine.bargains import POLICY, D, item, small, team


def test_a_number_taken_as_part_of_a_package_says_so_without_the_walk_away() -> None:
    found = row("1100", small(walk_away=D(1120), items=(item("learning", cap="90"),)))
    assert (
        found.say.text
        == "Thank you, the base of 1,100 works for me. Could we look at the rest of the package?"
    )
    assert found.reason.text == "You accept 1,100 at once, but base alone does not reach your walk-away."
    assert (found.lever, found.reason.binding) == (None, "walk_away")


@pytest.mark.parametrize(
    ("said", "items", "lever", "code"),
    [
        ("1000", [], None, "SAY_REPLY"),
        ("1000", [("learning", "100")], ("learning", "70"), "SAY_REPLY_CLOSES"),
        ("1000", [("learning", "70")], ("learning", "70"), "SAY_REPLY_CLOSES"),
        ("1000", [("learning", "69")], ("learning", "69"), "SAY_REPLY_HELPS"),
        ("1000", [("learning", "69"), ("equity", "70")], ("equity", "70"), "SAY_REPLY_CLOSES"),
        ("1000", [("learning", "60"), ("equity", "69")], ("learning", "60"), "SAY_REPLY_HELPS"),
        ("1069.6", [("learning", "69")], None, "SAY_REPLY"),
    ],
)
def test_reply_names_the_next_lever(
    said: str, items: list[tuple[str, str]], lever: tuple[str, str] | None, code: str
) -> None:
    made = tuple(item(key, cap=cap) for key, cap in items)
    found = row(said, small(accept_at=D(1070), items=made))
    pick = None if lever is None else Pick(key=lever[0], quantity=D(lever[1]), value=D(lever[1]))
    assert (found.lever, found.say.code) == (pick, code)


def test_reply_names_no_lever_of_no_worth() -> None:
    bargain = small(accept_at=D(1070), items=(item("sign_on", cap="90", weight=D(0)),))
    assert row("1000", bargain).lever is None


def test_reply_passes_over_levers_of_no_worth_or_too_coarse() -> None:
    items = (
        item("sign_on", cap="90", weight=D(0)),
        item("remote_days", cap="9", worth="80"),
        item("learning", cap="30"),
    )
    assert row("1050", small(accept_at=D(1070), items=items)).lever == Pick(
        key="learning", quantity=D(20), value=D(20)
    )


@pytest.mark.parametrize(("worth", "quantity"), [("40", "2"), ("40.01", "1")])
def test_reply_lever_overshoots_by_half_a_per_cent_of_the_offer_at_most(worth: str, quantity: str) -> None:
    """75 are missing: two at 40 are 5 too many, just half a per cent of 1,000."""
    found = row("1000", small(accept_at=D(1075), items=(item("remote_days", cap="9", worth=worth),)))
    assert found.lever == Pick(key="remote_days", quantity=D(quantity), value=D(quantity) * D(worth))


def test_reply_lever_counts_the_factor_of_base() -> None:
    bargain = small(accept_at=D(1070), k=D("1.5"), items=(item("learning", cap="200"),))
    assert row("1000", bargain).lever == Pick(key="learning", quantity=D(105), value=D(105))


@pytest.mark.parametrize(
    ("cap", "text"),
    [
        (
            "70",
            "Thank you for coming back to me. Could we settle at 1,060? If base has to stay at 1,000, a "
            "learning budget of 70 would make up for it.",
        ),
        (
            "50",
            "Thank you for coming back to me. Could we settle at 1,060? If base has to stay at 1,000, a "
            "learning budget of 50 would help.",
        ),
        ("0", "Thank you for coming back to me. Could we settle at 1,060?"),
    ],
)
def test_reply_reads_as_the_employer_reads_it(cap: str, text: str) -> None:
    say = row("1000", small(accept_at=D(1070), items=(item("learning", cap=cap),))).say
    assert (say.text, say.source, say.grade) == (text, PRACTITIONER, Grade.D)


def test_accepting_waits_for_the_terms_in_writing() -> None:
    say = row("1100", small()).say
    assert say.text == "Thank you, 1,100 works for me. I will confirm once all the terms are in writing."


def test_what_the_employer_reads_in_a_reply_is_the_same_whatever_the_walk_away() -> None:
    free = reply_table(team(), POLICY)
    for floor in ("79123.45", "83210", "88123.45"):
        rows = reply_table(team(walk_away=D(floor), walk_away_value=D(floor)), POLICY)
        assert [(one.say, one.lever) for one in rows] == [(one.say, one.lever) for one in free]
