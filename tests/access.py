"""Who may do what at every address: one row for each pattern of the URLconf, one answer for each role."""

import tests.accounts.access
import tests.archive.access
import tests.bands.access
import tests.briefs.access
import tests.compare.access
import tests.dates.access
import tests.drafts.access
import tests.ledger.access
import tests.market.access
import tests.offers.access
import tests.outcome.access
import tests.pay.access
import tests.replies.access
import tests.timeline.access
from tests.access_row import ROLES, Row, everyone

__all__ = ["ROLES", "ROWS", "THINGS", "Row"]
APPS = (
    tests.offers.access,
    tests.briefs.access,
    tests.archive.access,
    tests.accounts.access,
    tests.bands.access,
    tests.ledger.access,
    tests.drafts.access,
    tests.outcome.access,
    tests.pay.access,
    tests.replies.access,
    tests.dates.access,
    tests.timeline.access,
    tests.compare.access,
    tests.market.access,
)
ROWS = {
    "home": Row(get=everyone(200), post=everyone(405)),
    "example": Row(get=everyone(200), post=everyone(405)),
    "privacy": Row(get=everyone(200), post=everyone(405)),
    "not-advice": Row(get=everyone(200), post=everyone(405)),
    "theme": Row(
        get=everyone(405), post=everyone(302), valid=everyone(302), body={"theme": "dark", "next": "/"}
    ),
    "mailbox": Row(get=everyone(404), post=everyone(405)),
    "healthz": Row(get=everyone(200), post=everyone(405)),
    "readyz": Row(get=everyone(200), post=everyone(405)),
    "admin:index": Row(get="302 302 302 302 302 302 200 200", post="302 302 302 302 302 302 200 200"),
    "admin:login": Row(get="302 302 404 404 404 302 302 302", post="302 302 404 404 404 302 302 302"),
    "admin:logout": Row(get="302 302 302 302 302 302 405 405", post="302 302 302 302 302 302 200 200"),
    "admin:password_change": Row(get=everyone(302), post=everyone(302)),
    "admin:password_change_done": Row(
        get="302 302 302 302 302 302 200 200", post="302 302 302 302 302 302 405 405"
    ),
    "admin:autocomplete": Row(get="302 302 302 302 302 302 404 404", post="302 302 302 302 302 302 405 405"),
    "admin:jsi18n": Row(get="302 302 302 302 302 302 200 200", post="302 302 302 302 302 302 405 405"),
    "admin:view_on_site": Row(
        get="302 302 302 302 302 302 404 404",
        post="302 302 302 302 302 302 404 404",
        kwargs={"content_type_id": "1", "object_id": "1"},
    ),
    "admin:app_list": Row(
        get="302 302 302 302 302 302 404 200",
        post="302 302 302 302 302 302 404 200",
        kwargs={"app_label": "bands"},
    ),
    "admin:<path:object_id>/": Row(
        get=everyone(302),
        post=everyone(302),
        path="/admin/bands/band/1/",
    ),
    "admin:(?P<url>.*)$": Row(
        get="302 302 302 302 302 302 404 404", post="302 302 302 302 302 302 404 404", path="/admin/nothing/"
    ),
}
for app in APPS:
    ROWS |= app.ROWS
THINGS = [app.things for app in APPS]
