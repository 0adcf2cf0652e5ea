"""Constants of the engine that an administrator has changed."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models

from offers.bands.models.base import Versioned, recorded
from offers.engine.errors import EngineError
from offers.engine.policy import RULES, policy_from

# The engine's own paddings of these kinds are what their industries start with, and act nowhere else.
OF_INDUSTRIES = frozenset(
    f"buffer_{kind}_{end}" for kind in ("technology", "pay_scale") for end in ("low", "high")
)


class PolicyValueQuerySet(models.QuerySet["PolicyValue"]):
    def in_use(self) -> Self:
        """Without those that were saved when the padding of an industry could stand here too."""
        return self.exclude(key__in=OF_INDUSTRIES)


@recorded
class PolicyValue(Versioned):
    """A constant of the engine that an administrator has changed; without a row the default holds."""

    key = models.CharField(
        "rule", max_length=60, unique=True, choices=[(key, rule.title) for key, rule in sorted(RULES.items())]
    )
    value = models.DecimalField(max_digits=12, decimal_places=4, help_text="Fractions: 0.05 is 5%.")
    reason = models.CharField("why it differs", max_length=300)

    objects = PolicyValueQuerySet.as_manager()

    class Meta:
        ordering = ["key"]
        verbose_name = "rule value"

    def __str__(self) -> str:
        return self.get_key_display()

    def clean(self) -> None:
        """The engine judges the value, alone and beside the other rows."""
        if self.key not in RULES or self.value is None:
            return
        if not self.is_in_use:
            sentence = "This padding stands at its industry; change it under Industries."
            raise ValidationError({"key": sentence})
        others = PolicyValue.objects.in_use().exclude(pk=self.pk).values_list("key", "value")
        try:
            policy_from({**dict(others), self.key: self.value})
        except EngineError as error:
            raise ValidationError({"value": error.sentence}) from error

    @property
    def is_in_use(self) -> bool:
        return self.key not in OF_INDUSTRIES
