"""Constants of the engine that an administrator has changed."""

from django.core.exceptions import ValidationError
from django.db import models

from offers.bands.models.base import Versioned, recorded
from offers.engine.errors import EngineError
from offers.engine.policy import RULES, policy_from


@recorded
class PolicyValue(Versioned):
    """A constant of the engine that an administrator has changed; without a row the default holds."""

    key = models.CharField(
        "rule", max_length=60, unique=True, choices=[(key, rule.title) for key, rule in sorted(RULES.items())]
    )
    value = models.DecimalField(max_digits=12, decimal_places=4, help_text="Fractions: 0.05 is 5%.")
    reason = models.CharField("why it differs", max_length=300)

    class Meta:
        ordering = ["key"]
        verbose_name = "rule value"

    def __str__(self) -> str:
        return self.get_key_display()

    def clean(self) -> None:
        """The engine judges the value, alone and beside the other rows."""
        if self.key not in RULES or self.value is None:
            return
        others = PolicyValue.objects.exclude(pk=self.pk).values_list("key", "value")
        try:
            policy_from({**dict(others), self.key: self.value})
        except EngineError as error:
            raise ValidationError({"value": error.sentence}) from error
