"""What the law of a place says about pay ranges, and about asking what somebody earned before."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from offers.bands.models.base import Versioned, recorded
from offers.bands.validators import EARLIEST, LATEST, validate_year_range

LONGEST = 1_500
DEEPEST = 2  # Places around a place: a town lies in its state, and that in its country.


class Duty(models.TextChoices):
    """When the employer has to name the range without being asked."""

    NONE = "none", "never"
    PENDING = "pending", "not in force, or not yet made law"
    POSTING = "posting", "in the posting"
    SOME_POSTINGS = "some_postings", "in some postings"
    BEFORE_INTERVIEW = "before_interview", "before the interview"
    AFTER_INTERVIEW = "after_interview", "after an interview"
    BEFORE_CONTRACT = "before_contract", "before the contract"
    BEFORE_END = "before_end", "before recruitment ends"


class History(models.TextChoices):
    """Whether the employer may ask what somebody earned before."""

    NO = "no", "no rule against asking"
    YES = "yes", "may not ask"
    PROTECTED = "protected", "may ask, but not punish a refusal"
    ABOVE = "above", "as the place above it says"
    PENDING = "pending", "not in force, or not yet made law"


class RangeFor(models.TextChoices):
    """What the published range is of, by the words of the law."""

    HIRE = "hire", "what a new hire will be paid"
    POSITION = "position", "the position"
    NONE = "none", "no range"


class Benefits(models.TextChoices):
    YES = "yes", "benefits too"
    PARTLY = "partly", "some benefits too"
    NO = "no", "no benefits"


class Verified(models.TextChoices):
    """How well the row was checked. Only the first may state a duty."""

    SOURCE = "S", "S: the content was read at its source"
    CITED = "P", "P: the content was read, the citation is from memory"
    MEMORY = "M", "M: from memory"


def from_day(label: str) -> "models.DateField[Any, Any]":
    return models.DateField(label, null=True, blank=True, validators=[validate_year_range])


def at_least(label: str) -> "models.PositiveIntegerField[int | None, int | None]":
    return models.PositiveIntegerField(label, null=True, blank=True, validators=[MinValueValidator(1)])


def words(label: str) -> "models.TextField[str, str]":
    return models.TextField(label, blank=True, validators=[MaxLengthValidator(LONGEST)])


def dated(name: str) -> models.CheckConstraint:
    """A day between 2000 and 2100, or none."""
    inside = Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__range": (EARLIEST, LATEST)})
    return models.CheckConstraint(condition=inside, name=f"pay_rule_{name}_in_range")


def sized(name: str) -> models.CheckConstraint:
    known = Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__gte": 1})
    return models.CheckConstraint(condition=known, name=f"pay_rule_{name}_counts")


def chosen(name: str, values: type[models.TextChoices]) -> models.CheckConstraint:
    known = Q(**{f"{name}__in": values.values})
    return models.CheckConstraint(condition=known, name=f"pay_rule_{name}_known")


@recorded
class PayRule(Versioned):
    """The law of one place, as it was read on the day `as_of`; `within` is the place around it."""

    code = models.CharField(max_length=20, unique=True, help_text="Such as US-CA.")
    country = models.CharField(max_length=100)
    place = models.CharField(max_length=300)
    within = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="inside", to_field="code"
    )
    known_as = words("names it goes by")
    duty = models.CharField("names the range", max_length=16, choices=Duty)
    since = from_day("in force since")
    employees = at_least("for employers of at least")
    disclose = words("what has to be named")
    benefits = models.CharField(max_length=6, choices=Benefits, default=Benefits.NO)
    basis = models.CharField("the range is of", max_length=8, choices=RangeFor, default=RangeFor.NONE)
    basis_since = from_day("the range is of that since")
    request = words("what has to be named on request")
    request_since = from_day("on request since")
    request_employees = at_least("on request, for employers of at least")
    history = models.CharField("asking about earlier pay", max_length=9, choices=History)
    history_since = from_day("on earlier pay since")
    history_employees = at_least("on earlier pay, for employers of at least")
    note = words("what else it says")
    citation = models.CharField(max_length=500)
    verified = models.CharField(max_length=1, choices=Verified)
    source = models.URLField("read at", max_length=500, blank=True)
    to_check = words("what a person still has to check")
    as_of = models.DateField("as of", validators=[validate_year_range])

    class Meta:
        ordering = ["country", "place"]
        verbose_name = "law on pay ranges"
        verbose_name_plural = "laws on pay ranges"
        constraints = [
            chosen("duty", Duty),
            chosen("history", History),
            chosen("basis", RangeFor),
            chosen("benefits", Benefits),
            chosen("verified", Verified),
            *map(dated, ("since", "basis_since", "request_since", "history_since")),
            *map(sized, ("employees", "request_employees", "history_employees")),
            models.CheckConstraint(condition=~Q(citation=""), name="pay_rule_has_a_citation"),
            models.CheckConstraint(
                condition=Q(as_of__range=(EARLIEST, LATEST)), name="pay_rule_as_of_in_range"
            ),
        ]

    def __str__(self) -> str:
        return self.place if self.place == self.country else f"{self.country}: {self.place}"

    def clean(self) -> None:
        """What a row has to have to be of use, each mistake beside its field."""
        errors = {}
        if self.verified == Verified.SOURCE and not self.source:
            errors["source"] = "A row that was read at its source has to name it."
        if self.duty not in (Duty.NONE, Duty.PENDING) and not self.disclose:
            errors["disclose"] = "A duty has to say what is to be named."
        if self.within_id and self.depth() > DEEPEST:
            errors["within"] = "That would be more than two places around it."
        if errors:
            raise ValidationError(errors)

    def depth(self) -> int:
        """How many places lie around it; one more than there may be also where it lies in itself."""
        found, place = 0, self.within
        while place is not None and found <= DEEPEST:
            found, place = found + 1, place.within
        return found
