"""`manage.py demo`: invented data and one account to look around with, on an empty database."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from offers.accounts.models import User
from offers.accounts.services import create_person
from offers.bands.demo import load_demo
from offers.bands.models import Employer

ADDRESS = "demo@example.org"


class Command(BaseCommand):
    help = "Fills an empty database with invented data and an administrator whose password is printed once."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.LOCAL:
            raise CommandError("Demonstration data is for a site of this machine alone; SITE_URL is another.")
        if any(model.objects.exists() for model in (User, Employer)):
            return
        with transaction.atomic():
            load_demo(timezone.now().date())
            user, password = create_person(ADDRESS, staff=True)
        self.stdout.write(f"Demonstration account  {user.email}\nOne-time password      {password}")
