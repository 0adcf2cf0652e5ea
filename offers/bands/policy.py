"""The one reader of the engine's constants: its defaults, with what administrators changed laid over them."""

import logging

from offers.bands.models import PolicyValue
from offers.engine.errors import EngineError
from offers.engine.policy import Policy, policy_from

logger = logging.getLogger(__name__)


def current_policy() -> Policy:
    """One query. Rows that contradict each other, which no form lets through, leave the defaults in force."""
    values = {row.key: row.value for row in PolicyValue.objects.in_use().only("key", "value")}
    try:
        return policy_from(values)
    except EngineError as error:
        logger.error("policy row %s cannot be used; the defaults are in force", error.field)
        return Policy()
