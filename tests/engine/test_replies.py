"""What to say to every number: the published table, the team of the example, the rules at their edges."""

from typing import Any

import pytest

from offers.engine.bargain import Bargain
from offers.engine.errors import EngineError
from offers.engine.policy import Policy
from offers.engine.reason import ASSUMPTION, TYPED, Grade
from offers.engine.replies import Action, reply_table, reply_to, row_step
from tests.engine.answers import row
from tests.engine.bargains import POLICY, D, small, team


def published(**given: Any) -> Bargain:
    """A published table: offered 50,000, ask 56,000, accepted at once 55,000, walk-away 52,000."""
    usual: dict[str, Any] = {
        "offer": D(50000),
        "ask": D(56000),
        "ceiling": D(54000),
        "ceiling_exception": D(56000),
        "accept_at": D(55000),
        "walk_away": D(52000),
        "ga": D(2),
    }
    return Bargain(**usual | given)


PUBLISHED_ROWS = [
    ("56000", None, False),
    ("55500", None, False),
    ("55000", None, False),
    ("54500", "55000", False),
    ("54000", "55000", False),
    ("53500", "55000", False),
    ("53000", "54500", False),
    ("52500", "54500", False),
    ("52000", "54000", False),
    ("51500", "54000", True),
    ("51000", "54000", True),
    ("50500", "53500", True),
    ("50000", "53500", True),
]


def test_reply_table_is_the_published_one() -> None:
    rows = [(one.said, one.reply, one.note is not None) for one in reply_table(published(), POLICY)]
    assert rows == [
        (D(said), None if reply is None else D(reply), note) for said, reply, note in PUBLISHED_ROWS
    ]


@pytest.mark.parametrize(("said", "reply", "note"), PUBLISHED_ROWS)
def test_reply_to_a_number_is_its_row_of_the_table(said: str, reply: str | None, note: bool) -> None:
    table = {one.said: one for one in reply_table(published(), POLICY)}
    assert row(said, published()) == table[D(said)]


def test_reply_table_of_the_team_accepts_only_the_ask() -> None:
    rows = reply_table(team(walk_away=D(79000)), POLICY)
    assert [(one.said, one.action, one.reply) for one in rows] == [
        (D(88500), Action.ACCEPT, None),
        (D(87500), Action.REPLY, D(88500)),
        (D(86500), Action.REPLY, D(88000)),
        (D(85500), Action.REPLY, D(87000)),
        (D(84500), Action.REPLY, D(87000)),
        (D(83500), Action.REPLY, D(86000)),
        (D(82500), Action.REPLY, D(86000)),
        (D(81500), Action.REPLY, D(85000)),
        (D(80500), Action.REPLY, D(85000)),
        (D(80000), Action.REPLY, D(85000)),
    ]
    assert [one for one in rows if one.note] == []


def test_reply_table_is_empty_without_an_ask() -> None:
    bargain = small(ask=None, target=D(1050))
    assert (reply_table(bargain, POLICY), reply_to(D(1010), bargain, POLICY)) == ((), None)


@pytest.mark.parametrize(
    ("offer", "ask", "step"),
    [
        ("80000", "88500", "1000"),
        ("50000", "56000", "500"),
        ("75000", "80000", "1000"),
        ("74999", "80000", "500"),
        ("41.00", "43.25", "0.5"),
        ("1000", "2000", "10"),
        ("1000", "3000", "25"),
        ("1", "1000000", "10000"),
    ],
)
def test_row_step_is_near_one_per_cent_of_the_offer(offer: str, ask: str, step: str) -> None:
    bargain = small(offer=D(offer), ask=D(ask), ceiling=D(ask), ceiling_exception=D(ask))
    assert row_step(bargain, POLICY) == D(step)


def test_row_step_without_an_ask_follows_the_offer() -> None:
    assert row_step(small(ask=None), POLICY) == D(10)


def test_reply_table_stays_short_when_the_ask_is_far_above() -> None:
    bargain = small(offer=D(1), ask=D(1000000), ceiling=D(1000000), ceiling_exception=D(1000000))
    assert len(reply_table(bargain, POLICY)) == 101


@pytest.mark.parametrize(
    ("offer", "numbers"),
    [("1000", ["1030", "1020", "1010", "1000"]), ("1001", ["1030", "1020", "1010", "1001"])],
)
def test_reply_table_ends_with_the_offer_once(offer: str, numbers: list[str]) -> None:
    bargain = small(offer=D(offer), ask=D(1030), ceiling=D(1020))
    assert [one.said for one in reply_table(bargain, POLICY)] == [D(number) for number in numbers]


@pytest.mark.parametrize(
    ("said", "accept_at", "reply", "binding"),
    [
        ("1069.99", "1070", "1070", "accept_at"),
        ("1060", "1070", "1070", "accept_at"),
        ("1031.81", "1070", "1070", "accept_at"),
        ("1020", "1070", "1060", "slope"),
        ("1000", "1070", "1060", "slope"),
        ("900", "1070", "1010", "slope"),
        ("1088", "1100", "1098", "step"),
        ("1090", "1100", "1100", "accept_at"),
        ("1090.01", "1100", "1100", "accept_at"),
    ],
)
def test_reply_names_the_term_that_set_it(said: str, accept_at: str, reply: str, binding: str) -> None:
    found = row(said, small(accept_at=D(accept_at)))
    assert (found.reply, found.reason.binding) == (D(reply), binding)


def test_reply_is_one_step_up_where_the_slope_is_flat() -> None:
    found = row("1000", small(), Policy(reply_slope=D(0)))
    assert (found.reply, found.reason.binding, found.reason.text) == (
        D(1010),
        "step",
        "1,010 is one step above 1,000: the ask is near.",
    )


@pytest.mark.parametrize(
    ("said", "wanted", "code", "binding"),
    [
        ("1090.01", "1100.01", "ROW_ASKED", "asked"),
        ("1090", "1100.01", "ROW_ASKED", "asked"),
        ("1100", "1100.01", "ROW_ACCEPT_ASKED", "asked"),
        ("1100", "1100", "ROW_ACCEPT", "accept_at"),
        ("1100", None, "ROW_ACCEPT_ASKED", "asked"),
    ],
)
def test_an_ask_under_the_number_that_is_wanted_is_named_as_what_is_asked_for(
    said: str, wanted: str | None, code: str, binding: str
) -> None:
    found = row(said, small(accept_at=None, target=None if wanted is None else D(wanted)))
    assert (found.reason.code, found.reason.binding) == (code, binding)


@pytest.mark.parametrize(
    ("said", "walk_away", "code", "binding"),
    [
        ("1020", None, "ROW_SLOPE", "slope"),
        ("1065", None, "ROW_ACCEPT_AT", "accept_at"),
        ("1070", None, "ROW_ACCEPT", "accept_at"),
        ("1070", "1080", "ROW_PACKAGE", "walk_away"),
    ],
)
def test_reply_rows_have_a_code_and_a_binding_term(
    said: str, walk_away: str | None, code: str, binding: str
) -> None:
    floor = None if walk_away is None else D(walk_away)
    found = row(said, small(accept_at=D(1070), walk_away=floor))
    assert (found.said, found.reason.code, found.reason.binding) == (D(said), code, binding)


def test_actions_have_plain_values() -> None:
    assert [action.value for action in Action] == ["accept", "reply", "package"]


@pytest.mark.parametrize(
    ("said", "text", "source", "grade"),
    [
        ("1020", "1,060 lies about 55% of the way from 1,020 to your ask of 1,100.", ASSUMPTION, Grade.E),
        (
            "1065",
            "1,070 is the number you accept at once; there is no need to ask for more.",
            TYPED,
            Grade.FACT,
        ),
        ("1070", "You accept 1,070 at once. Say yes once the terms are in writing.", TYPED, Grade.FACT),
    ],
)
def test_reply_rows_say_why(said: str, text: str, source: object, grade: Grade) -> None:
    reason = row(said, small(accept_at=D(1070))).reason
    assert (reason.text, reason.source, reason.grade) == (text, source, grade)


@pytest.mark.parametrize(
    ("said", "note"),
    [("1029.99", True), ("1030", False), ("1069.99", False)],
)
def test_reply_notes_a_number_under_the_walk_away(said: str, note: bool) -> None:
    found = row(said, small(accept_at=D(1070), walk_away=D(1030)))
    assert (found.note is not None, found.action) == (note, Action.REPLY)


def test_reply_note_says_what_to_do() -> None:
    note = row("1000", small(walk_away=D(1030))).note
    assert note is not None
    assert (note.code, note.binding) == ("ROW_UNDER_WALK_AWAY", "walk_away")
    assert note.text == (
        "Base alone is under your walk-away of 1,030, so the package has to reach it. Decline only when they "
        "call it final and the package is worth less."
    )


@pytest.mark.parametrize(
    ("said", "action"),
    [("1110", Action.PACKAGE), ("1119.99", Action.PACKAGE), ("1120", Action.ACCEPT), ("1130", Action.ACCEPT)],
)
def test_a_number_at_the_ask_but_under_the_walk_away_is_taken_as_part_of_a_package(
    said: str, action: Action
) -> None:
    found = row(said, small(walk_away=D(1120)))
    assert (found.action, found.reply, found.note is not None) == (action, None, action is Action.PACKAGE)


def test_reply_to_refuses_a_number_below_zero() -> None:
    with pytest.raises(EngineError) as caught:
        reply_to(D(-1), small(), POLICY)
    assert caught.value.field == "said"
