"""The form of the access matrix: who asks, and what each of them is answered at one address.

The columns are ROLES. `get` is the answer to GET and HEAD, `post` to a POST with an empty body, `valid` to a
POST with the body a willing person would send, which to nobody signed in is a 403 that shows it to them again
where it is long to type. Every other method is 405 for everybody.
"""

from dataclasses import dataclass, field
from typing import Any

ROLES = (
    "anonymous",  # nobody is signed in
    "halfway",  # password given, second factor not yet
    "unconfirmed",  # signed in, address not confirmed
    "bob",  # signed in, a stranger to all that Alice has
    "alice",  # signed in, the owner
    "bare",  # an administrator without a second factor
    "idle",  # an administrator with a second factor and no permission
    "ada",  # an administrator with both and every permission
)


@dataclass(frozen=True, kw_only=True)
class Row:
    get: str
    post: str
    valid: str = ""
    body: dict[str, Any] = field(default_factory=dict)
    kwargs: dict[str, str] = field(default_factory=dict)
    path: str = ""  # for a pattern that cannot be reversed


def everyone(status: int) -> str:
    return " ".join([str(status)] * len(ROLES))


OFFER = {"pk": "offer"}
MEMBERS = "302 302 200 200 200 200 200 200"
MEMBERS_ONLY_READ = "302 302 405 405 405 405 405 405"
OWNER = "302 302 404 404 200 404 404 404"
OWNER_ONLY_READS = "302 302 405 405 405 405 405 405"
LED_BACK = everyone(302)  # The address of a button leads to the page that has it.
OPENED = {"opened_version": "1"}  # A form of the administration says on which version it was opened.
