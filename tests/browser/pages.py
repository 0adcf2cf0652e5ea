"""Which pages are looked at: the access matrix names them, so that a new page is looked at by itself.

A page that a walker may simply open is opened by that walker. A page that takes steps to reach, or has more
than one face, has states in tests/browser/states.py. What is no page is excluded here, with the reason.
"""

from tests.access import ROLES, ROWS
from tests.access_row import LED_BACK

WALKERS = ("anonymous", "bob", "alice", "ada")
EXCLUDED = {
    "healthz": "one word for programs",
    "readyz": "one word for programs",
    "mfa_login_webauthn": "data for the script of the sign-in page",
    "mfa_download_recovery_codes": "a text file",
    "drafts:check": "leads to the draft",
    "drafts:send": "leads to the draft",
    "drafts:tone": "leads to the draft",
    "drafts:restore": "leads to the draft",
    "drafts:not_sent": "leads to the draft",
    "drafts:eml": "a mail file",
    "drafts:txt": "a text file",
    "briefs:pdf": "a PDF",
    "briefs:comparison": "a PDF",
    "briefs:read": "paper, without what pages have around them: tests/browser/test_briefs.py",
    "briefs:comparison-page": "the same",
    "archive:download": "a file",
    "dates:one": "a file",
    "dates:feed": "a file",
    "admin:market_batch_history": "leads to the page of the batch",
    "admin:market_batch_confirm": "leads to the page of the batch",
    "admin:market_batch_refused": "a file",
    "admin:market_batch_template": "a file",
    "admin:jsi18n": "a script",
    "admin:login": "leads to the sign-in page",
    "admin:password_change": "leads to the page of the account",
    "admin:autocomplete": "data for the script of a form",
    "admin:view_on_site": "leads to a page of a row, and no row of ours has one",
    "admin:bands_bandset_copy": "leads to the set",
    "admin:accounts_user_add": "nothing: people sign up themselves",
    "admin:<path:object_id>/": "leads to the form of a row",
    "admin:(?P<url>.*)$": "nothing",
}


# The apps whose buttons have addresses that lead back to their page.
LEADING = ("ledger:", "outcome:", "compare:", "dates:", "drafts:", "offers:")
DELETES = "drafts:delete"  # Nothing is typed there, so its form would do what it says.


def answer(name: str, role: str, method: str) -> str:
    """What the matrix says this role gets here: method is "get" or "post"."""
    cells: str = getattr(ROWS[name], method)
    return cells.split()[ROLES.index(role)]


def answers_no_get(name: str) -> bool:
    """Whether this is the address of a form on another page, with nothing to look at."""
    cells = ROWS[name].get.split()
    leads_back = ROWS[name].get == LED_BACK and name.startswith(LEADING)
    return leads_back or ("405" in cells and "200" not in cells)


def opened_by(role: str) -> list[str]:
    """Pages this walker may simply open; in the administration only an administrator walks."""
    names = [name for name in ROWS if name not in EXCLUDED and answer(name, role, "get") == "200"]
    return [name for name in names if role == "ada" or not name.startswith("admin:")]


def refused_by(role: str) -> list[str]:
    """Pages of ours whose form, sent empty by this walker, comes back with its errors."""
    ours = [name for name in opened_by(role) if not name.startswith("admin:")]
    return [name for name in ours if answer(name, role, "post") in {"200", "422"} and name != DELETES]
