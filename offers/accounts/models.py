"""People: known by their e-mail address and by nothing else."""

from datetime import tzinfo
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

LONGEST_EMAIL = 254
UTC = ZoneInfo("UTC")


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    email = models.EmailField(
        "e-mail address",
        max_length=LONGEST_EMAIL,
        unique=True,
        error_messages={"unique": "This address has an account."},
    )
    is_staff = models.BooleanField(
        "administrator", default=False, help_text="May sign in to the administration, with a second factor."
    )
    is_active = models.BooleanField("active", default=True, help_text="Untick instead of deleting.")
    joined_at = models.DateTimeField("joined", default=timezone.now, editable=False)
    country = models.CharField(max_length=2, blank=True)
    subdivision = models.CharField("region", max_length=40, blank=True)
    time_zone = models.CharField(max_length=64, default="UTC")
    mail_reminders = models.BooleanField("remind me by mail", default=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        verbose_name = "person"
        verbose_name_plural = "people"
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_unique_in_any_case",
                violation_error_message="This address has an account.",
            )
        ]

    def __str__(self) -> str:
        return self.email

    @property
    def zone(self) -> tzinfo:
        """Where this person's days begin; UTC when a system has lost the zone that was chosen."""
        try:
            return ZoneInfo(self.time_zone)
        except (ValueError, OSError, ZoneInfoNotFoundError):
            return UTC
