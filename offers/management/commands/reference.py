"""`manage.py reference`: the rows that every installation starts with."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from offers.bands.pay_rules import RefusedError, load_pay_rules
from offers.bands.reference import load_industries
from offers.engine.policy import Policy
from offers.market.shipped import load_market


class Command(BaseCommand):
    help = "Adds the reference rows that were never there. Leaves alone what an administrator did with them."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        load_industries(Policy())
        load_market()
        try:
            load_pay_rules()
        except RefusedError as error:
            raise CommandError(str(error)) from error
