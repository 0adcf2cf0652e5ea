"""The sheet of paper that a document is made for."""

from django.http import QueryDict

from offers.accounts.models import User

A4, LETTER = "a4", "letter"
SIZES = {A4: "A4", LETTER: "US Letter"}
ON_LETTER = {"US", "CA"}  # Where people print on it; everywhere else A4 is in the printer.


def usual(user: User) -> str:
    """What lies in the printer where this person lives."""
    return LETTER if user.country in ON_LETTER else A4


def chosen(sent: QueryDict, user: User) -> str:
    """The paper that an address names, else the usual one."""
    named = sent.get("paper", "")
    return named if named in SIZES else usual(user)
