"""How a negotiation ended. Private to the offer's owner, as the offer is."""

from datetime import date

from django.db import models
from django.db.models import Q

from offers.bands.validators import EARLIEST, LATEST, validate_year_range
from offers.columns import choices_of, money
from offers.drafts.models import Draft, Kind
from offers.engine.process import Outcome as Engine
from offers.engine.reason import in_words
from offers.models import Offer, Stage


class Decision(models.Model):
    """How one negotiation ended. `stage_before` is where it stood, in case the decision is taken back.

    `asked` and `got` are the base asked for and the base that stood on that day, in the measure of the offer;
    they stay as they were then.
    """

    offer = models.OneToOneField(Offer, on_delete=models.CASCADE, related_name="decision")
    outcome = models.CharField(
        "how it ended",
        max_length=9,
        choices=choices_of(
            Engine,
            accepted="I accepted",
            declined="I declined",
            withdrawn="They took the offer back",
            expired="It ran out",
        ),
    )
    decided_on = models.DateField("on", validators=[validate_year_range])
    asked = money("the base you asked for")
    got = money("the base that stood")
    stage_before = models.CharField(max_length=10, choices=Stage, editable=False)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_on__range=(EARLIEST, LATEST)), name="decision_decided_on_in_range"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()} on {in_words(self.decided_on)}"

    @property
    def days(self) -> int | None:
        """Days from the first counter that went out to the decision."""
        first: date | None = (
            Draft.objects.filter(offer=self.offer_id, kind=Kind.COUNTER)
            .sent()
            .order_by("sent_on")
            .values_list("sent_on", flat=True)
            .first()
        )
        return (self.decided_on - first).days if first and first <= self.decided_on else None
