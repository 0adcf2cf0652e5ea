"""`manage.py createadmin ADDRESS`: an administrator with a password that is shown once."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email

from offers.accounts.models import User
from offers.accounts.services import create_person


class Command(BaseCommand):
    help = "Makes an administrator. Prints a one-time password; the second factor is set up at first sign-in."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")

    def handle(self, *args: Any, email: str, **options: Any) -> None:
        try:
            validate_email(email)
        except ValidationError as error:
            raise CommandError(f"{email} is not an e-mail address.") from error
        if User.objects.filter(email__iexact=email).exists():
            raise CommandError(f"{email} has an account already.")
        user, password = create_person(email, staff=True)
        self.stdout.write(f"Administrator {user.email}\nPassword      {password}")
        self.stdout.write(
            "Sign in, change the password, then open the administration: it asks for a second factor."
        )
