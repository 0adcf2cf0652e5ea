"""Rows that every installation starts with, so that the wizard has something to choose from."""

from offers.bands.models import Industry
from offers.engine.policy import RULES, Policy

PADDINGS = (("Technology", "technology"), ("General", "general"), ("Public pay scale", "pay_scale"))


def load_industries(policy: Policy) -> None:
    """The paddings that the engine starts with, each once.

    The history knows every name that ever was, so a row that an administrator has changed, renamed or deleted
    stays as they left it, and so does one they made themselves under the same name.
    """
    events = Industry.pgh_event_model.objects  # type: ignore[attr-defined]
    known = {name.lower() for name in events.values_list("name", flat=True)}
    for name, key in PADDINGS:
        if name.lower() not in known:
            rule = RULES[f"buffer_{key}_high"]
            Industry.objects.create(
                name=name,
                padding_low_rate=getattr(policy, f"buffer_{key}_low"),
                padding_high_rate=getattr(policy, f"buffer_{key}_high"),
                grade=rule.grade.value,
                source=str(rule.source),
            )
