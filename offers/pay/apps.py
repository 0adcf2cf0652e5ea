from django.apps import AppConfig


class PayConfig(AppConfig):
    name = "offers.pay"
    label = "pay"
    verbose_name = "Pay"
