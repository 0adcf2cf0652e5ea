"""What a password may be, beside Django's own rules."""

from django.core.exceptions import ValidationError


class MaximumLengthValidator:
    """Refuses what would be cut or would cost the server too much to hash."""

    longest = 4096

    def validate(self, password: str, user: object = None) -> None:
        if len(password) > self.longest:
            raise ValidationError(f"Use at most {self.longest:,} characters.", code="password_too_long")

    def get_help_text(self) -> str:
        return f"At most {self.longest:,} characters."
