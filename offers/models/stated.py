"""Whether something was named: there is a difference between nothing and nothing said."""

from django.db import models


class Stated(models.TextChoices):
    """Whether a part of the offer was named at all."""

    NOT_STATED = "not_stated", "not stated yet"
    NONE = "none", "there is none"
    GIVEN = "given", "yes"
