"""`manage.py reference`: the rows that every installation starts with."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from offers.bands.reference import load_industries
from offers.engine.policy import Policy


class Command(BaseCommand):
    help = "Adds the reference rows that were never there. Leaves alone what an administrator did with them."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        load_industries(Policy())
