"""What a reply adds and how it reads: the next lever, the sentence, never the walk-away."""

import pytest

from offers.engine.packages import Pick
from offers.engine.reason import PRACTITIONER, Grade
from offers.engine.replies import reply_table, reply_with
from tests.engine.answers import row
from tests.engine.bargains import POLICY, D, item, small, team


def test_a_number_taken_as_part_of_a_package_says_so_without_the_walk_away() -> None:
    found = row("1100", small(walk_away=D(1120), items=(item("learning", cap="90"),)))
    assert (
        found.say.text
        == "Thank you, the base of 1,100 works for me. Could we look at the rest of the package?"
    )
    assert found.reason.text == "A base of 1,100 is enough, but base alone does not reach your walk-away."
    assert (found.lever, found.reason.binding) == (None, "walk_away")


@pytest.mark.parametrize(
    ("said", "items", "lever", "code"),
    [
        ("1000", [], None, "SAY_REPLY"),
        ("1000", [("learning", "100")], ("learning", "60"), "SAY_REPLY_CLOSES"),
        ("1000", [("learning", "60")], ("learning", "60"), "SAY_REPLY_CLOSES"),
        ("1000", [("learning", "59")], ("learning", "59"), "SAY_REPLY_HELPS"),
        ("1000", [("learning", "59"), ("equity", "60")], ("equity", "60"), "SAY_REPLY_CLOSES"),
        ("1000", [("learning", "50"), ("equity", "59")], ("learning", "50"), "SAY_REPLY_HELPS"),
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


@pytest.mark.parametrize(("worth", "quantity"), [("32.5", "2"), ("32.51", "1")])
def test_reply_lever_overshoots_by_half_a_per_cent_of_the_offer_at_most(worth: str, quantity: str) -> None:
    """The reply of 1,060 is 60 more: two at 32.50 are 5 too many, just half a per cent of 1,000."""
    found = row("1000", small(accept_at=D(1075), items=(item("remote_days", cap="9", worth=worth),)))
    assert found.lever == Pick(key="remote_days", quantity=D(quantity), value=D(quantity) * D(worth))


def test_an_item_makes_up_for_the_number_that_is_said_and_for_no_other() -> None:
    """130,000 said, 137,000 replied, 138,000 accepted: 7,000 in money, not 8,000."""
    bargain = small(
        offer=D(120_000),
        ask=D(143_500),
        ceiling=D(135_000),
        ceiling_exception=D(144_000),
        accept_at=D(138_000),
        items=(item("learning", cap="9000"),),
    )
    found = row("130000", bargain)
    assert (found.reply, found.lever and found.lever.value) == (D(137_000), D(7_000))
    later = reply_with(found, D(138_000), bargain, POLICY)
    assert "settle at 138,000? If base has to stay at 130,000, a learning budget of 8,000" in later.say.text


def test_a_reply_that_names_no_item_names_none_at_another_number() -> None:
    later = reply_with(row("1000", small()), D(1080), small(), POLICY)
    assert (later.reply, later.say.text) == (
        D(1080),
        "Thank you for coming back to me. Could we settle at 1,080?",
    )


def test_reply_lever_counts_the_factor_of_base() -> None:
    bargain = small(accept_at=D(1070), k=D("1.5"), items=(item("learning", cap="200"),))
    assert row("1000", bargain).lever == Pick(key="learning", quantity=D(90), value=D(90))


@pytest.mark.parametrize(
    ("cap", "text"),
    [
        (
            "70",
            "Thank you for coming back to me. Could we settle at 1,060? If base has to stay at 1,000, a "
            "learning budget of 60 would make up for it.",
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
