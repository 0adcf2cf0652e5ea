from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "offers.ledger"
    label = "ledger"
    verbose_name = "What was said and seen"
