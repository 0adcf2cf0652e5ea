"""Everything of one person as one JSON document. Each app says what it has; here they are listed."""

import json
from datetime import datetime

from django.core.serializers.json import DjangoJSONEncoder

import offers.accounts.export
import offers.compare.export
import offers.dates.export
import offers.drafts.export
import offers.export
import offers.ledger.export
import offers.outcome.export
import offers.ranges
from offers.accounts.models import User

FORMAT = 1  # Raised when a key is renamed or goes; a new key alone leaves it as it is.
PARTS = {
    "account": offers.accounts.export.export,
    "offers": offers.export.export,
    "ranges": offers.ranges.export,
    "drafts": offers.drafts.export.export,
    "ledger": offers.ledger.export.export,
    "outcome": offers.outcome.export.export,
    "compare": offers.compare.export.export,
    "dates": offers.dates.export.export,
}


def document(user: User, made_at: datetime) -> str:
    """JSON with dates as ISO 8601 and amounts as decimal strings, in the currency and unit of their offer."""
    parts = {name: export(user) for name, export in PARTS.items()}
    content = {"format": FORMAT, "made_at": made_at, **parts}
    return json.dumps(content, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
