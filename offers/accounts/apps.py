from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "offers.accounts"
    label = "accounts"
    verbose_name = "Accounts"

    def ready(self) -> None:
        # Models load before services can; allauth tells of a changed factor by signals alone (docs/adr/0004).
        from offers.accounts.services import watch_factors

        watch_factors()
